"""A typesetter and three ways to dump what it set: for tests that lay a clean text out and ask for it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

NO_START = "，。、；：！？”’）》"
NO_END = "“‘（《"
TITLE_ROWS = 2
UNIT = re.compile(r"[A-Za-z0-9.%]+|.", re.DOTALL)
# 2024 in "2024年"


@dataclass
class Article:
    """An article of a fixture: ``body`` holds (kind, text), kind "p" or "h"."""

    title: str
    source: str
    body: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class SetLine:
    """A line as printed."""

    text: str
    first: bool  # of its paragraph
    last: bool
    page: int


def read_fixture(text: str) -> list[Article]:
    """Return the articles of a fixture: "# title", "= source", then paragraphs; a line without 。 is a sub-heading."""
    articles: list[Article] = []
    for line in text.splitlines():
        if line.startswith("# "):
            articles.append(Article(line[2:], ""))
        elif line.startswith("= "):
            articles[-1].source = line[2:]
        elif line:
            articles[-1].body.append(("p" if line[-1] in "。！：？”" else "h", line))
    return articles


def wrap(text: str, width: int, indent: int) -> list[str]:
    """Return the lines of a paragraph: ``width`` 汉字 wide, the first shorter by ``indent``, by the rules of print."""
    lines, line, room = [], "", 2 * (width - indent)
    for unit in UNIT.findall(text):
        size = sum(1 if c.isascii() else 2 for c in unit)
        if size > room and unit not in NO_START:
            tail = ""
            while line and line[-1] in NO_END:
                line, tail = line[:-1], line[-1] + tail
            lines.append(line)
            line, room = tail, 2 * width - 2 * len(tail)
        line += unit
        room -= size
    return [*lines, line]


def set_pages(articles: list[Article], width: int, *, height: int, titles: bool) -> list[SetLine]:
    """Return the printed lines; every article begins a page, a lost title leaves its room empty."""
    printed: list[SetLine] = []
    page = row = 0

    def put(lines: list[str]) -> None:
        nonlocal page, row
        for k, text in enumerate(lines):
            if row >= height:
                page, row = page + 1, 0
            printed.append(SetLine(text, k == 0, k == len(lines) - 1, page))
            row += 1

    for number, article in enumerate(articles):
        page, row = page + (number > 0), 0
        if titles:
            put([article.title])
            put([f"（{article.source}）"])
        else:
            row = TITLE_ROWS
        for kind, text in article.body:
            put(wrap(text, width, 2) if kind == "p" else [text])
    return printed


def dump_spaced(lines: list[SetLine], header: str) -> str:
    """Return a dump with an empty line between lines, a blank at paragraph ends, page turns without empty line."""
    parts: list[str] = []
    for before, line in _with_before(lines):
        turn = before is not None and before.page != line.page
        if turn and line.page % 3 == 0:
            parts.append(f"\n\n\n  {line.page + 1} \n\n{header} \n\n \n\n")
        elif turn:
            parts.append("\n ")
        elif before is not None:
            parts.append("\n\n")
        parts.append(line.text + (" " if line.last else ""))
    return "".join(parts) + "\n"


def dump_gapped(lines: list[SetLine], header: str) -> str:
    """Return a dump with an empty line between lines, three at page turns, nothing at paragraph ends."""
    parts: list[str] = []
    for before, line in _with_before(lines):
        turn = before is not None and before.page != line.page
        parts.append("" if before is None else "\n\n\n\n" if turn else "\n\n")
        parts.append(line.text)
    return "".join(parts) + "\n"


def dump_indented(lines: list[SetLine], header: str) -> str:
    """Return a dump without empty lines, indents kept, a header above and a page number below each page."""
    parts = [header]
    for before, line in _with_before(lines):
        if before is not None and before.page != line.page:
            parts += [f"- {before.page + 1} -", header]
        parts.append(("　　" if line.first else "") + line.text)
    return "\n".join([*parts, f"- {lines[-1].page + 1} -"]) + "\n"


DUMPS = {"spaced": dump_spaced, "gapped": dump_gapped, "indented": dump_indented}


def _with_before(lines: list[SetLine]) -> Iterator[tuple[SetLine | None, SetLine]]:
    yield from zip([None, *lines[:-1]], lines, strict=True)
