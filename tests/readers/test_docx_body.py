"""What of a Word file is text, in which order, and how it looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx_maker import content_types, document, docx, package, paragraph, part, words

from quizgen.errors import InputError
from quizgen.model.document import RawDocument
from quizgen.readers import read_data

FIXTURES = Path(__file__).parents[1] / "fixtures" / "readers"
STYLES = part(
    "styles",
    """
    <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
      <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="小节"/><w:basedOn w:val="1"/>
      <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="3"><w:name w:val="Heading 3"/></w:style>
    <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop2"/></w:style>
    <w:style w:type="paragraph" w:styleId="loop2"><w:basedOn w:val="loop"/></w:style>
    <w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>
    """,
)
FOOTNOTES = part(
    "footnotes",
    '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>——</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/><w:t>注释一</w:t></w:r></w:p></w:footnote>',
)


def read(body: str, **parts: str | bytes) -> RawDocument:
    return read_data("资料.docx", docx(body, **parts))


def texts(body: str, **parts: str | bytes) -> list[str]:
    return [block.text for block in read(body, **parts).blocks]


def test_blocks_are_paragraphs_at_their_places() -> None:
    raw = read(paragraph("第一段") + paragraph("") + paragraph("第二段"))
    assert raw.text == "第一段\n第二段"
    assert [(block.start, block.text) for block in raw.blocks] == [(0, "第一段"), (4, "第二段")]
    assert not raw.wrapped
    assert raw.pages is None


TABLE = (
    "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    "<w:tr><w:tc><w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
).format(*map(paragraph, ("甲格", "乙格", "内层")))


def test_tables_stand_where_they_stand() -> None:
    raw = read(paragraph("表前") + TABLE + paragraph("表后"))
    assert [(block.text, block.role) for block in raw.blocks] == [
        ("表前", "body"),
        ("甲格", "table"),
        ("乙格", "table"),
        ("内层", "table"),
        ("表后", "body"),
    ]


CASE = re.compile(r"^== (.+)\n((?:.|\n)+?)\n--\n((?:.+\n)+)", re.MULTILINE)
CASES = {
    title: (re.sub(r"\{(.+?)\}", r"<w:r><w:t>\1</w:t></w:r>", re.sub(r"\[(.+?)\]", r"<w:p>{\1}</w:p>", body)), lines)
    for title, body, lines in CASE.findall((FIXTURES / "docx_inline.txt").read_text("utf-8"))
}


@pytest.mark.parametrize("title", CASES)
def test_words_are_read_as_they_print(title: str) -> None:
    body, lines = CASES[title]
    assert texts(body, styles=STYLES, footnotes=FOOTNOTES) == lines.splitlines()


def test_headers_and_footers_are_left_out() -> None:
    header = part("hdr", paragraph("内部资料"))
    assert texts(paragraph("正文"), header1=header) == ["正文"]


def test_looks_come_from_run_style_and_defaults() -> None:
    raw = read(
        paragraph("标题", style="1")
        + paragraph("小节", style="2")
        + paragraph("正文")
        + paragraph("大字", run='<w:b/><w:sz w:val="44"/>')
        + paragraph("按名字", style="3")
        + paragraph("直接", '<w:outlineLvl w:val="2"/>')
        + paragraph("正文级", '<w:outlineLvl w:val="9"/>')
        + paragraph("转圈", style="loop"),
        styles=STYLES,
    )
    assert [(b.style, b.outline_level, b.font_size, b.bold) for b in raw.blocks] == [
        ("heading 1", 1, 16.0, True),
        ("小节", 2, 16.0, False),
        ("Normal", None, 10.5, False),
        ("Normal", None, 22.0, True),
        ("Heading 3", 3, 10.5, False),
        ("Normal", 3, 10.5, False),
        ("Normal", None, 10.5, False),
        ("圈", None, 10.5, False),
    ]


def test_a_line_looks_like_most_of_its_letters() -> None:
    mixed = f"<w:p>{words('一是', '<w:b/>')}{words('加强领导，落实责任。')}</w:p>"
    mostly = f"<w:p>{words('一是加强领导', '<w:b/>')}{words('。')}</w:p>"
    assert [block.bold for block in read(mixed + mostly).blocks] == [False, True]


def test_strict_documents_read_alike() -> None:
    body = document(paragraph("严格")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = package({"[Content_Types].xml": content_types(), "word/document.xml": body})
    assert read_data("a.docx", data).text == "严格"


def test_the_main_part_may_have_any_name() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = package(
        {
            "[Content_Types].xml": content_types({"word/document2.xml": kind}),
            "word/document2.xml": document(paragraph("改名")),
        }
    )
    assert read_data("a.docx", data).text == "改名"


def test_utf16_parts_are_read() -> None:
    body = document(paragraph("宽字符")).replace("UTF-8", "UTF-16").encode("utf-16")
    data = package({"[Content_Types].xml": content_types(), "word/document.xml": body})
    assert read_data("a.docx", data).text == "宽字符"


def test_hidden_and_deleted_text_alone_is_nothing_to_read() -> None:
    with pytest.raises(InputError, match="E-EMPTY"):
        read(paragraph("看不见", run="<w:vanish/>"))
