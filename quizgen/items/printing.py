"""How items stand on paper: the place an item is given, options in rows, space to answer (PAPER.md sections 5–8).

A kind says of itself: ``label`` 题型 · ``unit`` what marks are given for · ``grid`` how many answers stand in a row of
the key's grid, 0 without · ``guide`` instructions in the head of its part · ``marking`` the rule under it in the key.
"""

from __future__ import annotations

import re
from math import ceil

from quizgen.items.base import Point
from quizgen.items.marks import divide_points
from quizgen.model.base import Record
from quizgen.model.sheet import AnswerLines, Inline, Paragraph, Role, Tab, TabStop, Text
from quizgen.model.style import PT_PER_MM, Style
from quizgen.text.width import text_em

LETTERS = "ABCDEFGH"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
BRACKET = "（　　）"
INDENT_EM = 2  # of stems and options: the width of "10．"
GAP_EM = 1  # between two options
THREE_EM = 8  # three options share a line only when none is wider
OPTIONS_PER_LINE = {2: (2,), 3: (3,), 4: (4, 2), 5: (3,), 6: (3, 2), 8: (4, 2)}  # never a lone last one, but 3+2
HALF = 0.5  # the smallest mark
WRITTEN_PER_MM = 24 / 160  # handwritten 汉字
WRITING_SLACK = 1.4  # people write more than the key

NEGATIVE = re.compile(r"不属于|不包括|不正确|不符合|不恰当|有误|错误(?=的(?:是|有|一项))")
# example: "下列关于数字教研的表述，错误的是（　　）。" -> 错误
BRACKET_AT_END = re.compile(r"（　　）。?$")
# example: "数字教研的关键在（　　）。" -> （　　）。


class Place(Record):
    """Where an item stands: its number on the paper, its marks, its options in printed order, the style."""

    number: int
    points: float
    options: tuple[str, ...] = ()
    style: Style


class Answer(Record):
    """An item in the key: ``cell`` stands in a grid, ``line`` may share a line, ``below`` follows the part."""

    cell: str = ""
    line: str = ""
    below: tuple[Paragraph, ...] = ()


def show_points(points: float) -> str:
    """Return marks as printed: 2, 2.5."""
    return f"{points:g}"


def fill_rule(rule: str, points_each: float) -> str:
    """Return a rule of a kind (``guide``, ``marking``) with the marks: {each}, and {part} for an answer half right.

    Half a mark cannot be halved: nothing is said of half an answer then.
    """
    part = 1 if points_each > 1 else HALF
    end = "。" if rule.endswith("。") else ""
    clauses = rule.removesuffix("。").split("，")
    said = "，".join(clause for clause in clauses if part < points_each or "{part}" not in clause)
    return said.replace("{each}", show_points(points_each)).replace("{part}", show_points(part)) + end


def mark_blank(order: int) -> str:
    """Return ①②… for the blanks of an item, counted from 0."""
    return CIRCLED[order % len(CIRCLED)]


def print_stem(place: Place, *inlines: Inline, tabs: tuple[TabStop, ...] = ()) -> Paragraph:
    """Return the stem behind its running number."""
    return Paragraph(role="stem", number=place.number, inlines=inlines, tabs=tabs)


def print_judged(stem: str, place: Place) -> Paragraph:
    """Return a stem with its bracket at the right margin."""
    edge = TabStop(at=place.style.page.column_width, align="right")
    return print_stem(place, *emphasise(stem), Tab(), Text(text=BRACKET), tabs=(edge,))


def print_choice(stem: str, place: Place) -> tuple[Paragraph, ...]:
    """Return stem and option rows of a choice item."""
    if place.style.bracket == "right" and BRACKET_AT_END.search(stem):
        first = print_judged(BRACKET_AT_END.sub("", stem), place)
    else:
        first = print_stem(place, *emphasise(stem))
    return first, *print_options(place.options, place.style)


def emphasise(stem: str) -> tuple[Text, ...]:
    """Return the stem with the words that turn its question round in bold."""
    parts: list[Text] = []
    start = 0
    for match in NEGATIVE.finditer(stem):
        parts += [Text(text=stem[start : match.start()]), Text(text=match.group(), tone="strong")]
        start = match.end()
    parts.append(Text(text=stem[start:]))
    return tuple(part for part in parts if part.text)


