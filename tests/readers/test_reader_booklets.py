"""Real booklets and the project's own example: nothing lost, nothing twice, the same words from every format."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from quizgen.readers import read

ROOT = Path(__file__).parents[2]
BOOKLETS = ROOT.parent / "shared" / "booklets"
EXAMPLES = ROOT / "examples"
FILES = sorted([*BOOKLETS.glob("*.*"), *EXAMPLES.glob("*.docx"), *EXAMPLES.glob("*.pdf"), *EXAMPLES.glob("*.txt")])
WORD = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def bare(text: str) -> str:
    return "".join(text.split())


def of_suffix(suffix: str) -> list[Path]:
    return [path for path in FILES if path.suffix == suffix]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_blocks_tile_the_text(path: Path) -> None:
    raw = read(path)
    done = 0
    for block in raw.blocks:
        assert raw.text[block.start : block.start + len(block.text)] == block.text
        assert block.start >= done
        assert raw.text[done : block.start].strip() == ""
        done = block.start + len(block.text)
    assert raw.text[done:].strip() == ""
    assert not [remark for remark in raw.diagnostics if remark.code not in ("W-PAGE",)]


@pytest.mark.parametrize("path", of_suffix(".docx"), ids=lambda path: path.name)
def test_every_word_of_a_word_file_is_read_in_order(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        stored = b"".join(WORD.findall(package.read("word/document.xml"))).decode()
    assert bare(read(path).text) == bare(stored)


@pytest.mark.parametrize("path", of_suffix(".pdf"), ids=lambda path: path.name)
def test_every_glyph_of_a_pdf_is_read_once(path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    drawn = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert Counter(bare(read(path).text)) == Counter(bare(drawn))


def test_the_example_reads_alike_in_every_format() -> None:
    word, pdf = (read(next(EXAMPLES.glob(f"*.{suffix}"))) for suffix in ("docx", "pdf"))
    paragraphs = [bare(block.text) for block in word.blocks]
    printed = bare(pdf.text)
    at = [printed.find(paragraph[:20]) for paragraph in paragraphs]
    assert -1 not in at
    assert {block.outline_level for block in word.blocks} >= {1, 2}


def test_headings_of_the_example_are_larger_in_print_too() -> None:
    headings = {bare(block.text) for block in read(next(EXAMPLES.glob("*.docx"))).blocks if block.outline_level == 1}
    sizes = {bare(block.text): block.font_size for block in read(next(EXAMPLES.glob("*.pdf"))).blocks}
    assert {sizes[heading] for heading in headings if heading in sizes} == {15.0}
