"""Wraps: what belongs together is joined, what was ended on purpose stays apart."""

from __future__ import annotations

import pytest
from cleaning_lines import cleaned, lines_of

from quizgen.cleaning import habits, wraps

FULL = "数字教研以网络平台为支撑以教学数据为依据"  # 20 汉字
OPEN = "的研究活动由教师协同开展面向全部的课堂教"


def joined(*lines: str) -> list[str]:
    """Return the paragraphs of lines set in a column of 20 汉字 whose width the text makes plain."""
    known = "\n".join([FULL + "\n" + OPEN + "\n学。"] * 6)
    text = cleaned(known + "\n" + "\n".join(lines)).text
    return text.split("\n")[6:]


def test_the_column_is_learnt() -> None:
    learnt = habits.learn(lines_of("\n".join([FULL + "\n" + OPEN + "\n学。"] * 6)))
    assert (learnt.column, learnt.indent) == (40, 0)


def test_whole_paragraphs_have_no_column() -> None:
    text = "\n".join("甲" * n + "。" for n in range(10, 60, 3))
    assert habits.learn(lines_of(text)).column is None


CASES = [
    ([FULL, OPEN, "学。"], [FULL + OPEN + "学。"]),
    ([FULL + "。", OPEN, "学。"], [FULL + "。" + OPEN + "学。"]),
    (["会议要求：", "一是建好平台。", "二是用好数据。"], ["会议要求：", "一是建好平台。", "二是用好数据。"]),
    (["教师先读", FULL, "学。"], ["教师先读", FULL + "学。"]),
    ([FULL[:-2] + "（一", "个试点）全部公开。"], [FULL[:-2] + "（一个试点）全部公开。"]),
    ([FULL[:-2] + "——", "——课堂。"], [FULL[:-2] + "————课堂。"]),
    ([FULL[:-2] + "2024", "年完成。"], [FULL[:-2] + "2024年完成。"]),
    ([FULL[:-8] + "artificial", "intelligence是工具。"], [FULL[:-8] + "artificial intelligence是工具。"]),
    (["校园阅读推进会", "（《清河教育报》 2024-03-07）"], ["校园阅读推进会", "（《清河教育报》2024-03-07）"]),
]


@pytest.mark.parametrize(("lines", "paragraphs"), CASES)
def test_cases(lines: list[str], paragraphs: list[str]) -> None:
    assert joined(*lines) == paragraphs


def test_nothing_runs_across_debris() -> None:
    document = cleaned("\n".join([FULL, OPEN, "学。"] * 4 + [FULL, "&&,-. 2024/ 1) 30*", OPEN, "学。"]))
    assert document.text.split("\n")[-2:] == [FULL, OPEN + "学。"]
    assert [(run.reason, run.date) for run in document.discarded] == [("source_line", "2024-01-30")]


def test_patterns() -> None:
    assert wraps.UNIT.match("2024年").group() == "2024"
    assert wraps.STARTER.match("第三条 国家") and wraps.STARTER.match("三是") and not wraps.STARTER.match("三个")
    assert wraps.WHOLE_BRACKET.fullmatch("（2021年通过）") and not wraps.WHOLE_BRACKET.fullmatch("（一）建平台")
