"""Makes the other forms of the example booklet from its clean text: `python tests/examples_tools/make_examples.py`.

The ugly dump and the Word file are made by this program alone, byte by byte the same each time. The PDF is printed
from the Word file by LibreOffice (`--pdf`), whose output names its own time and version: it is made once and kept.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CLEAN = EXAMPLES / "清河教育资料.txt"
DUMP = EXAMPLES / "清河教育资料（PDF转存）.txt"
WORD = EXAMPLES / "清河教育资料.docx"
PDF = EXAMPLES / "清河教育资料.pdf"

COLUMN_CELLS = 70  # 35 汉字 a line, two cells each
INDENT_CELLS = 4  # the first line of a paragraph is two 汉字 shorter; the dump shows the gap, not the spaces
PAGE_LINES = 23
LOST_TITLES = (2, 4, 5)  # articles, from 0, whose title and source line were in a font the dump could not decode
LOST_SOURCES = (3,)  # articles that kept the title but not the source line

FIXED_TIME = datetime(2024, 6, 30, 8, 0, 0)  # written into the Word file in place of the clock
FONT = "Noto Serif CJK SC"

SOURCE_LINE = re.compile(r"（《[^》]+》 (\d{4})-(\d{2})-(\d{2})）$")
# （《清河教育报》 2024-03-07）
SENTENCE_END = re.compile(r"[。！？：；”）]$")
# 会议强调，推进校园阅读要做好四项工作：
TOKEN = re.compile(r"[0-9A-Za-z.%]+|.", re.S)
# 96.2% stays whole at a line end, 汉字 break anywhere
DIGITS_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=年)(?=第)")
# 北京3月6日 -> 北京 3月 6日
NO_LINE_START = "，。、；：？！”’）》"
NO_LINE_END = "“‘（《"


@dataclass(frozen=True)
class Article:
    """One article of the clean text: its title, its printed source line and its paragraphs, sub-headings among them."""

    title: str
    source: str
    paragraphs: tuple[str, ...]


def read_booklet(text: str) -> tuple[str, list[Article]]:
    """Title of the booklet and its articles; the clean text parts them by one empty line."""
    title, *blocks = text.strip().split("\n\n")
    return title, [Article(*_split_block(block.split("\n"))) for block in blocks]


def _split_block(lines: list[str]) -> tuple[str, str, tuple[str, ...]]:
    return lines[0], lines[1], tuple(lines[2:])


def is_subheading(paragraph: str) -> bool:
    return SENTENCE_END.search(paragraph) is None


# --- the ugly dump ------------------------------------------------------------------------------------------------


def wrap(paragraph: str) -> list[str]:
    """Lines of one paragraph in a column of 35 汉字, closing marks never first and opening marks never last."""
    lines: list[str] = []
    line, room = "", COLUMN_CELLS - INDENT_CELLS
    for token in TOKEN.findall(DIGITS_BETWEEN.sub(" ", paragraph)):
        if count_cells(line + token) > room and token not in NO_LINE_START:
            kept = line.rstrip(NO_LINE_END)
            lines.append(kept.rstrip())
            line, room = line[len(kept) :], COLUMN_CELLS
        line += token if line or token != " " else ""
    return [*lines, line + " "]


def count_cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def iterate_article_lines(number: int, article: Article) -> Iterator[str]:
    """Lines of one article as the dump shows them: a lost source line is debris that still holds the date."""
    debris = "&&!\"#'( {}/ {}) {}*+ ".format(*(int(part) for part in SOURCE_LINE.search(article.source).groups()))
    if number not in LOST_TITLES:
        yield article.title + " "
        yield debris if number in LOST_SOURCES else DIGITS_BETWEEN.sub(" ", article.source) + " "
    for paragraph in article.paragraphs:
        yield from wrap(paragraph)
    if number in LOST_TITLES:
        yield debris


def dump(title: str, articles: list[Article]) -> str:
    """Text of the whole dump: a blank line after each line, page ends in mid-sentence, some with their furniture."""
    header = re.sub(r"(?<=\D)(\d+)(?=\D)", r" \1 ", title).replace("  ", " ")
    pages = [page for number, article in enumerate(articles) for page in paginate(number, article)]
    parts = []
    for number, page in enumerate(pages, 1):
        parts.append(" " + "\n\n".join(page) + "\n")
        if number % 2 == 1:  # only right-hand pages carry their number and header
            parts.append(f"\n\n\n  {number} \n\n{header} \n\n \n\n")
    return "".join(parts)


def paginate(number: int, article: Article) -> list[list[str]]:
    """Pages of one article; each article begins on a page of its own."""
    lines = list(iterate_article_lines(number, article))
    return [lines[start : start + PAGE_LINES] for start in range(0, len(lines), PAGE_LINES)]


# --- the Word file ------------------------------------------------------------------------------------------------


def make_word(title: str, articles: list[Article]) -> bytes:
    """Bytes of the Word file: real heading styles, a running header, a page number field, no clock anywhere."""
    document = Document()
    prepare_document(document, title)
    document.add_paragraph(title, style="Title")
    for article in articles:
        document.add_paragraph(article.title, style="Heading 1")
        document.add_paragraph(article.source)
        for paragraph in article.paragraphs:
            document.add_paragraph(paragraph, style="Heading 2" if is_subheading(paragraph) else None)
    buffer = io.BytesIO()
    document.save(buffer)
    return fix_zip_times(buffer.getvalue())


def prepare_document(document: DocxDocument, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = FIXED_TIME
    for name, size in (("Normal", 10.5), ("Title", 18), ("Heading 1", 15), ("Heading 2", 12)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()  # theme fonts would win over the named one
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(script), FONT)
    section = document.sections[0]
    section.header.paragraphs[0].text = title
    add_field(section.footer.paragraphs[0], "PAGE")


def add_field(paragraph: object, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)


def fix_zip_times(data: bytes) -> bytes:
    """The same archive with every member's time set to the start of the zip calendar, in the order of its names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return buffer.getvalue()


def print_pdf(word: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(word.parent), str(word)], check=True, capture_output=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", action="store_true", help="print the PDF again too (needs LibreOffice)")
    arguments = parser.parse_args()
    title, articles = read_booklet(CLEAN.read_text("utf-8"))
    DUMP.write_bytes(dump(title, articles).encode("utf-8"))
    WORD.write_bytes(make_word(title, articles))
    if arguments.pdf:
        print_pdf(WORD)


if __name__ == "__main__":
    main()
