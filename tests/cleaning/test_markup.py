"""Markdown marks are out of the text and told as markup."""

from __future__ import annotations

import pytest
from cleaning_lines import cleaned

CASES = [
    ("## 第一章 总则", "第一章总则"),
    ("标题 ##", "标题"),
    ("<!-- INFO END -->\n正文", "正文"),
    ("- 要点一\n* 要点二", "要点一\n要点二"),
    ("> 引文", "引文"),
    ("---\n正文", "正文"),
    ("```text\n代码\n```", "代码"),
    ("**数据**是*关键*，`x` 是代码", "数据是关键，x 是代码"),
    ("见[《方案》](a.html)和![图](b.png)。", "见《方案》和。"),
    ("甲 | 乙\n---|---\n丙 | 丁", "甲乙\n丙丁"),
    ("换<br>行", "换行"),
    ("3 * 4 = 12", "3 * 4 = 12"),
    ("1. 编号留下", "1. 编号留下"),
]


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_cases(raw: str, clean: str) -> None:
    document = cleaned(raw, wrapped=False, source_format="md")
    assert document.text == clean
    assert {run.reason for run in document.discarded} <= {"markup"}


def test_plain_text_keeps_its_signs() -> None:
    assert cleaned("# 号楼", wrapped=False).text == "# 号楼"
