"""Judgements: a statement as it is, or with one span falsified (RULES.md section 8)."""

from __future__ import annotations

import re
from random import Random

from quizgen.distractors import NEGATIVE, choose, find_contrast, isolate, restate
from quizgen.distractors.likeness import likeness_of
from quizgen.generation.makers.claims import IMPERATIVE, LONGEST, TWICE, find_claim
from quizgen.generation.makers.kit import Kit, Made
from quizgen.generation.makers.members import foreign_members, hangs, is_closed
from quizgen.generation.makers.openness import is_advice
from quizgen.generation.makers.rights import judge_rights
from quizgen.generation.stems import asked_slot, gapped, stated
from quizgen.items.base import Correction
from quizgen.items.true_false import TrueFalse
from quizgen.model.finding import Finding, ListFinding, OutlineFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate

SACRED = re.compile(r"党|领导|习近平|社会主义|马克思|毛泽东|邓小平|主席|总书记|中央|主义|祖国|主权|统一|军队|理念")
# 党的领导 (never falsified: gate 9)
DATED = ("date", "place", "meeting", "organ", "document")
"""Kinds of fact that are events."""
EVENTS = ("date", "place", "meeting", "number")
"""Kinds of fact that say when, where and how often: no formula."""
HALLOWED = re.compile(r"^人民$|党|祖国|领导")
# … nor is anything false said of them
SOVEREIGN = re.compile(r"党|社会主义|主席|主权|祖国|领土|武装力量|战争")
# … and in a law, whose organs and duties are no formula
ALIKE = 2.4  # of two states that may be reversed
PLAIN = 2  # characters of a word that only says how something is
DIFFERENT = 2  # characters
CLOSED = 3  # members from which on a list may take a word of the lexicon's for one of its own
SLIGHT = ("化", "性")  # 多元化 or 法治化: a false word nobody would stumble over
LEVELS = {
    "全国": re.compile(r"^(?:县|市|省|地方|乡)"),
    "本行政区域": re.compile(r"^(?:国务院|全国|中央)"),
    "县域": re.compile(r"^(?:国务院|省|市)"),
}
"""What is said of a place, and the organs that would be wrong for it at a glance."""
DESCRIBES = re.compile(r"进一步|不断|显著|明显|日益|已经|得到|成为|基本|将")
# 影响力进一步提高: what is reported may be true of more than is listed


