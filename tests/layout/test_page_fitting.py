"""Estimates of lines and pages, and the choice among gaps and pitches (PAPER.md section 9)."""

from __future__ import annotations

import pytest
from paper_maker import make_paper

from quizgen.layout import paper_sheet
from quizgen.layout.breaks import open_columns
from quizgen.layout.fitting import Extent, estimate, fit_pages, vary_key, vary_paper
from quizgen.layout.looks import make_looks
from quizgen.layout.measures import count_lines, keep_gaps_whole, line_height, measure_rows, split_text
from quizgen.model.sheet import AnswerLines, Blank, Break, Cell, Paragraph, Row, Sheet, Tab, Table, TabStop, Text
from quizgen.model.style import PT_PER_MM, Page, Style

STYLE = Style()
LOOKS = {look.role: look for look in make_looks(STYLE)}


def stem(*inlines: Text | Blank | Tab, tabs: tuple[TabStop, ...] = ()) -> Paragraph:
    return Paragraph(role="stem", number=1, inlines=inlines, tabs=tabs)


def test_pieces_no_line_break_parts() -> None:
    assert split_text("（到2026年，") == (2, 2.5, 2)
    assert split_text("ABC、甲") == pytest.approx((2.5, 1))


@pytest.mark.parametrize(("characters", "lines"), [(1, 1), (39, 1), (40, 2), (78, 2), (79, 3)])
def test_lines_of_a_stem(characters: int, lines: int) -> None:
    assert count_lines(stem(Text(text="字" * characters)), LOOKS["stem"], 152) == lines


def test_a_blank_moves_whole() -> None:
    moved = keep_gaps_whole(stem(Text(text="字" * 34), Blank(width=30), Text(text="。")), LOOKS["stem"], 152)
    assert [piece.type for piece in moved.inlines] == ["text", "break", "blank", "text"]
    quoted = keep_gaps_whole(stem(Text(text="字" * 34 + "《“"), Blank(width=30)), LOOKS["stem"], 152)
    assert [getattr(piece, "text", piece.type) for piece in quoted.inlines] == ["字" * 34, "break", "《“", "blank"]
    near = stem(Text(text="字" * 20), Blank(width=30))
    assert keep_gaps_whole(near, LOOKS["stem"], 152) is near


def test_a_bracket_moves_whole_and_with_its_tab() -> None:
    moved = keep_gaps_whole(stem(Text(text="字" * 36 + "（　　）。")), LOOKS["stem"], 152)
    assert [getattr(piece, "text", piece.type) for piece in moved.inlines] == ["字" * 36, "break", "（　　）。"]
    edge = (TabStop(at=152, align="right"),)
    judged = keep_gaps_whole(stem(Text(text="字" * 37), Tab(), Text(text="（　　）"), tabs=edge), LOOKS["stem"], 152)
    assert [piece.type for piece in judged.inlines] == ["text", "break", "tab", "text"]


def test_long_blocks_of_lines_may_part_in_the_middle_only() -> None:
    assert AnswerLines(count=12, pitch=8).ties == (*[True] * 11, False)
    ties = AnswerLines(count=20, pitch=8, keep_next=True).ties
    assert ties[:6] == (True,) * 5 + (False,)
    assert ties[-6:] == (True,) * 6
    assert not any(ties[6:13])


def test_of_two_spaces_the_larger_counts() -> None:
    blocks = tuple(Paragraph(role=role, inlines=(Text(text="阅读"),)) for role in ("section", "topic", "entry"))
    section, topic, entry = (LOOKS[block.role] for block in blocks)
    assert min(section.after, topic.before) > 0
    apart = section.before + max(section.after, topic.before) + topic.after
    sheet = sheet_of(0).model_copy(update={"blocks": blocks})
    assert estimate(sheet).last == pytest.approx(section.pitch + topic.pitch + entry.pitch + apart)


