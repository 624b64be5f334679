"""Numbers that stand only in numbering.xml ("第一条", "（二）", "1."), counted as Word counts them."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from quizgen.readers.docx import markup, numerals
from quizgen.readers.docx.markup import W
from quizgen.readers.docx.styles import ListPlace

LEVELS = 9
NO_LIST = "0"  # w:numId that takes a paragraph out of the list its style names

PLACEHOLDER = re.compile(r"%([1-9])")
# 第%1条


class Level(NamedTuple):
    """One level of a list definition."""

    start: int = 1
    form: str = "decimal"
    text: str = ""  # "第%1条"
    suffix: str = " "  # between number and text
    restart: int | None = None  # restarts after a paragraph of this level or above (from 1); 0: never
    legal: bool = False  # all numbers in plain digits
    style_id: str | None = None  # the paragraph style tied to this level


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, data: bytes | None) -> None:
        root = None if data is None else markup.parse(data)
        abstract = [] if root is None else root.findall(W + "abstractNum")
        nums = [] if root is None else root.findall(W + "num")
        self._abstract = {markup.value(e, "abstractNumId"): e for e in abstract}
        self._linked = {
            markup.value(e.find(W + "styleLink")): e for e in abstract if e.find(W + "styleLink") is not None
        }
        self._nums = {markup.value(e, "numId"): e for e in nums}
        self._levels: dict[str, list[Level]] = {}
        self._counts: dict[str, list[int | None]] = {}

    def label(self, place: ListPlace, style_id: str | None) -> str:
        """Return the number before the next paragraph at ``place``, with the gap behind it; "" where there is none."""
        if place.list_id in (None, NO_LIST) or place.list_id not in self._nums:
            return ""
        levels = self._levels_of(place.list_id)
        depth = _depth(levels, place.level, style_id)
        counts = self._advance(place.list_id, levels, depth)
        return _write(levels, counts, depth)

    def _levels_of(self, list_id: str) -> list[Level]:
        if list_id not in self._levels:
            num = self._nums[list_id]
            levels = [Level() for _ in range(LEVELS)]
            for element in self._definition(num):
                _put(levels, element)
            for override in num.findall(W + "lvlOverride"):
                _override(levels, override)
                self._restart(num, override)
            self._levels[list_id] = levels
        return self._levels[list_id]

    def _definition(self, num: etree._Element) -> list[etree._Element]:
        abstract = self._abstract.get(markup.value(num.find(W + "abstractNumId")))
        if abstract is None:
            return []
        link = markup.value(abstract.find(W + "numStyleLink"))
        return self._linked.get(link, abstract).findall(W + "lvl")

    def _restart(self, num: etree._Element, override: etree._Element) -> None:
        """A list that names a start of its own begins there, though it shares its counts with others."""
        depth = markup.number(markup.value(override, "ilvl"))
        if depth is not None and depth < LEVELS and override.find(W + "startOverride") is not None:
            self._counts_of(num)[depth] = None

    def _counts_of(self, num: etree._Element) -> list[int | None]:
        shared = markup.value(num.find(W + "abstractNumId")) or ""
        return self._counts.setdefault(shared, [None] * LEVELS)

    def _advance(self, list_id: str, levels: list[Level], depth: int) -> list[int | None]:
        counts = self._counts_of(self._nums[list_id])
        current = counts[depth]
        counts[depth] = levels[depth].start if current is None else current + 1
        for deeper in range(depth + 1, LEVELS):
            restart = levels[deeper].restart
            if restart is None or depth < restart:
                counts[deeper] = None
        return counts


def _depth(levels: list[Level], said: int | None, style_id: str | None) -> int:
    """Return the level of a paragraph: as said, else the one tied to its style, else the first."""
    if said is not None:
        return min(said, LEVELS - 1)
    return next((i for i, level in enumerate(levels) if style_id and level.style_id == style_id), 0)


def _write(levels: list[Level], counts: list[int | None], depth: int) -> str:
    level = levels[depth]
    if level.form in ("bullet", "none") and not PLACEHOLDER.search(level.text):
        return "" if level.form == "bullet" else _with_gap(level.text, level)

    def fill(found: re.Match[str]) -> str:
        other = int(found[1]) - 1
        count = counts[other] if counts[other] is not None else levels[other].start
        form = "decimal" if level.legal else levels[other].form
        return numerals.write(count or 0, form)

    return _with_gap(PLACEHOLDER.sub(fill, level.text), level)


def _with_gap(label: str, level: Level) -> str:
    return label + level.suffix if label.strip() else ""


def _put(levels: list[Level], element: etree._Element) -> None:
    depth = markup.number(markup.value(element, "ilvl"))
    if depth is not None and depth < LEVELS:
        levels[depth] = _level(element)


def _override(levels: list[Level], override: etree._Element) -> None:
    depth = markup.number(markup.value(override, "ilvl"))
    start = markup.number(markup.value(override.find(W + "startOverride")))
    for element in override.findall(W + "lvl"):
        _put(levels, element)
    if depth is not None and depth < LEVELS and start is not None:
        levels[depth] = levels[depth]._replace(start=start)


def _level(element: etree._Element) -> Level:
    def said(name: str) -> str | None:
        return markup.value(element.find(W + name))

    start, restart = markup.number(said("start")), markup.number(said("lvlRestart"))
    return Level(
        start=1 if start is None else start,
        form=said("numFmt") or "decimal",
        text=(said("lvlText") or "")[:64],
        suffix="" if said("suff") == "nothing" else " ",
        restart=restart,
        legal=bool(markup.toggle(element, "isLgl")),
        style_id=said("pStyle"),
    )
