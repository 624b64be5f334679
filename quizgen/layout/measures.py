"""How tall blocks will print, estimated from exact pitches and the width of their text (PAPER.md section 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.model.sheet import AnswerLines, Blank, Block, Inline, Look, Paragraph, Row, Sheet, Tab, Table, Text
from quizgen.model.style import PT_PER_MM
from quizgen.text.width import text_em

SEAM_EM = 0.25  # word processors part 汉字 from letters and digits by a quarter em
SEAM = re.compile(r"(?<=[\u3400-\u9fff])[0-9A-Za-z]|[0-9A-Za-z%](?=[\u3400-\u9fff])")
# example: "到2026年建成" has two
CHUNK = re.compile(r"[“‘（《]*(?:[0-9A-Za-z.%]+|.)[，。；：、？！”’）》．]*")
# example: "（到2026年，" -> "（到", "2026", "年，": no line ends or begins inside
NUMBER_EM = 2.0  # "10．"
CELL_PADDING = 3.8  # mm, left and right of a cell's text together


def measure(block: Block, sheet: Sheet) -> float:
    """Return the height of a block in pt."""
    if isinstance(block, AnswerLines):
        return block.count * block.pitch * PT_PER_MM
    if isinstance(block, Table):
        return sum(measure_row(row, block, sheet) for row in block.rows)
    return _measure_paragraph(block, sheet, sheet.page.column_width)


def measure_row(row: Row, table: Table, sheet: Sheet) -> float:
    """Return the height of a table row in pt; the text of a growing row counts."""
    least = row.height * PT_PER_MM
    if not row.grows:
        return least
    return max(
        least,
        *(
            sum(_measure_paragraph(paragraph, sheet, width - CELL_PADDING) for paragraph in cell.paragraphs)
            for cell, width in zip(row.cells, table.columns, strict=False)
        ),
    )


def _measure_paragraph(paragraph: Paragraph, sheet: Sheet, width: float) -> float:
    look = sheet.look(paragraph.role)
    return look.before + look.after + look.pitch * count_lines(paragraph, look, width)


def count_lines(paragraph: Paragraph, look: Look, width: float) -> int:
    """Return how many lines a paragraph takes in a column of ``width`` mm. What stands behind tabs is on one line."""
    room = width * PT_PER_MM / look.size
    lines, used = 1, look.left - look.hanging + (NUMBER_EM if paragraph.number else 0)
    for chunk in _split(paragraph.inlines, look):
        if used + chunk > room:
            lines, used = lines + 1, look.left
        used += chunk
    return lines


def _split(inlines: tuple[Inline, ...], look: Look) -> Iterator[float]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from split_text(inline.text)
        elif isinstance(inline, Blank):
            yield inline.width * PT_PER_MM / look.size
        elif isinstance(inline, Tab):
            yield 0.0
        else:
            yield 1.0


@lru_cache(maxsize=4096)
def split_text(text: str) -> tuple[float, ...]:
    """Return the widths in em of the pieces of ``text`` no line break parts."""
    seams = [match.start() for match in SEAM.finditer(text)]
    return tuple(
        text_em(chunk.group()) + SEAM_EM * sum(chunk.start() <= seam < chunk.end() for seam in seams)
        for chunk in CHUNK.finditer(text)
    )
