"""Kinds: whether what stands side by side is of one kind, the members of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.miners.phrases import BAD_EDGE, GENERIC, VERBS
from quizgen.miners.statements import Statement
from quizgen.text.clauses import AND_SO_ON, balanced
from quizgen.text.names import is_surely_name

DEGREE = re.compile(r".(?:更加|更为|更有|不断|日益|越来越)")
# 归属感更加强烈: the list has ended
COUNTED_ON = re.compile(r"第[一二三四五六七八九十百]+[条款项段步批]|[一二]?十[一二三四五六七八九]?大$")
# 第二十一条, 第二段锻炼身体; 十七大: its neighbours tell it
DIGIT = re.compile(r"\d")
# 2
LONGEST_NAME = 4  # of longer members the word classes are sure

Range = tuple[int, int]


def is_sound(statement: Statement, members: Sequence[Range]) -> bool:
    """Return whether ranges may be the members of one list: whole, distinct, of one kind, none a name or a figure."""
    texts = [statement.text[a:b] for a, b in members]
    if len(texts) == 2 and not (
        (min(len(t) for t in texts) >= 3 and (texts[0][-1] == texts[1][-1] or texts[0][0] == texts[1][0]))
        or len(texts[0]) == len(texts[1]) >= 4
    ):
        return False
    if "的" not in texts[0] and any("的" in text for text in texts[1:-1]):
        return False  # 强校、育人的基础、保障: the first is of what the second is of
    lengths = [len(t.split("及其")[0]) for t in texts]
    if any(texts[0].startswith(verb) and {len(texts[0]) - len(verb)} == set(lengths[1:]) for verb in VERBS):
        return False  # 弘扬勤俭精神和奋斗精神: the verb is of all
    if any(DIGIT.search(t) or COUNTED_ON.match(t) for t in texts) or max(lengths) >= 3 * min(lengths):
        return False
    clause = next(c for c in statement.clauses if c.end >= members[-1][1])
    said = statement.text[min(clause.start, members[0][0]) : clause.end]
    if len(set(texts)) < len(texts) or any(said.count(text) > 1 for text in texts):
        return False  # 把读书放在首位、读书和写作相统一: no list of three
    if any(len(t) < 2 or BAD_EDGE.search(t) or AND_SO_ON.search(t) or not balanced(t) for t in texts):
        return False
    if not _are_twins(texts) and _is_mixed(statement, members, max(lengths)):
        return False
    if any(a != b and a in b for a in texts for b in texts) or any(DEGREE.search(text) for text in texts):
        return False
    if len(members) > 8 or all(t in GENERIC for t in texts) or texts[0].startswith("是"):
        return False
    return 2 * sum(is_surely_name(t) for t in texts) < len(texts)


def _are_twins(texts: Sequence[str]) -> bool:
    """Return whether all members are of one length and one ending (导读精细化、借阅精准化) or begin alike."""
    return len({(len(text), text[-1]) for text in texts}) == 1 or (len(texts) > 2 and len({t[0] for t in texts}) == 1)


def _is_mixed(statement: Statement, members: Sequence[Range], longest: int) -> bool:
    """Return whether a verb stands in a member that is of all, or the members are of two kinds."""
    opened = {start: word.tag for (start, _, _), word in zip(statement.classes, statement.words, strict=True)}
    first, *others = (opened.get(start, "") for start, _ in members)
    if first == "v" and all(tag.startswith(("n", "b", "h", "j", "l", "i")) for tag in others):
        return True  # 列入学生评价体系、教师考核体系: the verb is of all
    mixed = "v" in (first, *others) and any(tag.startswith("n") for tag in (first, *others))
    acts_last = statement.spoken == "law" and (first, *others).index("v") == len(others) if mixed else False
    if acts_last and min(b - a for a, b in members) >= LONGEST_NAME:
        return False  # 图书失窃、期刊破损、散布谣言
    return mixed and longest > LONGEST_NAME  # 阅读的习惯、表达自己的想法
