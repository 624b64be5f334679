"""Pages: where they turn, and how many lines a full one holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizgen.cleaning.habits import Habits
from quizgen.cleaning.lines import Line
from quizgen.model.document import DiscardReason

MIN_PAGES = 3
MIN_SHARE = 0.1  # of the pages
NEAR = 4  # lines between a page number and the mark of the same turn


def count_pages(lines: Sequence[Line], habits: Habits, reasons: dict[int, DiscardReason]) -> list[int]:
    """Return the page of each line, counted from 0; a page number turns the page where no mark of a turn is near."""
    marks = [habits.turns_page(line) for line in lines]
    pages: list[int] = []
    page = 0
    for index in range(len(lines)):
        numbered = reasons.get(index) == "page_number" and not any(marks[max(0, index - NEAR) : index + NEAR + 1])
        page += index > 0 and (marks[index] or numbered)
        pages.append(page)
    return pages


def full_page(lengths: Counter[int]) -> int | None:
    """Return how many lines a full page holds: the longest length that is not singular; None for a few pages."""
    if len(lengths) < MIN_PAGES:
        return None
    counts = Counter(lengths.values())
    usual = [length for length, count in counts.items() if count > 1 and count >= MIN_SHARE * len(lengths)]
    return max(usual or counts)
