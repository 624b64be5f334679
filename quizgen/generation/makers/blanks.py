"""Blanks: a slot of a statement, or a member of a list, taken out (RULES.md section 5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.distractors import Inventory
from quizgen.generation.makers.frames import wordings_of
from quizgen.generation.makers.kit import Kit, Made
from quizgen.generation.makers.looseness import is_guessed, is_loose, is_named, is_varied
from quizgen.generation.makers.openness import is_open, is_told
from quizgen.generation.makers.spans import LONGEST, WHOLE, accept, is_torn, narrow
from quizgen.generation.stems import asked_slot, gapped, stated
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.model.finding import Finding, ListFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate
from quizgen.text.numerals import read

HEADLESS = re.compile(rf"“?{BLANK}”?(?!是|就?是?指|就是|正?成为|正在成为)")
# ____要求教师: a gap may begin a stem only before 是 (RUBRIC.md 填空 e3)
LONG = 4  # characters from which the first and the last of a list may be asked
REWORDED = ("filler", "predicate")  # classes a booklet may put in more words or fewer
TOGETHER = {"predicate": "second"}
"""Slot to the slot asked with it, in either order."""


def make_fill_blank(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a statement with the asked slot, or one member of a list, blanked."""
    if isinstance(finding, ListFinding):
        return _blank_member(finding, template, kit)
    return _blank_slot(finding, template, kit) if isinstance(finding, SlotFinding) else None


def _blank_slot(finding: SlotFinding, template: ItemTemplate, kit: Kit) -> Made:
    whole = asked_slot(template, finding)
    slot = narrow(whole, kit.inventory)
    if slot is None or is_torn(slot, whole, finding, kit.inventory):
        return "B1 答案太长"
    if is_told(finding, slot):
        return "K5 题干泄露了答案"
    if "、" in slot.text:
        return "B2 一空多词"
    if is_open(finding, slot, kit.inventory):
        return "K4 可填的词太多"
    slots = [slot, *(other for other in finding.slots if other.name == TOGETHER.get(slot.name))]
    statement = finding.statement
    for one in sorted(slots, key=lambda s: -s.start):
        statement = gapped(statement, one.start, one.end, BLANK)
    stem = stated(template, finding.anchor, statement)
    if HEADLESS.match(stem):
        return "S6 题干以空格开头"
    asked = "、".join(one.text for one in slots)
    blanks = tuple(_accepted(one, finding, stem, kit.inventory) for one in slots)
    return FillBlank(stem=stem, blanks=blanks, any_order=len(slots) > 1, **kit.fields(finding, template, asked))


def _accepted(slot: Slot, finding: SlotFinding, stem: str, inventory: Inventory) -> tuple[str, ...]:
    """Return the wordings that count as right: what is left of the key, and how else the booklet puts it."""
    said = (slot.text,) if slot.cls in (*WHOLE, "organ") else accept(slot.text, stem)
    others = wordings_of(finding, slot, inventory) if slot.cls in REWORDED else ()
    figure = read(slot.text)
    figures = () if figure is None else (str(figure),)  # 十四: 14
    return tuple(dict.fromkeys([*said, *others, *figures]))


def _blank_member(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the list with its most telling member blanked, one member before and after it kept where possible."""
    if finding.rule == "series" or is_loose(finding):  # a clause, or what many words could fill
        return None
    if finding.open and finding.spoken != "law" and not is_named(finding):
        return "K4 可填的词太多"
    member = asked_member(finding, template, kit.inventory)
    if member is None:
        return None if template.asks == "second" else "K4 可填的词太多"
    statement = gapped(finding.statement, member.start, member.end, BLANK)
    stem = stated(template, finding.anchor, statement)
    return FillBlank(stem=stem, blanks=((member.text,),), **kit.fields(finding, template, member.text))


def asked_member(finding: ListFinding, template: ItemTemplate, inventory: Inventory) -> Slot | None:
    """Return the member a template asks: the most telling, or the next to it; None where there is none.

    The first and the last are asked only where no other can be, and of a law's list, whose wording is fixed.
    """
    inner = _whole_members(finding.members[1:-1], inventory) or _whole_members(finding.members, inventory)
    askable = [m for m in inner if not is_guessed(m.text, finding)]
    if not askable and finding.spoken == "law" and not finding.open:
        outer = _whole_members([m for m in finding.members if len(m.text) >= LONG], inventory)
        askable = [m for m in outer if not is_guessed(m.text, finding)]
    ranked = sorted(askable, key=lambda m: (-len(m.text), m.start))
    return next(iter(ranked[template.asks == "second" :]), None)


def _whole_members(members: Sequence[Slot], inventory: Inventory) -> list[Slot]:
    """Return the members that may be asked, short enough for a blank."""
    narrowed = [narrow(member, inventory) for member in members if not is_varied(member)]
    return [member for member in narrowed if member is not None and len(member.text) <= LONGEST]
