"""Dates of articles: read from source lines and datelines, years filled in from the booklet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

FULL = re.compile(r"((?:19|20)\d\d)\s?[-年./／]\s?(\d{1,2})\s?[-月./／]\s?(\d{1,2})\s?日?")
# 2023-02-14; 2024年1月5日; 2024.3.8

MONTH = re.compile(r"((?:19|20)\d\d)\s?[-年./]\s?(\d{1,2})(?:\s?月|(?!\d))")
# 2024年3月

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年")
# 2024 年第 1 期


def find_date(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return the first date of ``text`` as ISO (``YYYY-MM-DD`` or ``YYYY-MM``) and its span; None without one."""
    for pattern in (FULL, MONTH):
        for found in pattern.finditer(text):
            iso = to_iso(*(int(part) for part in found.groups()))
            if iso:
                return iso, found.span()
    return None


def to_iso(year: int, month: int, day: int | None = None) -> str | None:
    """Return an ISO date, None when the calendar has no such day."""
    try:
        whole = date(year, month, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7]


def complete(month: int, day: int, known: Iterable[str]) -> str | None:
    """Return the day and month of a dateline with the year the booklet's known dates and years speak for.

    ``known``: ISO dates, or bare years. A month later than the latest known date belongs to the year before.
    """
    references = list(known)
    if not references:
        return None
    latest = max(references)
    year = int(latest[:4])
    if len(latest) >= 7 and month > int(latest[5:7]) + 1:
        year -= 1
    return to_iso(year, month, day)
