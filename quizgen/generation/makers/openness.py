"""Openness: whether words other than the key could fill its blank, or the stem gives it away (RULES.md 12, K4, K5)."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.distractors import CLAUSE_MARK, Inventory
from quizgen.distractors.terms import WEAK
from quizgen.generation.makers.frames import MARK, fillers_of, frame_of, is_manner, wordings_of
from quizgen.generation.makers.spans import COMMON_TAILS
from quizgen.generation.stems import gapped
from quizgen.model.finding import ListFinding, Slot, SlotFinding
from quizgen.resources import read_words
from quizgen.text.clauses import AND_SO_ON
from quizgen.text.words import tag

TWO_WORDS = 4  # characters of a key made of two words
BARE = 5  # characters of a clause that has only its verb before the gap: 要落实____
FORMULAIC = ("党的", "国家的", "为中心的")  # what follows has a fixed name: 党的教育方针
TELLING = 5  # characters of an object no other word would be put for
OFFICIAL = 2  # times a booklet says what is more than somebody's opinion
OFTEN = 3  # times a booklet says what is a standing wording
THEME_COUNT = 20  # times a booklet names what it is about
JOINTS = ("和", "与", "及", "、", "对", "向", "由", "为", "在")
ANY = ("性的", "必要的", "各种")
EXPLAINED = 13  # characters behind a gap that say what is meant
EVERYWHERE = 12  # times a law names what it is about, of which any rule may speak
DOINGS = ("活动", "行为", "措施")
TOPICAL = 12  # characters before a gap that tell the matter
DOCTRINES = ("观", "思想", "方针", "道路", "原则", "方向")
"""Endings of what is named once and for all."""
KIN = 2  # times as often
TOLD = 6  # characters behind a gap that say in what place it stands: ____和课堂教学融合
SHORT_FRAME = 8  # characters
FRAME = 8  # characters beside a gap that another filler may stand beside too
GENERIC = frozenset(read_words("generic"))
TAKING_ANY = (*read_words("open_verbs"), "和", "与", "、", "及", "对")
"""Words behind which nearly any noun would do."""
TAKING_ALL = ("推进", "推动", "坚持", "实现", "维护", "加强", "发展", "履行", "保护", "支持", "创新", "赋能", "做强")
"""… and any phrase whatever."""
VARIED = tuple(read_words("varied"))
SUMMING = re.compile(r"(?:方面|等[^，]{0,6}|大[^，]{2,6})的$")
# 教材、教法等方面的
RANKED = re.compile(
    r"是(?:[^，]{1,12}的)?第一[一-龥]{2,4}$|是[^，]{0,14}最[一-龥、]{2,8}的(?:因素|要素|力量|资源|动力)$"
)
# 人才是第一资源; 人是课堂中最活跃的因素: an official wording by its form
DISTINCT = re.compile(r"硬道理|牛鼻子|主阵地|主战场|生命线|压舱石|晴雨表|试金石|大文章|指挥棒|总开关")
# 抓住课堂这个主阵地: a byname there is one of
ADVICE = re.compile(r"，(?:还|就)?(?:要(?![义素点])|必须|应当?)(?=[一-龥])|，(?:关键|根本|重点|核心)(?:在|是)")
# 推进校园阅读，要以家校共育提供动力
AMONG = 4  # characters between a gap and the 等 that makes it an example: ____阅读等新方式
CARRIED_OUT = re.compile(r"落到实处|落地|见效|到位$")
# 目标任务落到实处
IS = re.compile(r"(?:本身)?(?:是|就是|正?成为|必须|应当|要)|和|与|、")
# ____是……: what any subject may do (____呈现良好态势) tells nothing
OWNER = re.compile(r"(?:负责|主管|管理|从事)[^，]*的(?:机构|部门|单位|人员)")
# 县政府负责图书工作的机构: the one charged is the office, not its owner
DEGREE = re.compile(r"(?:重大|重要|显著|积极|明显|突出|更大|新的?)(?:进展|成效|成果|成就|突破|进步|提升|贡献)$")
# 取得显著成效: how much, not what
STATE = re.compile(r"(?:国务院|代表大会|常务委员会|军事委员会|委员会|法院|检察院|机关|部门|政府)$")
# 县教育行政部门: an organ a law charges; 学校 or 单位 could be any


def is_open(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether words other than the key could fill its blank as well.

    An official wording – one that the booklet repeats, or that somebody is quoted for – has one key; a goal, or the
    bare object of a verb that takes anything, has many.
    """
    if slot.text in GENERIC or slot.text.startswith(VARIED) or DEGREE.match(slot.text):
        return True
    if is_one_of_several(finding, slot) or CARRIED_OUT.search(slot.text):
        return True
    if slot.cls in ("measure", "filler") and is_advice(finding, inventory):
        return True
    return OPEN[slot.cls](finding, slot, inventory) if slot.cls in OPEN else False


