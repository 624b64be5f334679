"""Choices: one slot as a bracket among wrong wordings, or the last members of a list (RULES.md sections 6 and 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from quizgen.distractors import NEGATIVE, choose, isolate
from quizgen.generation.makers.judgements import is_out_of_reach
from quizgen.generation.makers.kit import KEYS, Kit, Made
from quizgen.generation.makers.limbs import choose_limbs
from quizgen.generation.makers.looseness import is_varied
from quizgen.generation.makers.members import bare, foreign_members, hangs
from quizgen.generation.makers.openness import is_one_of_several
from quizgen.generation.makers.rights import choose_rights
from quizgen.generation.makers.spans import is_edge
from quizgen.generation.stems import asked_slot, gapped, stated
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.single_choice import BRACKET, SingleChoice
from quizgen.model.finding import Finding, ListFinding, OutlineFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate
from quizgen.text.numerals import write

FIGURE = re.compile(r"\d")
# 1800
NUMBER = re.compile(r"^(?:\d+|[一二三四五六七八九十百]+)$")
# 9
OPINIONS = {("position", "topic"), ("position", "goal"), ("attribute", "filler")}
"""Kinds of fact and classes of slots of which, where nobody says it, others could be chosen as well."""
JOINED = ("、", "以及", "及", "和", "与")
COUNTERS = ("大", "个", "项", "种", "条", "类", "方面")
SUFFIXES = ("化", "性", "型")
WORD = 2  # characters
TERM = 3  # characters; plainer words of one row could each be defended: 关键在阅读，希望在共读
COUNTED = re.compile(r"^第[一二三四五六七八九十百]+[次届]$|^\d{1,2}月(?:\d{1,2}日)?$")
# 第十一次; 9月1日


def make_single_choice(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a statement with the asked slot, or a member of a list, as a bracket and three refuted wordings."""
    if isinstance(finding, ListFinding):
        return _choose_member(finding, template, kit)
    if not isinstance(finding, SlotFinding):
        return None
    whole = finding
    finding, slot = isolate(finding, asked_slot(template, finding), kit.inventory)
    if slot.cls == "date" and "日" not in slot.text:
        return "G6 只有月份，没有考查价值"
    if NEGATIVE.search(finding.statement):
        return "G7 反对的事项不宜作选择题"
    if (not finding.spoken and (finding.kind, slot.cls) in OPINIONS) or is_one_of_several(finding, slot):
        return "O6 不止一个选项说得通"
    common = kit.fields(whole, template, slot.text)
    plain = len(slot.text) < TERM
    strategies = [name for name in template.distractors if not (plain and name == "siblings")]
    chosen = choose(slot.text, slot, finding, strategies, kit.inventory, Random(common["id"]))
    if chosen is None:
        return "O1 找不到三个可靠的干扰项"
    if any(is_out_of_reach(finding.statement, wrong) for wrong in chosen[0]):
        return "O1 找不到三个可靠的干扰项"
    head, tail = _shared((slot.text, *chosen[0]))
    key, *wrong = (text[head : len(text) - tail] for text in (slot.text, *chosen[0]))
    statement = gapped(finding.statement, slot.start + head, slot.end - tail, BRACKET)
    stem = stated(template, finding.anchor, statement)
    if _is_echoed(key, wrong, stem):
        return "K5 题干泄露了答案"
    return SingleChoice(stem=stem, key=key, distractors=tuple(wrong), device=chosen[1], **common)


def _is_echoed(key: str, wrong: Sequence[str], stem: str) -> bool:
    """Return whether a stem holds the first character of a key of two, and of no other option: 绿水青山, 绿色."""
    return len(key) == WORD and key[0] in stem and not any(text[0] in stem for text in wrong)


