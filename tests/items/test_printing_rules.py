"""Small rules of the printed item: marks, widths, emphasis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.items.base import Point
from quizgen.items.marks import divide_points, reach_all
from quizgen.items.printing import BRACKET_AT_END, NEGATIVE, Place, explain_marking, fill_rule, mark_blank, show_points
from quizgen.layout.headings import count_chinese
from quizgen.model.style import Style
from quizgen.text.width import text_em


@pytest.mark.parametrize(
    ("points", "weights", "shares"),
    [
        (8, (1, 1, 1, 1), (2, 2, 2, 2)),
        (10, (1, 1, 1), (4, 3, 3)),
        (5, (1, 2, 1, 1), (1, 2, 1, 1)),
        (5, (1, 1, 1), (2, 1.5, 1.5)),
        (9, (2, 1), (6, 3)),
        (2.5, (1, 1), (1.5, 1)),
    ],
)
def test_marks_are_divided_in_halves_with_the_rest_to_the_first(
    points: float, weights: tuple[int, ...], shares: tuple[float, ...]
) -> None:
    assert divide_points(points, weights) == shares
    assert sum(shares) == points


def test_marks_are_shown_without_zeros() -> None:
    assert [show_points(points) for points in (2, 2.0, 2.5, 100.0)] == ["2", "2", "2.5", "100"]


def test_half_an_answer_is_worth_less_than_a_whole_one() -> None:
    assert fill_rule("每题{each}分，漏选得{part}分", 3) == "每题3分，漏选得1分"
    assert fill_rule("每题{each}分，漏选得{part}分", 1) == "每题1分，漏选得0.5分"
    assert fill_rule("每题{each}分，漏选得{part}分。", 0.5) == "每题0.5分。"


@pytest.mark.parametrize(
    ("points", "weights", "reached"),
    [(1, (1, 1), True), (1, (1, 1, 1), False), (2, (1, 10), True), (2, (10, 1), False), (5.5, (10, 1), True)],
)
def test_marks_that_do_not_reach_every_point_are_too_few(
    points: float, weights: tuple[int, ...], reached: bool
) -> None:
    assert reach_all(points, weights) is reached


@given(st.integers(1, 60), st.lists(st.integers(1, 12), min_size=1, max_size=8))
def test_more_marks_reach_what_fewer_reach(halves: int, weights: list[int]) -> None:
    if reach_all(halves / 2, tuple(weights)):
        assert reach_all((halves + 1) / 2, tuple(weights))
        assert min(divide_points(halves / 2, tuple(weights))) >= 0.5


def test_expansion_is_promised_no_nought_marks() -> None:
    points = tuple(Point(text=f"要点{number}", detail="展开") for number in range(3))
    place = Place(number=1, points=1.5, style=Style())
    assert explain_marking(points, place, "") == "评分说明：每点0.5分；意思相近即可得分；最多1.5分。"


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("下列不属于四项任务的是（　　）。", "不属于"),
        ("下列关于教研的表述，错误的是（　　）。", "错误"),
        ("下列说法中，错误的一项是（　　）。", "错误"),
        ("方案的内容不包括（　　）。", "不包括"),
        ("表述不正确的是（　　）。", "不正确"),
    ],
)
def test_negative_words(stem: str, word: str) -> None:
    match = NEGATIVE.search(stem)
    assert match is not None
    assert match.group() == word


def test_errors_in_the_matter_are_no_negative_words() -> None:
    assert NEGATIVE.search("要坚决纠正错误的政绩观，首先要（　　）。") is None


def test_only_a_bracket_at_the_end_moves() -> None:
    assert BRACKET_AT_END.sub("", "关键在（　　）。") == "关键在"
    assert BRACKET_AT_END.search("（　　）是关键。") is None


def test_blanks_are_circled() -> None:
    assert [mark_blank(order) for order in (0, 1, 9)] == ["①", "②", "⑩"]


@pytest.mark.parametrize(("number", "chinese"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")])
def test_parts_are_counted_in_chinese(number: int, chinese: str) -> None:
    assert count_chinese(number) == chinese


def test_widths() -> None:
    assert text_em("2024年，“数字”①") == 2 + 2 + 4 + 1
    assert text_em("e\u0301") == 0.5
