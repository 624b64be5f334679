"""Wraps: which line ends are the column's and which the writer's, by evidence added up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from quizgen.cleaning.habits import FEATURES, SHORT_SHARE, Habits, ends_mid_sentence
from quizgen.cleaning.lines import Line, cells

NO_START = "，。、；：！？”’）》】〉」』,.;:!?)]%％…"
NO_END = "“‘（《【〈「『(["
TERMINAL = "。！？!?；;：:"
CLOSERS = "”’）》】)"
PAIRS = ("（）", "《》", "【】")

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

TOLERANCE = 2  # cells a line with half-width characters may leave free: they are no whole cells in print
SLACK = 2  # cells by which the shape of a first line may differ
RECENT = 3  # lines in which a bracket still counts as open; further back it is a slip of the writer's


def join_lines(lines: Sequence[Line], joints: Sequence[Joint], habits: Habits) -> list[list[int]]:
    """Return the paragraphs as lists of line indices; ``joints[i]``: between the lines i and i + 1."""
    paragraphs: list[list[int]] = []
    for index, line in enumerate(lines):
        if index and not is_paragraph_end(_ends_of(paragraphs[-1], lines), line, joints[index - 1], habits):
            paragraphs[-1].append(index)
        else:
            paragraphs.append([index])
    return paragraphs


def _ends_of(paragraph: list[int], lines: Sequence[Line]) -> list[Line]:
    """Return the first line of a paragraph and its last ones: what lies between decides nothing."""
    return [lines[k] for k in ([paragraph[0], *paragraph[-RECENT:]] if len(paragraph) > RECENT else paragraph)]


def is_paragraph_end(paragraph: Sequence[Line], after: Line, joint: Joint, habits: Habits) -> bool:
    """Return whether a paragraph ends before the line ``after``: the evidence, added up, is for it (> 0)."""
    if habits.column is None or joint == "left out":
        return True
    if after.text[0] in NO_START or paragraph[-1].last in NO_END or _is_open(paragraph[-RECENT:]):
        return False
    evidence = (
        _room(paragraph, after, habits, habits.column),
        _spacing(paragraph[-1], after, joint, habits),
        _shape(after, habits, habits.column),
        _marks(paragraph, after, habits.column),
    )
    return sum(evidence) > 0


def _is_open(lines: Sequence[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return any(text.count(opened) > text.count(closed) for opened, closed in map(tuple, PAIRS))


def _room(paragraph: Sequence[Line], after: Line, habits: Habits, column: int) -> float:
    """Return evidence from space left: a wrapped line is full, an ended one need not be."""
    line = paragraph[-1]
    capacity = column - (max(habits.indent, line.lead) if len(paragraph) == 1 else 0)
    tolerance = TOLERANCE if any(map(str.isascii, line.text)) else 0
    slack = capacity - line.cells - cells(_first_unit(after.text)) - tolerance
    if slack > capacity / 2:
        return 9
    return 5 if slack > 6 else 3.5 if slack > 2 else 2 if slack > 0 else -1.5


def _first_unit(text: str) -> str:
    """Return what should have gone on the line before: a 汉字 or a word, with the marks that go with it."""
    begin = next((index for index, character in enumerate(text) if character not in NO_END), 0)
    end = UNIT.match(text, begin).end()  # type: ignore[union-attr]
    while end < len(text) and text[end] in NO_START:
        end += 1
    return text[:end]


def _spacing(line: Line, after: Line, joint: Joint, habits: Habits) -> float:
    """Return evidence from the dump's own marks; page turns have their own spacing."""
    names = tuple(FEATURES)
    if joint == "page turn":
        names = ("trail",) if habits.page_mark else ("trail", "lead")
    return sum(habits.odds[name].get(FEATURES[name](line, after), 0.0) for name in names)


def _shape(after: Line, habits: Habits, column: int) -> float:
    """Return evidence from a first line being shorter by the indent, where the dump lost the indent itself."""
    shortfall = column - after.cells
    if not habits.indent or after.lead >= habits.indent:
        return 0
    if shortfall < habits.indent - SLACK:
        return -3
    if shortfall > habits.indent + SLACK:
        return 0
    return 2.5 if ends_mid_sentence(after) else 1


def _marks(paragraph: Sequence[Line], after: Line, column: int) -> float:
    """Return evidence from the characters on both sides."""
    text = paragraph[-1].text
    last = text.rstrip(CLOSERS)[-1:]
    if last not in TERMINAL and not WHOLE_BRACKET.fullmatch(text):
        return 3 if WHOLE_BRACKET.fullmatch(after.text) else -2
    if last in "；;":
        return 2 if STARTER.match(after.text) and STARTER.match(paragraph[0].text) else 0
    return 1 + (2 if STARTER.match(after.text) else 0) + _stands_alone(after, column)


def _stands_alone(after: Line, column: int) -> float:
    """Return evidence from a short line: as the end of a paragraph it would end its sentence, mostly with 。"""
    if after.cells > SHORT_SHARE * column:
        return 0
    last = after.text.rstrip(CLOSERS)[-1:]
    return 0 if last == "。" else 1 if last in TERMINAL else 2.5
