"""Blanks: a slot of a statement, or a member of a list, taken out (RULES.md section 5)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise

from quizgen.distractors import CLAUSE_MARK, Inventory
from quizgen.generation.makers.kit import Kit, Made
from quizgen.generation.stems import asked_slot, gapped, stated
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.model.finding import Finding, ListFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate
from quizgen.resources import read_words
from quizgen.text.words import tag

LONGEST_BLANK = 8
SHORTEST_HEAD = 4
SHORTEST_OBJECT = 4
TELLING = 5  # characters of an object no other word would be put for
THEME = 20  # times a booklet names what it is about
SUMMING = re.compile(r"(?:方面|等[^，]{0,6}|大[^，]{2,6})的$")
# 教材、教法等方面的
SHORT_FRAME = 5  # characters
MARK = re.compile(r"[，；：、]")
# ，
KIN = 2  # times as often
PROPER = frozenset({"ns", "nt", "nz", "nr", "j"})  # tags of names
NAMING = ("性", "制", "型")  # endings of what is no noun to the tagger
COMMON_TAILS = ("建设", "工作", "原则")  # they stay in the stem (RUBRIC.md 填空 e2)
CLAUSE = 7  # characters: as long a member is no word
OFTEN = 3  # times two words stand side by side
SHORTEST_LEAD = 3  # two characters before a head are part of its name: 数字教育治理
STATE = re.compile(r"(?:国务院|代表大会|常务委员会|军事委员会|委员会|法院|检察院|机关|部门|政府)$")
# 县教育行政部门: an organ a law charges; 学校 or 单位 could be any
BOUND = ("特色", "市场经济", "核心价值观", "价值观")
"""Never parted from what stands before: 中国特色, 社会主义市场经济."""
HEADS = ("n", "vn", "b", "a", "j", "l")
TOGETHER = {"predicate": "second"}
"""Slot to the slot asked with it, in either order."""
VARIED = ("行政法规", "全体", "不同", "各种", "各类", "有关", "相关", "其他", "更", "跨")
GENERIC = frozenset(read_words("generic"))
LEADS = (*read_words("verbs"), "我国", "良好")
"""Words before a term that are no part of it."""
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
    "遵守",
    "坚持",
    "发展",
    "建设",
    "维护",
    "保障",
    "打造",
    "构建",
    "履行",
    "承担",
    "培育",
)
"""Behind these nearly any noun would do."""


OPENEST = ("推进", "推动", "坚持", "实现")
"""… and any phrase whatever."""


def make_fill_blank(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a statement with the asked slot, or one member of a list, blanked."""
    if isinstance(finding, ListFinding):
        return _blank_member(finding, template, kit)
    if not isinstance(finding, SlotFinding):
        return None
    slot = _narrowed(asked_slot(template, finding), kit.inventory)
    if slot is None or _is_torn(slot, asked_slot(template, finding), finding, kit.inventory):
        return "B1 答案太长"
    if slot.cls == "organ" and slot.text[2:4] in gapped(finding.statement, slot.start, slot.end, BLANK):
        return "K5 题干泄露了答案"
    if slot.cls == "measure" and len(slot.text) == SHORTEST_OBJECT and slot.text[:2] in finding.statement[: slot.start]:
        return "K5 题干泄露了答案"
    slots = [slot]
    if "、" in slot.text:
        return "B2 一空多词"
    if slot.text in GENERIC or slot.text.startswith(VARIED) or _is_open(finding, slot, kit.inventory):
        return "K4 可填的词太多"
    slots += [slot for slot in finding.slots if slot.name == TOGETHER.get(slots[0].name)]
    statement = finding.statement
    for slot in sorted(slots, key=lambda s: -s.start):
        statement = gapped(statement, slot.start, slot.end, BLANK)
    stem = stated(template, finding.anchor, statement)
    asked = "、".join(slot.text for slot in slots)
    blanks = tuple(_accepted(slot.text, statement) for slot in slots)
    return FillBlank(stem=stem, blanks=blanks, any_order=len(slots) > 1, **kit.fields(finding, template, asked))


def _accepted(key: str, stem: str) -> tuple[str, ...]:
    """Return the wordings that count as right: the source's, and what is left of it without what the stem says."""
    sizes = range(len(key) - SHORTEST_OBJECT, SHORTEST_OBJECT - 1, -1)
    said = next((size for size in sizes if key[:size] in stem and _is_edge(key, size)), 0)
    return (key, key[said:]) if said else (key,)


