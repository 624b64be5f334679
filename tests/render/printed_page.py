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

SOFFICE = shutil.which("soffice")
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
        if last and abs(last.y - rule.y) < JOINT and rule.left - last.right < JOINT:
            joined[-1] = Rule(last.left, max(last.right, rule.right), last.y)
        else:
            joined.append(rule)
    return joined
