"""Makers: one per item kind, each turns a finding into an item by a template, or says why not.

A maker returns the item, a reason ("CODE 说明", RULES.md section 12), or None where the template has nothing to ask.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from quizgen.distractors import Inventory, choose, propose_clauses, propose_terms, refuted
from quizgen.distractors.likeness import likeness_of
from quizgen.generation.identity import core, digest_of, facts, item_id
from quizgen.generation.stems import asked_slot, fill, gapped
from quizgen.items import AnyItem
from quizgen.items.base import Correction, Point
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import BRACKET, SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse
from quizgen.model.finding import DefinitionFinding, Finding, ListFinding, OutlineFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate
from quizgen.resources import read_words

IMPERATIVE = re.compile(r"^(?:要|必须|应当|应|需要|坚持|加快|加强|推进|推动)")
# 要坚持
NEGATIVE = re.compile(r"整治|打击|反对|防止|惩治|禁止|杜绝|克服|消除|抵制|防范|不得|严禁|破除|遏制")
# 反对形式主义: what is fought against must not be mixed with what is wanted
ALIKE = 2.4
LONGEST_TRUE = 52
SACRED = re.compile(r"党|领导|习近平|社会主义|马克思|毛泽东|邓小平|主席|总书记|中央|主义|祖国|主权|统一|军队")
# 党的领导 (never falsified: gate 9)
OPEN_VERBS = (
        "创新",
        "加强",
        "增强",
        "提升",
        "提高",
        "推动",
        "促进",
        "强化",
        "推进",
        "加快",
        "完善",
        "开展",
        "进行",
        "优化",
        "深化",
        "拓展",
        "扩大",
        "丰富",
        "改善",
        "和",
        "与",
        "、",
        "及",
        "实现",
        "健全",
        "建立",
        "对",
    )
LONGEST_BLANK = 10
VARIED = ("不同", "各种", "各类", "有关", "相关", "其他", "更", "跨")
GENERIC = frozenset(read_words("generic"))
PAIRS = {"predicate": "second"}  # slots asked together, in either order
Made = AnyItem | str | None


@dataclass(frozen=True)
class Kit:
    """What makers need besides finding and template."""

    inventory: Inventory
    fact_names: dict[str, str]  # core -> name

    @classmethod
    def of(cls, findings: Sequence[Finding], inventory: Inventory) -> Kit:
        """Return the kit of one booklet's findings."""
        return cls(inventory, dict(zip(map(core, findings), facts(findings), strict=True)))

    def name_of(self, finding: Finding) -> str:
        """Return the name of a finding's fact."""
        return self.fact_names.get(core(finding)) or digest_of("fact", core(finding))


def _common(finding: Finding, template: ItemTemplate, asked: str, kit: Kit) -> dict[str, Any]:
    """Return the fields every kind has."""
    return {
        "id": item_id(template.kind, template.id, finding.provenance[0].quote, asked),
        "theme": finding.where.theme,
        "section": finding.where.section,
        "terms": finding.where.terms,
        "fact": finding.kind,
        "asks": kit.name_of(finding),
        "difficulty": template.difficulty,
        "salience": finding.salience,
        "template": template.id,
        "provenance": finding.provenance,
    }


