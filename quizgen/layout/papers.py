"""The paper as the candidate gets it; with sources, as the teacher keeps it."""

from __future__ import annotations

from functools import partial

from quizgen.items import KINDS
from quizgen.items.printing import Place
from quizgen.itemsets import Form, Paper, PaperPart, PlacedItem
from quizgen.layout.breaks import open_columns
from quizgen.layout.fitting import PAGES_OF_A_LEAF, estimate, fit_pages, vary_key, vary_paper
from quizgen.layout.headings import (
    SEAL,
    name_paper,
    print_data,
    print_head,
    print_notices,
    print_scores,
    print_subtitle,
    print_title,
)
from quizgen.layout.parts import find_places, keep_together, make_sheet, print_source
from quizgen.layout.tables import make_answer_grid, print_cell
from quizgen.model.sheet import AnswerLines, Block, Cell, Paragraph, Row, Sheet, Table
from quizgen.model.style import Style

TEACHER = "（教师用）"
BOX_WIDTH, BOX_ROW, BOX_PADDING = 12.0, 7.0, 0.2  # mm, 得分|评卷人 beside a head


def paper_sheet(
    paper: Paper, form: Form, style: Style, *, with_sources: bool = False, with_card: bool = False
) -> Sheet:
    """Return the paper. ``with_sources``: article, page and quote in grey under each item; ``with_card``: the answers
    go on the answer card, so the paper leaves no space for them.

    Of the gaps and pitches PAPER.md section 9 allows, those are taken that end on a well filled even page.
    """
    if with_card:
        style = style.model_copy(update={"answer_space": "none", "answer_grid": False})
    draw = partial(_draw, paper, form, with_sources, with_card)
    vary = vary_key if with_sources else vary_paper  # a teacher's copy is read: as short as it comes
    sheet = fit_pages(vary(style), draw, whole_leaves=not with_sources)
    return open_columns(_seal_every_leaf(sheet) if style.duplex else sheet)


def _draw(paper: Paper, form: Form, with_sources: bool, with_card: bool, style: Style) -> Sheet:
    name = name_paper(paper, form) + (TEACHER if with_sources else "")
    blocks: list[Block] = [print_title(name), print_subtitle(paper, form)]
    if not style.seal_bar:
        blocks.append(print_data())
    blocks += [print_scores(form, style), print_notices(form, style, with_card)]
    for order, part in enumerate(form.parts, 1):
        blocks += _print_part(order, part, style, with_sources)
    return make_sheet(name, style, blocks, SEAL if style.seal_bar else None)


def _seal_every_leaf(sheet: Sheet) -> Sheet:
    """Return the sheet with the seal bar on every odd page, when it has more than one leaf."""
    if sheet.seal is None or estimate(sheet).pages <= PAGES_OF_A_LEAF:
        return sheet
    return sheet.model_copy(update={"seal": sheet.seal.model_copy(update={"every_leaf": True})})


def _print_part(order: int, part: PaperPart, style: Style, with_sources: bool) -> list[Block]:
    places = find_places(part, style)
    head = print_head(order, part, places)
    blocks: list[Block] = _put_beside_box(head, style) if style.score_box else [head]
    if style.answer_grid and KINDS[part.kind].grid:
        cells = [(place.number, "") for place in places]
        blocks.append(make_answer_grid(cells, 10, style.page.column_width))
    for placed, place in zip(part.items, places, strict=True):
        blocks += _print_item(placed, place, with_sources)
    return blocks


def _print_item(placed: PlacedItem, place: Place, with_sources: bool) -> list[Paragraph | AnswerLines]:
    blocks: list[Paragraph | AnswerLines] = list(placed.item.lay_out(place))
    if with_sources:
        blocks.append(print_source(placed.item))
    return keep_together(blocks)


def _put_beside_box(head: Paragraph, style: Style) -> list[Block]:
    """Return the head of a part with the box 得分|评卷人 at its left."""
    rest = style.page.column_width - 2 * BOX_WIDTH
    titles = [Cell(paragraphs=(print_cell(title, keep_next=True),)) for title in ("得分", "评卷人")]
    boxes = [Cell(paragraphs=(print_cell("", keep_next=True),)) for _ in titles]
    beside = Cell(paragraphs=(head,), rows=2, framed=False)
    rows = (
        Row(height=BOX_ROW, cells=(*titles, beside), grows=True),
        Row(height=BOX_ROW, cells=tuple(boxes), grows=True),
    )
    table = Table(columns=(BOX_WIDTH, BOX_WIDTH, round(rest, 2)), rows=rows, padding=BOX_PADDING)
    return [Paragraph(role="gap", keep_next=True), table]
