"""Pages of a PDF as they lie on the table: characters and rules with their places, in pt from the upper left corner."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from quizgen.model.sheet import Paragraph, Sheet, Text
from quizgen.model.style import PT_PER_MM


def _find_office() -> str | None:
    """Return where LibreOffice is; None without it, and without a font as wide as Times New Roman to measure by."""
    match = shutil.which("fc-match") and subprocess.run(["fc-match", "Times New Roman"], capture_output=True, text=True)
    return shutil.which("soffice") if not match or re.search("Times|Liberation", match.stdout) else None


SOFFICE = _find_office()
SLACK = 0.6  # pt a glyph's drawing may lean out of its place
JOINT = 1.0  # pt between two pieces of one rule


class Glyph(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float


class Rule(NamedTuple):
    left: float
    right: float
    y: float

    @property
    def width(self) -> float:
        return self.right - self.left


class Page(NamedTuple):
    glyphs: list[Glyph]
    rules: list[Rule]  # level, pieces that touch joined
    pictures: int
    loose_fonts: list[str]  # used, but not in the file
    width: float
    height: float

    @property
    def text(self) -> str:
        """Return the text without white space."""
        return re.sub(r"\s", "", "".join(glyph.text for glyph in self.glyphs))

    def find(self, text: str) -> list[Glyph]:
        """Return the first glyph of every occurrence."""
        seen = [glyph for glyph in self.glyphs if not glyph.text.isspace()]
        run = "".join(glyph.text for glyph in seen)
        return [seen[match.start()] for match in re.finditer(re.escape(text), run)]


def squeeze(text: str) -> str:
    """Return the text without white space."""
    return re.sub(r"\s", "", text)


def body(page: Page, sheet: Sheet) -> list[Glyph]:
    """Return the glyphs between the margins: not the seal bar, not the footer, no spaces."""
    bottom = page.height - sheet.page.bottom * PT_PER_MM
    left = 35 * PT_PER_MM if sheet.seal else 0
    return [g for g in page.glyphs if not g.text.isspace() and g.bottom < bottom + SLACK and g.left > left]


def find_column(glyph: Glyph | Rule, sheet: Sheet) -> int:
    """Return the column a glyph or rule begins in, from 0."""
    step = (sheet.page.column_width + sheet.page.gap) * PT_PER_MM
    return int((glyph.left - sheet.page.left * PT_PER_MM + SLACK * 3) // step)


def reach(page: Page, sheet: Sheet) -> float:
    """Return how far the columns of a page are filled, one below the other, pt."""
    height, top = sheet.page.column_height * PT_PER_MM, sheet.page.top * PT_PER_MM
    edge = (sheet.page.left - 2) * PT_PER_MM
    ends = [(find_column(g, sheet), g.bottom) for g in body(page, sheet)]
    ends += [(find_column(rule, sheet), rule.y) for rule in page.rules if rule.left > edge]
    return max((column * height + bottom - top for column, bottom in ends), default=0.0)


Spot = tuple[int, int, Glyph, Glyph]
"""Page, column, first and last glyph of a paragraph."""


def locate(sheet: Sheet, pages: list[Page]) -> list[tuple[Paragraph, Spot]]:
    """Return where the paragraphs of a sheet stand; fails when one is missing or out of order."""
    glyphs = [(number, glyph) for number, page in enumerate(pages) for glyph in body(page, sheet)]
    run = "".join(glyph.text for _, glyph in glyphs)
    found, at = [], 0
    for block in sheet.blocks:
        text = read_text(block) if isinstance(block, Paragraph) else ""
        if isinstance(block, Paragraph) and text:
            at = run.index(text, at)
            (page, first), (_, last) = glyphs[at], glyphs[at + len(text) - 1]
            found.append((block, (page, find_column(first, sheet), first, last)))
            at += len(text)
    return found


def read_text(paragraph: Paragraph) -> str:
    """Return what a paragraph prints, its number before it."""
    text = squeeze("".join(piece.text for piece in paragraph.inlines if isinstance(piece, Text)))
    return f"{paragraph.number}．{text}" if paragraph.number else text


def convert(files: list[Path], suffix: str, folder: Path) -> None:
    """Convert Word files with LibreOffice, in a profile of their own."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [SOFFICE or "soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


def read_pages(path: Path) -> list[Page]:
    """Return the pages of a PDF."""
    document = pdfium.PdfDocument(path)
    try:
        return [_read_page(page) for page in document]
    finally:
        document.close()


def _read_page(page: pdfium.PdfPage) -> Page:
    width, height = page.get_size()
    objects = list(page.get_objects(max_depth=3))
    pictures = sum(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in objects)
    fonts = [_name_if_loose(each) for each in objects if each.type == raw.FPDF_PAGEOBJ_TEXT]
    bars = [each.get_bounds() for each in objects if each.type == raw.FPDF_PAGEOBJ_PATH]
    level = [Rule(x1, x2, height - (y1 + y2) / 2) for x1, y1, x2, y2 in bars if y2 - y1 < 3 < x2 - x1 or y2 - y1 < 1.2]
    return Page(_read_glyphs(page, height), _join(level), pictures, [f for f in fonts if f], width, height)


def _read_glyphs(page: pdfium.PdfPage, height: float) -> list[Glyph]:
    text = page.get_textpage()
    glyphs = []
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        code = raw.FPDFText_GetUnicode(text, index)
        glyphs.append(Glyph(chr(code), left, height - top, right, height - bottom))
    return glyphs


def _name_if_loose(text: pdfium.PdfObject) -> str:
    font = raw.FPDFTextObj_GetFont(text)
    if raw.FPDFFont_GetIsEmbedded(font) == 1:
        return ""
    name = ctypes.create_string_buffer(100)
    raw.FPDFFont_GetBaseFontName(font, name, 100)
    return name.value.decode()


def _join(rules: list[Rule]) -> list[Rule]:
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (round(each.y), each.left)):
        last = joined[-1] if joined else None
        if last and abs(last.y - rule.y) < JOINT and last.left <= rule.left < last.right + JOINT:
            joined[-1] = Rule(last.left, max(last.right, rule.right), last.y)
        else:
            joined.append(rule)
    return joined