def make_fill_blank(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a statement with the asked slot, or one member of a list, blanked."""
    if isinstance(finding, ListFinding):
        return _blank_member(finding, template, kit)
    if not isinstance(finding, SlotFinding):
        return None
    slots = [asked_slot(template, finding)]
    if "、" in slots[0].text:
        return "B2 一空多词"
    if _is_open(finding, slots[0], kit.inventory):
        return "K4 可填的词太多"
    slots += [slot for slot in finding.slots if slot.name == PAIRS.get(slots[0].name)]
    statement = finding.statement
    for slot in sorted(slots, key=lambda s: -s.start):
        statement = gapped(statement, slot.start, slot.end, BLANK)
    stem = fill(template, {"anchor": finding.anchor, "statement": statement})
    asked = "、".join(slot.text for slot in slots)
    blanks = tuple((slot.text,) for slot in slots)
    return FillBlank(stem=stem, blanks=blanks, any_order=len(slots) > 1, **_common(finding, template, asked, kit))


def _is_open(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether words other than the key could fill its blank as well (RULES.md section 5, K4).

    An official wording – one that the booklet repeats, or that somebody is quoted for – has one key; a goal, or the bare
    object of a verb that takes anything, has many.
    """
    if slot.cls in ("goal", "predicate", "topic") and finding.kind in ("position", "first"):
        return not finding.anchor and inventory.count(finding.statement) < 2
    if slot.cls == "measure":
        return finding.statement[: slot.start].endswith(OPEN_VERBS) and inventory.count(slot.text) < 3
    if slot.cls == "state":
        other = "".join(s.text for s in finding.slots if s is not slot)
        return len(slot.text) <= 2 or bool(set(slot.text) & set(other))
    return len(slot.text) > LONGEST_BLANK and slot.cls != "genus"


def _blank_member(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the list with its most telling member blanked, one member before and after it kept where possible."""
    if (
        finding.rule == "series" or (finding.open and not finding.anchor) or _is_pattern(finding)
    ):  # a clause, or what many words could fill
        return None
    inner = finding.members[1:-1] or finding.members
    inner = [m for m in inner if m.text not in GENERIC and len(m.text) <= 8]
    if not inner or all(m.text.startswith(VARIED) for m in finding.members):
        return "K4 可填的词太多"
    ranked = sorted(inner, key=lambda m: (-len(m.text), m.start))
    if template.asks == "second" and len(ranked) < 2:
        return None
    member = ranked[template.asks == "second"]
    statement = gapped(finding.statement, member.start, member.end, BLANK)
    stem = fill(template, {"anchor": finding.anchor, "statement": statement})
    return FillBlank(stem=stem, blanks=((member.text,),), **_common(finding, template, member.text, kit))


def _is_pattern(finding: ListFinding) -> bool:
    """Return whether the members are short variations of one pattern (精准化、灵活化) that nobody is quoted for."""
    texts = [m.text for m in finding.members]
    same = len({t[-1] for t in texts}) == 1 or len({t[0] for t in texts}) == 1
    return same and max(map(len, texts)) <= 3 and not finding.anchor


def make_single_choice(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a statement with the asked slot as a bracket and three refuted wordings."""
    if isinstance(finding, ListFinding):
        made = (_choose_one(_as_slots(finding), member, template, kit) for member in finding.members[1:])
        return next((one for one in made if not isinstance(one, str)), "O1 找不到三个可靠的干扰项")
    if not isinstance(finding, SlotFinding):
        return None
    return _choose_one(finding, asked_slot(template, finding), template, kit)


def _as_slots(finding: ListFinding) -> SlotFinding:
    """Return a list as a statement whose members are its slots."""
    fields = finding.model_dump(exclude={"shape", "members", "start", "end", "open", "kind"})
    return SlotFinding(kind="list", slots=finding.members, **fields)


def _choose_one(finding: SlotFinding, slot: Slot, template: ItemTemplate, kit: Kit) -> SingleChoice | str:
    if NEGATIVE.search(finding.statement):
        return "G7 反对的事项不宜作选择题"
    common = _common(finding, template, slot.text, kit)
    chosen = choose(slot.text, slot, finding, template.distractors, kit.inventory, Random(common["id"]))
    if chosen is None:
        return "O1 找不到三个可靠的干扰项"
    statement = gapped(finding.statement, slot.start, slot.end, BRACKET)
    stem = fill(template, {"anchor": finding.anchor, "statement": statement})
    return SingleChoice(stem=stem, key=slot.text, distractors=chosen[0], device=chosen[1], **common)


def make_multiple_choice(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a list with its last two or three members as keys and a foreign one; the rest stays in the stem."""
    if not isinstance(finding, ListFinding):
        return None
    if NEGATIVE.search(finding.statement):
        return None
    keys = finding.members[-3:]
    asked = "、".join(key.text for key in keys)
    common = _common(finding, template, asked, kit)
    foreign = _foreign(finding, keys, kit.inventory, Random(common["id"]), 4 - len(keys))
    if foreign is None:
        return "M2 找不到可靠的非本列项"
    statement = gapped(finding.statement, keys[0].start, finding.end, BRACKET)
    stem = fill(template, {"anchor": finding.anchor, "statement": statement})
    return MultipleChoice(
        stem=stem, keys=tuple(k.text for k in keys), distractors=foreign, device="foreign-member", **common
    )


def _foreign(
    finding: ListFinding, keys: Sequence[Slot], inventory: Inventory, random: Random, count: int
) -> tuple[str, ...] | None:
    """Return ``count`` wordings of the members' frame that stand in no list which shares a member with this one."""
    kin = {m.text for other in inventory.lists if _akin(other, finding) for m in other.members}
    chosen: list[str] = []
    for key in sorted(keys, key=lambda k: k.start):
        propose = propose_clauses if key.cls == "clause" else propose_terms
        for wording in propose(key.text, key, finding, inventory, random):
            if (
                wording in kin
                or not _matches(wording, finding, keys)
                or any(wording in c or c in wording for c in chosen)
            ):
                continue
            if refuted(wording, key.text, finding.statement, finding.start, finding.end, inventory):
                chosen.append(wording)
            if len(chosen) == count:
                return tuple(chosen)
    return None


def _matches(wording: str, finding: ListFinding, keys: Sequence[Slot]) -> bool:
    """Return whether a wording could be taken for a member: of their frame and length, and no part of one."""
    members = [m.text for m in finding.members]
    lengths = [len(wording), *(len(k.text) for k in keys)]
    if (
        abs(lengths[0] - max(lengths[1:])) > 2
        or max(lengths) > 2 * min(lengths)
        or any(wording in m or m in wording for m in members)
    ):
        return False
    if keys[0].cls == "clause":
        return True
    if len({len(m) for m in members}) == 1 and lengths[0] != len(members[0]):
        return False
    for size in (2, 1):
        tails, heads = Counter(m[-size:] for m in members), Counter(m[:size] for m in members)
        common = [(c, text) for c, text in ((tails, wording[-size:]), (heads, wording[:size])) if _frames(c, members)]
        if common:
            return all(2 * counts[text] > len(members) for counts, text in common)
    return False


def _frames(counts: Counter[str], members: Sequence[str]) -> bool:
    """Return whether more than half of the members begin, or end, alike."""
    return 2 * max(counts.values()) > len(members)


def _akin(other: ListFinding, finding: ListFinding) -> bool:
    own = {m.text for m in finding.members}
    return bool(own & {m.text for m in other.members})


def make_true_false(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the statement as it is, or with one slot falsified (RULES.md section 8)."""
    if template.device == "true":
        return _true(finding, template, kit)
    if isinstance(finding, ListFinding):
        return None if finding.open else _false_list(finding, template, kit)
    if not isinstance(finding, SlotFinding):
        return None
    slot = asked_slot(template, finding)
    anchor = finding.anchor
    if finding.spoken == "person":  # no false words in a named person's mouth: gate 9
        if IMPERATIVE.match(finding.statement):
            return None
        anchor = ""
    common = _common(finding, template, slot.text, kit)
    loose = finding.kind == "position" and not finding.anchor  # many things may be said to be important
    if loose or SACRED.search(finding.statement):
        return None
    swap = _swap(finding, slot, template, kit, Random(common["id"]))
    if swap is None:
        return "V1 找不到可靠的改错"
    start, end, wrong, device = swap
    statement = gapped(finding.statement, start, end, wrong)
    right = finding.statement[start:end]
    stem = fill(template, {"anchor": anchor, "statement": statement})
    return TrueFalse(stem=stem, key=False, correction=Correction(wrong=wrong, right=right), device=device, **common)


def _true(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the statement as it is: one proposition, short, with a subject or a speaker of its own."""
    if not isinstance(finding, (SlotFinding, ListFinding)):
        return None
    stem = fill(template, {"anchor": finding.anchor, "statement": finding.statement})
    said = bool(finding.anchor)
    if (isinstance(finding, ListFinding) or IMPERATIVE.match(finding.statement)) and not said:
        return None
    if len(stem) > LONGEST_TRUE or finding.statement.count("，") > 1 or "；" in finding.statement:
        return "S9 不是一个短的命题"
    if isinstance(finding, ListFinding):
        if finding.rule != "enumeration":
            return None
        asked = "、".join(member.text for member in finding.members)
    else:
        asked = asked_slot(template, finding).text
    return TrueFalse(stem=stem, key=True, **_common(finding, template, asked, kit))


def _false_list(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the list with one member replaced by a foreign one (RULES.md section 8, D5)."""
    barred = NEGATIVE.search(finding.statement) or SACRED.search(finding.statement)
    if finding.spoken == "person" or barred:
        return None
    common = _common(finding, template, "、".join(m.text for m in finding.members), kit)
    random = Random(common["id"])
    for member in finding.members[1:]:
        foreign = _foreign(finding, [member], kit.inventory, random, 1)
        if foreign:
            statement = gapped(finding.statement, member.start, member.end, foreign[0])
            stem = fill(template, {"anchor": finding.anchor, "statement": statement})
            correction = Correction(wrong=foreign[0], right=member.text)
            return TrueFalse(stem=stem, key=False, correction=correction, device="foreign-member", **common)
    return "V1 找不到可靠的改错"


def _swap(
    finding: SlotFinding, slot: Slot, template: ItemTemplate, kit: Kit, random: Random
) -> tuple[int, int, str, str] | None:
    """Return the one changed span and its false wording: two states reversed, or one slot refilled."""
    if finding.kind == "change" and len(finding.slots) == 2:
        first, second = sorted(finding.slots, key=lambda s: s.start)
        if likeness_of(first.text, second.text) < ALIKE:
            return None
        between = finding.statement[first.end : second.start]
        return first.start, second.end, second.text + between + first.text, "reversal"
    chosen = choose(slot.text, slot, finding, template.distractors, kit.inventory, random, count=1)
    return (slot.start, slot.end, chosen[0][0], chosen[1]) if chosen else None


def make_term_definition(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the term and the points of its definition; the genus weighs no less than a feature."""
    if not isinstance(finding, DefinitionFinding):
        return None
    points = tuple(Point(text=text) for text in finding.points)
    stem = fill(template, {"term": finding.term})
    answer = "，".join(finding.points)
    return TermDefinition(stem=stem, answer=answer, points=points, **_common(finding, template, finding.term, kit))


def make_short_answer(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the outline's question and its limbs as points."""
    if not isinstance(finding, OutlineFinding):
        return None
    points = tuple(Point(text=limb.text, detail=limb.detail) for limb in finding.limbs)
    stem = fill(template, {"question": finding.question})
    return ShortAnswer(
        stem=stem, points=points, ordered=finding.ordered, **_common(finding, template, finding.question, kit)
    )


MAKERS: dict[str, Callable[[Finding, ItemTemplate, Kit], Made]] = {
    "fill_blank": make_fill_blank,
    "single_choice": make_single_choice,
    "multiple_choice": make_multiple_choice,
    "true_false": make_true_false,
    "term_definition": make_term_definition,
    "short_answer": make_short_answer,
}
