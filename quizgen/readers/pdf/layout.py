"""Fragments of a PDF page to physical lines in reading order: baselines, columns, white space written out."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quizgen.readers.pdf.columns import find_gutter, order
from quizgen.readers.pdf.fragment import Fragment

SAME_BASELINE = (
    0.4  # ems (of the larger) between the baselines of one line: raised notes and low punctuation belong to it
)
SEEN_GAP = 0.3  # ems of white space from which a blank is written; Word puts a quarter between 汉字 and digits
SET_APART = 1.5  # line distances from which a blank line is written
MAX_BLANKS = 40  # ideographic spaces written for one gap
SAME_EDGE = 0.5  # ems between left ends that count as one edge
TWICE = 1.0  # points between a fragment and its copy drawn again to look bold
MOSTLY = 0.8  # share of bold letters from which a line is bold
BLANK = "\u3000"


class PageLine(NamedTuple):
    """A physical line; white space before and inside it is written as one U+3000 per em, as in a typed text."""

    text: str
    left: float  # of the first glyph
    size: float
    bold: bool
    is_apart: bool  # more white space above it than above most lines


def read_lines(pages: Sequence[Sequence[Fragment]]) -> list[list[PageLine]]:
    """Return the lines of each page in reading order.

    The text layer under a scan is read only where nothing else is on the page; tilted text (a watermark) never.
    """
    words = [_readable(page) for page in pages]
    gutters = [find_gutter(page) for page in words]
    known = next((gutter for gutter in gutters if gutter is not None), None)
    lines: list[list[PageLine]] = []
    for page, gutter in zip(words, gutters, strict=True):
        known = known if gutter is None else gutter
        lines.append([line for column in order(page, known) for line in _column_lines(column)])
    return lines


def _readable(page: Sequence[Fragment]) -> list[Fragment]:
    seen = [fragment for fragment in page if fragment.drawn == "seen"]
    return seen or [fragment for fragment in page if fragment.drawn == "unseen"]


def _column_lines(column: Sequence[Fragment]) -> Iterator[PageLine]:
    rows = group_rows(column)
    edge, spaces = _left_edge(rows), _spaces_above(rows)
    for row, is_apart in zip(rows, spaces, strict=True):
        yield _line(row, edge, is_apart)


def group_rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the fragments of each baseline from left to right, rows from top to bottom."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda one: (one.baseline, one.left)):
        if rows and fragment.baseline - rows[-1][0].baseline <= SAME_BASELINE * max(fragment.size, rows[-1][0].size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [list(_without_copies(sorted(row, key=lambda one: (one.left, one.baseline)))) for row in rows]


def _without_copies(row: list[Fragment]) -> Iterator[Fragment]:
    before: Fragment | None = None
    for fragment in row:
        if before is None or fragment.text != before.text or fragment.left - before.left > TWICE:
            yield fragment
        before = fragment


def _left_edge(rows: list[list[Fragment]]) -> float:
    """Return where the lines of a column begin: the leftmost edge that two lines share, else the leftmost of all."""
    lefts = sorted(row[0].left for row in rows)
    size = _usual_size(rows)
    shared = (left for left, right in pairwise(lefts) if right - left <= SAME_EDGE * size)
    return next(shared, lefts[0] if lefts else 0.0)


def _spaces_above(rows: list[list[Fragment]]) -> list[bool]:
    """Return for each row whether it stands farther below the one before than most rows do."""
    steps = [after[0].baseline - before[0].baseline for before, after in pairwise(rows)]
    usual = statistics.median(steps) if steps else 0.0
    return [False, *(step > SET_APART * usual for step in steps)] if rows else []


def _usual_size(rows: list[list[Fragment]]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        for fragment in row:
            sizes[fragment.size] += len(fragment.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _line(row: list[Fragment], edge: float, is_apart: bool) -> PageLine:
    size = _usual_size([row])
    text = _blanks(row[0].left - edge, size, "")
    text += row[0].text
    for before, fragment in pairwise(row):
        text += _blanks(fragment.left - before.right, size, " ") + fragment.text
    letters = sum(len(fragment.text) for fragment in row)
    bold = sum(len(fragment.text) for fragment in row if fragment.bold)
    return PageLine(text, row[0].left, size, bold >= MOSTLY * letters, is_apart)


def _blanks(width: float, size: float, narrow: str) -> str:
    """Return ``width`` points of white space in ems; ``narrow`` where it is less than one, nothing where unseen."""
    if size <= 0 or width < SEEN_GAP * size:
        return ""
    return BLANK * min(round(width / size), MAX_BLANKS) or narrow
