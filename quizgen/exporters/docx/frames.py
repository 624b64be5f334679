"""What stands around the body: seal bar, section properties."""

from __future__ import annotations

from quizgen.exporters.docx.body import Writer
from quizgen.exporters.docx.margins import EDGE_DISTANCE, Room
from quizgen.exporters.docx.markup import HINT, clean, twips, write_run
from quizgen.exporters.docx.styles import SEAL
from quizgen.model.sheet import SealBar, Sheet
from quizgen.model.style import Page

SEAL_AT = 12  # mm from the left and the upper edge
SEAL_COLUMNS = (13, 8)  # mm: data, dashed line
DASHED = '<w:tcBorders><w:right w:val="dashed" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>'


def write_seal(seal: SealBar, page: Page, writer: Writer) -> str:
    """Return the seal bar: a floating table at the left edge, its text running upwards (PAPER.md section 4)."""
    at, height = twips(SEAL_AT), twips(page.height - 2 * SEAL_AT)
    widths = [twips(width) for width in SEAL_COLUMNS]
    properties = (
        f'<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{at}"'
        f' w:tblpY="{at}"/><w:tblOverlap w:val="never"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = _write_cell(widths[0], "", seal.data, writer) + _write_cell(widths[1], DASHED, seal.warning, writer)
    row = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{cells}'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def _write_cell(width: int, borders: str, text: str, writer: Writer) -> str:
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>{borders}<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
    )
    run = write_run(f'<w:t xml:space="preserve">{clean(text)}</w:t>', HINT)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{writer.write_line(SEAL, runs=run)}</w:tc>"


def write_section(sheet: Sheet, references: str, first_differs: bool, room: Room) -> str:
    """Return the section properties. ``room``: what the base needs for its header and footer."""
    page = sheet.page
    landscape = ' w:orient="landscape"' if page.width > page.height else ""
    top, bottom = max(twips(page.top), room.top), max(twips(page.bottom), room.bottom)
    margins = {"top": top, "right": twips(page.right), "bottom": bottom, "left": twips(page.left)}
    margins |= {"header": max(twips(EDGE_DISTANCE), room.header), "footer": twips(EDGE_DISTANCE), "gutter": 0}
    sides = " ".join(f'w:{side}="{value}"' for side, value in margins.items())
    columns = f'w:num="{page.columns}" w:sep="1" ' if page.columns > 1 else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{landscape}/>'
        f'<w:pgMar {sides}/><w:cols {columns}w:space="{twips(page.gap)}"/>'
        f'{"<w:titlePg/>" if first_differs else ""}<w:docGrid w:type="default"/></w:sectPr>'
    )
