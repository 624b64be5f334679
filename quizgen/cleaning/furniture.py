"""Furniture: page numbers, running headers and footers, told by recurrence and by place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from quizgen.cleaning.habits import FULL_SLACK, SHORT_SHARE, Habits, ends_mid_sentence
from quizgen.cleaning.lines import Line
from quizgen.model.document import DiscardReason

PLAIN_NUMBER = re.compile(r"\d{1,4}|[ivxlcIVXLC]{1,7}")
# 5; xii

DECORATED_NUMBER = re.compile(
    r"[-–—―－~～·•|｜]{1,3}\s*(\d{1,4})\s*[-–—―－~～·•|｜]{1,3}"
    r"|(\d{1,4})\s*[/／]\s*\d{1,4}"
    r"|第\s*(\d{1,4})\s*页(?:\s*[,，/／(（]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?"
    r"|第\s*[一二三四五六七八九十百]{1,5}\s*页"
    r"|(?:[Pp]age|[Pp]\.?)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?"
)
# - 5 -; 7 / 44; 第 1 页 共 2 页; 第三页; Page 3 of 9

DIGITS = re.compile(r"\d+|(?<=第)[一二三四五六七八九十]+(?=期|页)")
# 第13期

SPACE = re.compile(r"\s+")
# 教师 学习

REASONS = ("page_number", "running_header", "running_footer")

EDGE_LINES = 3  # lines at the top or bottom of a page that may be furniture
MIN_BETWEEN = 3  # lines between two page numbers; nearer ones are a column of figures
TERMINAL = "。！？；：，、!?;:,"
MAX_FURNITURE_CELLS = 90


def find_furniture(lines: Sequence[Line], habits: Habits, skip: Collection[int]) -> dict[int, DiscardReason]:
    """Return line index -> reason for page numbers, running headers and footers; ``skip``: left out already."""
    found: dict[int, DiscardReason] = dict(_by_role(lines))
    numbers = _page_numbers(lines, habits)
    edges = _edges(lines, habits, numbers)
    recurring = _recurring(lines, skip)
    at_edges = _at_edges(recurring, edges)
    found |= dict.fromkeys(numbers, "page_number")
    for edge in edges:
        open_before = _is_open_before(lines, edge, habits, found)
        for index in _down_from(edge, lines):
            if index not in found and not _is_furniture(lines[index], at_edges, habits, open_before):
                break
            found.setdefault(index, "running_header")
        for index in _up_from(edge, lines):
            if index not in found and not _is_furniture(lines[index], at_edges, habits, False):
                break
            found.setdefault(index, "running_footer")
    found |= _interrupting(lines, habits, recurring, found)
    return found


def _by_role(lines: Sequence[Line]) -> Iterator[tuple[int, DiscardReason]]:
    for index, line in enumerate(lines):
        if line.block.role == "header":
            yield index, "running_header"
        elif line.block.role == "footer":
            yield index, "running_footer"


def key_of(line: Line) -> str:
    """Return what the same header on two pages shares: its size, and its text without white space, digits as #."""
    return f"{line.block.font_size or ''}|{DIGITS.sub('#', SPACE.sub('', line.text))}"


