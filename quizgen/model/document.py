"""The booklet on its way from bytes to sections: RawDocument, CleanDocument, Booklet.

Two texts exist. The *raw text* is what the reader decoded, newlines untouched (CONTRACT.md section 2). The *clean text*
is the raw text with wraps undone, furniture and debris out. Inside these records spans are in the clean text unless the
name says ``raw``; ``Booklet.raw_span`` goes back.

What a booklet has a hundred thousand of is a plain dataclass with slots: a tenth of the memory of a Record.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer, SkipValidation

from quizgen.model.base import Record, Span
from quizgen.model.diagnostic import Diagnostic

SourceFormat = Literal["txt", "md", "docx", "pdf"]
TitleOrigin = Literal["printed", "inferred"]
DiscardReason = Literal[
    "page_number",
    "running_header",
    "running_footer",
    "toc",
    "glyph_garbage",
    "source_line",
    "markup",
    "invisible",
    "blank",
]


def pack(offsets: Iterable[int]) -> Sequence[int]:
    """Return offsets in four bytes each: a booklet has one for every character."""
    return offsets if isinstance(offsets, array) else array("i", offsets)


Offsets = Annotated[Sequence[int], SkipValidation(), BeforeValidator(pack), PlainSerializer(list, list[int])]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """One physical line (txt, pdf) or one paragraph (docx, md) as the reader found it."""

    start: int  # code-point offset of the block in RawDocument.text
    text: str  # RawDocument.text[start : start + len(text)]; no newline at its end
    page: int | None = None  # from 1; None where the format does not tell
    style: str | None = None  # Word style name
    outline_level: int | None = None  # from 1: Word outline level or markdown '#' count
    font_size: float | None = None  # pt
    bold: bool = False
    left: float | None = None  # pt from the left page edge (pdf)
    role: Literal["body", "header", "footer", "note", "table"] = "body"


class RawDocument(Record):
    """What a reader returns."""

    name: str  # file name without folders
    sha256: str  # of the bytes
    format: SourceFormat
    encoding: str | None = None  # txt, md
    pages: int | None = None
    wrapped: bool  # True: a block is a physical line, wraps are to be undone; False: a block is a paragraph
    text: str  # raw text
    blocks: tuple[RawBlock, ...]  # in reading order, starts ascending
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """A run of the raw text that is not part of the booklet's own words."""

    raw_span: Span
    text: str
    reason: DiscardReason
    date: str | None = None  # ISO date or YYYY-MM decoded from a source line or its debris
    issuer: str | None = None  # as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanBlock:
    """One paragraph or heading line of the clean text, with the layout evidence the sectioner needs."""

    start: int  # offset in CleanDocument.text
    text: str
    page: int | None = None
    style: str | None = None
    outline_level: int | None = None
    font_size: float | None = None
    bold: bool = False
    page_start: bool = False  # first text of a page
    lines: int = 1  # physical lines it was made of
    full_line: bool = False  # its last line reaches the column edge
    indent: int = 0  # white space before its first line, in display cells
    gap: int = 0  # empty lines before it more (or less) than the dump's usual number
    fill_before: float | None = None  # of a page_start: how full the page before was, 1 = a full page
    fill_page: float | None = None  # of a page_start: how full the page it begins is
    turns: int = 0  # pages that begin inside it


class CleanDocument(Record):
    """Running text with origins. ``text`` is the blocks joined by newlines."""

    name: str
    sha256: str
    format: SourceFormat
    encoding: str | None = None
    pages: int | None = None
    characters: int  # length of the raw text
    raw: str = ""  # the raw text: later stages leave out more and tell what it was
    text: str
    origin: Offsets  # origin[i]: raw offset of clean code point i; ascending
    blocks: tuple[CleanBlock, ...]
    discarded: tuple[Discarded, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence; the sentences of a paragraph tile its text."""

    start: int  # offset in Booklet.text
    text: str

    @property
    def end(self) -> int:
        """Return the offset just behind the sentence."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the clean text."""

    start: int  # offset in Booklet.text
    text: str
    page: int | None = None
    sentences: tuple[Sentence, ...]


class Section(Record):
    """An article or chapter (level 1) or one of its sub-headings (deeper)."""

    id: str  # "1", "1.1"
    level: int
    title: str
    title_origin: TitleOrigin
    title_start: int | None  # offset in Booklet.text of a printed title; None when inferred
    issuer: str | None = None
    date: str | None = None  # ISO date or YYYY-MM
    theme: str
    terms: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


class Booklet(Record):
    """Themed sections in reading order, flat: a section's parent is the nearest earlier one of a lower level."""

    name: str
    sha256: str
    format: SourceFormat
    encoding: str | None = None
    pages: int | None = None
    characters: int
    title: str | None = None  # over the whole booklet
    title_start: int | None = None
    text: str  # clean text
    origin: Offsets
    sections: tuple[Section, ...]
    discarded: tuple[Discarded, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def raw_span(self, start: int, end: int) -> Span:
        """Return where clean text[start:end] (not empty) stood in the raw text."""
        return self.origin[start], self.origin[end - 1] + 1


class Provenance(Record):
    """Where a fact stands; travels with finding and item, so no later stage goes back to the booklet."""

    source: str  # id of the bank's source, "b1"
    section: str  # id of the section
    page: int | None = None
    span: Span  # in the raw text
    quote: str  # letter by letter the clean text