def sheet_of(lines: int, style: Style = STYLE) -> Sheet:
    """Return a sheet of so many one-line paragraphs; 40 fill a page of 257 mm."""
    line = Paragraph(role="entry", inlines=(Text(text="行"),))
    return Sheet(title="", page=style.page, looks=make_looks(style), blocks=(line,) * lines, footer=line)


@pytest.mark.parametrize(
    ("lines", "extent"), [(1, Extent(1, 18)), (40, Extent(1, 720)), (41, Extent(2, 18)), (85, Extent(3, 90))]
)
def test_pages_are_counted(lines: int, extent: Extent) -> None:
    assert estimate(sheet_of(lines)) == extent


def test_columns_fill_before_pages() -> None:
    wide = Style(page=Page(width=420, height=297, top=20, bottom=20, left=42, right=18, columns=2, gap=14))
    assert estimate(sheet_of(80, wide)).pages == 1
    assert estimate(sheet_of(81, wide)).pages == 2


def test_what_stays_together_moves_together() -> None:
    line = Paragraph(role="entry", inlines=(Text(text="行"),))
    tied = line.model_copy(update={"keep_next": True})
    sheet = sheet_of(0).model_copy(update={"blocks": (*[line] * 38, tied, tied, line)})
    assert estimate(sheet) == Extent(2, 54)


LINE = Paragraph(role="entry", inlines=(Text(text="行"),))
TIED = LINE.model_copy(update={"keep_next": True})


def openings(sheet: Sheet) -> list[tuple[int, str]]:
    """Return which blocks open a column or a page."""
    blocks = enumerate(sheet.blocks)
    return [(number, b.opens) for number, b in blocks if isinstance(b, Paragraph | AnswerLines) and b.opens]


def sheet_with(*blocks: Paragraph | AnswerLines, style: Style = STYLE) -> Sheet:
    return sheet_of(0, style).model_copy(update={"blocks": blocks})


def test_what_moves_whole_opens_the_page_itself() -> None:
    assert openings(open_columns(sheet_with(*[LINE] * 38, TIED, TIED, LINE))) == [(38, "page")]
    assert openings(open_columns(sheet_with(*[LINE] * 37, TIED, TIED, LINE))) == []
    close = Style(line_pitch=18.1)  # 40 lines leave 4 pt: they may just not fit
    assert openings(open_columns(sheet_with(*[LINE] * 37, TIED, TIED, LINE, style=close))) == [(37, "page")]


def test_what_flows_over_by_itself_is_left_alone() -> None:
    assert openings(open_columns(sheet_with(*[LINE] * 50))) == []
    assert openings(open_columns(sheet_with(*[LINE] * 40, TIED, LINE))) == []


def test_a_thin_block_needs_a_line_of_room_before_it_is_told() -> None:
    gap = Paragraph(role="gap", keep_next=True)
    tied = [gap, TIED, LINE]
    assert (
        openings(open_columns(sheet_with(*[LINE] * 38, *[gap.model_copy(update={"keep_next": False})] * 5, *tied)))
        == []
    )
    assert openings(open_columns(sheet_with(*[LINE] * 38, *tied))) == [(38, "page")]


def test_a_cell_over_two_rows_needs_no_more_than_both_have() -> None:
    def cell(*texts: str, rows: int = 1) -> Cell:
        return Cell(paragraphs=tuple(LINE.model_copy(update={"inlines": (Text(text=t),)}) for t in texts), rows=rows)

    def heights(*texts: str) -> list[float]:
        first = Row(height=7, grows=True, cells=(cell("得分"), cell(*texts, rows=2)))
        table = Table(columns=(12, 100), rows=(first, Row(height=7, grows=True, cells=(cell(""),))))
        return measure_rows(table, sheet_with(LINE))

    row = 7 * 72 / 25.4 + 0.5
    assert heights("一", "二") == pytest.approx([row, row])
    assert heights("一", "二", "三") == pytest.approx([row, 54 - row])