def _is_edge(phrase: str, offset: int) -> bool:
    return offset in accumulate(len(word.text) for word in tag(phrase))


def _narrowed(slot: Slot, inventory: Inventory) -> Slot | None:
    """Return the slot without its quotation marks and, where it is long, without what leads up to its head.

    RULES.md section 5: a blank is the smallest whole phrase. 建设____ for 城乡一体图书借阅网络 becomes
    建设城乡一体____. None where no whole part is short enough.
    """
    start, end = slot.start, slot.end
    text = slot.text
    if text.startswith("“") and text.endswith("”"):
        start, end, text = start + 1, end - 1, text[1:-1]
    whole = slot.cls == "member" or (slot.cls == "slogan" and slot.name == "value")
    fitting = (lead for lead in (() if whole else LEADS) if text.startswith(lead))
    led = next((lead for lead in fitting if len(text) - len(lead) >= SHORTEST_OBJECT), "")
    led = led if _is_edge(text, len(led)) else ""
    start, text = start + len(led), text[len(led) :]
    if text.endswith(COMMON_TAILS) and len(text) > SHORTEST_OBJECT and slot.cls in ("measure", "member"):
        end, text = end - 2, text[:-2]
    if len(text) > LONGEST_BLANK and slot.cls != "genus":
        heads = [
            text[low:]
            for low in _joints(text, slot.cls, inventory)
            if SHORTEST_HEAD <= len(text) - low <= LONGEST_BLANK
        ]
        heads = [head for head in heads if not head.startswith(BOUND)]
        if not heads or "的" in text or slot.cls == "slogan":  # a saying is asked whole or not at all
            return None
        start, text = end - len(heads[0]), heads[0]
    return slot.model_copy(update={"start": start, "end": end, "text": text})


def _is_torn(slot: Slot, whole: Slot, finding: SlotFinding, inventory: Inventory) -> bool:
    """Return whether what is left of a long phrase is no term of its own: nobody names it without what it lost.

    A law's wording is fixed.
    """
    if len(whole.text.strip("“”")) <= LONGEST_BLANK:
        return False
    if finding.spoken == "law":
        return len(slot.text) < TELLING
    lost = finding.statement[max(0, slot.start - 2) : slot.start]
    return inventory.count(slot.text) <= inventory.count(lost + slot.text)


def _joints(text: str, cls: str, inventory: Inventory) -> list[int]:
    """Return where in a long noun phrase its head may begin: behind 和 if there is one, else at any noun.

    Two words the booklet often has side by side are one term (数字教育).
    """
    words = tag(text)
    ends = list(accumulate(len(word.text) for word in words))
    both = [end for end, word in zip(ends, words, strict=True) if word.text in ("和", "与")]
    if both or cls == "member":  # what stands before 和 leads to what stands behind it; a member is asked by halves
        return both if cls == "member" else []
    return [
        end
        for end, (before, word) in zip(ends, pairwise(words), strict=False)
        if min(len(before.text), len(word.text)) > 1
        and not before.text.endswith("特色")
        and end >= SHORTEST_LEAD
        and word.tag.startswith(HEADS)
        and inventory.count(before.text + word.text) < OFTEN
    ]


