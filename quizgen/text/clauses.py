"""Clauses: where a sentence may be cut without cutting a quotation, a bracket or a title."""

from __future__ import annotations

import re
from typing import NamedTuple

OPENERS = "“‘（《〈【(「『"
CLOSERS = "”’）》〉】)」』"
JOINTS = "，；：,;:"
AND_SO_ON = re.compile(r"(?<![平高中初同均优对相])等(?![级于式待价同候])")
# 大数据等技术; not 高等教育, 等于


class Clause(NamedTuple):
    """A clause as a half-open range; ``joint`` is the mark behind it ("" at the end)."""

    start: int
    end: int
    joint: str


def split(text: str, joints: str = JOINTS) -> list[Clause]:
    """Return the clauses of ``text`` in order; marks inside quotations, brackets and titles do not cut."""
    clauses: list[Clause] = []
    depth = start = 0
    for index, char in enumerate(text):
        if char in OPENERS:
            depth += 1
        elif char in CLOSERS:
            depth = max(0, depth - 1)
        elif char in joints and depth == 0:
            clauses.append(Clause(start, index, char))
            start = index + 1
    if start < len(text):
        clauses.append(Clause(start, len(text), ""))
    return [clause for clause in clauses if clause.end > clause.start]


def balanced(text: str) -> bool:
    """Return whether every quotation mark, bracket and title mark of ``text`` has its partner, in order."""
    stack: list[str] = []
    for char in text:
        if char in OPENERS:
            stack.append(CLOSERS[OPENERS.index(char)])
        elif char in CLOSERS and (not stack or stack.pop() != char):
            return False
    return not stack
