"""A school's .docx: logo and name in the header, address and page number in the footer, a font of its own."""

from __future__ import annotations

import io
import struct
import zlib

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "方正仿宋_GBK"
BODY = "旧卷内容：青禾县第一小学内部资料"


def png() -> bytes:
    """Return a red square of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
    )


def school(first_page: bool = False, odd_and_even: bool = False, own_style: bool = False, fonts: bool = True) -> bytes:
    """Return a school's template: logo and name in the header, address and page number in the footer, its own font."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(14)
    if fonts:
        normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    else:
        for each in list(document.styles.element.iter(qn("w:rFonts"))):
            each.getparent().remove(each)
    indent = OxmlElement("w:ind")
    indent.set(qn("w:firstLineChars"), "200")
    normal.element.get_or_add_pPr().append(indent)
    if own_style:
        document.styles.add_style("大题", 1).font.size = Pt(15)
    section = document.sections[0]
    section.orientation, section.top_margin, section.header_distance = WD_ORIENT.PORTRAIT, Mm(35), Mm(12)
    section.header.paragraphs[0].add_run("青禾县第一小学").add_picture(io.BytesIO(png()), Mm(10))
    section.footer.paragraphs[0].add_run("青禾县城关镇文化路一号")
    number = section.footer.add_paragraph().add_run()
    code = OxmlElement("w:instrText")
    code.text = " PAGE "
    number._r.append(code)
    section.different_first_page_header_footer = first_page
    if first_page:
        section.first_page_header.paragraphs[0].add_run("首页校徽").add_picture(io.BytesIO(png()), Mm(20))
    document.settings.odd_and_even_pages_header_footer = odd_and_even
    if odd_and_even:
        section.even_page_header.paragraphs[0].add_run("偶数页校名")
    document.add_paragraph(BODY).add_run().add_picture(io.BytesIO(png()), Mm(30))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
