"""Outline: articles, headings and paragraphs put under one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.model.document import CleanDocument
from quizgen.sections import articles
from quizgen.sections.headings import Rank, is_text, rank
from quizgen.sections.numbering import order_of
from quizgen.sections.roles import Roles, find_roles
from quizgen.sections.sources import is_name

ARTICLE: Rank = (-1, 0, 0)
"""The rank of an article's title: above every heading."""

CHAPTER_ORDER = 3  # 编 章 节 and 一、 divide a work; what is lower divides an article


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


def draw_outline(document: CleanDocument) -> Outline:
    """Return the outline of a clean text."""
    roles = find_roles(document)
    starts = articles.find_starts(articles.stage(roles)) if document.blocks else []
    return _without_empty(_digest(roles, starts) if len(starts) > 1 else _work(roles))


def _without_empty(outline: Outline) -> Outline:
    """Return an outline without sections that hold source lines only; these are the whole booklet's."""
    empty = [draft for draft in outline.sections if not draft.title and not draft.paragraphs]
    sources = [*outline.sources, *(index for draft in empty for index in draft.sources)]
    return Outline(outline.title, sources, [draft for draft in outline.sections if draft not in empty])


def _digest(roles: Roles, starts: list[int]) -> Outline:
    """Return the outline of a collection of articles; unfinished lines alone before the first are its own title."""
    title: list[int] = []
    if not any(is_text(roles.blocks[index]) or index in roles.sources for index in range(starts[1])):
        title, starts = list(range(starts[1])), starts[1:]
    sections: list[Draft] = []
    for begin, end in zip(starts, [*starts[1:], len(roles.blocks)], strict=True):
        sections += _article(roles, begin, end)
    return Outline(title, [], sections)


def _article(roles: Roles, begin: int, end: int) -> list[Draft]:
    """Return an article's section and its sub-headings."""
    top = Draft(1)
    at = begin
    body = roles.titled.get(begin, begin + 1)
    while at < end and at in roles.headings and at < body:
        top.title.append(at)
        at += 1
    return _nest(roles, range(at, end), [top], [ARTICLE])


def _work(roles: Roles) -> Outline:
    """Return the outline of one work: its title, then chapters."""
    title = _leading_title(roles)
    at = len(title)
    sources: list[int] = []
    while at < len(roles.blocks) and (at in roles.sources or (sources and is_name(roles.blocks[at].text))):
        sources.append(at)
        at += 1
    rest = range(at, len(roles.blocks))
    if any(_divides(roles, index) for index in rest):
        return Outline(title, sources, _nest(roles, rest, [], []))
    if not title:
        return Outline([], sources, _nest(roles, rest, [], []))
    return Outline([], [], _nest(roles, rest, [Draft(1, title, sources)], [ARTICLE]))


def _leading_title(roles: Roles) -> list[int]:
    """Return the headings a work begins with, as far as they are no chapter's: their rank does not come again."""
    run = 0
    while run < len(roles.blocks) and run in roles.headings and order_of(roles.blocks[run].text) is None:
        run += 1
    later = {rank(roles.blocks[index]) for index in roles.headings if index >= run}
    title: list[int] = []
    for index in range(run):
        own = rank(roles.blocks[index])
        if own in later and (own[0] == 0 or own[1]):  # by style or size it is one of several
            break
        title.append(index)
    return title


def _divides(roles: Roles, index: int) -> bool:
    """Return whether a heading divides a work rather than an article: it is styled, or a chapter's by its number."""
    if index not in roles.headings:
        return False
    order = order_of(roles.blocks[index].text)
    return rank(roles.blocks[index])[0] == 0 or (order is not None and order <= CHAPTER_ORDER)


def _nest(roles: Roles, rest: range, sections: list[Draft], ranks: list[Rank]) -> list[Draft]:
    """Return ``sections`` with the blocks of ``rest`` put under them; ``ranks``: of the open sections."""
    for index in rest:
        if index in roles.headings:
            own = _rank(roles, index)
            while ranks and ranks[-1] >= own:
                ranks.pop()
            ranks.append(own)
            sections.append(Draft(len(ranks), [index]))
        elif index in roles.sources:
            _last(sections).sources.append(index)
        else:
            _last(sections).paragraphs.append(index)
    return sections


def _last(sections: list[Draft]) -> Draft:
    if not sections:
        sections.append(Draft(1))
    return sections[-1]


def _rank(roles: Roles, index: int) -> Rank:
    """Return the rank of a heading; the second of two plain lines in a row stands under the first."""
    own = rank(roles.blocks[index])
    follows = index - 1 in roles.headings and rank(roles.blocks[index - 1]) == own
    return (own[0], own[1], own[2] + 1) if follows and own[0] and order_of(roles.blocks[index].text) is None else own
