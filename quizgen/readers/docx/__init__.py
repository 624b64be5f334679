"""Word files (.docx): the words a reader of the printed document sees, read part by part within limits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from quizgen.model.document import RawBlock, RawDocument
from quizgen.readers import limits
from quizgen.readers.docx.body import Body, Line
from quizgen.readers.docx.package import unpack


def read(name: str, data: bytes, encoding: str | None) -> RawDocument:
    """Return the paragraphs of a Word file: body, tables, text boxes and notes in reading order, numbers written out.

    Headers, footers, comments, deleted and hidden text are left out. Raises InputError: E-TYPE, E-DOCX, E-DTD, E-SIZE.
    """
    blocks = tuple(_blocks(Body(unpack(data)).lines()))
    return RawDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="docx",
        wrapped=False,
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
    )


def _blocks(lines: Iterable[Line]) -> Iterator[RawBlock]:
    start = 0
    for count, line in enumerate(lines):
        limits.check_blocks(count)
        limits.check_characters(start)
        yield RawBlock(
            start=start,
            text=line.text,
            style=line.style.name,
            outline_level=line.outline_level,
            font_size=line.look.size,
            bold=bool(line.look.bold),
            role=line.role,
        )
        start += len(line.text) + 1
