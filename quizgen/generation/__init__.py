"""Findings x templates to candidate items; item ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.distractors import Inventory
from quizgen.generation.difficulty import rate
from quizgen.generation.identity import core_clause
from quizgen.generation.makers import MAKERS, Kit
from quizgen.generation.stems import fits
from quizgen.items import AnyItem
from quizgen.model.base import Record
from quizgen.model.finding import Finding, ListFinding, SlotFinding
from quizgen.model.template import ItemTemplate

NUMERIC = frozenset({"number", "date"})
CLAIMS = frozenset({"attribute", "list", "slogan", "first", "purpose", "position", "change", "condition"})
"""Fact kinds somebody must be named for; a dated event, a figure and a definition stand for themselves."""
FORMULAS = frozenset({"attribute", "list", "slogan", "first", "position"})
"""… of them, those that are standing formulations where the booklet repeats them; a measure repeated is still one."""
QUOTED = 0.1
"""Share of findings with a speaker from which on a booklet is a digest."""
OFFICIAL = 2
"""Times a booklet says what may be asked without naming who says it."""


class Candidate(Record):
    """An item and the finding it was made from; the checks decide whether it is fit."""

    item: AnyItem
    finding: Finding
    priority: int  # of its template
    numeric: bool = False  # its key is a figure or a date


class Rejection(Record):
    """Why a candidate came to nothing."""

    code: str
    message: str
    template: str
    quote: str


def generate(
    findings: Sequence[Finding], templates: Sequence[ItemTemplate], inventory: Inventory
) -> Iterator[Candidate | Rejection]:
    """Yield the candidates of every finding by every template that fits it, and the reasons of those not made."""
    kit = Kit.of(findings, inventory)
    digest = _quotes_others(findings)
    for finding in findings:
        nobodys = digest and _is_nobodys(finding, inventory)
        for template in templates:
            if template.enabled and fits(template, finding):
                made = "G2 没有出处的评价" if nobodys else MAKERS[template.kind](finding, template, kit)
                if isinstance(made, str):
                    code, _, message = made.partition(" ")
                    yield Rejection(code=code, message=message, template=template.id, quote=finding.provenance[0].quote)
                elif made is not None:
                    repeated = inventory.count(core_clause(finding)) > 1
                    rated = made.model_copy(update={"difficulty": rate(made, template.difficulty, repeated)})
                    yield Candidate(
                        item=rated, finding=finding, priority=template.priority, numeric=finding.kind in NUMERIC
                    )


def _quotes_others(findings: Sequence[Finding]) -> bool:
    """Return whether a booklet is a digest of what others say; a textbook speaks for itself."""
    quoted = sum(bool(finding.anchor) for finding in findings if isinstance(finding, SlotFinding | ListFinding))
    return quoted >= QUOTED * len(findings)


def _is_nobodys(finding: Finding, inventory: Inventory) -> bool:
    """Return whether a claim is nobody's in particular and no standing formulation: others could be made as well."""
    if finding.kind not in CLAIMS or not isinstance(finding, SlotFinding | ListFinding) or finding.anchor:
        return False
    standing = finding.kind in FORMULAS and inventory.count(core_clause(finding)) >= OFFICIAL
    return finding.spoken != "law" and not standing
