"""Openness: whether words other than the key could fill its blank, or the stem gives it away (RULES.md 12, K4, K5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from quizgen.distractors import CLAUSE_MARK, Inventory
from quizgen.distractors.terms import WEAK
from quizgen.generation.makers.spans import COMMON_TAILS
from quizgen.generation.stems import gapped
from quizgen.model.finding import ListFinding, Slot, SlotFinding
from quizgen.resources import read_words
from quizgen.text.words import tag

TWO_WORDS = 4  # characters of a key made of two words
BARE = 5  # characters of a clause that has only its verb before the gap: 要落实____
FORMULAIC = ("党的", "国家的", "为中心的")  # what follows has a fixed name: 党的教育方针
TELLING = 5  # characters of an object no other word would be put for
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
SHORT_FRAME = 8  # characters
FRAME = 8  # characters beside a gap that another filler may stand beside too
PRAISE = ("良好", "优良", "正确", "健康")
"""Before a list of plain words: 良好品行、习惯, and much else."""
LONG_MEMBER = 7  # characters: an act so long is no word
GENERIC = frozenset(read_words("generic"))
TAKING_ANY = (*read_words("open_verbs"), "和", "与", "、", "及", "对")
"""Words behind which nearly any noun would do."""
TAKING_ALL = ("推进", "推动", "坚持", "实现", "维护", "加强", "发展", "履行", "保护", "支持", "创新")
"""… and any phrase whatever."""
VARIED = ("全体", "不同", "各种", "各类", "有关", "相关", "其他", "更", "跨")
PROPER = frozenset({"ns", "nt", "nz", "nr", "j"})  # tags of names
NAMING = ("性", "制", "型")  # endings of what is no noun to the tagger
SUMMING = re.compile(r"(?:方面|等[^，]{0,6}|大[^，]{2,6})的$")
# 教材、教法等方面的
RANKED = re.compile(
    r"是(?:[^，]{1,12}的)?第一[一-龥]{2,4}$|是[^，]{0,14}最[一-龥、]{2,8}的(?:因素|要素|力量|资源|动力)$"
)
# 人才是第一资源; 人是课堂中最活跃的因素: an official wording by its form
DISTINCT = re.compile(r"硬道理|牛鼻子|主阵地|主战场|生命线|压舱石|晴雨表|试金石|大文章|指挥棒|总开关")
# 抓住课堂这个主阵地: a byname there is one of
MARK = re.compile(r"[，；：、]")
# ，
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
    return OPEN[slot.cls](finding, slot, inventory) if slot.cls in OPEN else False


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
    left = CLAUSE_MARK.split(finding.statement[: slot.start])[-1]
    right = CLAUSE_MARK.split(finding.statement[slot.end :])[0]
    if len(left + right) > SHORT_FRAME or not (left and right):
        return False
    sentences = (inventory.sentences[place] for place in inventory.places_of(right))
    fillers = (sentence.partition(right)[0].rpartition(left)[2] for sentence in sentences)
    return any(2 <= len(filler) <= 10 and filler != slot.text and not MARK.search(filler) for filler in fillers)


def _is_open_formula(finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether the booklet goes on otherwise behind the same words, or a clause is hardly more than the gap."""
    before, behind = finding.statement[: slot.start], finding.statement[slot.end :]
    lead, rest = CLAUSE_MARK.split(before)[-1], CLAUSE_MARK.split(behind)[0]
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
        slot.cls in ("measure", "topic")
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


def is_loose(finding: ListFinding) -> bool:
    """Return whether a list nobody is named for is too open.

    It ends in 等, has two members, is of one pattern, or tells what is done (突破时空、联通城乡). A law's is
    the law's, even where the file does not tell its name.
    """
    if finding.anchor or finding.spoken == "law":
        return False
    acts = all(tag(m.text)[0].tag == "v" for m in finding.members)
    return finding.open or len(finding.members) < 3 or acts or _is_pattern(finding)


def is_named(finding: ListFinding) -> bool:
    """Return whether an open list names what its members are: 新能源、新材料等战略性产业, not 社区、车站等参加活动."""
    rest = finding.statement[finding.end :].removeprefix("等")
    return bool(rest) and tag(rest)[0].tag.startswith(("n", "a", "b", "j", "l", "m", "s", "vn"))


def _is_pattern(finding: ListFinding) -> bool:
    """Return whether the members are short variations of one pattern (精准化、灵活化)."""
    texts = [m.text for m in finding.members]
    same = len({t[-1] for t in texts}) == 1 or len({t[0] for t in texts}) == 1
    return same and max(map(len, texts)) <= 3


def is_varied(member: Slot) -> bool:
    """Return whether a member is a plain word, or what somebody does: 不断发现新的方法, 提供的软件."""
    first, *others = ("" if word.text == "是" else word.tag for word in tag(member.text))
    acts = first.startswith(("v", "d", "ad"))
    clause = (acts and "的" in member.text) or (
        len(member.text) >= LONG_MEMBER and (acts or ("v" in others[:-1] and "和" not in member.text))
    )
    return clause or member.text in GENERIC or member.text.startswith(VARIED)


def is_guessed(key: str, finding: ListFinding) -> bool:
    """Return whether the stem gives a member away, or any word would do in its place.

    Half of it stands in the rest of the stem (a head all members have tells nothing); or it is one of two that only
    say of what kind their common head is (专门馆藏和特殊馆藏), or how something is (勤勉踏实、乐观向上的学生).
    """
    rest = finding.statement[: finding.start] + "\n" + finding.statement[finding.end :]
    heads = Counter(member.text[-2:] for member in finding.members)
    told = key[:2] in rest or (heads[key[2:]] < 2 and key[2:] in rest)
    words = tag(key)
    mirrored = any(_differ_in_one(key, member.text.strip("“”")) for member in finding.members)
    fixed = finding.spoken == "law" and len(key) > TELLING
    kinds = len(heads) == 1 and not fixed and (finding.open or words[0].tag not in PROPER)
    plain = len(key) == 2 and words[0].tag.startswith("v") and len(finding.members) <= 3  # 指导、支持和服务
    praise = key.endswith("化") or not (words[-1].tag.startswith("n") or key.endswith(NAMING))
    praised = len(key) == 2 and (finding.members[0].text.startswith(PRAISE) or rest.partition("\n")[0].endswith(PRAISE))
    return (
        mirrored
        or plain
        or praised
        or (len(key) == TWO_WORDS and told)
        or (len(finding.members) == 2 and (kinds or praise))
    )


def _differ_in_one(one: str, two: str) -> bool:
    """Return whether one phrase is the other with another character in it: 校校有书, 班班有书."""
    return len(one) == len(two) >= TWO_WORDS and len({(a, b) for a, b in zip(one, two, strict=True) if a != b}) == 1
