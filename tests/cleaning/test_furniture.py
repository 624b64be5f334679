"""Furniture: page numbers in many forms, headers that recur at page edges; text that recurs elsewhere stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cleaning_lines import cleaned, lines_of

from quizgen.cleaning import furniture

NUMBERS = [
    "- 5 -",
    "7 / 44",
    "第 1 页 共 2 页",
    "第1页/共2页",
    "第三页",
    "Page 3 of 9",
    "P. 5",
    "— 12 —",
    "·5·",
    "| 8 |",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_decorated_page_numbers(number: str) -> None:
    document = cleaned(f"教研的关键在数据。\n{number}\n课堂的改进靠教师。")
    assert document.text == "教研的关键在数据。\n课堂的改进靠教师。"
    assert [run.reason for run in document.discarded] == ["page_number"]


def page(number: int, *body: str, header: str = "教师学习资料 第3期") -> str:
    return "\n".join([header, *body, str(number)])


BODY = [f"{a}以网络平台为支撑以教学数据为依据由{b}协" for a in "甲乙丙" for b in "丁戊己"]


def test_headers_and_bare_numbers_inside_sentences() -> None:
    pages = [page(n, *BODY[3 * n - 3 : 3 * n]) for n in (1, 2, 3)]
    document = cleaned("\f".join(pages), pages=True)
    assert document.text == "".join(BODY)
    assert [run.reason for run in document.discarded] == ["running_header", "page_number"] * 3


def test_a_line_that_recurs_inside_the_text_stays() -> None:
    document = cleaned("思考题\n为什么？\n思考题\n怎么办？\n思考题\n再想想。")
    assert document.text.count("思考题") == 3


def test_a_column_of_figures_is_no_page_number() -> None:
    assert cleaned("学校\n1\n2\n3\n4\n合计").text.count("\n") == 5


def test_the_title_set_larger_than_the_header_is_another_line() -> None:
    line = lines_of("教师学习资料")[0]
    larger = replace(line, block=replace(line.block, font_size=18.0))
    assert furniture.key_of(line) != furniture.key_of(larger)


def test_patterns() -> None:
    assert furniture.PLAIN_NUMBER.fullmatch("xii") and not furniture.PLAIN_NUMBER.fullmatch("12345")
    assert not furniture.DECORATED_NUMBER.fullmatch("2024年")
    assert furniture.DIGITS.sub("#", "第三期") == "第#期"
    assert furniture.SPACE.sub("", "教师 学习") == "教师学习"
