"""Markdown: the lines of a plain text, with the level of '#' headings; the marks stay in the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.model.document import RawBlock, RawDocument
from quizgen.readers import plain

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+\S")
# ## 第一章 总则

FENCE = re.compile(r" {0,3}(?:```|~~~)")
# ```python


def read(name: str, data: bytes, encoding: str | None) -> RawDocument:
    """Return the lines of a Markdown text; a line is a paragraph. Raises InputError as ``plain.read``."""
    document = plain.read(name, data, encoding)
    blocks = tuple(_with_levels(document.blocks))
    return document.model_copy(update={"format": "md", "wrapped": False, "blocks": blocks})


def _with_levels(blocks: tuple[RawBlock, ...]) -> Iterator[RawBlock]:
    fenced = False
    for block in blocks:
        fenced ^= bool(FENCE.match(block.text))
        heading = None if fenced else HEADING.match(block.text)
        yield replace(block, outline_level=len(heading[1])) if heading else block
