"""Breaks said out loud: what moves to the next column as a whole says so itself.

Ties between paragraphs (``keep_next``) should do, and in Word they do. LibreOffice fills a page with 25 paragraphs
before it looks at heights, and parts what is tied wherever that count falls inside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.layout.fitting import Placed, flow
from quizgen.model.sheet import AnswerLines, Block, Opening, Paragraph, Sheet


def open_columns(sheet: Sheet) -> Sheet:
    """Return the sheet with a break before all that moves on although its first line had room.

    Where not even that fits, text flows over by itself: a break could only do harm, should a line come out longer.
    """
    line = sheet.look("stem").pitch
    moved = {placed.first.block: placed for placed in flow(sheet) if placed.free >= max(placed.first.height, line)}
    if not moved:
        return sheet
    blocks: list[Block] = []
    for number, block in enumerate(sheet.blocks):
        blocks += _open(block, moved[number], sheet.page.columns) if number in moved else [block]
    return sheet.model_copy(update={"blocks": tuple(blocks)})


def _open(block: Block, placed: Placed, columns: int) -> Iterator[Block]:
    """Yield the block with the break; a table cannot be told, its rows hold together."""
    opens: Opening = "column" if placed.column % columns else "page"
    part = placed.first.part
    if isinstance(block, AnswerLines) and part:
        yield block.model_copy(update={"count": part, "keep_next": False})
        yield block.model_copy(update={"count": block.count - part, "opens": opens})
    elif isinstance(block, Paragraph | AnswerLines):
        yield block.model_copy(update={"opens": opens})
    else:
        yield block
