"""Rendered by LibreOffice and looked at as a print shop would: nothing split, nothing overfull, everything in place."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from paper_maker import make_bank, make_paper
from printed_page import SLACK, SOFFICE, Page, body, convert, read_pages, squeeze
from school_template import school

from quizgen.exporters import EXPORTERS
from quizgen.itemsets import PlacedItem
from quizgen.layout import answer_card, handout_sheet, key_sheet, paper_sheet
from quizgen.layout.breaks import open_columns
from quizgen.layout.fitting import estimate
from quizgen.model.sheet import AnswerLines, Paragraph, Tab, Text
from quizgen.model.style import PT_PER_MM, Style
from quizgen.resources import builtin_folder
from quizgen.yamlfile import read

pytestmark = [pytest.mark.render, pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")]

PAPER = make_paper()
FORM = PAPER.forms[0]
STYLES = {path.stem: read(path, Style) for path in sorted((builtin_folder() / "styles").glob("*.yaml"))}
PAPERS = {name: paper_sheet(PAPER, FORM, style) for name, style in STYLES.items()}
OTHERS = {
    "teacher": paper_sheet(PAPER, FORM, Style(), with_sources=True),
    "with-card": paper_sheet(PAPER, FORM, Style(), with_card=True),
    "columns": paper_sheet(PAPER, FORM, STYLES["a3"].model_copy(update={"column_pages": True, "score_box": True})),
    "key": key_sheet(PAPER, FORM, Style()),
    "card": answer_card(PAPER, FORM, Style()),
    "handout": handout_sheet(make_bank(), Style()),
    "cloze": handout_sheet(make_bank(), Style(), cloze=True),
}
SHEETS = PAPERS | OTHERS
ROUND_TRIPS = ("a4", "a3", "teacher", "key", "card", "handout", "cloze")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every sheet as Word file, as PDF, and as Word file written by LibreOffice."""
    place = tmp_path_factory.mktemp("printed")
    files = []
    for name, data in _export_all():
        files.append(place / f"{name}.docx")
        files[-1].write_bytes(data)
    convert(files, "pdf", place)
    again = place / "again"
    again.mkdir()
    convert([place / f"{name}.docx" for name in ROUND_TRIPS], "docx", again)
    return place


def _export_all() -> Iterator[tuple[str, bytes]]:
    for name, sheet in SHEETS.items():
        yield name, EXPORTERS["docx"](sheet)
    yield "school", EXPORTERS["docx"](PAPERS["a4"], base=school())


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, list[Page]]:
    return {path.stem: read_pages(path) for path in sorted(folder.glob("*.pdf"))}


def placed_items() -> list[PlacedItem]:
    return [placed for part in FORM.parts for placed in part.items]


@pytest.mark.parametrize("name", PAPERS)
def test_stems_and_options_share_a_page(name: str, pages: dict[str, list[Page]]) -> None:
    for placed in placed_items():
        start = f"{placed.number}．{squeeze(placed.item.stem.split('____')[0].split('（　　）')[0])}"
        page = next(page for page in pages[name] if start in page.text)
        behind = page.text.partition(start)[2]
        for letter, option in zip("ABCDE", placed.options, strict=False):
            assert f"{letter}．{squeeze(option)}" in behind, placed.number
            behind = behind.partition(f"{letter}．{squeeze(option)}")[2]


@pytest.mark.parametrize("name", PAPERS)
def test_options_stand_in_columns(name: str, pages: dict[str, list[Page]]) -> None:
    style = STYLES[name]
    for row in PAPERS[name].blocks:
        if not (isinstance(row, Paragraph) and row.role == "option"):
            continue
        texts = [squeeze(piece.text) for piece in row.inlines if isinstance(piece, Text)]
        assert sum(isinstance(piece, Tab) for piece in row.inlines) == len(row.tabs[: len(texts) - 1])
        first = 2 * style.body_size
        wanted = [first, *(tab.at * PT_PER_MM for tab in row.tabs)][: len(texts)]
        found = [place for page in pages[name] for place in _offsets(page, texts, style)]
        assert any(place == pytest.approx(wanted, abs=SLACK * 2) for place in found), texts


