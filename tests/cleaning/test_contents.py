"""Tables of contents: with leaders, with page numbers, or only by their lines coming again."""

from __future__ import annotations

from quizgen.cleaning import contents
from quizgen.cleaning.contents import find_contents


def test_entries_that_come_again_as_headings() -> None:
    texts = ["目　录", "第一章　总则", "第一节　规定", "第二章　附则", "第一节　规定"]
    body = ["第一章 总则", "第一节 规定", "正文。", "第二章 附则", "第一节 规定", "正文。"]
    assert find_contents([*texts, *body]) == {0, 1, 2, 3, 4}


def test_leaders_and_page_numbers() -> None:
    texts = ["目录", "一、强化教师研修……………… 3", "二、完善机制 7", "一、强化教师研修", "教研是关键。"]
    assert find_contents(texts) == {0, 1, 2}


def test_leaders_without_a_title() -> None:
    assert find_contents(["前言.......1", "正文（一）\t12", "附录   （3）", "正文。"]) == {0, 1, 2}


def test_text_is_no_table() -> None:
    assert find_contents(["目录", "教研是关键。", "数据是基础。"]) == set()
    assert find_contents(["占比……3", "数据是基础。"]) == set()


def test_patterns() -> None:
    assert contents.TITLE.fullmatch("CONTENTS") and not contents.TITLE.fullmatch("目录学")
    assert contents.LEADER.fullmatch("第二章 发展 ........ 12") and not contents.LEADER.fullmatch("共 12 人")
    assert contents.PAGED.fullmatch("二、强化教师研修 7")
    assert contents.NUMBERED.match("第三节 国家机关") and not contents.NUMBERED.match("第三方机构")
    assert contents.TAIL.sub("", "总则……… 12") == "总则"
    assert contents.SPACE.sub("", "总　　则") == "总则"
