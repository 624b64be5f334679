"""The key with its marking rules, in paper order (PAPER.md section 11)."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from quizgen.items import KINDS
from quizgen.items.printing import Answer, Place, fill_rule, print_rows, show_points
from quizgen.itemsets import Form, Paper, PaperPart
from quizgen.layout.breaks import open_columns
from quizgen.layout.fitting import fit_pages, vary_key
from quizgen.layout.headings import name_paper, print_head, print_title, print_weights, say_range, unit_points
from quizgen.layout.parts import cite, find_places, keep_together, make_sheet, use_key_page
from quizgen.layout.tables import make_answer_grid
from quizgen.model.sheet import Block, Paragraph, Sheet, Text
from quizgen.model.style import Style

NAME = "参考答案及评分标准"


def key_sheet(paper: Paper, form: Form, style: Style, *, with_sources: bool = False) -> Sheet:
    """Return 参考答案及评分标准. ``with_sources``: article and page of every item, in grey under its part."""
    draw = partial(_draw, paper, form, with_sources)
    return open_columns(fit_pages(vary_key(use_key_page(style)), draw, whole_leaves=False))


def _draw(paper: Paper, form: Form, with_sources: bool, style: Style) -> Sheet:
    name = f"{name_paper(paper, form)}{NAME}"
    blocks: list[Block] = [print_title(name), print_weights(form, style)]
    for order, part in enumerate(form.parts, 1):
        blocks += _print_part(order, part, style, with_sources)
    total = show_points(sum(part.points for part in form.parts))
    blocks.append(Paragraph(role="entry", inlines=(Text(text=f"合计{total}分", tone="strong"),)))
    return make_sheet(name, style, blocks)


def _print_part(order: int, part: PaperPart, style: Style, with_sources: bool) -> list[Block]:
    places = find_places(part, style)
    answers = [placed.item.lay_out_key(place) for placed, place in zip(part.items, places, strict=True)]
    blocks: list[Block] = [print_head(order, part, places), *_print_answers(part, places, answers, style)]
    if KINDS[part.kind].marking:
        rule = fill_rule(KINDS[part.kind].marking, unit_points(part))
        blocks.append(Paragraph(role="remark", inlines=(Text(text=f"评分说明：{rule}"),)))
    if with_sources:
        blocks.append(_print_sources(part, places))
    return blocks


def _print_answers(part: PaperPart, places: list[Place], answers: list[Answer], style: Style) -> list[Block]:
    cells = [(place.number, answer.cell) for place, answer in zip(places, answers, strict=True) if answer.cell]
    lines = [answer.line for answer in answers if answer.line]
    blocks: list[Block] = []
    if cells:
        blocks.append(make_answer_grid(cells, KINDS[part.kind].grid, style.page.column_width))
    if lines:
        blocks += print_rows(lines, "entry", style, (2,))
    for answer in answers:
        blocks += keep_together(list(answer.below))
    return blocks


def _print_sources(part: PaperPart, places: list[Place]) -> Paragraph:
    """Return article and page of every item; neighbours from one place share them."""
    numbered = [(place.number, cite(placed.item)) for placed, place in zip(part.items, places, strict=True)]
    runs = [(source, [number for number, _ in run]) for source, run in groupby(numbered, lambda entry: entry[1])]
    texts = "；".join(f"{say_range(numbers)}．{source}" for source, numbers in runs)
    return Paragraph(role="source", inlines=(Text(text=f"出处：{texts}。"),))
