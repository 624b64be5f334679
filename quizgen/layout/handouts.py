"""The handout: what a booklet defines, lists and counts, theme by theme; as cloze, with the words to know left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from quizgen.items import AnyItem
from quizgen.items.short_answer import ShortAnswer
from quizgen.itemsets import Bank
from quizgen.layout.breaks import open_columns
from quizgen.layout.fitting import fit_pages, vary_key
from quizgen.layout.headings import count_chinese, print_title
from quizgen.layout.lessons import Lesson, teach
from quizgen.layout.parts import keep_together, make_sheet, use_key_page
from quizgen.layout.tables import print_cell
from quizgen.model.base import Span
from quizgen.model.sheet import AnswerLines, Blank, Block, Cell, Inline, Paragraph, Row, Sheet, Table, Text
from quizgen.model.style import Style
from quizgen.text.width import text_em

FIGURES = ("number", "date")
WHOLE = ("term_definition", "short_answer", "multiple_choice")  # kinds that say a fact whole, the wholest first
MOST_STATEMENTS = 6  # of a section, the most salient
FIGURE_WIDTH = 35.0  # mm, of the first column
ROW_HEIGHT = 7.0  # mm at least
LEAST_BLANK, MOST_BLANK = 15.0, 60.0  # mm
EM_BLANK = 6.0  # mm to write one 汉字
OTHER = "其他"
DATE = re.compile(r"(?:\d{2,4}年)?(?:\d{1,2}月(?:\d{1,2}日)?)")
# example: "2023年10月，推进会在柳河举行。" -> 2023年10月


def handout_sheet(bank: Bank, style: Style, *, cloze: bool = False) -> Sheet:
    """Return the study sheet of a bank: per theme and section the definitions, lists, statements, figures and dates.

    Retired items teach nothing, and a fact is said once. ``cloze``: the words to know are blanks.
    """
    draw = partial(_draw, f"{bank.title}学习讲义{'（自测版）' if cloze else ''}", _choose(bank), cloze)
    return open_columns(fit_pages(vary_key(use_key_page(style)), draw, whole_leaves=False))


def _draw(name: str, chosen: list[AnyItem], cloze: bool, style: Style) -> Sheet:
    blocks: list[Block] = [print_title(name)]
    for order, (theme, items) in enumerate(_group(chosen, "theme"), 1):
        head = Text(text=f"{count_chinese(order)}、{theme}")
        blocks.append(Paragraph(role="section", inlines=(head,)))
        for section, members in _group(items, "section"):
            blocks += _print_section("" if section == theme else section, members, cloze, style)
    return make_sheet(name, style, blocks)


def _choose(bank: Bank) -> list[AnyItem]:
    """Return in booklet order one item per fact and, figures apart, per stretch of the booklet.

    Kinds that say a fact whole come before those that ask for a part of it, then the more salient.
    """
    live = [item for item in bank.items if item.status != "retired" and item.evidence != "vanished"]
    telling = [item for item in live if isinstance(item, ShortAnswer) or teach(item) is not None]
    asked: dict[str, AnyItem] = {}
    taken: dict[tuple[str, str], list[Span]] = {}  # source, section -> stretches
    for item in sorted(telling, key=_rank):
        if (item.asks or item.id) not in asked and (item.fact in FIGURES or _claim(item, taken)):
            asked[item.asks or item.id] = item
    return sorted(asked.values(), key=_stand)


def _claim(item: AnyItem, taken: dict[tuple[str, str], list[Span]]) -> bool:
    """Return whether the words an item rests on were free; they are taken now."""
    if not item.provenance:
        return True
    place = item.provenance[0]
    spans = taken.setdefault((place.source, place.section), [])
    if any(start < place.span[1] and place.span[0] < end for start, end in spans):
        return False
    spans.append(place.span)
    return True


def _rank(item: AnyItem) -> tuple[int, float]:
    return (WHOLE.index(item.kind) if item.kind in WHOLE else len(WHOLE)), -item.salience


def _stand(item: AnyItem) -> tuple[bool, str, int]:
    if not item.provenance:
        return True, "", 0
    return False, item.provenance[0].source, item.provenance[0].span[0]


def _group(items: Iterable[AnyItem], field: str) -> Iterator[tuple[str, list[AnyItem]]]:
    groups: dict[str, list[AnyItem]] = {}
    for item in items:
        groups.setdefault(getattr(item, field) or OTHER, []).append(item)
    return iter(groups.items())


def _print_section(title: str, items: list[AnyItem], cloze: bool, style: Style) -> list[Block]:
    terms = [item for item in items if item.kind == "term_definition"]
    lists = [item for item in items if item.kind in ("multiple_choice", "short_answer")]
    facts = [item for item in items if item not in terms and item not in lists]
    figures = [item for item in facts if item.fact in FIGURES]
    others = [item for item in facts if item not in figures]
    salient = sorted(others, key=lambda item: -item.salience)[:MOST_STATEMENTS]
    blocks: list[Block] = [Paragraph(role="topic", inlines=(Text(text=title),))] if title else []
    blocks += _print_group("概念", terms, cloze)
    blocks += _print_group("要点", lists, cloze)
    blocks += _print_group("重要表述", [item for item in others if item in salient], cloze)
    return blocks + _print_figures(figures, cloze, style)


def _print_group(label: str, items: Sequence[AnyItem], cloze: bool) -> list[Block]:
    if not items:
        return []
    blocks: list[Block] = [_print_label(label)]
    for number, item in enumerate(items, 1):
        if isinstance(item, ShortAnswer):
            blocks += _print_list(item, number, cloze)
        else:
            blocks += _print_lesson(item, number, cloze)
    return blocks


def _print_label(label: str) -> Paragraph:
    return Paragraph(role="entry", inlines=(Text(text=f"【{label}】", tone="strong"),), keep_next=True)


def _print_lesson(item: AnyItem, number: int, cloze: bool) -> list[Block]:
    lesson = teach(item)
    return [Paragraph(role="stem", number=number, inlines=_mark(lesson, cloze))] if lesson else []


def _print_list(item: ShortAnswer, number: int, cloze: bool) -> list[Paragraph | AnswerLines]:
    blocks: list[Paragraph | AnswerLines] = [Paragraph(role="stem", number=number, inlines=(Text(text=item.stem),))]
    for order, point in enumerate(item.points, 1):
        lead = f"（{order}）"
        text = f"{lead}{point.text}{f'：{point.detail}' if point.detail else ''}"
        lesson = Lesson(text, ((len(lead), len(lead) + len(point.text)),))
        blocks.append(Paragraph(role="point", inlines=_mark(lesson, cloze)))
    return keep_together(blocks)


def _mark(lesson: Lesson, cloze: bool) -> tuple[Inline, ...]:
    """Return a lesson with the words to know in bold, or as blanks to write them in."""
    inlines: list[Inline] = []
    start = 0
    for first, end in lesson.asked:
        inlines += [Text(text=lesson.text[start:first]), _ask(lesson.text[first:end], cloze)]
        start = end
    inlines.append(Text(text=lesson.text[start:]))
    return tuple(inline for inline in inlines if inline != Text(text=""))


def _ask(words: str, cloze: bool) -> Inline:
    if not cloze:
        return Text(text=words, tone="strong")
    return Blank(width=min(MOST_BLANK, max(LEAST_BLANK, EM_BLANK * text_em(words))))


def _print_figures(items: list[AnyItem], cloze: bool, style: Style) -> list[Block]:
    lessons = [lesson for item in items if (lesson := teach(item)) and lesson.asked]
    if not lessons:
        return []
    head = Row(height=ROW_HEIGHT, cells=tuple(Cell(paragraphs=(print_cell(t, True),)) for t in ("数字·时间", "内容")))
    rows = [_print_figure(lesson, cloze) for lesson in lessons]
    columns = (FIGURE_WIDTH, round(style.page.column_width - FIGURE_WIDTH, 2))
    return [_print_label("数字与时间"), Table(columns=columns, rows=(head, *rows), head=1)]


def _widen(text: str, span: Span) -> str:
    """Return the words of a span, a date whole even where only its month is asked."""
    start, end = span
    dates = (match.group() for match in DATE.finditer(text) if match.start() <= start and end <= match.end())
    return next(dates, text[start:end])


def _print_figure(lesson: Lesson, cloze: bool) -> Row:
    figures = "、".join(_widen(lesson.text, span) for span in lesson.asked)
    sentence = Paragraph(role="entry", inlines=_mark(lesson, cloze))
    cells = (Cell(paragraphs=(print_cell("" if cloze else figures),)), Cell(paragraphs=(sentence,)))
    return Row(height=ROW_HEIGHT, grows=True, cells=cells)
