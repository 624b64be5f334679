"""Plain text: one block per physical line that is not empty, wraps left as they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from quizgen.model.document import RawBlock, RawDocument
from quizgen.readers import limits
from quizgen.readers.decoding import decode

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# 第一行\r\n第二行\u2028第三行  (Windows, Unix, old Mac, VT, FF, NEL, line and paragraph separator)

FORM_FEED = "\x0c"


def read(name: str, data: bytes, encoding: str | None) -> RawDocument:
    """Return the lines of a plain text. Form feeds, which many dumps put between pages, give page numbers.

    Raises InputError: E-ENC, E-BINARY, E-SIZE.
    """
    limits.check_characters(len(data) // 4)  # no encoding needs more bytes for a character
    decoded = decode(data, encoding)
    limits.check_characters(len(decoded.text))
    blocks = tuple(_blocks(decoded.text))
    return RawDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="txt",
        encoding=decoded.encoding,
        pages=blocks[-1].page if blocks else None,
        wrapped=True,
        text=decoded.text,
        blocks=blocks,
        diagnostics=decoded.diagnostics,
    )


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of every line, without its end mark; a last line that is empty is none."""
    start = 0
    for end in LINE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    if start < len(text):
        yield start, len(text)


def _blocks(text: str) -> Iterator[RawBlock]:
    page = 1 if FORM_FEED in text else None
    count = 0
    for start, end in line_spans(text):
        line = text[start:end]
        if line and not line.isspace():
            limits.check_blocks(count := count + 1)
            yield RawBlock(start=start, text=line, page=page)
        if page and text[end : end + 1] == FORM_FEED:
            page += 1
