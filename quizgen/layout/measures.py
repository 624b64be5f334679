"""How tall blocks will print, estimated from exact pitches and the width of their text (PAPER.md section 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.items.printing import BRACKET
from quizgen.model.sheet import (
    AnswerLines,
    Blank,
    Block,
    Break,
    Cell,
    Inline,
    Look,
    PageField,
    Paragraph,
    Row,
    Sheet,
    Tab,
    Table,
    Text,
)
from quizgen.model.style import PT_PER_MM
from quizgen.text.width import text_em

RULE = 0.5  # pt: how thick the exporter draws the rule of a line
SEAM_EM = 0.25  # word processors part 汉字 from letters and digits by a quarter em
SEAM = re.compile(r"(?<=[\u3400-\u9fff])[0-9A-Za-z]|[0-9A-Za-z%](?=[\u3400-\u9fff])")
# example: "到2026年建成" has two
CHUNK = re.compile(r"[“‘（《]*(?:[0-9A-Za-z.%]+|.)[，。；：、？！”’）》．]*")
# example: "（到2026年，" -> "（到", "2026", "年，": no line ends or begins inside
GAP = re.compile(r"(（　　）[，。；：、？！”’）》]*)")
# example: "数字教研的关键在（　　）。"
OPENING = "“‘（《"
GUARD_EM = 1.0  # what an estimate of a line may be wrong by


def measure(block: Block, sheet: Sheet) -> float:
    """Return the height of a block in pt."""
    if isinstance(block, AnswerLines):
        return block.count * line_height(block)
    if isinstance(block, Table):
        return sum(measure_rows(block, sheet))
    return _measure_paragraph(block, sheet, sheet.page.column_width)


def line_height(lines: AnswerLines) -> float:
    """Return the height of a line to answer on in pt: its rule stands under its pitch, not in it."""
    return lines.pitch * PT_PER_MM + (RULE if lines.ruled else 0.0)


def measure_rows(table: Table, sheet: Sheet) -> list[float]:
    """Return the height of every row in pt; what a cell over several rows needs on top, the last of them gets."""
    heights = [_measure_row(row, table, sheet) for row in table.rows]
    for first, row in enumerate(table.rows):
        for cell, width in zip(row.cells, table.columns, strict=False):
            last = first + cell.rows - 1
            if row.grows and last > first:
                lacking = _measure_cell(cell, width, table, sheet) - sum(heights[first : last + 1])
                heights[last] += max(lacking, 0.0)
    return heights


def _measure_row(row: Row, table: Table, sheet: Sheet) -> float:
    """Return the height of a row by the cells that are in it alone; the text of a growing row counts."""
    own = [(cell, width) for cell, width in zip(row.cells, table.columns, strict=False) if cell.rows == 1]
    texts = [_measure_cell(cell, width, table, sheet) for cell, width in own] if row.grows else []
    return max(row.height * PT_PER_MM, *texts, 0.0) + table.frame  # the rule above it


def _measure_cell(cell: Cell, width: float, table: Table, sheet: Sheet) -> float:
    return sum(_measure_paragraph(paragraph, sheet, width - 2 * table.padding) for paragraph in cell.paragraphs)


def _measure_paragraph(paragraph: Paragraph, sheet: Sheet, width: float) -> float:
    look = sheet.look(paragraph.role)
    return look.before + look.after + look.pitch * count_lines(paragraph, look, width)


def count_lines(paragraph: Paragraph, look: Look, width: float) -> int:
    """Return how many lines a paragraph takes in a column of ``width`` mm. What stands behind tabs is on one line."""
    line = Line(paragraph, look, width)
    for inline in paragraph.inlines:
        line.add(inline)
    return line.count


class Line:
    """The line being filled: which one of its paragraph, and how far, in em of its type size."""

    def __init__(self, paragraph: Paragraph, look: Look, width: float) -> None:
        self._look = look
        self._room = width * PT_PER_MM / look.size
        self.count = 1
        number = f"{paragraph.number}．" if paragraph.number else ""
        self._used = look.left - look.hanging + text_em(number)

    def add(self, inline: Inline) -> None:
        """Print an inline: what no line break parts moves to the next line when it has no room."""
        if isinstance(inline, Break):
            self._start()
        for chunk in _split(inline, self._look):
            if self._used + chunk > self._room:
                self._start()
            self._used += chunk

    def lacks_room(self, inline: Inline) -> bool:
        """Return whether an inline that must stay whole would reach the end of the line, or nearly."""
        return self._used + sum(_split(inline, self._look)) + GUARD_EM > self._room

    def _start(self) -> None:
        self.count, self._used = self.count + 1, self._look.left


def _split(inline: Inline, look: Look) -> tuple[float, ...]:
    if isinstance(inline, Text):
        return split_text(inline.text)
    if isinstance(inline, Blank):
        return (inline.width * PT_PER_MM / look.size,)
    return (1.0,) if isinstance(inline, PageField) else ()


def keep_gaps_whole(paragraph: Paragraph, look: Look, width: float) -> Paragraph:
    """Return the paragraph with a line break before every blank or bracket the end of a line would part.

    No-break spaces should hold it together, but LibreOffice parts them among 汉字, and brackets hold wide spaces.
    """
    line = Line(paragraph, look, width)
    inlines: list[Inline] = []
    for piece in _cut_brackets(paragraph.inlines):
        if inlines and _is_gap(piece) and line.lacks_room(piece):
            along = _take_along(inlines)
            for moved in (Break(), *along):
                inlines.append(moved)
                line.add(moved)
        inlines.append(piece)
        line.add(piece)
    return paragraph.model_copy(update={"inlines": tuple(inlines)}) if Break() in inlines else paragraph


def _take_along(inlines: list[Inline]) -> list[Inline]:
    """Take off and return what a gap takes to the next line: its tab, or the marks that open before it."""
    last = inlines.pop()
    if isinstance(last, Tab):
        return [last]
    if not isinstance(last, Text) or not (kept := last.text.rstrip(OPENING)):
        inlines.append(last)
        return []
    inlines.append(last.model_copy(update={"text": kept}))
    opening = last.text[len(kept) :]
    return [last.model_copy(update={"text": opening})] if opening else []


def _is_gap(inline: Inline) -> bool:
    return isinstance(inline, Blank) or (isinstance(inline, Text) and inline.text.startswith(BRACKET))


def _cut_brackets(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Text) and BRACKET in inline.text:
            yield from (inline.model_copy(update={"text": text}) for text in GAP.split(inline.text) if text)
        else:
            yield inline


@lru_cache(maxsize=4096)
def split_text(text: str) -> tuple[float, ...]:
    """Return the widths in em of the pieces of ``text`` no line break parts."""
    seams = [match.start() for match in SEAM.finditer(text)]
    return tuple(
        text_em(chunk.group()) + SEAM_EM * sum(chunk.start() <= seam < chunk.end() for seam in seams)
        for chunk in CHUNK.finditer(text)
    )
