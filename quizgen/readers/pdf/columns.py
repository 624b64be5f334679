"""The columns of a page: found by the white gutter between them, never by where a page usually has one."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from quizgen.readers.pdf.fragment import Fragment

Column = Sequence[Fragment]

MIDDLE = (0.2, 0.8)  # of the text's width, where a gutter may be
MAX_CROSSING = 0.4  # share of the text that may run across the gutter: a title over two columns
MIN_SIDE = 0.15  # share of the text each column must hold
MIN_GUTTER = 0.8  # ems
APART = 2.0  # line distances between a header and the body
MIN_ROWS = 4  # lines from which a column can be told
STRAY = 0.01  # share of the text that may stand in the gutter: a page number
FILLED = 0.6  # of its column's width the usual line takes; the cells of a table take less
MAX_SPLITS = 2  # a page of four columns


def order(fragments: Sequence[Fragment], known: float | None = None, splits: int = MAX_SPLITS) -> Iterator[Column]:
    """Yield the fragments of each column, or of each stretch across the columns, in reading order.

    ``known``: the gutter of a neighbouring page, for a page with too little text to show one.
    """
    gutter = find_gutter(fragments) if splits else None
    if gutter is None and known is not None and _is_free(fragments, known):
        gutter = known
    if gutter is None:
        yield fragments
        return
    for band in _bands(fragments, gutter):
        if any(_crosses(fragment, gutter) for fragment in band):
            yield band  # its columns, if any, are those of a line, not of a page
            continue
        for side in ([f for f in band if f.left < gutter], [f for f in band if f.left >= gutter]):
            if side:
                yield from order(side, splits=splits - 1)


def find_gutter(fragments: Sequence[Fragment]) -> float | None:
    """Return the x between two columns of running text, None where there is one column or a table."""
    gap = _widest_gap(fragments)
    if gap is None:
        return None
    gutter = (gap[0] + gap[1]) / 2
    sides = [[f for f in fragments if f.right <= gutter], [f for f in fragments if f.left >= gutter]]
    total = _width(fragments)
    two = all(_width(side) >= MIN_SIDE * total and _is_filled(side) for side in sides)
    return gutter if two and _is_free(fragments, gutter) else None


def _is_free(fragments: Sequence[Fragment], gutter: float) -> bool:
    """Return whether little enough text runs across the gutter."""
    return _width([f for f in fragments if _crosses(f, gutter)]) <= MAX_CROSSING * _width(fragments)


def _widest_gap(fragments: Sequence[Fragment]) -> tuple[int, int] | None:
    """Return the stretch of whole points near the middle that least text runs across."""
    if not fragments:
        return None
    left = min(int(f.left) for f in fragments)
    span = max(int(f.right) for f in fragments) - left + 2
    changes = [0.0] * (span + 1)
    for f in fragments:
        changes[int(f.left) - left] += f.right - f.left
        changes[int(f.right) - left + 1] -= f.right - f.left
    cover = [round(weight, 1) for weight in accumulate(changes)]
    first, last = int(span * MIDDLE[0]), int(span * MIDDLE[1])
    enough = min(cover[first : last + 1]) + STRAY * _width(fragments)
    runs = _runs([weight <= enough for weight in cover], first, last)
    start, end = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    size = statistics.median(f.size for f in fragments)
    return (start + left, end + left) if end - start >= MIN_GUTTER * size else None


def _runs(flags: list[bool], first: int, last: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at in range(first, last + 1):
        if flags[at]:
            start = runs.pop()[0] if runs and runs[-1][1] == at else at
            runs.append((start, at + 1))
    return runs


def _width(fragments: Sequence[Fragment]) -> float:
    return sum(f.right - f.left for f in fragments)


def _is_filled(side: Sequence[Fragment]) -> bool:
    """Return whether there are several lines, and the usual one takes most of its column."""
    rows: dict[float, float] = {}
    for f in side:
        rows[f.baseline] = rows.get(f.baseline, 0.0) + f.right - f.left
    if len(rows) < MIN_ROWS:
        return False
    column = max(f.right for f in side) - min(f.left for f in side)
    return statistics.median(rows.values()) >= FILLED * column


def _crosses(fragment: Fragment, gutter: float) -> bool:
    return fragment.left < gutter < fragment.right


def _bands(fragments: Sequence[Fragment], gutter: float) -> Iterator[list[Fragment]]:
    """Yield stretches from top to bottom: lines across the gutter or apart from the body, and what is in columns."""
    alone = sorted({f.baseline for f in fragments if _crosses(f, gutter)} | _margin_rows(fragments, gutter))
    band: list[Fragment] = []
    kind = None
    for f in sorted(fragments, key=lambda one: (one.baseline, one.left)):
        is_alone = bisect_left(alone, f.baseline - f.size / 2) < bisect_right(alone, f.baseline + f.size / 2)
        if band and is_alone != kind:
            yield band
            band = []
        band.append(f)
        kind = is_alone
    if band:
        yield band


def _margin_rows(fragments: Sequence[Fragment], gutter: float) -> set[float]:
    """Return the baselines of a header and a footer: the first and last line, if they stand apart from the body."""
    column = sorted({f.baseline for f in fragments if f.right <= gutter})
    usual = statistics.median([b - a for a, b in pairwise(column)] or [0.0])
    every = sorted({f.baseline for f in fragments})
    if not usual or len(every) < MIN_ROWS:
        return set()
    edges = ((every[0], every[1]), (every[-1], every[-2]))
    return {edge for edge, inner in edges if abs(edge - inner) > APART * usual}