def _offsets(page: Page, texts: list[str], style: Style) -> Iterator[list[float]]:
    """Yield where the texts of a row stand on one line, from the left edge of their column."""
    step = (style.page.column_width + style.page.gap) * PT_PER_MM
    for first in page.find(texts[0]):
        row = [first] + [g for text in texts[1:] for g in page.find(text) if abs(g.bottom - first.bottom) < 3]
        column = (first.left - style.page.left * PT_PER_MM) // step
        yield [glyph.left - style.page.left * PT_PER_MM - column * step for glyph in row]


@pytest.mark.parametrize("name", PAPERS)
def test_blanks_are_whole_and_as_wide(name: str, pages: dict[str, list[Page]]) -> None:
    below_the_head = [rule for rule in pages[name][0].rules if rule.y > 200]
    widths = [rule.width for rule in below_the_head if 60 < rule.width < 100]
    assert len(widths) == 10
    assert widths == pytest.approx([30 * PT_PER_MM] * 10, abs=2.5)
    assert max(widths) - min(widths) < 0.5


@pytest.mark.parametrize("name", PAPERS)
def test_brackets_are_whole(name: str, pages: dict[str, list[Page]]) -> None:
    for page in pages[name]:
        for opening in page.find("（）"):
            closing = next(g for g in page.glyphs[page.glyphs.index(opening) :] if g.text == "）")
            assert abs(closing.bottom - opening.bottom) < 3
            assert closing.left > opening.left


@pytest.mark.parametrize("name", SHEETS)
def test_every_font_is_in_the_file(name: str, pages: dict[str, list[Page]]) -> None:
    assert [page.loose_fonts for page in pages[name]] == [[]] * len(pages[name])


@pytest.mark.parametrize("name", SHEETS)
def test_footers_count_the_pages(name: str, pages: dict[str, list[Page]]) -> None:
    total = len(pages[name])
    for number, page in enumerate(pages[name], 1):
        assert f"{squeeze(SHEETS[name].title)}第{number}页共{total}页" in page.text


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_leaves_its_column(name: str, pages: dict[str, list[Page]]) -> None:
    paper = SHEETS[name].page
    edges = [paper.left + (paper.column_width + paper.gap) * k for k in range(paper.columns)]
    columns = [(edge * PT_PER_MM - SLACK, (edge + paper.column_width) * PT_PER_MM + SLACK) for edge in edges]
    for page in pages[name]:
        for glyph in body(page, SHEETS[name]):
            assert any(left <= glyph.left and glyph.right <= right for left, right in columns), glyph


@pytest.mark.parametrize("name", [*PAPERS, *OTHERS])
def test_pages_are_as_many_as_estimated(name: str, pages: dict[str, list[Page]]) -> None:
    assert len(pages[name]) == estimate(SHEETS[name]).pages


@pytest.mark.parametrize("name", ["a4", "a4-plain", "a3", "large", "card"])
def test_papers_fill_whole_leaves(name: str, pages: dict[str, list[Page]]) -> None:
    assert len(pages[name]) % 2 == 0
    last = pages[name][-1]
    marks = [g.bottom for g in body(last, SHEETS[name])] + [rule.y for rule in last.rules]
    assert max(marks) > SHEETS[name].page.top * PT_PER_MM + 5 * 17


@pytest.mark.parametrize("name", ["a4", "a3", "large"])
def test_seal_bar_stands_at_the_left_edge_of_every_leaf(name: str, pages: dict[str, list[Page]]) -> None:
    for number, page in enumerate(pages[name], 1):
        sealed = [glyph for glyph in page.glyphs if glyph.text in "密封线姓考" and glyph.left < 35 * PT_PER_MM]
        assert bool(sealed) == (number % 2 == 1)


