"""Figures among options: read, compared, put in order."""

from __future__ import annotations

import pytest

from quizgen.assembly.figures import ascending, is_figure


@pytest.mark.parametrize(
    "options",
    [
        ("60", "100", "120", "150"),
        ("900", "1,200", "1，300", "10000"),
        ("8800", "4.4万", "9万", "1.2亿"),
        ("2022年12月", "2023年2月", "2023年10月"),
        ("第一次", "第二次", "第十一次", "第二十次"),
        ("二〇二三年", "二〇二四年"),
        ("三分之二", "四分之三"),
        ("三", "十二", "一百二十"),
        ("8%", "60%", "100%"),
    ],
)
def test_figures_ascend(options: tuple[str, ...]) -> None:
    assert ascending(options[::-1]) == options


@pytest.mark.parametrize(
    "options",
    [
        ("平台", "数据", "经费", "课堂"),
        ("统一规划", "分步实施"),  # 一 is no figure here: the words around it differ
        ("2023年", "2023年2月"),  # not of one precision
        ("60所", "60 所", "80所"),
        ("10", "10.0"),  # equal
    ],
)
def test_other_options_have_no_order(options: tuple[str, ...]) -> None:
    assert ascending(options) is None


def test_keys_that_are_figures() -> None:
    assert all(map(is_figure, ("120", "2024年3月", "第二十一次", "半数", "三分之二", "60%")))
    assert not any(map(is_figure, ("数据", "统一规划", "一体化", "第一资源", "教育局")))