def _choose_member(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a list with one member as a bracket and three that are none of it; two members stay in the stem."""
    if finding.rule == "series" or len(finding.members) < KEYS or NEGATIVE.search(finding.statement):
        return None
    if hangs(finding):
        return "S4 句子不完整"
    for member in _askable(finding):
        common = kit.fields(finding, template, member.text)
        foreign = foreign_members(finding, [member], kit.inventory, Random(common["id"]), count=3)
        if len(foreign) == 3:
            stem = stated(template, finding.anchor, gapped(finding.statement, member.start, member.end, BRACKET))
            return SingleChoice(stem=stem, key=member.text, distractors=foreign, device="foreign-member", **common)
    return "O1 找不到三个可靠的干扰项"


def _askable(finding: ListFinding) -> list[Slot]:
    """Return the members that say what the rest of the stem does not, those with neighbours on both sides first."""
    first, *rest = finding.members
    members = [bare(member, finding) for member in (*rest[:-1], rest[-1], first)]
    said = finding.statement[: finding.start] + "\n" + finding.statement[finding.end :]
    return [m for m in members if m.text[:2] not in said and not is_varied(m)]


def _shared(options: Sequence[str]) -> tuple[int, int]:
    """Return how many characters all options begin and end with: they belong in the stem (RUBRIC 单选 e3).

    What is left of each is still a figure or a word of two characters; a date stays whole.
    """
    head, tail = _alike_from_start(options), _alike_from_start([text[::-1] for text in options])
    while tail and options[0][-tail].isdigit():  # a figure is never cut
        tail -= 1
    left = min(map(len, options)) - head - tail
    tail = tail if tail > 1 or options[0][-1:] not in SUFFIXES else 0  # 教育数字化: no 教育____化
    counted = all(COUNTED.match(text) and NUMBER.match(text[head : len(text) - tail]) for text in options)
    words = not any(map(FIGURE.search, options)) and (head == 0 or all(is_edge(text, head) for text in options))
    return (head, tail) if (counted and left > 0) or (words and head + tail > 1 and left > 1) else (0, 0)


def _alike_from_start(texts: Sequence[str]) -> int:
    """Return how many characters all texts begin with."""
    return next((i for i, column in enumerate(zip(*texts, strict=False)) if len(set(column)) > 1), min(map(len, texts)))


def _is_counted(finding: ListFinding) -> bool:
    """Return whether the stem tells how many keys there are: 的“3C”理念, 三大功能, 3个报告."""
    rest, number = finding.statement[: finding.start] + "\n" + finding.statement[finding.end :], len(finding.members)
    tells = {f"{number}C", *(figure + counter for figure in (write(number), str(number)) for counter in COUNTERS)}
    return number <= KEYS and any(tell in rest for tell in tells)


def make_multiple_choice(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a list with its last three members as keys and a foreign one; the rest stays in the stem."""
    if isinstance(finding, OutlineFinding):
        rights = choose_rights(finding, template, kit)
        return choose_limbs(finding, template, kit) if rights is None else rights
    if not isinstance(finding, ListFinding) or NEGATIVE.search(finding.statement):
        return None
    if hangs(finding):
        return "S4 句子不完整"
    if _is_counted(finding):
        return "K5 题干说出了答案的个数"
    if finding.statement[: finding.start].endswith(JOINED):
        return "M1 前面还有别的项"
    pair = len(finding.members) < KEYS
    if pair and (finding.open or not finding.spoken):
        return "M1 只有两项，难保没有别的"
    keys = tuple(bare(member, finding) for member in finding.members[-KEYS:])
    asked = "、".join(key.text for key in keys)
    common = kit.fields(finding, template, asked)
    count = 2 if pair else 1  # four options
    foreign = foreign_members(finding, keys, kit.inventory, Random(common["id"]), count=count, listed=pair)
    if len(foreign) < count:
        return "M2 找不到可靠的非本列项"
    statement = gapped(finding.statement, keys[0].start, keys[-1].end, BRACKET)
    stem = stated(template, finding.anchor, statement)
    return MultipleChoice(
        stem=stem, keys=tuple(k.text for k in keys), distractors=foreign, device="foreign-member", **common
    )
