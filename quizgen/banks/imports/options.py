"""Option marks inside a line: ``A.甲　B.乙``, ``（A）甲``, ``A 甲  B 乙``."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from quizgen.banks.imports.folding import fold, stretches

MARK = re.compile(
    r"(?<![A-Za-z0-9])(?:\(\s?(?P<round>[A-Ha-h])\s?\)[.、:]?|\[(?P<square>[A-Ha-h])\][.、:]?"
    r"|(?P<plain>[A-Ha-h])\s?(?P<stop>[.、:)])|(?P<bare>[A-H])\s(?=\S))"
)
# A.平台 B、师资 (C)经费 [D]课堂 E 时间

HELD_KEYS = re.compile(r"\(\s?[A-Ha-h](?:[\s,、]{0,3}[A-Ha-h]){1,7}\s?\)")
# 晨读的要求有（ A、B、D ）。  (keys in the bracket of a stem: no marks)

CLOSERS = " ).。?!;;,]_"
"""What may stand before an ``A`` that opens the options in the middle of a line."""


MAX_MARKS = 64
"""Marks looked at in one line; eight options need eight."""


class OptionMark(NamedTuple):
    """A mark at [start, end) of the line; ``style``: how it is set; ``ambiguous``: another place would do too."""

    letter: str  # upper case
    style: str
    start: int
    end: int
    ambiguous: bool = False


def find_options(folded: str, start: int, end: int, *, with_stem: bool = False) -> list[OptionMark]:
    """Return the option marks of a line between ``start`` and ``end``: consecutive letters, or nothing.

    At ``start`` any letter may begin (options split over lines) unless a stem comes first; further on only an ``A``
    that others follow.
    """
    masked = HELD_KEYS.sub(lambda held: "-" * len(held.group()), folded[:end])
    found = [_mark(m, folded) for m in islice(MARK.finditer(masked, start), MAX_MARKS)]
    for position, mark in enumerate(found):
        if not folded[start : mark.start].strip():
            if with_stem:
                continue
            return _chain(mark, found[position + 1 :], folded)
        if mark.letter == "A" and mark.style != "bare" and folded[mark.start - 1] in CLOSERS:
            chain = _chain(mark, found[position + 1 :], folded)
            if len(chain) > 1:
                return chain
    return []


def option_texts(text: str) -> list[tuple[str, str]]:
    """Return letter and words of the options that ``text`` begins with, nothing when it begins otherwise."""
    marks = find_options(fold(text), 0, len(text))
    if not marks or text[: marks[0].start].strip():
        return []
    spans = stretches([mark.start for mark in marks], len(text))
    return [(mark.letter, text[mark.end : end].strip()) for mark, (_, end) in zip(marks, spans, strict=True)]


def _mark(m: re.Match[str], folded: str) -> OptionMark:
    style = m["stop"] or ("bare" if m["bare"] else folded[m.start()])
    letter = m["round"] or m["square"] or m["plain"] or m["bare"]
    return OptionMark(letter.upper(), style, m.start(), m.end())


def _chain(first: OptionMark, rest: list[OptionMark], folded: str) -> list[OptionMark]:
    chain = [first]
    while following := _following(chain[-1], [m for m in rest if m.start >= chain[-1].end], folded):
        chain.append(following)
    return chain


def _following(last: OptionMark, rest: list[OptionMark], folded: str) -> OptionMark | None:
    """Return the mark of the next letter: set alike and spaced if there is one, else spaced, else set alike."""
    wanted = [m for m in rest if m.letter == chr(ord(last.letter) + 1)]
    alike = [m for m in wanted if m.style == last.style]
    spaced = [m for m in wanted if m.style != "bare" and folded[m.start - 1].isspace()]
    for group in ([m for m in alike if folded[m.start - 1].isspace()], spaced, [m for m in alike if m.style != "bare"]):
        if group:
            return group[0]._replace(ambiguous=len(group) > 1)
    return None
