"""The answer card: one A4 sheet to write on instead of the paper (PAPER.md section 10)."""

from __future__ import annotations

from functools import partial

from quizgen.items import KINDS
from quizgen.items.printing import Place, mark_blank, show_points
from quizgen.itemsets import Form, Paper, PaperPart
from quizgen.layout.breaks import open_columns
from quizgen.layout.fitting import fit_pages, vary_card
from quizgen.layout.headings import name_paper, print_data, print_head, print_title
from quizgen.layout.parts import find_places, make_sheet, use_key_page
from quizgen.layout.tables import make_answer_grid
from quizgen.model.sheet import (
    AnswerLines,
    Blank,
    Block,
    Cell,
    Inline,
    Paragraph,
    Row,
    Sheet,
    Tab,
    Table,
    TabStop,
    Text,
)
from quizgen.model.style import Style

RULE = 35.0  # mm, of a blank
RULES_PER_LINE = 3
FRAME = 0.75  # pt, of a box
WARNING = "注意事项：请在各题答题区域内作答，超出边框无效。"
LABEL_HEIGHT = 8.0  # mm, of the number inside a box
SPARE = 40.0  # mm a page keeps for the head above its tallest box


def answer_card(paper: Paper, form: Form, style: Style) -> Sheet:
    """Return the answer card: grids for letters, numbered rules for blanks, framed boxes for written answers."""
    style = use_key_page(style).model_copy(update={"answer_space": "empty"})
    return open_columns(fit_pages(vary_card(style), partial(_draw, paper, form)))


def _draw(paper: Paper, form: Form, style: Style) -> Sheet:
    name = f"{name_paper(paper, form)}答题卡"
    blocks: list[Block] = [print_title(name), print_data(), Paragraph(role="notice", inlines=(Text(text=WARNING),))]
    for order, part in enumerate(form.parts, 1):
        places = find_places(part, style)
        blocks.append(print_head(order, part.model_copy(update={"instructions": ""}), places))
        blocks += _print_part(part, places, style)
    return make_sheet(name, style, blocks)


def _print_part(part: PaperPart, places: list[Place], style: Style) -> list[Block]:
    if KINDS[part.kind].grid:
        return [make_answer_grid([(place.number, "") for place in places], 10, style.page.column_width, height=8)]
    blocks: list[Block] = []
    rules: list[str] = []
    for placed, place in zip(part.items, places, strict=True):
        replies = placed.item.lay_out(place)
        lines = sum(reply.count for reply in replies if isinstance(reply, AnswerLines))
        if lines:
            blocks.append(_print_box(place, lines, style))
        rules += _number_blanks(place, _count_blanks(replies))
    return [*_print_rules(rules, style), *blocks]


def _count_blanks(replies: tuple[Paragraph | AnswerLines, ...]) -> int:
    return sum(
        isinstance(inline, Blank) for reply in replies if isinstance(reply, Paragraph) for inline in reply.inlines
    )


def _number_blanks(place: Place, blanks: int) -> list[str]:
    if blanks < 2:
        return [f"{place.number}．"] * blanks
    return [f"{place.number}．{mark_blank(order)}" for order in range(blanks)]


def _print_rules(labels: list[str], style: Style) -> list[Block]:
    step = style.page.column_width / RULES_PER_LINE
    tabs = tuple(TabStop(at=round(step * k, 2)) for k in range(1, RULES_PER_LINE))
    rows = [labels[at : at + RULES_PER_LINE] for at in range(0, len(labels), RULES_PER_LINE)]
    return [Paragraph(role="field", tabs=tabs, inlines=_print_rule_row(row)) for row in rows]


def _print_rule_row(labels: list[str]) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for label in labels:
        inlines += [Text(text=label), Blank(width=RULE), Tab()]
    return tuple(inlines[:-1])


def _print_box(place: Place, lines: int, style: Style) -> Table:
    height = min(lines * style.answer_pitch + LABEL_HEIGHT, style.page.column_height - SPARE)
    label = Paragraph(role="entry", inlines=(Text(text=f"{place.number}．（{show_points(place.points)}分）"),))
    row = Row(height=height, cells=(Cell(paragraphs=(label,), top=True),))
    return Table(columns=(style.page.column_width,), rows=(row,), frame=FRAME)
