"""Pages: where they turn, and how many lines a full one holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizgen.cleaning.habits import Habits
from quizgen.cleaning.lines import Line
from quizgen.model.document import DiscardReason

MIN_PAGES = 3
MIN_SHARE = 0.1  # of the pages


def count_pages(lines: Sequence[Line], habits: Habits, reasons: dict[int, DiscardReason]) -> list[int]:
    """Return the page of each line, counted from 0; a page number turns the page where no mark of a turn is near."""
    marks = [habits.turns_page(line) for line in lines]
    pages: list[int] = []
    page = 0
    for index in range(len(lines)):
        numbered = reasons.get(index) == "page_number" and not any(marks[k] for k in _edge(index, reasons, len(lines)))
        page += index > 0 and (marks[index] or numbered)
        pages.append(page)
    return pages


def _edge(number: int, reasons: dict[int, DiscardReason], end: int) -> range:
    """Return the lines between two pages: those left out around a page number, and the first one kept behind them."""
    first = last = number
    while first - 1 in reasons:
        first -= 1
    while last in reasons:
        last += 1
    return range(first, min(last + 1, end))


def full_page(lengths: Counter[int]) -> int | None:
    """Return how many lines a full page holds: the longest length that is not singular; None for a few pages."""
    if len(lengths) < MIN_PAGES:
        return None
    counts = Counter(lengths.values())
    usual = [length for length, count in counts.items() if count > 1 and count >= MIN_SHARE * len(lengths)]
    return max(usual or counts)
