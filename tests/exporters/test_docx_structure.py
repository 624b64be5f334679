"""The Word files as other readers see them: python-docx, docx2python, the schema's order."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx2python import docx2python
from lxml import etree
from paper_maker import JUDGED, MULTIPLES, SINGLES, make_bank, make_paper
from word_order import find_disorder

from quizgen.exporters import EXPORTERS
from quizgen.layout import answer_card, handout_sheet, key_sheet, paper_sheet
from quizgen.model.sheet import Paragraph, Sheet, Text
from quizgen.model.style import Page, Style

PAPER = make_paper()
FORM = PAPER.forms[0]
A3 = Style(page=Page(width=420, height=297, top=20, bottom=20, left=42, right=18, columns=2, gap=14))
SHEETS = {
    "paper": paper_sheet(PAPER, FORM, Style()),
    "a3": paper_sheet(PAPER, FORM, A3),
    "options": paper_sheet(
        PAPER,
        FORM,
        Style(answer_grid=True, score_box=True, bracket="right", numbering="per_section", column_pages=True),
    ),
    "teacher": paper_sheet(PAPER, FORM, Style(answer_space="empty"), with_sources=True),
    "key": key_sheet(PAPER, FORM, Style(), with_sources=True),
    "card": answer_card(PAPER, FORM, Style()),
    "handout": handout_sheet(make_bank(), Style()),
    "cloze": handout_sheet(make_bank(), Style(), cloze=True),
}
FILES = {name: EXPORTERS["docx"](sheet) for name, sheet in SHEETS.items()}


def part(name: str, path: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as archive:
        return etree.fromstring(archive.read(path))


def read(name: str) -> str:
    """Return the text docx2python sees, headers and footers too."""
    with docx2python(io.BytesIO(FILES[name])) as document:
        return document.text


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", SHEETS)
def test_every_part_is_in_the_order_word_insists_on(name: str) -> None:
    assert find_disorder(FILES[name]) == []


@pytest.mark.parametrize("name", SHEETS)
def test_every_relationship_and_type_leads_somewhere(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as archive:
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        assert {entry.get("PartName").lstrip("/") for entry in types if entry.get("PartName")} <= names
        for rels in [each for each in names if each.endswith(".rels")]:
            assert {rel.get("Target").lstrip("/") for rel in etree.fromstring(archive.read(rels))} <= names
        assert archive.testzip() is None


def test_same_sheet_same_bytes_in_every_process() -> None:
    script = (
        "import sys, hashlib; from paper_maker import make_paper; from quizgen.layout import paper_sheet;"
        "from quizgen.exporters import EXPORTERS; from quizgen.model.style import Style; paper = make_paper();"
        "print(hashlib.sha256(EXPORTERS['docx'](paper_sheet(paper, paper.forms[0], Style()))).hexdigest())"
    )
    makers = str(Path(__file__).parents[1] / "makers")
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": makers, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(seen) == 1


def test_nothing_in_the_file_asks_the_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(FILES["paper"])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = Document(io.BytesIO(FILES["paper"])).core_properties
    assert (properties.title, properties.author) == ("青禾县2024年教师理论学习测试卷（A卷）", "quizgen")
    assert properties.created is not None and properties.created.year == 2000


def test_python_docx_sees_real_styles() -> None:
    document = Document(io.BytesIO(FILES["paper"]))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names[:2] == ["卷名", "卷名说明"]
    assert names.count("大题") == 6
    assert names.count("题干") == 39
    assert names.count("答题线") > 20
    assert len(document.tables) == 1


def test_docx2python_reads_every_item_in_order() -> None:
    text = squeeze(read("paper"))
    assert "一、填空题（每空2分，共20分）1)数字教研的特点是" in text
    wanted = [stem for _, stem, *_ in (*SINGLES, *MULTIPLES, *JUDGED)]
    places = [text.index(squeeze(stem)) for stem in wanted]
    assert places == sorted(places)
    for _, _, _, options in (*SINGLES, *MULTIPLES):
        assert all(squeeze(option) in text for option in options)


def test_numbers_are_real_word_numbers() -> None:
    levels = list(part("paper", "word/numbering.xml").iter(qn("w:lvl")))
    assert [level.find(qn("w:numFmt")).get(qn("w:val")) for level in levels] == ["decimal"]
    assert [level.find(qn("w:lvlText")).get(qn("w:val")) for level in levels] == ["%1．"]
    assert [number.get(qn("w:val")) for number in part("paper").iter(qn("w:numId"))] == ["1"] * 39


def test_numbers_that_start_again_are_new_lists() -> None:
    starts = [start.get(qn("w:val")) for start in part("options", "word/numbering.xml").iter(qn("w:startOverride"))]
    assert starts == ["1"] * 6


def test_fonts_are_set_for_chinese_and_latin() -> None:
    for name in SHEETS:
        styles = part(name, "word/styles.xml")
        for style in styles.iter(qn("w:style")):
            fonts = style.find(f".//{qn('w:rFonts')}")
            if style.get(qn("w:customStyle")):
                assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
                assert fonts.get(qn("w:ascii")) in ("Times New Roman", "宋体")
        defaults = styles.find(f".//{qn('w:lang')}")
        assert defaults.get(qn("w:eastAsia")) == "zh-CN"


def test_runs_with_quotation_marks_ask_for_the_chinese_font() -> None:
    for run in part("paper").iter(qn("w:r")):
        text = "".join(t.text or "" for t in run.findall(qn("w:t")))
        if any(mark in text for mark in "“”…—√×①"):
            assert run.find(f".//{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia"


def test_blanks_are_underlined_no_break_spaces_of_one_width() -> None:
    blanks = [
        "".join(t.text for t in run.findall(qn("w:t")))
        for run in part("paper").iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:u')}") is not None
    ]
    assert blanks == ["\u00a0" * 32] * 10


def test_answer_lines_have_rules_below_and_between() -> None:
    style = next(s for s in part("paper", "word/styles.xml").iter(qn("w:style")) if s.get(qn("w:styleId")) == "QgRuled")
    border = style.find(f".//{qn('w:pBdr')}")
    assert [etree.QName(rule).localname for rule in border] == ["bottom", "between"]
    assert {rule.get(qn("w:color")) for rule in border} == {"808080"}
    spacing = style.find(f".//{qn('w:spacing')}")
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("454", "exact")  # 8 mm


def test_page_is_that_of_the_style() -> None:
    section = part("a3").find(f".//{qn('w:sectPr')}")
    size, margins, columns = (section.find(qn(f"w:{tag}")) for tag in ("pgSz", "pgMar", "cols"))
    assert [size.get(qn(f"w:{key}")) for key in ("w", "h", "orient")] == ["23811", "16838", "landscape"]
    assert [margins.get(qn(f"w:{key}")) for key in ("left", "header", "footer")] == ["2381", "567", "567"]
    assert [columns.get(qn(f"w:{key}")) for key in ("num", "sep", "space")] == ["2", "1", "794"]
    assert section.find(qn("w:docGrid")).get(qn("w:type")) == "default"


def test_seal_bar_is_a_floating_table_in_the_headers_of_odd_pages() -> None:
    section = part("paper").find(f".//{qn('w:sectPr')}")
    assert section.find(qn("w:titlePg")) is not None
    assert [ref.get(qn("w:type")) for ref in section.findall(qn("w:headerReference"))] == ["default", "first"]
    header = part("paper", "word/quizgen-header-first.xml")
    anchor = header.find(f".//{qn('w:tblpPr')}")
    assert (anchor.get(qn("w:horzAnchor")), anchor.get(qn("w:vertAnchor"))) == ("page", "page")
    assert (anchor.get(qn("w:tblpX")), anchor.get(qn("w:tblpY"))) == ("680", "680")  # 12 mm
    directions = [cell.find(f".//{qn('w:textDirection')}").get(qn("w:val")) for cell in header.iter(qn("w:tc"))]
    assert directions == ["btLr", "btLr"]
    height = header.find(f".//{qn('w:trHeight')}")
    assert (height.get(qn("w:val")), height.get(qn("w:hRule"))) == ("15477", "exact")  # 273 mm
    assert header.find(f".//{qn('w:right')}").get(qn("w:val")) == "dashed"


def test_footer_counts_pages_in_fields_with_their_own_font() -> None:
    footer = part("paper", "word/quizgen-footer-default.xml")
    assert [code.text.strip() for code in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    for run in footer.iter(qn("w:r")):
        if run.find(qn("w:t")) is None or run.find(qn("w:fldChar")) is not None:
            assert run.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val")) == "18"


def test_columns_are_counted_by_formulas() -> None:
    codes = [code.text.strip() for code in part("options", "word/quizgen-footer-default.xml").iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]  # one column: nothing to compute
    wide = paper_sheet(PAPER, FORM, A3.model_copy(update={"column_pages": True}))
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["docx"](wide))) as archive:
        footer = etree.fromstring(archive.read("word/quizgen-footer-default.xml"))
    assert [code.text.strip() for code in footer.iter(qn("w:instrText"))] == [
        *("=", "PAGE", "*2-1", "=", "NUMPAGES", "*2"),
        *("=", "PAGE", "*2", "=", "NUMPAGES", "*2"),
    ]


def test_settings_underline_trailing_spaces() -> None:
    settings = part("paper", "word/settings.xml")
    assert settings.find(f"{qn('w:compat')}/{qn('w:ulTrailSpace')}") is not None


def test_tables_never_touch() -> None:
    for name in SHEETS:
        for body in part(name).iter(qn("w:body"), qn("w:tc")):
            assert (qn("w:tbl"), qn("w:tbl")) not in list(pairwise(child.tag for child in body))


def test_covered_cells_go_on_in_the_rows_below() -> None:
    tables = [t for t in part("options").iter(qn("w:tbl")) if t.find(f".//{qn('w:vMerge')}") is not None]
    assert len(tables) == 6
    for table in tables:
        assert [len(row.findall(qn("w:tc"))) for row in table.findall(qn("w:tr"))] == [3, 3]
        assert [merge.get(qn("w:val")) for merge in table.iter(qn("w:vMerge"))] == ["restart", None]


def test_what_xml_cannot_hold_is_left_out_and_breaks_become_spaces() -> None:
    sheet = SHEETS["paper"]
    dirty = Paragraph(role="entry", inlines=(Text(text="甲\x00\x0b\ud800乙\n丙\t丁<&>\ufffe"),))
    data = EXPORTERS["docx"](sheet.model_copy(update={"blocks": (dirty,), "title": "卷\x01名"}))
    assert Document(io.BytesIO(data)).paragraphs[0].text == "甲乙 丙 丁<&>"
    assert Document(io.BytesIO(data)).core_properties.title == "卷名"


def test_importing_the_exporters_loads_no_library() -> None:
    script = "import sys, quizgen.exporters; sys.exit(any(name in sys.modules for name in ('lxml', 'docx')))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_sheet_without_blocks_is_a_document() -> None:
    empty: Sheet = SHEETS["key"].model_copy(update={"blocks": ()})
    assert Document(io.BytesIO(EXPORTERS["docx"](empty))).paragraphs == []
