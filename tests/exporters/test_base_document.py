"""A school's own .docx as the base: its styles, fonts, header and logo stay, its words go."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from paper_maker import make_paper
from school_template import BODY, FONT, png, school
from word_order import find_disorder

from quizgen.errors import InputError
from quizgen.exporters import ROOMS
from quizgen.exporters.docx import export
from quizgen.layout import key_sheet, make_room, paper_sheet
from quizgen.model.style import A4_PLAIN, Style

PAPER = make_paper()
SEALED = paper_sheet(PAPER, PAPER.forms[0], Style())
PLAIN = paper_sheet(PAPER, PAPER.forms[0], Style(page=A4_PLAIN, seal_bar=False))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edge(data: bytes, side: str, slot: str) -> str:
    """Return the text of a header or footer as Word would choose it."""
    document = parts(data)["word/document.xml"]
    section = etree.fromstring(document).find(f".//{qn('w:sectPr')}")
    references = {r.get(qn("w:type")): r.get(qn("r:id")) for r in section.findall(qn(f"w:{side}Reference"))}
    if slot not in references:
        return ""
    rels = etree.fromstring(parts(data)["word/_rels/document.xml.rels"])
    target = next(rel.get("Target") for rel in rels if rel.get("Id") == references[slot]).lstrip("/")
    tree = etree.fromstring(parts(data)[target])
    return "".join(text.text or "" for text in tree.iter(qn("w:t")))


@pytest.mark.parametrize("first_page", [False, True])
@pytest.mark.parametrize("odd_and_even", [False, True])
@pytest.mark.parametrize("sheet", [SEALED, PLAIN], ids=["sealed", "plain"])
def test_result_is_in_order_whatever_headers_the_school_has(sheet, first_page: bool, odd_and_even: bool) -> None:
    data = export(sheet, base=school(first_page, odd_and_even))
    assert find_disorder(data) == []
    document = Document(io.BytesIO(data))
    assert [p.style.name for p in document.paragraphs].count("题干") == 39


def test_header_and_logo_stay_on_every_page() -> None:
    data = export(PLAIN, base=school())
    assert edge(data, "header", "default") == "青禾县第一小学"
    header = Document(io.BytesIO(data)).sections[0].header
    picture = header._element.find(f".//{qn('a:blip')}")
    assert header.part.related_parts[picture.get(qn("r:embed"))].blob == png()


def test_seal_bar_joins_the_schools_header() -> None:
    data = export(SEALED, base=school())
    for slot in ("first", "default"):
        assert "密………封" in edge(data, "header", slot)
        assert edge(data, "header", slot).endswith("青禾县第一小学")
    assert edge(data, "header", "even") == "青禾县第一小学"


def test_first_and_even_pages_keep_their_own_header() -> None:
    data = export(SEALED, base=school(first_page=True, odd_and_even=True))
    assert edge(data, "header", "first").endswith("首页校徽")
    assert edge(data, "header", "even") == "偶数页校名"


def test_footer_keeps_the_address_and_counts_pages_once() -> None:
    footer = edge(export(PLAIN, base=school()), "footer", "default")
    assert footer.startswith("青禾县城关镇文化路一号青禾县2024年教师理论学习测试卷（A卷）　第 ")
    data = parts(export(PLAIN, base=school()))["word/quizgen-footer-default.xml"]
    assert data.count(b"instrText") == 4  # PAGE and NUMPAGES, opened and closed


def test_fonts_are_the_schools() -> None:
    styles = etree.fromstring(parts(export(PLAIN, base=school()))["word/styles.xml"])
    by_id = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
    assert by_id["Normal"].find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == FONT
    ours = [style for key, style in by_id.items() if key.startswith("Qg")]
    assert ours
    for style in ours:
        assert style.find(f".//{qn('w:rFonts')}") is None
    assert by_id["QgStem"].find(qn("w:basedOn")).get(qn("w:val")) == "Normal"
    assert by_id["QgStem"].find(f".//{qn('w:ind')}").get(qn("w:firstLineChars")) == "0"


def test_our_fonts_stand_in_where_the_school_names_none() -> None:
    styles = etree.fromstring(parts(export(PLAIN, base=school(fonts=False)))["word/styles.xml"])
    stem = next(style for style in styles.iter(qn("w:style")) if style.get(qn("w:styleId")) == "QgStem")
    assert stem.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "宋体"


def test_a_style_of_our_name_is_the_schools() -> None:
    data = export(PLAIN, base=school(own_style=True))
    document = Document(io.BytesIO(data))
    heads = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "大题"]
    assert len(heads) == 6
    assert heads[0].style.font.size == Pt(15)
    assert [style.name for style in document.styles].count("大题") == 1


def test_words_pictures_and_names_of_the_old_file_go() -> None:
    data = parts(export(key_sheet(PAPER, PAPER.forms[0], Style()), base=school()))
    assert BODY not in data["word/document.xml"].decode()
    assert len([name for name in data if name.startswith("word/media/")]) == 1  # the logo, shared
    assert b"python-docx" not in data["docProps/core.xml"]
    assert "docProps/app.xml" not in data


def test_page_is_the_papers_but_leaves_room_for_the_header() -> None:
    section = Document(io.BytesIO(export(PLAIN, base=school()))).sections[0]
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (25, 20)
    assert (round(section.top_margin.mm), round(section.header_distance.mm)) == (35, 12)
    assert round(section.bottom_margin.mm) == 22  # 10 to the edge, a line of theirs, ours


def test_room_is_known_before_the_pages_are_counted() -> None:
    assert ROOMS["docx"](school()) == pytest.approx((35, 22), abs=0.1)
    assert ROOMS["docx"](school(first_page=True)) == pytest.approx((35, 22), abs=0.1)
    high = make_room(Style(), 35, 22)
    assert [(page.top, page.bottom) for page in (high.page, high.key_page)] == [(35, 22)] * 2
    assert make_room(Style(), 5, 5) == Style()


def test_a_tall_header_gets_more_room_than_its_own_margin() -> None:
    base = parts(school())
    header = next(name for name in base if b"<wp:extent" in base[name] and "header" in name)
    base[header] = re.sub(rb'(<wp:extent[^>]*cy=")\d+', rb"\g<1>1440000", base[header])  # 40 mm
    assert ROOMS["docx"](zip_up(base))[0] == pytest.approx(52, abs=0.1)


def test_lists_of_the_school_keep_their_numbers() -> None:
    data = parts(export(PLAIN, base=school()))
    before = etree.fromstring(parts(school())["word/numbering.xml"])
    after = etree.fromstring(data["word/numbering.xml"])
    taken = {number.get(qn("w:numId")) for number in before.iter(qn("w:num"))}
    used = {number.get(qn("w:val")) for number in etree.fromstring(data["word/document.xml"]).iter(qn("w:numId"))}
    assert not taken & used
    assert used <= {number.get(qn("w:numId")) for number in after.iter(qn("w:num"))}


def test_settings_lose_paths_and_gain_what_pages_need() -> None:
    base = parts(school())
    text = base["word/settings.xml"].decode().replace("<w:zoom", '<w:attachedTemplate r:id="rId1"/><w:zoom', 1)
    if "xmlns:r=" not in text:
        text = text.replace("<w:settings ", f'<w:settings xmlns:r="{qn("r:id")[1:].partition("}")[0]}" ', 1)
    base["word/settings.xml"] = text.encode()
    settings = etree.fromstring(parts(export(SEALED, base=zip_up(base)))["word/settings.xml"])
    assert settings.find(qn("w:attachedTemplate")) is None
    assert settings.find(qn("w:evenAndOddHeaders")) is not None
    assert settings.find(f"{qn('w:compat')}/{qn('w:ulTrailSpace')}") is not None


def zip_up(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def without(name: str) -> bytes:
    return zip_up({key: value for key, value in parts(school()).items() if key != name})


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/settings.xml", "word/numbering.xml"])
def test_parts_the_template_lacks_are_made(missing: str) -> None:
    data = export(PLAIN, base=without(missing))
    assert find_disorder(data) == []
    assert len(Document(io.BytesIO(data)).paragraphs) > 80


@pytest.mark.parametrize(
    ("base", "code"),
    [
        (b"", "E-DOCX"),
        (b"PK\x03\x04 half a zip", "E-DOCX"),
        ("不是压缩包".encode(), "E-DOCX"),
        (school()[:-400], "E-DOCX"),
        (without("word/document.xml"), "E-DOCX"),
        (without("_rels/.rels"), "E-DOCX"),
        (without("[Content_Types].xml"), "E-DOCX"),
        (zip_up(parts(school()), zipfile.ZIP_BZIP2), "E-DOCX"),
        (zip_up(parts(school()) | {"word/styles.xml": b"<w:styles"}), "E-DOCX"),
        (zip_up(parts(school()) | {"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "E-DOCX"),
        (zip_up(parts(school()) | {"word/document.xml": b"<html/>"}), "E-DOCX"),
        (zip_up(parts(school()) | {"word/media/bomb.bin": bytes(65 << 20)}), "E-SIZE"),
    ],
    ids=[
        "empty",
        "half",
        "text",
        "cut",
        "no-document",
        "no-rels",
        "no-types",
        "bzip2",
        "bad-xml",
        "dtd",
        "html",
        "bomb",
    ],
)
def test_files_that_are_no_template_are_refused(base: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        export(PLAIN, base=base)
    assert refused.value.code == code
    assert refused.value.advice


def test_macros_are_refused() -> None:
    base = parts(school())
    rels = base["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    macro = f'<Relationship Id="rIdM" Type="{kind}" Target="v.bin"/>'
    base["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{macro}</Relationships>").encode()
    base["word/v.bin"] = b"macro"
    with pytest.raises(InputError, match="宏"):
        export(PLAIN, base=zip_up(base))


def test_same_base_same_bytes() -> None:
    base = school()
    assert export(SEALED, base=base) == export(SEALED, base=base)