def _is_open(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether words other than the key could fill its blank as well (RULES.md section 5, K4).

    An official wording – one that the booklet repeats, or that somebody is quoted for – has one key; a goal, or the
    bare object of a verb that takes anything, has many.
    """
    if slot.cls == "goal" and (_has_kin(slot.text, inventory) or inventory.count(slot.text) < THEME):
        return True
    if slot.cls in ("goal", "predicate", "topic") and finding.kind in ("position", "first"):
        return not finding.anchor and inventory.count(finding.statement) < 2
    if slot.cls == "measure":
        before, last = finding.statement[: slot.start], finding.statement[slot.end : slot.end + 1] in ("", "，")
        if finding.statement.startswith("，具体办法", slot.end):
            return True
        if last and (before.endswith(("和", "与", "及")) or SUMMING.search(before)):
            return True
        if finding.spoken == "law" and len(slot.text) >= TELLING:  # its wording is fixed
            return False
        if last and before.endswith(OPENEST):
            return True
        return before.endswith(OPEN_VERBS) and (inventory.count(slot.text) < OFTEN or len(slot.text) < TELLING)
    if slot.cls == "filler" and _fills_elsewhere(finding.statement, slot, inventory):
        return True
    if slot.cls == "organ":
        return not STATE.search(slot.text) or slot.text == "人民政府" or (slot.start == 0 and not finding.anchor)
    if slot.cls == "state":
        other = "".join(s.text for s in finding.slots if s is not slot)
        return len(slot.text) <= 2 or bool(set(slot.text) & set(other))
    return False


def _fills_elsewhere(statement: str, slot: Slot, inventory: Inventory) -> bool:
    """Return whether the booklet fills a short frame with other words too: 以学生为中心, 以课堂为中心."""
    left, right = CLAUSE_MARK.split(statement[: slot.start])[-1], CLAUSE_MARK.split(statement[slot.end :])[0]
    if len(left + right) > SHORT_FRAME or not (left and right):
        return False
    sentences = (inventory.sentences[place] for place in inventory.places_of(right))
    fillers = (sentence.partition(right)[0].rpartition(left)[2] for sentence in sentences)
    return any(2 <= len(filler) <= 10 and filler != slot.text and not MARK.search(filler) for filler in fillers)


def _has_kin(key: str, inventory: Inventory) -> bool:
    """Return whether the booklet mostly says the beginning of a key without its end: 校园阅读, not 校园阅读变革."""
    often = KIN * inventory.count(key)
    return any(inventory.count(key[:size]) >= often for size in range(SHORTEST_OBJECT, len(key) - 1))


def _blank_member(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the list with its most telling member blanked, one member before and after it kept where possible."""
    loose = (finding.open or _is_pattern(finding) or len(finding.members) < 3) and not finding.anchor
    if finding.rule == "series" or loose:  # a clause, or what many words could fill
        return None
    inner = [m for m in _whole_members(finding, kit.inventory) if not _is_guessed(m.text, finding)]
    if not inner:
        return "K4 可填的词太多"
    ranked = sorted(inner, key=lambda m: (-len(m.text), m.start))
    if template.asks == "second" and len(ranked) < 2:
        return None
    member = ranked[template.asks == "second"]
    statement = gapped(finding.statement, member.start, member.end, BLANK)
    stem = stated(template, finding.anchor, statement)
    blanks = (_accepted(member.text, statement),)
    return FillBlank(stem=stem, blanks=blanks, **kit.fields(finding, template, member.text))


def _whole_members(finding: ListFinding, inventory: Inventory) -> list[Slot]:
    """Return the members that may be asked, short enough for a blank; the first and the last only of two."""
    inner = finding.members[1:-1] or finding.members
    named = [m for m in inner if m.text not in GENERIC and not m.text.startswith(VARIED) and not _is_clause(m)]
    narrowed = [_narrowed(m, inventory) for m in named]
    return [m for m in narrowed if m is not None and len(m.text) <= LONGEST_BLANK]


def _is_guessed(key: str, finding: ListFinding) -> bool:
    """Return whether the stem gives a member away, or any word would do in its place.

    Half of it stands in the rest of the stem (a head all members have tells nothing); or it is one of two that only
    say of what kind their common head is (专门馆藏和特殊馆藏), or how something is (勤勉踏实、乐观向上的学生).
    """
    rest = finding.statement[: finding.start] + "\n" + finding.statement[finding.end :]
    heads = Counter(member.text[-2:] for member in finding.members)
    told = key[:2] in rest or (heads[key[2:]] < 2 and key[2:] in rest)
    words = tag(key)
    kinds = len(heads) == 1 and words[0].tag not in PROPER
    praise = key.endswith("化") or not (words[-1].tag.startswith("n") or key.endswith(NAMING))
    open_pair = finding.open and len(heads) == 1
    return (len(key) == SHORTEST_OBJECT and told) or (len(finding.members) == 2 and (kinds or praise or open_pair))


def _is_clause(member: Slot) -> bool:
    """Return whether a member is what somebody does, or does something with: 不断发现新的方法, 提供的软件."""
    acts = tag(member.text)[0].tag.startswith(("v", "d", "ad"))
    return acts and ("的" in member.text or len(member.text) >= CLAUSE)


def _is_pattern(finding: ListFinding) -> bool:
    """Return whether the members are short variations of one pattern (精准化、灵活化)."""
    texts = [m.text for m in finding.members]
    same = len({t[-1] for t in texts}) == 1 or len({t[0] for t in texts}) == 1
    return same and max(map(len, texts)) <= 3