def test_what_is_tied_moves_whole_wherever_a_page_ends(tmp_path: Path) -> None:
    one = Paragraph(role="entry", inlines=(Text(text="行"),))
    two = Paragraph(role="entry", inlines=(Text(text="行" * 60),))
    head = Paragraph(role="section", inlines=(Text(text="六、简答题"),))
    question = Paragraph(role="entry", inlines=(Text(text="简述三项举措。"),), keep_next=True)
    tied = (head, question, AnswerLines(count=6, pitch=8))
    sheets = {}
    for twos, ones in itertools.product((11, 13, 15), range(1, 10, 2)):
        blocks = (*[two] * twos, *[one] * ones, *tied)
        sheets[f"{twos}-{ones}"] = open_columns(PAPERS["a4-plain"].model_copy(update={"blocks": blocks}))
    for name, sheet in sheets.items():
        (tmp_path / f"{name}.docx").write_bytes(EXPORTERS["docx"](sheet))
    convert(sorted(tmp_path.glob("*.docx")), "pdf", tmp_path)
    for name, sheet in sheets.items():
        pages = read_pages(tmp_path / f"{name}.pdf")
        assert len(pages) == estimate(sheet).pages
        (home,) = [page for page in pages if "六、简答题" in page.text]
        assert "简述三项举措。" in home.text, name
        assert sum(rule.width > 300 for rule in home.rules) == 6, name


def test_answer_lines_are_8_mm_apart(pages: dict[str, list[Page]]) -> None:
    lines = [rule.y for rule in pages["a4"][2].rules if rule.width > 400]
    gaps = [lower - upper for upper, lower in itertools.pairwise(lines)]
    assert sum(gap == pytest.approx(8 * PT_PER_MM, abs=1) for gap in gaps) > 10


def test_the_key_answers_every_item_in_paper_order(pages: dict[str, list[Page]]) -> None:
    text = "".join(page.text for page in pages["key"])
    wanted = [
        *(
            f"{n}．{squeeze(p.item.blanks[0][0])}"
            for n, p in enumerate(FORM.parts[0].items, 1)
            if len(p.item.blanks) == 1
        ),
        "题号10111213141516171819答案BBACADAAAD",
        "题号2021222324答案ABCABCABABAB",
        "题号25262728293031323334答案×√×√×√×√√×",
        *("25．×应为“全部”。", "34．×应为“四项”。", "35．（1）以网络平台为支撑（1分）", "37．（1）建强平台（2分）"),
        *("39．（1）带头开放课堂（2分）", "合计100分"),
    ]
    places = [text.find(each) for each in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_sources_stand_under_their_items(pages: dict[str, list[Page]]) -> None:
    text = "".join(page.text for page in pages["teacher"])
    assert text.count("出处：青禾县数字教研推进会，第3页。") == 39


def test_cloze_hides_what_the_handout_tells(pages: dict[str, list[Page]]) -> None:
    told, asked = ("".join(page.text for page in pages[name]) for name in ("handout", "cloze"))
    assert "建强平台：统一建设县级平台" in told
    assert "建强平台" not in asked
    assert sum(rule.width < 200 for page in pages["cloze"] for rule in page.rules) > 25


def test_a_schools_header_and_logo_are_printed_on_every_page(pages: dict[str, list[Page]]) -> None:
    for page in pages["school"]:
        assert page.pictures == 1
        assert "青禾县第一小学" in page.text
        assert "青禾县城关镇文化路一号" in page.text
    assert "1．数字教研的特点是" in pages["school"][0].text


@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_a_round_trip_through_libreoffice_keeps_the_structure(name: str, folder: Path) -> None:
    before, after = (Document(io.BytesIO((folder / each / f"{name}.docx").read_bytes())) for each in ("", "again"))

    def outline(document: Document) -> list[tuple[str, str]]:
        return [(p.style.name, squeeze(p.text)) for p in document.paragraphs if p.text.strip()]

    assert outline(after) == outline(before)
    assert len(after.tables) == len(before.tables)
    assert [len(table.columns) for table in after.tables] == [len(table.columns) for table in before.tables]
    numbered = [sum(1 for _ in document.element.body.iter(qn("w:numId"))) for document in (before, after)]
    assert numbered[0] == numbered[1]
    assert numbered[0] > 0 or name in ("key", "card")
    first = after.sections[0]
    assert first.different_first_page_header_footer == before.sections[0].different_first_page_header_footer
    assert round(first.left_margin.mm) == round(before.sections[0].left_margin.mm)
