"""Raw documents for tests of cleaning: one block per line."""

from __future__ import annotations

from quizgen.cleaning import clean
from quizgen.cleaning.lines import Line, measure
from quizgen.model.document import CleanDocument, RawBlock, RawDocument, SourceFormat


def raw_of(text: str, *, wrapped: bool = True, source_format: SourceFormat = "txt", pages: bool = False) -> RawDocument:
    """Return a raw document; with ``pages`` a form feed ends a page."""
    blocks, start, page = [], 0, 1
    for line in text.replace("\f", "\n").split("\n"):
        blocks.append(RawBlock(start=start, text=line, page=page if pages else None))
        start += len(line) + 1
        page += text[start - 1 : start] == "\f"
    return RawDocument(name="t", sha256="0", format=source_format, wrapped=wrapped, text=text, blocks=tuple(blocks))


def lines_of(text: str, *, pages: bool = False) -> list[Line]:
    """Return the measured lines of a text."""
    raw = raw_of(text, pages=pages)
    return measure(raw, raw.text)


def cleaned(
    text: str, *, wrapped: bool = True, source_format: SourceFormat = "txt", pages: bool = False
) -> CleanDocument:
    """Return a text cleaned."""
    return clean(raw_of(text, wrapped=wrapped, source_format=source_format, pages=pages))
