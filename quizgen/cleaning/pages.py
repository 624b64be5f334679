"""Pages: where they turn, and how many lines a full one holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizgen.cleaning.habits import Habits
from quizgen.cleaning.lines import Line
from quizgen.model.document import DiscardReason

MIN_PAGES = 3
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
    """Return how many lines a full page holds: the commonest length, of two the longer; None for a few pages."""
    if len(lengths) < MIN_PAGES:
        return None
    return max((count, length) for length, count in Counter(lengths.values()).items())[1]
