"""Numbers that no paragraph holds as text."""

from __future__ import annotations

import pytest
from docx_maker import docx, paragraph, part

from quizgen.readers import read_data
from quizgen.readers.docx import numerals


def level(depth: int, form: str, text: str, more: str = "") -> str:
    said = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{said}{more}</w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, number: int | str, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def texts(body: str, *definitions: str, styles: str = "") -> list[str]:
    parts = {"numbering": part("numbering", "".join(definitions))} | ({"styles": styles} if styles else {})
    return [block.text for block in read_data("a.docx", docx(body, **parts)).blocks]


LAW = abstract(
    0,
    level(0, "chineseCountingThousand", "第%1章", '<w:suff w:val="space"/>'),
    level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
)


def test_numbers_are_counted_and_written() -> None:
    body = item("总则", 1) + item("甲", 1, 1) + item("乙", 1, 1) + item("附则", 1) + item("丙", 1, 1) + item("丁", 1, 2)
    assert texts(body, LAW, num(1, 0)) == ["第一章 总则", "（一）甲", "（二）乙", "第二章 附则", "（一）丙", "2.1.1 丁"]


def test_lists_of_one_definition_count_on_unless_they_name_a_start() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("甲", 1) + item("乙", 2) + item("丙", 3) + item("丁", 3)
    definitions = (abstract(0, level(0, "decimal", "%1.")), num(1, 0), num(2, 0), num(3, 0, start))
    assert texts(body, *definitions) == ["1. 甲", "2. 乙", "1. 丙", "2. 丁"]


def test_a_level_may_go_on_counting_below_new_parents() -> None:
    never = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>'))
    body = item("甲", 1) + item("一", 1, 1) + item("乙", 1) + item("二", 1, 1)
    assert texts(body, never, num(1, 0)) == ["1. 甲", "第1条 一", "2. 乙", "第2条 二"]


def test_a_level_may_be_overridden() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1、")}</w:lvlOverride>'
    assert texts(item("甲", 1), abstract(0, level(0, "decimal", "%1.")), num(1, 0, override)) == ["I、 甲"]


def test_a_style_puts_its_paragraphs_in_a_list() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="条"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    lists = abstract(0, level(0, "decimal", "%1."), level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="t"/>'))
    body = paragraph("甲", style="t") + paragraph("乙", '<w:numPr><w:numId w:val="0"/></w:numPr>', style="t")
    assert texts(body, lists, num(1, 0), styles=styles) == ["第一条 甲", "乙"]


def test_a_definition_may_be_kept_in_a_list_style() -> None:
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="条例"/></w:abstractNum>'
    kept = f'<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="条例"/>{level(0, "decimal", "%1)")}</w:abstractNum>'
    assert texts(item("甲", 1), link, kept, num(1, 5)) == ["1) 甲"]


def test_bullets_are_no_text_and_nothing_is_nothing() -> None:
    marks = abstract(0, level(0, "bullet", "\uf0b7"), level(1, "none", ""))
    assert texts(item("甲", 1) + item("乙", 1, 1), marks, num(1, 0)) == ["甲", "乙"]


def test_an_empty_paragraph_counts_but_shows_nothing() -> None:
    assert texts(item("甲", 1) + item("", 1) + item("丙", 1), abstract(0, level(0, "decimal", "%1.")), num(1, 0)) == [
        "1. 甲",
        "3. 丙",
    ]


def test_unknown_lists_and_absurd_levels_do_no_harm() -> None:
    body = item("甲", 99) + item("乙", "x") + item("丙", 1, 400)
    assert texts(body, abstract(0, level(0, "decimal", "%1.")), num(1, 0), num(2, 77)) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (12, "decimal", "12"),
        (3, "decimalZero", "03"),
        (12, "decimalFullWidth", "１２"),
        (20, "decimalEnclosedCircleChinese", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalEnclosedParen", "⑵"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (4, "ideographEnclosedCircle", "㊃"),
        (10, "chineseCounting", "十"),
        (12, "chineseCounting", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1006, "japaneseCounting", "一千零六"),
        (10_000, "chineseCounting", "10000"),
        (15, "chineseLegalSimplified", "壹拾伍"),
        (105, "ideographDigital", "一〇五"),
        (11, "ideographTraditional", "甲"),
        (12, "ideographZodiac", "亥"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (1949, "upperRoman", "MCMXLIX"),
        (4, "lowerRoman", "iv"),
        (4000, "lowerRoman", "4000"),
        (0, "chineseCounting", "0"),
        (7, "unheardOf", "7"),
        (999_999_999, "lowerLetter", "999999999"),
    ],
)
def test_every_writing(count: int, form: str, written: str) -> None:
    assert numerals.write(count, form) == written


@pytest.mark.parametrize("form", sorted(numerals.FORMS))
@pytest.mark.parametrize("count", [0, 1, 99, 10**9])
def test_no_writing_fails_or_grows(form: str, count: int) -> None:
    assert 1 <= len(numerals.write(count, form)) <= 12