def make_true_false(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the statement as it is, or with one slot falsified (RULES.md section 8)."""
    if isinstance(finding, OutlineFinding):
        return judge_rights(finding, template, kit)
    if template.device == "true":
        return _true(finding, template, kit)
    if isinstance(finding, ListFinding):
        return None if finding.open else _false_list(finding, template, kit)
    if not isinstance(finding, SlotFinding):
        return None
    if "contrasts" in template.distractors:
        return _reversed(finding, template, kit)
    whole = finding
    finding, slot = _shorten(*isolate(finding, asked_slot(template, finding), kit.inventory))
    anchor = finding.anchor
    if finding.spoken == "person":  # no false words in a named person's mouth: gate 9
        if IMPERATIVE.match(finding.statement) and finding.kind != "attribute":  # of an act its 关键 may be said
            return None
        anchor = ""
    if finding.kind in ("condition", "purpose") and finding.spoken != "law":
        return None  # a wish is neither true nor false
    distinct = any(slot.name == "predicate" for slot in finding.slots)  # of 底色 or 第一动力 there is one
    loose = finding.kind == "position" and not (anchor or distinct)  # many things may be said to be important
    undated = slot.cls == "date" and ("日" not in slot.text or finding.spoken == "law")  # when it takes effect: a trap
    shared = slot.cls == "organ" and "有关" in slot.text  # whoever else is named may be among them
    sacred = finding.kind not in EVENTS and _is_sacred(finding)
    if loose or undated or shared or sacred:
        return None
    common = kit.fields(whole, template, slot.text)
    swap = _swap(finding, slot, template, kit, Random(common["id"]))
    if swap is None:
        return "V1 找不到可靠的改错"
    start, end, wrong, device = swap
    statement = gapped(finding.statement, start, end, wrong)
    if is_out_of_reach(statement, wrong):
        return "V1 找不到可靠的改错"
    right = finding.statement[start:end]
    stem = stated(template, anchor, statement)
    if len(stem) > LONGEST or statement.count("，") > 1 or TWICE.search(statement):
        return "S9 不是一个短的命题"
    return TrueFalse(stem=stem, key=False, correction=Correction(wrong=wrong, right=right), device=device, **common)


def is_out_of_reach(statement: str, wrong: str) -> bool:
    """Return whether an organ would be wrong at a glance for the place a statement is about."""
    return any(place in statement and organs.match(wrong) for place, organs in LEVELS.items())


def _true(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the statement as it is: one proposition, short, with a subject or a speaker of its own."""
    if not isinstance(finding, (SlotFinding, ListFinding)):
        return None
    said, reason = find_claim(finding)
    if not said:
        return reason
    if finding.kind == "attribute" and is_advice(finding, kit.inventory):
        return "G2 没有出处的评价"
    stem = stated(template, finding.anchor, said)
    if isinstance(finding, SlotFinding):
        asked = asked_slot(template, finding).text
    elif finding.rule == "enumeration":
        asked = "、".join(member.text for member in finding.members)
    else:
        return None
    return TrueFalse(stem=stem, key=True, **kit.fields(finding, template, asked))


def _reversed(finding: SlotFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a rule with one of its words turned into the contrary: 不得 into 可以, 最小 into 最大."""
    said, reason = find_claim(finding)
    if not said or (finding.spoken != "law" and finding.kind not in DATED) or _is_sacred(finding):
        return reason
    contrast = find_contrast(said, kit.inventory)
    if contrast is None or not any(said[slice(*contrast[:2])] in place.quote for place in finding.provenance):
        return "V1 找不到可靠的改错"  # nothing, or what the stem only carries over from another clause
    start, end, wrong = contrast
    stem = stated(template, finding.anchor, gapped(said, start, end, wrong))
    fields = kit.fields(finding, template, said)
    return TrueFalse(
        stem=stem, key=False, correction=Correction(wrong=wrong, right=said[start:end]), device="contrast", **fields
    )


def _false_list(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the list with one member replaced by a foreign one (RULES.md section 8, D5)."""
    if not (finding.spoken and is_closed(finding)):  # what nobody in particular lists may hold more than is listed
        return None
    if finding.spoken == "person" or NEGATIVE.search(finding.statement) or _is_sacred(finding):
        return None
    if DESCRIBES.search(finding.statement) or hangs(finding) or _praises(finding):
        return None
    common = kit.fields(finding, template, "、".join(m.text for m in finding.members))
    random = Random(common["id"])
    for member in finding.members[1:]:
        if member.text.endswith(SLIGHT):
            continue
        own = len(finding.members) < CLOSED
        for foreign in foreign_members(finding, [member], kit.inventory, random, own=own):
            if _is_slip(member.text, foreign):
                continue
            statement = gapped(finding.statement, member.start, member.end, foreign)
            stem = stated(template, finding.anchor, statement)
            if len(stem) > LONGEST:
                return "S9 不是一个短的命题"
            correction = Correction(wrong=foreign, right=member.text)
            return TrueFalse(stem=stem, key=False, correction=correction, device="foreign-member", **common)
    return "V1 找不到可靠的改错"


def _is_of_kind(slot: Slot, wrong: str, strategy: str) -> bool:
    """Return whether a wording is so near the right one that the statement is false and could be believed.

    底色 or 引擎 is a matter of opinion, 第一动力 or 第一资源 is not; of 部门 one is charged and no other.
    """
    if strategy == "rivals" and slot.cls == "organ":
        return wrong[-2:] == slot.text[-2:]
    return slot.name != "predicate" or wrong[0] == slot.text[0]


def _praises(finding: ListFinding) -> bool:
    """Return whether members are plain words of how something is: 客观 for 真实, who would deny it."""
    return any(len(member.text) <= PLAIN or member.text.startswith("更") for member in finding.members)


def _shorten(finding: SlotFinding, slot: Slot) -> tuple[SlotFinding, Slot]:
    """Return the finding in its brief form where the statement says more than one thing."""
    if finding.statement.count("，") < 2 or finding.brief.count(slot.text) != 1:
        return finding, slot
    return restate(finding, slot, finding.brief)


def _is_sacred(finding: SlotFinding | ListFinding) -> bool:
    """Return whether a statement holds what is never falsified (RULES.md section 1, gate 9)."""
    return bool((SOVEREIGN if finding.spoken == "law" else SACRED).search(finding.statement))


def _is_slip(right: str, wrong: str) -> bool:
    """Return whether two members of one length differ in a single character, as by a slip of the pen."""
    return len(right) == len(wrong) and sum(a != b for a, b in zip(right, wrong, strict=True)) < DIFFERENT


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
    if chosen and (not _is_of_kind(slot, chosen[0][0], chosen[1]) or HALLOWED.search(chosen[0][0])):
        return None
    return (slot.start, slot.end, chosen[0][0], chosen[1]) if chosen else None
