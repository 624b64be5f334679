"""Habits: how this dump marks wraps, paragraphs and pages, learnt from the dump itself."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizgen.cleaning.characters import is_han
from quizgen.cleaning.lines import Line

MIN_COLUMN = 16  # cells; narrower columns are tables
FULL_SLACK = 3  # cells a justified line may fall short of the column: one 汉字 and rounding
SHORT_SHARE = 0.8  # of the column; a line shorter than this was ended on purpose
MIN_WRAP_SHARE = 0.12  # of all lines end in mid-sentence at the column edge, or nothing was wrapped
MIN_WIDER = 0.15  # of the commonest width; rarer ones are words that stick out
INDENT = 4  # cells: two 汉字
MAX_OUTSIDE = 0.1  # of all lines may stick out of the column; more, and it is none
MID_SENTENCE = "，、：；—·（《“"
MAX_ODDS = 3.0

Feature = Callable[[Line, Line], Hashable]


def trail_of(line: Line, after: Line) -> Hashable:
    """Return the trailing-space mark at the boundary ``line`` | ``after``."""
    return line.trail


def lead_of(line: Line, after: Line) -> Hashable:
    """Return the indent of the line behind the boundary."""
    return min(after.lead, 8)


def gap_of(line: Line, after: Line) -> Hashable:
    """Return the empty lines at the boundary."""
    return min(after.gap, 4)


FEATURES: dict[str, Feature] = {"trail": trail_of, "lead": lead_of, "gap": gap_of}
"""What dumps mark paragraphs with: each is weighed by what it did at the boundaries nobody can doubt."""


@dataclass(frozen=True)
class Habits:
    """What was learnt. ``column`` is None where nothing was wrapped: every line is a paragraph."""

    column: int | None
    indent: int = 0  # cells a paragraph's first line is shorter by
    odds: dict[str, dict[Hashable, float]] = field(default_factory=dict)  # > 0: for a paragraph end
    page_mark: tuple[int, bool] | None = None  # (gap, indented) that stands at page turns only
    usual_gap: int = 0

    def turns_page(self, line: Line) -> bool:
        """Return whether a page begins with ``line``."""
        return line.new_page or (line.gap, line.lead > 0) == self.page_mark


def learn(lines: Sequence[Line], skip: Collection[int] = ()) -> Habits:
    """Return the habits of a dump; ``skip``: lines left out, whose neighbourhood says nothing."""
    column = _column(lines)
    if column is None:
        return Habits(None, usual_gap=usual_gap(lines))
    pairs = [pair for index, pair in enumerate(pairwise(lines)) if index not in skip and index + 1 not in skip]
    wraps = [pair for pair in pairs if _is_sure_wrap(pair[0], column)]
    ends = [pair for pair in pairs if pair[0].cells < SHORT_SHARE * column]
    mark = None if any(line.new_page for line in lines) else _page_mark(ends, wraps)
    inner = [pair for pair in wraps if (pair[1].gap, pair[1].lead > 0) != mark and not pair[1].new_page]
    return Habits(
        column=column,
        indent=_indent(ends, column),
        odds={name: _odds([f(*p) for p in ends], [f(*p) for p in inner]) for name, f in FEATURES.items()},
        page_mark=mark,
        usual_gap=Counter(after.gap for _, after in inner or pairs).most_common(1)[0][0] if pairs else 0,
    )


def usual_gap(lines: Sequence[Line]) -> int:
    """Return how many empty lines most lines follow."""
    gaps = Counter(line.gap for line in lines[1:])
    return gaps.most_common(1)[0][0] if gaps else 0


def ends_mid_sentence(line: Line) -> bool:
    """Return whether a line's last character leaves the sentence open."""
    return is_han(line.last) or line.last in MID_SENTENCE or line.last.isalnum()


def _column(lines: Sequence[Line]) -> int | None:
    """Return the width of the lines cut in mid-sentence; None when lines are whole paragraphs.

    It is the commonest width, or, where paragraphs are short and their first lines the commonest, wider by the indent.
    """
    widths = Counter(line.cells for line in lines if line.cells >= MIN_COLUMN and ends_mid_sentence(line))
    if not widths:
        return None
    common = max(sorted(widths), key=lambda width: widths[width])
    wider = max(range(common + INDENT - 1, common + INDENT + 3), key=lambda width: widths[width])
    column = wider if widths[wider] >= MIN_WIDER * widths[common] else common
    count = sum(number for width, number in widths.items() if column - FULL_SLACK - INDENT <= width <= column + 2)
    outside = sum(line.cells > column + INDENT for line in lines)
    return (
        column if count >= MIN_WRAP_SHARE * len(lines) and count > 1 and outside <= MAX_OUTSIDE * len(lines) else None
    )


def _is_sure_wrap(line: Line, column: int) -> bool:
    return SHORT_SHARE * column <= line.cells <= column + 2 and ends_mid_sentence(line)


def _odds(at_ends: list[Hashable], at_wraps: list[Hashable]) -> dict[Hashable, float]:
    """Return log odds of a paragraph end for each value of a feature, ±MAX_ODDS at most."""
    ends, wraps = Counter(at_ends), Counter(at_wraps)
    values = list(ends | wraps)
    table = {}
    for value in values:
        share_end = (ends[value] + 0.5) / (len(at_ends) + 1)
        share_wrap = (wraps[value] + 0.5) / (len(at_wraps) + 1)
        table[value] = max(-MAX_ODDS, min(MAX_ODDS, math.log(share_end / share_wrap)))
    return table


def _indent(ends: list[tuple[Line, Line]], column: int) -> int:
    """Return by how much the full lines that begin a paragraph fall short of the column: 4 cells or nothing."""
    shortfalls = [column - after.cells for _, after in ends if ends_mid_sentence(after)]
    near_four = sum(3 <= s <= 6 for s in shortfalls)
    near_none = sum(-2 <= s <= 2 for s in shortfalls)
    return INDENT if near_four > near_none else 0


def _page_mark(ends: list[tuple[Line, Line]], wraps: list[tuple[Line, Line]]) -> tuple[int, bool] | None:
    """Return the odd gap that cuts sentences: seen at several sure wraps, rare there and no habit of paragraphs."""
    at_wraps = Counter((after.gap, after.lead > 0) for _, after in wraps)
    at_ends = Counter((after.gap, after.lead > 0) for _, after in ends)
    rare = [
        (count, mark)
        for mark, count in at_wraps.items()
        if 2 <= count <= 0.2 * len(wraps) and at_ends[mark] <= 0.4 * len(ends)
    ]
    return max(rare)[1] if rare else None
