"""Looseness: whether a list could have other members, or the stem gives one away (RULES.md 12, K4, K5)."""

from __future__ import annotations

import re
from collections import Counter

from quizgen.generation.makers.openness import GENERIC, TELLING, TWO_WORDS, VARIED
from quizgen.model.finding import ListFinding, Slot
from quizgen.resources import read_words
from quizgen.text.words import tag

PRAISE = ("良好", "优良", "正确", "健康")
"""Before a list of plain words: 良好品行、习惯, and much else."""
LONG_MEMBER = 7  # characters: an act so long is no word
PROPER = frozenset({"ns", "nt", "nz", "nr", "j"})  # tags of names
NAMING = ("性", "制", "型")  # endings of what is no noun to the tagger
VERBS = tuple(read_words("verbs"))
GOES_WELL = re.compile(r"^[^，]{0,12}(?:快速|蓬勃|不断|持续|稳步|显著|明显)")
# （高铁、公路等）建设快速推进: what goes well is listed at will


def is_loose(finding: ListFinding) -> bool:
    """Return whether a list nobody is named for is too open.

    It ends in 等, has two members, is of one pattern, or tells what is done (突破时空、联通城乡). A law's is
    the law's, even where the file does not tell its name.
    """
    if finding.anchor or finding.spoken == "law":
        return False
    acts = sum(m.text.startswith(VERBS) or tag(m.text)[0].tag == "v" for m in finding.members) > 1
    return finding.open or len(finding.members) < 3 or acts or _is_pattern(finding)


def is_named(finding: ListFinding) -> bool:
    """Return whether an open list names what its members are: 新能源、新材料等战略性产业, not 社区、车站等参加活动."""
    rest = finding.statement[finding.end :].removeprefix("等")
    if not rest or GOES_WELL.search(rest):
        return False
    return tag(rest)[0].tag.startswith(("n", "a", "b", "j", "l", "m", "s", "vn"))


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
    few = finding.open or len(finding.members) <= 3
    acts = 2 * sum(tag(member.text)[0].tag.startswith("v") for member in finding.members) > len(finding.members)
    act = words[0].tag.startswith("v") or (acts and finding.spoken != "law")
    plain = len(key) == 2 and act and few  # 指导、支持和服务
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
