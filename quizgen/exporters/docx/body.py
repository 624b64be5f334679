"""Blocks of a sheet as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from quizgen.exporters.docx.markup import twips, write_inline
from quizgen.exporters.docx.numbering import Counter
from quizgen.exporters.docx.styles import EMPTY, RULED
from quizgen.model.sheet import AnswerLines, Block, Cell, Opening, Paragraph, Row, Sheet, Table, TabStop

NO_FRAME = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "bottom", "right"))


class Writer:
    """Writes the blocks of one sheet; holds what they share: looks, style ids (by style name), lists."""

    def __init__(self, sheet: Sheet, style_ids: dict[str, str], counter: Counter, own_fonts: bool) -> None:
        self._looks = {look.role: look for look in sheet.looks}
        self._style_ids = style_ids
        self._counter = counter
        self._own_fonts = own_fonts

    def write_blocks(self, blocks: tuple[Block, ...]) -> str:
        """Return the blocks; Word joins tables that touch and wants a paragraph behind the last: spacers part them."""
        return "".join(self._write_all(blocks))

    def _write_all(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block, follower in zip_longest(blocks, blocks[1:]):
            yield self._write_block(block)
            if isinstance(block, Table) and (follower is None or isinstance(follower, Table)):
                yield self.write_paragraph(Paragraph(role="gap"))

    def _write_block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self.write_paragraph(block)
        if isinstance(block, AnswerLines):
            style = RULED if block.ruled else EMPTY
            opened = [block.opens, *[None] * (block.count - 1)]
            return "".join(self.write_line(style, tie, o) for tie, o in zip(block.ties, opened, strict=True))
        return self._write_table(block)

    def write_paragraph(self, paragraph: Paragraph) -> str:
        """Return a paragraph in the style of its role."""
        look = self._looks[paragraph.role]
        extra = self._number(paragraph.number) + _write_tabs(paragraph.tabs)
        runs = "".join(write_inline(inline, look, self._own_fonts) for inline in paragraph.inlines)
        return self.write_line(look.name, paragraph.keep_next, paragraph.opens, extra, runs)

    def write_line(
        self, style: str, keep_next: bool = False, opens: Opening | None = None, extra: str = "", runs: str = ""
    ) -> str:
        """Return a paragraph of runs in the style called ``style``; ``extra``: properties behind keepNext."""
        keep = "<w:keepNext/>" if keep_next else ""
        top = "<w:pageBreakBefore/>" if opens == "page" else ""
        lead = self._write_column_break() if opens == "column" else ""
        return f'{lead}<w:p><w:pPr><w:pStyle w:val="{self._style_ids[style]}"/>{keep}{top}{extra}</w:pPr>{runs}</w:p>'

    def _write_column_break(self) -> str:
        """Return a column break in a line of its own, 1 pt high: in a numbered one it would part number and text."""
        style = self._style_ids[self._looks["gap"].name]
        thin = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{thin}</w:pPr><w:r><w:br w:type="column"/></w:r></w:p>'

    def _number(self, number: int | None) -> str:
        if number is None:
            return ""
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._counter.count(number)}"/></w:numPr>'

    def _write_table(self, table: Table) -> str:
        rule = f'w:val="single" w:sz="{round(table.frame * 8)}" w:space="0" w:color="000000"'
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        padding = f'w:w="{twips(table.padding)}" w:type="dxa"'
        margins = f"<w:left {padding}/><w:right {padding}/>"
        columns = [twips(width) for width in table.columns]
        properties = (
            f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
            f"<w:tblBorders>{''.join(f'<w:{side} {rule}/>' for side in sides)}</w:tblBorders>"
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{self._write_rows(table)}</w:tbl>"

    def _write_rows(self, table: Table) -> str:
        columns = [twips(width) for width in table.columns]
        open_cells: dict[int, tuple[Cell, int]] = {}  # column -> cell from above, rows it still spans
        rows: list[str] = []
        for order, row in enumerate(table.rows):
            cells = self._write_cells(row, columns, open_cells)
            head = "<w:tblHeader/>" if order < table.head else ""
            rule = "atLeast" if row.grows else "exact"
            height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="{rule}"/>'
            rows.append(f"<w:tr><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{cells}</w:tr>")
        return "".join(rows)

    def _write_cells(self, row: Row, columns: list[int], open_cells: dict[int, tuple[Cell, int]]) -> str:
        """Return the cells of a row; ``open_cells`` is brought up to date for the next."""
        waiting = iter(row.cells)
        written: list[str] = []
        for at, width in enumerate(columns):
            above, left = open_cells.pop(at, (None, 0))
            cell = above or next(waiting)
            rows = left or cell.rows
            written.append(self._write_cell(cell, width, covered=above is not None))
            if rows > 1:
                open_cells[at] = (cell, rows - 1)
        return "".join(written)

    def _write_cell(self, cell: Cell, width: int, covered: bool) -> str:
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        properties = (
            f'<w:tcW w:w="{width}" w:type="dxa"/>'
            + ("<w:vMerge/>" if covered else merge)
            + ("" if cell.framed else f"<w:tcBorders>{NO_FRAME}</w:tcBorders>")
            + f'<w:vAlign w:val="{"top" if cell.top else "center"}"/>'
        )
        inner = "<w:p/>" if covered else "".join(map(self.write_paragraph, cell.paragraphs))
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def _write_tabs(tabs: tuple[TabStop, ...]) -> str:
    stops = "".join(f'<w:tab w:val="{tab.align}" w:pos="{twips(tab.at)}"/>' for tab in tabs)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""
