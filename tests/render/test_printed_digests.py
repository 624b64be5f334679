"""Every sheet of both digests, rendered by LibreOffice and looked at page by page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from printed_page import SLACK, SOFFICE, Page, body, convert, find_column, locate, reach, read_pages, read_text, squeeze
from school_template import school

from quizgen.assembly import assemble
from quizgen.exporters import EXPORTERS, ROOMS
from quizgen.items import KINDS
from quizgen.itemsets import Paper
from quizgen.layout import answer_card, handout_sheet, key_sheet, make_room, paper_sheet
from quizgen.layout.fitting import LEAST_LINES, estimate
from quizgen.model.sheet import AnswerLines, Sheet, Table, Text
from quizgen.model.style import PT_PER_MM, Style
from quizgen.pipeline import make_bank
from quizgen.resources import builtin_folder
from quizgen.yamlfile import read

BOOKLETS = Path(__file__).parents[3] / "shared" / "booklets"
DIGESTS = ("theory-2024-01", "theory-2023-02")
STYLES = {name: read(builtin_folder() / "styles" / f"{name}.yaml", Style) for name in ("a4", "a3", "large")}
PAPERS = ("a4A", "a4B", "a3A", "a3B", "largeA", "teacher", "carded", "school")
OTHERS = ("keyA", "keyB", "key-sources", "card", "handout", "cloze")
NAMES = [f"{digest} {name}" for digest in DIGESTS for name in (*PAPERS, *OTHERS)]

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice"),
    pytest.mark.skipif(not BOOKLETS.is_dir(), reason="the shared booklets are not here"),
]


def draw(booklet: Path) -> Iterator[tuple[str, Paper, Sheet]]:
    """Yield every sheet of a booklet by name, with its paper."""
    bank = make_bank([booklet])
    paper = assemble([bank], None, seed=1, versions=2)
    first, second = paper.forms
    for name in ("a4", "a3"):
        for form in paper.forms:
            yield f"{name}{form.label}", paper, paper_sheet(paper, form, STYLES[name])
    a4 = STYLES["a4"]
    yield "largeA", paper, paper_sheet(paper, first, STYLES["large"])
    yield "teacher", paper, paper_sheet(paper, first, a4, with_sources=True)
    yield "carded", paper, paper_sheet(paper, first, a4, with_card=True)
    yield "school", paper, paper_sheet(paper, first, make_room(a4, *ROOMS["docx"](school())))
    yield "keyA", paper, key_sheet(paper, first, a4)
    yield "keyB", paper, key_sheet(paper, second, a4)
    yield "key-sources", paper, key_sheet(paper, first, a4, with_sources=True)
    yield "card", paper, answer_card(paper, first, a4)
    yield "handout", paper, handout_sheet(bank, a4)
    yield "cloze", paper, handout_sheet(bank, a4, cloze=True)


@pytest.fixture(scope="module")
def drawn() -> dict[str, tuple[Paper, Sheet]]:
    sheets = ((digest, one) for digest in DIGESTS for one in draw(BOOKLETS / f"{digest}.txt"))
    return {f"{digest} {name}": (paper, sheet) for digest, (name, paper, sheet) in sheets}


@pytest.fixture(scope="module")
def printed(drawn: dict[str, tuple[Paper, Sheet]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("digests")
    for name, (_, sheet) in drawn.items():
        base = school() if name.endswith("school") else None
        (folder / f"{name}.docx").write_bytes(EXPORTERS["docx"](sheet, base=base))
    convert(sorted(folder.glob("*.docx")), "pdf", folder)
    return {name: read_pages(folder / f"{name}.pdf") for name in drawn}


@pytest.mark.parametrize("name", NAMES)
def test_what_belongs_together_stands_together(name: str, drawn, printed) -> None:
    _, sheet = drawn[name]
    spots = locate(sheet, printed[name])
    followers = {id(block): after for block, after in pairwise(sheet.blocks)}
    for (block, (page, column, *_)), (other, (next_page, next_column, *_)) in pairwise(spots):
        tied = block.keep_next or sheet.look(block.role).keep_next
        if tied and followers[id(block)] is other:
            assert (page, column) == (next_page, next_column), read_text(block)


@pytest.mark.parametrize("name", [name for name in NAMES if name.split()[1] in PAPERS])
def test_lines_to_answer_on_begin_under_their_question(name: str, drawn, printed) -> None:
    _, sheet = drawn[name]
    followers = {id(block): after for block, after in pairwise(sheet.blocks)}
    for block, (page, column, _, last) in locate(sheet, printed[name]):
        lines = followers.get(id(block))
        if isinstance(lines, AnswerLines):
            rules = [rule for rule in printed[name][page].rules if rule.width > 300]
            below = [rule.y - last.bottom for rule in rules if find_column(rule, sheet) == column]
            assert sum(0 < y < 2 * lines.pitch * PT_PER_MM for y in below), read_text(block)


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_those_estimated_and_the_last_is_not_nearly_empty(name: str, drawn, printed) -> None:
    _, sheet = drawn[name]
    pages = printed[name]
    extent = estimate(sheet)
    assert len(pages) == extent.pages
    line = sheet.look("stem").pitch
    assert reach(pages[-1], sheet) == pytest.approx(extent.last, abs=2 * line)
    assert len(pages) == 1 or reach(pages[-1], sheet) > (LEAST_LINES - 0.5) * line


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_overfull_and_no_font_is_missing(name: str, drawn, printed) -> None:
    _, sheet = drawn[name]
    paper = sheet.page
    edges = [paper.left + (paper.column_width + paper.gap) * k for k in range(paper.columns)]
    columns = [(edge * PT_PER_MM - SLACK, (edge + paper.column_width) * PT_PER_MM + SLACK) for edge in edges]
    for page in printed[name]:
        assert page.loose_fonts == []
        text = body(page, sheet) if not name.endswith("school") else []
        assert [g for g in text if not any(left <= g.left and g.right <= right for left, right in columns)] == []


@pytest.mark.parametrize("name", NAMES)
def test_footers_count_the_pages(name: str, drawn, printed) -> None:
    title = squeeze(drawn[name][1].title)
    for number, page in enumerate(printed[name], 1):
        assert f"{title}第{number}页共{len(printed[name])}页" in page.text


@pytest.mark.parametrize("name", [name for name in NAMES if name.split()[1] in PAPERS])
def test_blanks_are_as_wide_and_the_head_tells_the_total(name: str, drawn, printed) -> None:
    paper, sheet = drawn[name]
    form = paper.forms[-1] if name.endswith("B") else paper.forms[0]
    total = sum(part.points for part in form.parts)
    assert f"满分{total:g}分" in printed[name][0].text
    assert total == paper.blueprint.total
    first_head = next(spot[2].top for block, spot in locate(sheet, printed[name]) if block.role == "section")
    rules = [rule for number, page in enumerate(printed[name]) for rule in page.rules if number or rule.y > first_head]
    widths = [rule.width for rule in rules if 60 < rule.width < 110 and rule.left > 40 * PT_PER_MM - SLACK]
    blanks = sum(len(placed.item.blanks) for placed in form.parts[0].items)
    assert len(widths) == blanks
    assert max(widths) - min(widths) < 0.5


@pytest.mark.parametrize("name", [name for name in NAMES if name.split()[1] in PAPERS])
def test_options_stand_in_columns(name: str, drawn, printed) -> None:
    _, sheet = drawn[name]
    rows = [(block, spot) for block, spot in locate(sheet, printed[name]) if block.role == "option"]
    assert rows
    for block, (page, column, first, _) in rows:
        line = [g for g in body(printed[name][page], sheet) if abs(g.bottom - first.bottom) < 6]
        line = [g for g in line if find_column(g, sheet) == column]
        text = "".join(glyph.text for glyph in line)
        texts = [squeeze(piece.text) for piece in block.inlines if isinstance(piece, Text)]
        assert len(texts) in (1, 2, 3, 4)
        if len(texts) > 1:
            found = [line[text.index(one)].left - first.left for one in texts]
            wanted = [tab.at * PT_PER_MM - 2 * sheet.look("option").size for tab in block.tabs]
            assert found == pytest.approx([0, *wanted][: len(texts)], abs=2 * SLACK), texts


@pytest.mark.parametrize("name", [name for name in NAMES if "key" in name])
def test_the_key_is_complete_and_in_paper_order(name: str, drawn, printed) -> None:
    paper, sheet = drawn[name]
    form = paper.forms[-1] if name.endswith("B") else paper.forms[0]
    text = "".join(page.text for page in printed[name])
    at = text.index("一、")
    for part in form.parts:
        at = text.index(squeeze(KINDS[part.kind].label), at)
        numbers = [f"{placed.number}" if KINDS[part.kind].grid else f"{placed.number}．" for placed in part.items]
        for number in numbers:
            at = text.index(number, at) + len(number)
    assert f"合计{paper.blueprint.total:g}分" in text[at:]
    grids = [block for block in sheet.blocks if isinstance(block, Table)]
    for grid in grids[1:]:
        assert "".join(piece.text for row in grid.rows for c in row.cells for piece in c.paragraphs[0].inlines) in text
