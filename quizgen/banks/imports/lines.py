"""Lines with their places: what the grammar reads, whatever file they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.banks.imports.folding import fold, strip_invisible
from quizgen.model.document import RawDocument

MARKDOWN = re.compile(r"^\s{0,8}(?:#{1,6}\s|>\s?|[-*+]\s)|\*\*")
# ## 一、单选题 / **答案：B** / - A. 平台

FRAME = re.compile(r"[【\[](?:选项|题干|题目|试题)[】\]]\s?[:：]?|^\s{0,20}[○◯□☐●]\s?(?=[A-HＡ-Ｈ])")
# 【题干】晨读的目的是（　　）。【选项】A.平台 B.师资 / □ A.平台  (says only what the grammar sees by itself)

DRAWN_BLANK = re.compile("\u00a0{12,}")
# 要处理好           的关系  (no-break spaces, underlined: kept even where a line begins or ends with them)

GRID_HEADS = {"题号": re.compile(r"\d{1,4}"), "答案": re.compile(r"[A-H]{1,8}|[√×对错TF]|正确|错误")}
# the cells that follow these: 1 2 3 / A BC √


class Line(NamedTuple):
    """One line that is not blank."""

    text: str
    folded: str  # same length
    place: str


def make_line(text: str, place: str) -> Line:
    """Return the line ``text`` (without a line end) found at ``place``."""
    stripped = DRAWN_BLANK.sub("____", FRAME.sub(" ", strip_invisible(text))).strip()
    return Line(stripped, fold(stripped), place)


def lines_of(document: RawDocument) -> list[Line]:
    """Return the lines of a document that are not blank, in reading order."""
    found = []
    for place, block in zip(_places(document), document.blocks, strict=True):
        cell = block.role == "table"
        text = MARKDOWN.sub("", block.text) if document.format == "md" else block.text
        found.append((make_line(text, place), cell))
    return list(_join_grids([pair for pair in found if pair[0].text]))


def _places(document: RawDocument) -> Iterator[str]:
    """Yield where each block stands: the physical line of a text file, the number of the paragraph elsewhere."""
    if document.format not in ("txt", "md"):
        yield from (f"{document.name}:第{number}段" for number in range(1, len(document.blocks) + 1))
        return
    line, read = 1, 0
    for block in document.blocks:
        line += document.text.count("\n", read, block.start)
        read = block.start
        yield f"{document.name}:{line}"


def _join_grids(lines: list[tuple[Line, bool]]) -> Iterator[Line]:
    """Yield the lines, the cells of an answer grid (题号, 1, 2, … 答案, A, B, …) as two lines."""
    at = 0
    while at < len(lines):
        line, cell = lines[at]
        until = at + 1
        if cell and line.folded in GRID_HEADS:
            shape = GRID_HEADS[line.folded]
            while until < len(lines) and lines[until][1] and shape.fullmatch(lines[until][0].folded):
                until += 1
        joined = " ".join(one.text for one, _ in lines[at:until])
        mark = "答案：" if line.folded == "答案" and until > at + 1 else line.text
        yield make_line(f"{mark}{joined[len(line.text) :]}", line.place)
        at = until
