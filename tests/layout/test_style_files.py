"""The styles that come with the program, and what a style may not say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from quizgen import yamlfile
from quizgen.model.style import A4_PLAIN, Style
from quizgen.resources import builtin_folder


def load(name: str) -> Style:
    return yamlfile.read(builtin_folder() / "styles" / f"{name}.yaml", Style)


@pytest.mark.parametrize(
    ("name", "width", "line"),
    [("a4", 152, 41), ("a4-plain", 165, 44), ("a3", 173, 46), ("b4", 147, 39), ("large", 152, 35)],
)
def test_columns_are_as_wide_as_the_page_profile_says(name: str, width: float, line: int) -> None:
    style = load(name)
    assert style.page.column_width == pytest.approx(width)
    assert int(style.line_em) == line
    assert style.note


def test_a4_is_the_default() -> None:
    assert load("a4").model_copy(update={"note": ""}) == Style()


@pytest.mark.parametrize(
    "wrong", [{"page": A4_PLAIN, "seal_bar": True}, {"body_size": 0}, {"blank": -1}, {"font": "宋体"}]
)
def test_styles_that_cannot_be_printed_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Style.model_validate(wrong)
