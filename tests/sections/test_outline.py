"""The tree of sections: works with chapters, collections of articles, styles, sizes, pairs of headings."""

from __future__ import annotations

from typing import Any

import pytest
from booklet_texts import document_of

from quizgen.model.document import Booklet
from quizgen.sections import headings, segment

P = "数字教研是以网络平台为支撑、以教学数据为依据、由教师协同开展的研究活动。"
Q = "校园阅读要让书离学生近一点，让规矩少一点，让大人带个头，习惯才能养成。"


def tree(*blocks: str | tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    return [(section.id, section.title) for section in segment(document_of(*blocks)).sections]


def parsed(*blocks: str | tuple[str, dict[str, Any]]) -> Booklet:
    return segment(document_of(*blocks))


def test_chapters_and_sections_of_a_law() -> None:
    booklet = parsed(
        "清河市教研条例", "第一章总则", "第一条" + P, "第二章管理", "第一节规划", "第二条" + P, "第三章附则", P
    )
    assert booklet.title == "清河市教研条例" and booklet.title_start == 0
    assert [(s.id, s.title) for s in booklet.sections] == [
        ("1", "第一章总则"),
        ("2", "第二章管理"),
        ("2.1", "第一节规划"),
        ("3", "第三章附则"),
    ]
    assert {s.theme for s in booklet.sections} == {"清河市教研"}


def test_outline_numbers_nest() -> None:
    assert tree("一、总体要求", P, "（一）指导思想", P, "（二）基本原则", P, "二、重点任务", P) == [
        ("1", "一、总体要求"),
        ("1.1", "（一）指导思想"),
        ("1.2", "（二）基本原则"),
        ("2", "二、重点任务"),
    ]


def test_run_in_leads_are_paragraphs() -> None:
    assert tree("一、总体要求", "（一）坚持实效。" + P, "（二）坚持开放。" + P) == [("1", "一、总体要求")]


def test_text_before_the_first_heading_is_a_section() -> None:
    sections = parsed("教研工作报告", "（2024年3月6日）", P, "一、总体要求", P).sections
    assert [(s.id, s.title_origin, s.date) for s in sections] == [
        ("1", "inferred", "2024-03-06"),
        ("2", "printed", "2024-03-06"),
    ]


def test_articles_with_titles_and_sources() -> None:
    booklet = parsed(
        "教研推进会召开",
        "（《清河教育报》2024-03-07）",
        P,
        "阅读行动启动",
        "全市一起读书",
        "（《晨光周刊》2024-04-24）",
        Q,
        Q,
    )
    assert [(s.title, s.issuer, s.date) for s in booklet.sections] == [
        ("教研推进会召开", "《清河教育报》", "2024-03-07"),
        ("阅读行动启动全市一起读书", "《晨光周刊》", "2024-04-24"),
    ]
    assert [(d.reason, d.text) for d in booklet.discarded] == [
        ("source_line", "（《清河教育报》2024-03-07）"),
        ("source_line", "（《晨光周刊》2024-04-24）"),
    ]


def test_a_source_line_may_close_an_article() -> None:
    sections = parsed(P, P, "（《清河教育报》2024-03-07）", Q, Q, "（《晨光周刊》2024-04-24）").sections
    assert [(s.title_origin, s.issuer) for s in sections] == [
        ("inferred", "《清河教育报》"),
        ("inferred", "《晨光周刊》"),
    ]


def test_the_title_over_a_collection() -> None:
    booklet = parsed(
        ("教师学习资料", {"font_size": 18.0}),
        "教研推进会召开",
        "（清河日报2024-03-07）",
        P,
        "阅读行动启动",
        "（清河日报2024-04-07）",
        Q,
    )
    assert booklet.title == "教师学习资料"
    assert [s.title for s in booklet.sections] == ["教研推进会召开", "阅读行动启动"]


def test_pairs_quotes_and_dashes_of_sub_headings() -> None:
    blocks = (
        "会议传递重要信息",
        "（清河日报2024-03-07）",
        P,
        "蓝皮书发布",
        "为教研提供参考",
        P,
        "“每个学校都在变”",
        P,
        "平台水平提升——",
        P,
    )
    assert tree(*blocks) == [
        ("1", "会议传递重要信息"),
        ("1.1", "蓝皮书发布"),
        ("1.1.1", "为教研提供参考"),
        ("1.2", "“每个学校都在变”"),
        ("1.2.1", "平台水平提升——"),
    ]


def test_word_styles_rule() -> None:
    style = {"style": "heading 1", "outline_level": 1}
    assert tree(("教研", style), P, ("任务", {"style": "Heading 2"}), P, ("阅读。", style), Q) == [
        ("1", "教研"),
        ("1.1", "任务"),
        ("2", "阅读。"),
    ]


def test_larger_type_stands_higher() -> None:
    large, small = {"font_size": 16.0}, {"font_size": 13.0}
    body = (P, {"font_size": 10.5})
    assert tree(("教研", large), body, ("任务", small), body, ("阅读", large), body, body) == [
        ("1", "教研"),
        ("1.1", "任务"),
        ("2", "阅读"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["大家好！", P],
        ["各位老师：", P],
        ["姓名", "学校", "学科", "成绩", P],
        ["第三条国家保护", P],
        [P, "未完的一行"],
    ],
)
def test_no_headings(lines: list[str]) -> None:
    setting = headings.survey(document_of(P, *lines).blocks)
    assert not any(headings.is_heading(setting, index) for index in range(len(lines) + 1))


def test_nothing_gives_no_sections() -> None:
    assert parsed().sections == ()
    assert parsed("（清河日报2024-03-07）").sections == ()


def test_a_source_line_before_all_headings_is_the_whole_booklets() -> None:
    sections = parsed("（清河日报2024-03-07）", "第一章总则", P, "第二章附则", P).sections
    assert [(s.id, s.title, s.date) for s in sections] == [
        ("1", "第一章总则", "2024-03-07"),
        ("2", "第二章附则", "2024-03-07"),
    ]


def test_patterns() -> None:
    assert headings.HEADING_STYLE.fullmatch("Heading 2") and headings.HEADING_STYLE.fullmatch("标题 1")
    assert not headings.HEADING_STYLE.fullmatch("Normal")
    level = headings.STYLE_LEVEL.search("heading 3")
    assert level and level[1] == "3"
    assert headings.UNNUMBERED.fullmatch("附录一") and not headings.UNNUMBERED.fullmatch("教研")
