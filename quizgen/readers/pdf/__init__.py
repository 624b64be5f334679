"""PDF files with a text layer: PDFium reads them in a child process with limits, the lines are put in order here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from quizgen.errors import InputError
from quizgen.model.diagnostic import Diagnostic
from quizgen.model.document import RawBlock, RawDocument
from quizgen.readers import limits
from quizgen.readers.pdf.extraction import extract
from quizgen.readers.pdf.fragment import Fragment
from quizgen.readers.pdf.layout import PageLine, read_lines

MISSING = "\ufffd"
UNKNOWN_GLYPH = "(cid:"
MAX_UNKNOWN = 0.05  # share of characters a font may leave undecodable


def read(name: str, data: bytes, encoding: str | None) -> RawDocument:
    """Return the physical lines of a PDF with page, font size, boldness and left end.

    White space is written out: one U+3000 per em before and inside a line, an empty line where lines are set apart.
    Raises InputError: E-PDF (password, damage, time, undecodable), E-SCAN (no text layer), E-SIZE.
    """
    pages, damaged = extract(data)
    text, blocks = _write(pages)
    _check(pages, text)
    return RawDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="pdf",
        pages=len(pages),
        wrapped=True,
        text=text,
        blocks=blocks,
        diagnostics=tuple(_remarks(pages, damaged)),
    )


def _write(pages: list[list[Fragment]]) -> tuple[str, tuple[RawBlock, ...]]:
    """Return the raw text, an empty line before every line set apart, and its blocks."""
    text: list[str] = []
    blocks: list[RawBlock] = []
    start = 0
    for number, line in ((number, line) for number, page in enumerate(read_lines(pages), 1) for line in page):
        limits.check_blocks(len(blocks))
        before = "\n" * (bool(blocks) + line.is_apart)
        start += len(before)
        blocks.append(_block(start, line, number))
        text += (before, line.text)
        start += len(line.text)
    return "".join(text), tuple(blocks)


def _block(start: int, line: PageLine, page: int) -> RawBlock:
    return RawBlock(start=start, text=line.text, page=page, font_size=line.size, bold=line.bold, left=line.left)


def _check(pages: list[list[Fragment]], text: str) -> None:
    if not limits.is_visible(text):
        advice = "先做文字识别（OCR），再给出识别后的文件"
        raise InputError("E-SCAN", f"{len(pages)} 页都没有文字层（多半是扫描件）", advice)
    unknown = text.count(MISSING) + text.count(UNKNOWN_GLYPH) * len(UNKNOWN_GLYPH)
    if unknown > MAX_UNKNOWN * len(text):
        raise InputError("E-PDF", "字体没有给出文字编码，读出来是乱码", "换一份 PDF，或用 Word 版")


def _remarks(pages: list[list[Fragment]], damaged: list[int]) -> Iterator[Diagnostic]:
    empty = [number for number, page in enumerate(pages, 1) if not page and number not in damaged]
    tilted = [number for number, page in enumerate(pages, 1) if any(one.drawn == "tilted" for one in page)]
    for code, numbers, what in (
        ("W-DAMAGED", damaged, "已损坏，没有读入"),
        ("W-PAGE", empty, "没有文字，多半是图片"),
        ("W-TILTED", tilted, "有斜排或竖排的文字（多半是水印），没有读入"),
    ):
        if numbers:
            yield Diagnostic(code=code, message=f"第 {_some(numbers)} 页{what}")


def _some(numbers: list[int]) -> str:
    return "、".join(map(str, numbers[:5])) + (f" 等 {len(numbers)}" if len(numbers) > 5 else "")