def _recurring(lines: Sequence[Line], skip: Collection[int]) -> dict[str, list[int]]:
    """Return key -> places of short unfinished lines that stand more than once."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        usable = line.cells <= MAX_FURNITURE_CELLS and line.last not in TERMINAL and line.block.role != "table"
        if usable and index not in skip:
            places[key_of(line)].append(index)
    return {key: at for key, at in places.items() if len(at) > 1}


def _at_edges(recurring: dict[str, list[int]], edges: Sequence[int]) -> set[str]:
    """Return the keys at home at the edges of pages: twice at least, and at most of their places."""
    near = {index for edge in edges for index in range(edge - EDGE_LINES, edge + EDGE_LINES + 1)}
    counts = {key: sum(index in near for index in places) for key, places in recurring.items()}
    return {key for key, count in counts.items() if count > 1 and 2 * count >= len(recurring[key])}


def _page_numbers(lines: Sequence[Line], habits: Habits) -> set[int]:
    """Return the lines that are page numbers: decorated ones, and bare ones that count up from page to page."""
    decorated = {i for i, line in enumerate(lines) if DECORATED_NUMBER.fullmatch(line.text)}
    bare = [i for i, line in enumerate(lines) if PLAIN_NUMBER.fullmatch(line.text) and line.block.role != "table"]
    known = set(bare)
    near = [step for step in range(1 - MIN_BETWEEN, MIN_BETWEEN) if step]
    apart = [i for i in bare if not any(i + step in known for step in near)]
    paged = any(map(habits.turns_page, lines))
    return decorated | {i for at, i in enumerate(apart) if _weigh_number(at, apart, lines, habits, paged) >= 2}


def _weigh_number(at: int, bare: list[int], lines: Sequence[Line], habits: Habits, paged: bool) -> int:
    """Return the evidence that the bare number ``bare[at]`` is a page's: a turn, an open sentence, a count."""
    index = bare[at]
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    evidence = 2 * (habits.turns_page(line) or (after is not None and habits.turns_page(after)))
    evidence += 2 * (paged and (index == 0 or after is None))
    evidence += 2 * (index > 0 and _is_full(lines[index - 1], habits) and ends_mid_sentence(lines[index - 1]))
    evidence += line.gap > habits.usual_gap or line.lead > 0
    return evidence + _counts_up(at, bare, lines)


def _counts_up(at: int, bare: list[int], lines: Sequence[Line]) -> bool:
    """Return whether a neighbour among the bare numbers shows that pages are counted."""
    values = [int(lines[i].text) if lines[i].text.isdigit() else None for i in bare[max(0, at - 1) : at + 2]]
    known = [v for v in values if v is not None]
    return len(known) > 1 and all(0 < b - a < 50 for a, b in pairwise(known))


def _is_full(line: Line, habits: Habits) -> bool:
    return habits.column is not None and line.cells >= habits.column - FULL_SLACK - habits.indent


def _edges(lines: Sequence[Line], habits: Habits, numbers: set[int]) -> list[int]:
    """Return the places where a page turns: index of its first line, or of the page number between two pages."""
    turns = {i for i, line in enumerate(lines) if habits.turns_page(line)} | numbers
    return sorted(turns | {0, len(lines)}) if turns else []


def _down_from(edge: int, lines: Sequence[Line]) -> range:
    return range(edge, min(edge + EDGE_LINES, len(lines)))


def _up_from(edge: int, lines: Sequence[Line]) -> range:
    return range(edge - 1, max(-1, edge - 1 - EDGE_LINES), -1)


def _is_open_before(lines: Sequence[Line], edge: int, habits: Habits, found: dict[int, DiscardReason]) -> bool:
    """Return whether the last line of text before a page edge was wrapped in mid-sentence."""
    index = edge - 1
    while index >= 0 and index in found:
        index -= 1
    return index >= 0 and _is_full(lines[index], habits) and ends_mid_sentence(lines[index])


def _is_furniture(line: Line, at_edges: Collection[str], habits: Habits, open_before: bool) -> bool:
    """Return whether a line at a page's edge is furniture: it recurs, or it is no part of the sentence it stands in."""
    if key_of(line) in at_edges or DECORATED_NUMBER.fullmatch(line.text):
        return True
    return open_before and line.last not in TERMINAL and line.cells < SHORT_SHARE * (habits.column or 0)


def _interrupting(
    lines: Sequence[Line], habits: Habits, recurring: dict[str, list[int]], found: dict[int, DiscardReason]
) -> dict[int, DiscardReason]:
    """Return recurring lines that cut sentences at most of their places: headers of a dump without page marks."""
    more: dict[int, DiscardReason] = {}
    for places in recurring.values():
        cuts = sum(_is_open_before(lines, i, habits, found) and not _is_full(lines[i], habits) for i in places)
        if len(places) > 2 and cuts * 3 >= len(places) and cuts > 1:
            more |= dict.fromkeys((i for i in places if i not in found), "running_header")
    return more
