"""Stems: a template's ``{slots}`` filled from a finding by plain replacement, never ``str.format``."""

from __future__ import annotations

import re

from quizgen.model.finding import DefinitionFinding, Finding, ListFinding, OutlineFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate

SLOT = re.compile(r"\{(?P<name>[a-z_]{1,20})\}")
# {statement}
SLOTS = {
    SlotFinding: frozenset({"anchor", "statement"}),
    ListFinding: frozenset({"anchor", "statement"}),
    OutlineFinding: frozenset({"question"}),
    DefinitionFinding: frozenset({"term"}),
}


def fits(template: ItemTemplate, finding: Finding) -> bool:
    """Return whether the finding has all the template needs."""
    if finding.kind not in template.finding or not set(SLOT.findall(template.stem)) <= SLOTS[type(finding)]:
        return False
    if template.asks and isinstance(finding, SlotFinding):
        return any(slot.name == template.asks for slot in finding.slots)
    return True


def asked_slot(template: ItemTemplate, finding: SlotFinding) -> Slot:
    """Return the slot a template takes out: the named one, else the first."""
    return next((slot for slot in finding.slots if slot.name == template.asks), finding.slots[0])


def gapped(statement: str, start: int, end: int, gap: str) -> str:
    """Return the statement with a gap in place of statement[start:end]."""
    return statement[:start] + gap + statement[end:]


def fill(template: ItemTemplate, values: dict[str, str]) -> str:
    """Return the stem with every slot replaced."""
    return SLOT.sub(lambda match: values[match.group("name")], template.stem)


def stated(template: ItemTemplate, anchor: str, statement: str) -> str:
    """Return the stem of a statement, whose gap is made already, behind the words that say whose claim it is."""
    return fill(template, {"anchor": anchor, "statement": statement})