def test_columns_are_opened_before_pages() -> None:
    wide = Style(page=Page(width=420, height=297, top=20, bottom=20, left=42, right=18, columns=2, gap=14))
    half = [*[LINE] * 38, TIED, TIED, LINE]
    sheet = open_columns(sheet_with(*half, *[LINE] * 35, TIED, TIED, LINE, style=wide))
    assert openings(sheet) == [(38, "column"), (76, "page")]


def test_a_long_block_of_lines_is_parted_where_it_moves() -> None:
    lines = AnswerLines(count=40, pitch=8)
    sheet = open_columns(sheet_with(LINE, lines, LINE))
    assert [b.count for b in sheet.blocks if isinstance(b, AnswerLines)] == [40]
    sheet = open_columns(sheet_with(*[LINE] * 5, lines.model_copy(update={"count": 32})))
    assert [b.count for b in sheet.blocks if isinstance(b, AnswerLines)] == [26, 6]
    assert openings(sheet) == [(6, "page")]


def test_breaks_change_no_page_count() -> None:
    paper = make_paper()
    blocks = paper_sheet(paper, paper.forms[0], STYLE).blocks
    sheets = [sheet_of(0).model_copy(update={"blocks": (*[LINE] * more, *blocks)}) for more in range(12)]
    assert sum(bool(openings(open_columns(sheet))) for sheet in sheets) > 6
    assert [estimate(open_columns(sheet)) for sheet in sheets] == [estimate(sheet) for sheet in sheets]


@pytest.mark.parametrize(
    ("counts", "chosen"),
    [
        ([70], 70),  # two pages, the second well filled
        ([83, 77], 77),  # three pages with three lines on the last: tighter gaps help
        ([110, 109, 108, 130], 130),  # odd and full: more space to answer
        ([30], 30),  # one page is a leaf of its own
        ([*[41] * 13, 45], 45),  # nothing brings the second page's line back: looser lines join it
        ([110] * 17, 110),  # nothing helps: a well filled odd page
    ],
)
def test_the_first_good_page_count_is_taken(counts: list[int], chosen: int) -> None:
    left = iter(counts)
    sheet = fit_pages(vary_paper(STYLE), lambda style: sheet_of(next(left)))
    assert len(sheet.blocks) == chosen


def test_tightening_never_touches_the_font() -> None:
    styles = list(vary_paper(STYLE))
    assert {style.body_size for style in styles} == {10.5}
    assert [(style.section_gap, style.line_pitch) for style in styles[:3]] == [(8, 18), (4, 18), (4, 17)]
    assert [(style.section_gap, style.line_pitch) for style in styles[-4:]] == [(12, 19), (12, 20), (16, 20), (20, 21)]
    assert max(style.answer_stretch for style in styles) == 2


def test_the_seal_bar_stands_on_every_leaf_of_a_thick_paper() -> None:
    paper, short = make_paper(), make_paper(kinds=("single_choice",))
    thick = paper_sheet(paper, paper.forms[0], STYLE)
    assert estimate(thick).pages == 4
    assert thick.seal is not None and thick.seal.every_leaf
    thin = paper_sheet(short, short.forms[0], STYLE)
    assert thin.seal is not None and not thin.seal.every_leaf
    assert Break() not in [piece for b in thin.blocks if isinstance(b, Paragraph) for piece in b.inlines]


def test_keys_may_end_on_an_odd_page_but_not_on_an_empty_one() -> None:
    left = iter([82, 110])
    sheet = fit_pages(vary_key(STYLE), lambda style: sheet_of(next(left)), whole_leaves=False)
    assert len(sheet.blocks) == 110


def test_a_rule_stands_under_the_pitch_of_its_line() -> None:
    ruled, empty = (line_height(AnswerLines(count=7, pitch=8, ruled=ruled)) for ruled in (True, False))
    assert empty == pytest.approx(8 * PT_PER_MM)
    assert ruled - empty == pytest.approx(0.5)  # as drawn: w:sz counts eighths of a point
