"""Roles: which blocks are titles, headings, source lines and text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.model.document import CleanBlock, CleanDocument, Discarded
from quizgen.sections import headings
from quizgen.sections.sources import Source, read_source

MAX_TITLE_LINES = 5
MIN_DEBRIS = 6  # characters of a line of debris


@dataclass(frozen=True)
class Roles:
    """What each block is, by index; what is in none of these is text."""

    blocks: Sequence[CleanBlock]
    before: Sequence[Sequence[Discarded]]  # what cleaning left out between a block and the one before it
    sources: dict[int, Source]  # source lines
    headings: set[int]
    titled: dict[int, int]  # first line of a title -> the block behind the source line that follows it
    closed: set[int]  # first block behind a source line that ends an article

    def has_debris(self, index: int) -> bool:
        """Return whether a line of debris, what is left of a source line, stands before a block."""
        reasons = ("source_line", "glyph_garbage")
        return any(run.reason in reasons and len(run.text) >= MIN_DEBRIS for run in self.before[index])


def find_roles(document: CleanDocument) -> Roles:
    """Return what each block of a clean text is."""
    setting = headings.survey(document.blocks)
    blocks = document.blocks
    sources = {i: source for i, block in enumerate(blocks) if (source := read_source(block.text))}
    found = {i for i in range(len(blocks)) if i not in sources and headings.is_heading(setting, i)}
    roles = Roles(blocks, left_out_before(document), sources, found, {}, set())
    for body in range(1, len(blocks)):
        if body - 1 in sources and body not in sources:
            _place_source(roles, body)
        elif body - 1 in found and roles.has_debris(body):
            _place_title(roles, body, body)
    return roles


def left_out_before(document: CleanDocument) -> list[list[Discarded]]:
    """Return for each block the runs left out between it and the block before."""
    at = [document.origin[block.start] for block in document.blocks]
    groups: list[list[Discarded]] = [[] for _ in document.blocks]
    for run in document.discarded:
        index = bisect_left(at, run.raw_span[0])
        if index < len(groups):
            groups[index].append(run)
    return groups


def _place_source(roles: Roles, body: int) -> None:
    """Note whether the source lines before block ``body`` follow a title or close an article."""
    first = body - 1
    while first - 1 in roles.sources:
        first -= 1
    if not _place_title(roles, first, body) and first:
        roles.closed.add(body)


def _place_title(roles: Roles, end: int, body: int) -> bool:
    """Note the unfinished lines that end before block ``end`` as a title; return whether there are any."""
    first = end
    while first > max(0, end - MAX_TITLE_LINES) and _is_title_line(roles, first - 1, end):
        first -= 1
        if roles.blocks[first].page_start:
            break
    if first < end:
        roles.titled[first] = body
        roles.headings.update(range(first, end))
    return first < end


def _is_title_line(roles: Roles, index: int, end: int) -> bool:
    """Return whether a block can be a line of the title that ends before ``end``: set alike, nothing between."""
    block = roles.blocks[index]
    if index in roles.sources or len(block.text) > headings.MAX_LENGTH:
        return False
    if headings.is_closed(block.text) and block.text[-1] not in ("？！" if index == end - 1 else "？"):
        return False
    return index == end - 1 or (_look(block) == _look(roles.blocks[index + 1]) and not _apart(roles, index + 1))


def _look(block: CleanBlock) -> tuple[object, ...]:
    return block.style, block.outline_level, block.font_size, block.bold


def _apart(roles: Roles, index: int) -> bool:
    return roles.blocks[index].gap > 0 or bool([run for run in roles.before[index] if run.reason == "toc"])
