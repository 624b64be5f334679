"""Outline: articles, headings and paragraphs put under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.model.document import CleanBlock, CleanDocument
from quizgen.sections import articles, headings
from quizgen.sections.headings import Setting
from quizgen.sections.numbering import order_of
from quizgen.sections.sources import Source, is_name, read_source

MAX_TITLE_LINES = 5


@dataclass
class Draft:
    """A section in the making; blocks by index."""

    level: int
    title: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)


@dataclass
class Outline:
    """The sections of a booklet in reading order, and the title over all of them."""

    title: list[int]
    sources: list[int]  # source lines of the whole booklet
    sections: list[Draft]


@dataclass(frozen=True)
class Roles:
    """What each block is."""

    sources: dict[int, Source]
    headings: set[int]
    titled: dict[int, int]  # first line of a title -> source line after it
    closed: set[int]  # first block after a source line that ends an article


def draw_outline(document: CleanDocument) -> Outline:
    """Return the outline of a clean text."""
    setting = headings.survey(document.blocks)
    roles = _roles(setting)
    scene = articles.stage(document, roles.titled, roles.closed, roles.headings)
    starts = articles.find_starts(scene) if document.blocks else []
    if len(starts) > 1:
        return _digest(document, roles, starts)
    return _work(document, roles)


def _roles(setting: Setting) -> Roles:
    blocks = setting.blocks
    sources = {i: source for i, block in enumerate(blocks) if (source := read_source(block.text))}
    found = {i for i in range(len(blocks)) if i not in sources and headings.is_heading(setting, i)}
    titled, closed = {}, set()
    for at in sorted(sources):
        first = _title_start(blocks, at, sources)
        if first < at:
            titled[first] = at
            found |= set(range(first, at))
        elif at and at + 1 < len(blocks) and at - 1 not in sources:
            closed.add(at + 1)
    return Roles(sources, found, titled, closed)


def _title_start(blocks: Sequence[CleanBlock], source: int, sources: dict[int, Source]) -> int:
    """Return the first of the unfinished lines right before a source line; ``source`` when there is none."""
    first = source
    while first > max(0, source - MAX_TITLE_LINES) and first - 1 not in sources:
        block = blocks[first - 1]
        allowed = "？！" if first == source else "？"
        if (headings.is_closed(block.text) and block.text[-1] not in allowed) or len(block.text) > headings.MAX_LENGTH:
            break
        first -= 1
        if block.page_start:
            break
    return first


def _digest(document: CleanDocument, roles: Roles, starts: list[int]) -> Outline:
    """Return the outline of a collection of articles."""
    sections: list[Draft] = []
    for begin, end in zip(starts, [*starts[1:], len(document.blocks)], strict=True):
        sections += _article(document.blocks, roles, begin, end)
    return Outline([], [], sections)


def _article(blocks: Sequence[CleanBlock], roles: Roles, begin: int, end: int) -> list[Draft]:
    """Return an article's section and its sub-headings."""
    top = Draft(1)
    at = begin
    while at < end and at in roles.headings and (roles.titled.get(begin, -1) > at or not top.title):
        top.title.append(at)
        at += 1
    return _nest(blocks, roles, range(at, end), [top], [(-1, 0)])


def _work(document: CleanDocument, roles: Roles) -> Outline:
    """Return the outline of one work: its title, then chapters."""
    blocks = document.blocks
    title: list[int] = []
    at = 0
    ranks = [headings.rank(blocks[i]) for i in sorted(roles.headings)]
    while at < len(blocks) and at in roles.headings and order_of(blocks[at].text) is None:
        if title and headings.rank(blocks[at])[0] == 0 and ranks.count(headings.rank(blocks[at])) > 1:
            break
        title.append(at)
        at += 1
    sources: list[int] = []
    while at < len(blocks) and (at in roles.sources or (sources and is_name(blocks[at].text))):
        sources.append(at)
        at += 1
    rest = range(at, len(blocks))
    if any(i in roles.headings for i in rest):
        return Outline(title, sources, _nest(blocks, roles, rest, [], []))
    return Outline([], [], _nest(blocks, roles, rest, [Draft(1, title, sources)], [(-1, 0)]))


def _nest(
    blocks: Sequence[CleanBlock], roles: Roles, rest: range, sections: list[Draft], ranks: list[tuple[int, int]]
) -> list[Draft]:
    """Return ``sections`` with the blocks of ``rest`` put under them; ``ranks``: of the open sections."""
    for i in rest:
        if i in roles.headings:
            rank = _rank(blocks, roles, i)
            while ranks and ranks[-1] >= rank:
                ranks.pop()
            ranks.append(rank)
            sections.append(Draft(len(ranks), [i]))
        elif i in roles.sources:
            _current(sections, ranks).sources.append(i)
        else:
            _current(sections, ranks).paragraphs.append(i)
    return sections


def _current(sections: list[Draft], ranks: list[tuple[int, int]]) -> Draft:
    if not sections:
        sections.append(Draft(1))
    return sections[-1]


def _rank(blocks: Sequence[CleanBlock], roles: Roles, i: int) -> tuple[int, int]:
    """Return the rank of a heading; the second of two plain lines in a row stands under the first."""
    group, place = headings.rank(blocks[i])
    follows = group == 2 and i - 1 in roles.headings and headings.rank(blocks[i - 1])[0] == 2
    return (group, place + 1) if follows else (group, place)
