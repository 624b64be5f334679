"""Wraps: which line ends are the column's and which the writer's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from quizgen.cleaning.habits import FEATURES, Habits, ends_mid_sentence
from quizgen.cleaning.lines import Line, cells

NO_START = "，。、；：！？”’）》】〉」』,.;:!?)]%％…"
NO_END = "“‘（《【〈「『(["
TERMINAL = "。！？!?；;：:"
CLOSERS = "”’）》】)"

UNIT = re.compile(r"[A-Za-z0-9.%+\-/]+|.", re.DOTALL)
# 2024 in "2024年"; STEM in "STEM教育"; 教 in "教育"

STARTER = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[章节条编，]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、是]|\d+[.．、]\D"
)
# 第三条; 第一，; （二）; 四、; 三是; 5.加强

WHOLE_BRACKET = re.compile(r"[（(][^（()）]*[）)]")
# （2021年6月10日清河市人民代表大会通过）

Joint = Literal["plain", "page turn", "left out"]
"""What lies between two lines; "left out": debris or a table of contents, which no paragraph runs across."""

SLACK = 2  # cells a line may leave free though the next unit would have fitted: rounding of half-width spaces


def is_paragraph_end(line: Line, after: Line, *, first: bool, open_pair: bool, joint: Joint, habits: Habits) -> bool:
    """Return whether a paragraph ends between two lines: the evidence below, added up, is for it.

    ``first``: ``line`` is the first of its paragraph; ``open_pair``: a bracket or 《 is open.
    """
    if habits.column is None or joint == "left out":
        return True
    if after.text[0] in NO_START or line.last in NO_END or open_pair:
        return False
    capacity = habits.column - (habits.indent if first else 0)
    return _room(line, after, capacity) + _manner(line, after, habits, joint) + _marks(line, after) > 0


def _room(line: Line, after: Line, capacity: int) -> float:
    """Return evidence from space left: a wrapped line is full, an ended one need not be."""
    slack = capacity - line.cells - cells(_first_unit(after.text))
    if slack > capacity / 2:
        return 9
    if slack > 6:
        return 5
    if slack > SLACK:
        return 2
    return -1.5


def _first_unit(text: str) -> str:
    """Return what should have gone on the line before: a 汉字 or a word, with the marks that may not start a line."""
    end = UNIT.match(text).end()  # type: ignore[union-attr]
    while end < len(text) and text[end] in NO_START:
        end += 1
    return text[:end]


def _manner(line: Line, after: Line, habits: Habits, joint: Joint) -> float:
    """Return evidence from the dump's own marks and the shape of a first line; page turns have their own spacing."""
    names = ("trail",) if joint == "page turn" else tuple(FEATURES)
    odds = sum(habits.odds[name].get(FEATURES[name](line, after), 0.0) for name in names)
    return odds + _shape(after, habits)


def _shape(after: Line, habits: Habits) -> float:
    """Return evidence from a first line being shorter by the indent, where the dump lost the indent itself."""
    if not habits.indent or habits.column is None:
        return 0
    shortfall = habits.column - after.cells
    if shortfall < habits.indent - SLACK:
        return -3
    return 1 if shortfall <= habits.indent + SLACK and ends_mid_sentence(after) else 0


def _marks(line: Line, after: Line) -> float:
    """Return evidence from the characters on both sides."""
    bare = line.text.rstrip(CLOSERS)
    ended = (bool(bare) and bare[-1] in TERMINAL) or WHOLE_BRACKET.fullmatch(line.text) is not None
    starts = STARTER.match(after.text) is not None
    return (1.0 if ended else -2.0) + (2.0 if starts and ended else 0.0)


def join_lines(lines: Sequence[Line], joints: Sequence[Joint], habits: Habits) -> list[list[int]]:
    """Return the paragraphs as lists of line indices; ``joints[i]``: between the lines i and i + 1."""
    paragraphs: list[list[int]] = []
    for index, line in enumerate(lines):
        if index and not is_paragraph_end(
            lines[index - 1],
            line,
            first=len(paragraphs[-1]) == 1,
            open_pair=_is_open("".join(lines[k].text for k in paragraphs[-1])),
            joint=joints[index - 1],
            habits=habits,
        ):
            paragraphs[-1].append(index)
        else:
            paragraphs.append([index])
    return paragraphs


def _is_open(text: str) -> bool:
    """Return whether a bracket or 《 opened lately is not closed yet; far back it is a slip of the writer's."""
    recent = text[-80:]
    return any(recent.count(a) > recent.count(b) for a, b in ("（）", "《》", "【】"))
