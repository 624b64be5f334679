"""Banks in the layouts schools use: every item right, everything else listed with its place."""

from __future__ import annotations

import pytest
from layouts import LAYOUTS, expected, run, write


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str) -> None:
    items, problems = expected(layout)
    result = run(layout)
    left_out = [problem for problem in result.problems if problem.left_out]
    assert [write(item) for item in result.items] == items, left_out
    assert len(left_out) == len(problems), left_out
    for (place, words), problem in zip(problems, sorted(left_out, key=lambda one: _line(one.place)), strict=True):
        assert problem.place == place
        assert words in problem.message


def _line(place: str) -> int:
    return int("".join(c for c in place.rpartition(":")[2] if c.isdigit()))


def test_there_are_at_least_twelve_layouts_of_every_kind_of_file() -> None:
    assert len(LAYOUTS) >= 12


def test_nearly_all_items_are_imported() -> None:
    """The defects planted in 10 and 11 are not items anyone could import."""
    wanted = {(layout, line) for layout in LAYOUTS for line in expected(layout)[0]}
    right = {(layout, write(item)) for layout in LAYOUTS for item in run(layout).items}
    assert len(wanted & right) / len(wanted) >= 0.99