def is_one_of_several(finding: SlotFinding, slot: Slot) -> bool:
    """Return whether a slot only gives an example: 数字阅读等新方式."""
    found = AND_SO_ON.search(finding.statement, slot.end)
    between = finding.statement[slot.end : found.start()] if found else ""
    return found is not None and len(between) <= AMONG and not MARK.search(between)


def is_advice(finding: SlotFinding | ListFinding, inventory: Inventory) -> bool:
    """Return whether a statement only says what should be done, and nobody is named for it: others would say others."""
    said = finding.brief or finding.statement
    nobodys = not finding.anchor and finding.spoken != "law" and inventory.count(said) < OFFICIAL
    return nobodys and bool(ADVICE.search(finding.statement))


def _is_open_position(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    opinion = finding.kind in ("position", "first") and not finding.anchor
    return opinion and inventory.count(finding.statement) < 2 and not RANKED.search(finding.statement)


def _is_open_goal(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether a goal is anything but what the booklet is all about."""
    themeless = _has_kin(slot.text, inventory) or inventory.count(slot.text) < THEME_COUNT
    return themeless or _is_open_position(finding, slot, inventory)


def _is_open_ruling(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether what a law rules about is open: behind the same words it speaks of something else too.

    Its wording is fixed and its order too: what stands before the verb, or what is said of the matter behind, tells it.
    """
    before, behind = finding.statement[: slot.start], finding.statement[slot.end :]
    last = not behind or behind.startswith("，")
    if last and (before.endswith((*JOINTS, *ANY)) or SUMMING.search(before)):
        return True
    if last and (before.endswith(TAKING_ALL) and not slot.text.endswith(DOCTRINES)):
        return True
    if WEAK.match(slot.text) or slot.text.endswith(DOINGS) or inventory.count(slot.text) > EVERYWHERE:
        return True
    frame = before[-FRAME:]
    told = MARK.search(frame) or len(behind) >= EXPLAINED
    places = inventory.text.count(frame)
    if not places:  # the subject is put before a later clause
        return len(behind) < EXPLAINED and len(MARK.split(before)[-1]) < TOPICAL
    return not told and (places > 1 or _has_other_fillers(before, slot.text, inventory, bare=True))


def _is_open_measure(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    if finding.spoken == "law" and len(slot.text) >= TELLING and not slot.text.endswith(COMMON_TAILS):
        return _is_open_ruling(finding, slot, inventory)
    before, behind = finding.statement[: slot.start], finding.statement[slot.end :]
    last = not behind or behind.startswith("，")
    if last and (before.endswith(("和", "与", "及")) or SUMMING.search(before)):
        return True
    if len(slot.text) < TWO_WORDS or (len(slot.text) == TWO_WORDS and WEAK.match(slot.text)):
        return True
    if slot.text.endswith(COMMON_TAILS) or (last and before.endswith(TAKING_ALL)):
        return True
    standing = inventory.count(slot.text) >= OFTEN
    lead = CLAUSE_MARK.split(before)[-1]
    bare = len(lead) <= BARE and finding.spoken != "law"
    nameless = lead.endswith("的") and not lead.endswith(FORMULAIC)
    if len(slot.text) == TWO_WORDS and (bare or nameless) and not standing:
        return True
    if _has_other_fillers(before, slot.text, inventory, bare=not standing):
        return True
    return before.endswith(TAKING_ANY) and not (standing and len(slot.text) >= TELLING)


def _has_other_fillers(before: str, key: str, inventory: Inventory, *, bare: bool) -> bool:
    """Return whether what stands before a gap leads to something else in another place (RULES.md section 15, 5).

    ``bare``: a verb alone counts too.
    """
    frame = CLAUSE_MARK.split(before)[-1][-FRAME:]
    return len(frame) > (1 if bare else 2) and any(not rest.startswith(key) for rest in inventory.sequels(frame))


def _is_open_filler(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether the booklet fills a short frame with other words too: 以学生为中心, 以课堂为中心."""
    if is_manner(slot.text):
        return True
    left, right = frame_of(finding, slot)
    if len(left + right) > SHORT_FRAME or not (left and right):
        return False
    return any(filler not in wordings_of(finding, slot, inventory) for filler in fillers_of(left, right, inventory))


def _is_open_formula(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether the booklet goes on otherwise behind the same words, or a clause is hardly more than the gap."""
    before, behind = finding.statement[: slot.start], finding.statement[slot.end :]
    lead, rest = CLAUSE_MARK.split(before)[-1], CLAUSE_MARK.split(behind)[0]
    if slot.text.endswith("发展") and lead and tag(lead)[-1].tag.startswith(("n", "vn")):
        return True  # (促进阅读事业)高质量发展: or any other
    others = fillers_of(lead[-1:], rest, inventory) if lead and len(rest) >= TOLD else set()
    if others and others - set(wordings_of(finding, slot, inventory)):
        return True
    bare = len(lead) + len(rest) < BARE and (not behind or len(slot.text) <= TWO_WORDS)
    bare = bare and (before.endswith((*TAKING_ANY, *TAKING_ALL)) or not MARK.search(before + behind))
    bare = bare or (not behind and before.endswith(TAKING_ALL)) or (not lead and not IS.match(rest))
    return bare or _has_other_fillers(before, slot.text, inventory, bare=not MARK.search(before))


def _is_open_organ(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    nameless = slot.start == 0 and not finding.anchor
    duty = CLAUSE_MARK.split(finding.statement[slot.end :])[-1][-FRAME:]
    shared = len(duty) == FRAME and len(inventory.places_of(duty)) > 1  # others must do it too
    delegates = "另行" in finding.statement  # who makes the rules: a side issue
    owner = bool(OWNER.match(finding.statement, slot.end))
    return nameless or shared or delegates or owner or slot.text == "人民政府" or not STATE.search(slot.text)


def _is_open_state(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    other = "".join(s.text for s in finding.slots if s is not slot)
    return len(slot.text) <= 2 or bool(set(slot.text) & set(other))


def _is_bare_word(finding: SlotFinding, slot: Slot) -> bool:
    """Return whether a key is one word in a statement that tells no more: 做好阅读这篇大文章."""
    return len(slot.text) < TWO_WORDS and "，" not in finding.statement


def _is_open_consequence(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether a consequence is no term of the law, or one of two characters others would fit as well."""
    return len(slot.text) < TWO_WORDS or not any(slot.text in line for line in inventory.alternatives)


OPEN: dict[str, Callable[[SlotFinding, Slot, Inventory], bool]] = {
    "predicate": _is_open_position,
    "topic": _is_open_position,
    "goal": _is_open_goal,
    "measure": _is_open_measure,
    "filler": _is_open_filler,
    "formula": _is_open_formula,
    "organ": _is_open_organ,
    "state": _is_open_state,
    "byname": lambda finding, slot, inventory: not DISTINCT.search(slot.text),
    "consequence": _is_open_consequence,
    "slogan": lambda finding, slot, inventory: slot.name == "subject" and _is_bare_word(finding, slot),
    "call": lambda finding, slot, inventory: True,
}
"""By the class of what is asked."""


def _has_kin(key: str, inventory: Inventory) -> bool:
    """Return whether the booklet mostly says the beginning of a key without its end: 校园阅读, not 校园阅读变革."""
    often = KIN * inventory.count(key)
    return any(inventory.count(key[:size]) >= often for size in range(TWO_WORDS, len(key) - 1))


def is_told(finding: SlotFinding, slot: Slot) -> bool:
    """Return whether the stem shows half of a key: an organ's own word, a topic's head, the first word of two."""
    rest = gapped(finding.statement, slot.start, slot.end, "\n")
    parts = [word.text for word in tag(slot.text)]
    if (
        slot.cls in ("measure", "topic", "predicate", "formula")
        and len(parts) > 1
        and all(len(p) > 1 and p in finding.anchor + rest for p in parts)
    ):
        return True  # 图书借阅，是指从图书馆借阅书刊
    if slot.cls == "degree":
        return slot.text[:2] in rest
    if slot.cls == "organ":
        return slot.text[2:4] in rest.replace("国家", "\n")  # a plain word
    if slot.cls == "topic":
        return rest.endswith("的" + slot.text[-2:])
    if slot.cls == "filler" and len(slot.text) < TWO_WORDS:
        return slot.text[:2] in finding.anchor
    return slot.cls == "measure" and len(slot.text) == TWO_WORDS and slot.text[:2] in finding.statement[: slot.start]