def print_options(options: tuple[str, ...], style: Style) -> tuple[Paragraph, ...]:
    """Return lettered options in rows of four, two or one (PAPER.md section 7)."""
    texts = [f"{letter}．{option}" for letter, option in zip(LETTERS, options, strict=False)]
    return print_rows(texts, "option", style, OPTIONS_PER_LINE.get(len(texts), ()))


def print_rows(texts: list[str], role: Role, style: Style, per_line: tuple[int, ...]) -> tuple[Paragraph, ...]:
    """Return texts in rows of equal columns: the first of ``per_line`` in which the widest text fits, else one."""
    available = style.line_em - INDENT_EM
    count = next((n for n in per_line if _fits(texts, n, available)), 1)
    em = style.body_size / PT_PER_MM
    tabs = tuple(TabStop(at=round((INDENT_EM + available * k / count) * em, 2)) for k in range(1, count))
    rows = [texts[i : i + count] for i in range(0, len(texts), count)]
    return tuple(Paragraph(role=role, inlines=_join_by_tabs(row), tabs=tabs) for row in rows)


def _fits(texts: list[str], count: int, available: float) -> bool:
    widest = max(map(text_em, texts))
    if count == 3 and widest > THREE_EM + text_em("A．"):
        return False
    return widest + GAP_EM <= available / count


def _join_by_tabs(texts: list[str]) -> tuple[Inline, ...]:
    inlines: list[Inline] = [Text(text=texts[0])]
    for text in texts[1:]:
        inlines += [Tab(), Text(text=text)]
    return tuple(inlines)


def count_lines(points: tuple[Point, ...], least: int, style: Style) -> int:
    """Return how many answer lines a key needs in handwriting, ``least`` or more (PAPER.md section 8)."""
    written = sum(len(point.text) + len(point.detail or "") for point in points)
    per_line = WRITTEN_PER_MM * style.page.column_width
    return ceil(max(least, ceil(WRITING_SLACK * written / per_line)) * style.answer_stretch)


def print_space(lines: int, style: Style) -> tuple[AnswerLines, ...]:
    """Return the space to answer in, nothing when the style leaves none."""
    if style.answer_space == "none":
        return ()
    return (AnswerLines(count=lines, pitch=style.answer_pitch, ruled=style.answer_space == "ruled"),)


def print_points(points: tuple[Point, ...], place: Place, remark: str) -> tuple[Paragraph, ...]:
    """Return scoring points, the marks right behind each, and the remark on marking."""
    shares = divide_points(place.points, tuple(point.weight for point in points))
    paragraphs = [
        Paragraph(role="point", inlines=(Text(text=_print_point(order, point, share, order == len(points))),))
        for order, (point, share) in enumerate(zip(points, shares, strict=True), 1)
    ]
    first = Text(text=f"{place.number}．")
    paragraphs[0] = paragraphs[0].model_copy(update={"role": "answer", "inlines": (first, *paragraphs[0].inlines)})
    return *paragraphs, Paragraph(role="remark", inlines=(Text(text=remark),))


def _print_point(order: int, point: Point, share: float, last: bool) -> str:
    detail = f"：{point.detail.rstrip('。；')}" if point.detail else ""
    return f"（{order}）{point.text.rstrip('。；')}（{show_points(share)}分）{detail}{'。' if last else '；'}"


def explain_marking(points: tuple[Point, ...], place: Place, order: str) -> str:
    """Return the remark on marking: marks per point, expansion, wording, ``order``, the most there is."""
    shares = divide_points(place.points, tuple(point.weight for point in points))
    rules = [f"每点{show_points(shares[0])}分"] if len(set(shares)) == 1 else ["各点分值见括号"]
    if len(set(shares)) == 1 and shares[0] > HALF and all(point.detail for point in points):
        lead = ceil(shares[0]) / 2
        rules[0] += f"，答出要点{show_points(lead)}分、展开{show_points(shares[0] - lead)}分"
    rules += ["意思相近即可得分", *([order] if order else []), f"最多{show_points(place.points)}分"]
    return f"评分说明：{'；'.join(rules)}。"
