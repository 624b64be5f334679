"""Debris is told by its characters; prose, formulas and addresses are not debris."""

from __future__ import annotations

import pytest

from quizgen.cleaning.debris import DATE_SHAPE, MOJIBAKE, WORD, date_by_shape, is_debris_line

DEBRIS = [
    "&&0123+456 147 2024/ 1) 31*",
    "&&!\"#'( 2023/ 11) 8*+",
    "——>?@*<ABCBD / E ) EF *",
    "ÖÐÑëÕþ¸®ÍøÕ¾",
    "\ue001\ue002\ue003甲\ue004\ue005",
]
TEXT = [
    "AI for Science（第 3 版）",
    "https://www.example.edu.cn/a?id=1&b=2#top",
    "teacher@example.cn",
    "a^2 + b^2 = c^2",
    "x < 3",
    "2024-01-31",
    "——————————",
    "**********",
    "if (x < 3 && y > 2) { print(x) }",
    "《“3C”与“3I”》",
    "5G+XR",
    "",
]


@pytest.mark.parametrize("line", DEBRIS)
def test_debris(line: str) -> None:
    assert is_debris_line(line)


@pytest.mark.parametrize("line", TEXT)
def test_no_debris(line: str) -> None:
    assert not is_debris_line(line)


def test_dates_survive_by_shape() -> None:
    assert DATE_SHAPE.search("2024/ 1) 31*") and not DATE_SHAPE.search("12024/ 1) 31*")
    assert date_by_shape("&&,-. 2024/ 1) 30*") == "2024-01-30"
    assert date_by_shape("&& 2024/ 13) 30* 2024/ 3) 8*") == "2024-03-08"
    assert date_by_shape("——>?@*<ABCBD / E ) EF *") is None


def test_patterns() -> None:
    assert WORD.search("a@b") and WORD.search("www.") and not WORD.search("ABC D")
    assert MOJIBAKE.match("Ö") and not MOJIBAKE.match("A")
