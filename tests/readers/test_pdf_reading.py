"""PDF files from bytes to lines, through the child process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pdf_maker import column, locked, pdf, show

from quizgen.errors import InputError
from quizgen.model.document import RawDocument
from quizgen.readers import read_data
from quizgen.readers.pdf import extraction


def read(*pages: bytes, page: bytes = b"") -> RawDocument:
    return read_data("资料.pdf", pdf(pages, page=page))


def texts(raw: RawDocument) -> list[str]:
    return [block.text for block in raw.blocks]


def test_lines_have_page_size_boldness_and_left_end() -> None:
    raw = read(show("校园阅读推进会", 150, 760, size=18, font="F2"), column(["会议指出，", "要重视。"], 72, 700))
    assert [(b.text, b.page, b.font_size, b.bold, b.left) for b in raw.blocks] == [
        ("校园阅读推进会", 1, 18.0, True, 150.0),
        ("会议指出，", 2, 12.0, False, 72.0),
        ("要重视。", 2, 12.0, False, 72.0),
    ]
    assert raw.pages == 2
    assert raw.wrapped


def test_blocks_stand_where_they_say() -> None:
    raw = read(column(["甲乙丙", "丁戊己", "庚辛"], 72, 700) + show("另起一段", 72, 600))
    assert raw.text == "甲乙丙\n丁戊己\n庚辛\n\n另起一段"
    assert all(raw.text[b.start :].startswith(b.text) for b in raw.blocks)


def test_indents_and_gaps_are_written_as_in_a_typed_text() -> None:
    raw = read(
        show("第一条", 96, 700)
        + show("为了规范", 144, 700)
        + column(["活动，制定本法。", "第二行，第二行。"], 72, 682)
        + show("2024", 72, 600)
        + show("年", 126, 600)
    )
    assert texts(raw) == ["　　第一条　为了规范", "活动，制定本法。", "第二行，第二行。", "2024 年"]


def test_words_drawn_out_of_order_stand_in_order() -> None:
    marks = show("《", 96, 700) + show("》", 132, 700) + show("注", 144, 704, size=6)
    assert texts(read(show("他在", 72, 700) + show("里说", 108, 700) + marks)) == ["他在《里说》注"]


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    assert texts(read(show("重影", 72, 600) + show("重影", 72.4, 600))) == ["重影"]


@pytest.mark.parametrize(
    ("matrix", "step"),
    [("0 1 -1 0", (18, 0)), ("0 -1 1 0", (-18, 0)), ("-1 0 0 -1", (0, 18))],
    ids=["left", "right", "upside down"],
)
def test_pages_drawn_sideways_are_turned(matrix: str, step: tuple[int, int]) -> None:
    lines = enumerate(["第一行在上", "第二行在中", "第三行在下"])
    raw = read(b"".join(show(line, 300 + i * step[0], 400 + i * step[1], matrix=matrix) for i, line in lines))
    assert texts(raw) == ["第一行在上", "第二行在中", "第三行在下"]
    assert {block.font_size for block in raw.blocks} == {12.0}


def test_the_text_matrix_counts_for_the_size() -> None:
    assert read(show("放大", 72, 600, size=1, matrix="14 0 0 14")).blocks[0].font_size == 14.0


def test_watermarks_are_left_out_and_said() -> None:
    raw = read(show("内部资料", 100, 100, size=60, matrix=".7 .7 -.7 .7") + column(["正文一", "正文二"], 72, 700))
    assert texts(raw) == ["正文一", "正文二"]
    assert [remark.code for remark in raw.diagnostics] == ["W-TILTED"]


def test_unseen_text_is_read_only_from_scans() -> None:
    raw = read(show("藏着的", 72, 700, mode=3) + show("看得见", 72, 600), show("识别出的文字", 72, 700, mode=3))
    assert texts(raw) == ["看得见", "识别出的文字"]


def test_text_off_the_page_is_left_out() -> None:
    assert texts(
        read(show("页外", -400, 700) + show("裁掉", 72, 20) + show("页内", 72, 600), page=b"/CropBox[0 50 595 842]")
    ) == ["页内"]


def test_pages_without_text_are_said() -> None:
    (remark,) = read(show("有字", 72, 700), b"", b"").diagnostics
    assert remark.code == "W-PAGE"
    assert "2、3" in remark.message


def test_pages_that_are_damaged_are_said() -> None:
    two = pdf([show("好页", 72, 700), show("坏页", 72, 700)])
    raw = read_data("a.pdf", two.replace(b"12 0 obj", b"99 0 obj"))
    assert texts(raw) == ["好页"]
    assert [remark.code for remark in raw.diagnostics] == ["W-DAMAGED"]


LEFT = [f"左栏第{n}行文字排满一栏，共十八" for n in "一二三四五六七八"]
RIGHT = [f"右栏第{n}行文字排满一栏，共十八" for n in "一二三四五六七八"]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = (
        show("跨栏的大标题", 200, 790, size=24)
        + b"".join(
            show(left, 60, 740 - 18 * i) + show(right, 310, 740 - 18 * i)
            for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
        )
        + show("12", 290, 40)
    )
    assert [text.strip("　") for text in texts(read(page))] == ["跨栏的大标题", *LEFT, *RIGHT, "12"]


def test_headers_on_both_sides_stay_above_the_columns() -> None:
    header = show("清河教育", 60, 800) + show("第一期", 480, 800)
    raw = read(header + column(LEFT, 60, 740) + column(RIGHT, 310, 740))
    assert [text.strip("　") for text in texts(raw)] == ["清河教育", "第一期", *LEFT, *RIGHT]


def test_a_last_page_with_little_text_keeps_the_columns_of_the_others() -> None:
    raw = read(column(LEFT, 60, 740) + column(RIGHT, 310, 740), column(LEFT[:3], 60, 740) + column(RIGHT[:2], 310, 740))
    assert [block.text for block in raw.blocks if block.page == 2] == [*LEFT[:3], *RIGHT[:2]]


def test_a_table_is_no_pair_of_columns() -> None:
    names = ["项目", "课程", "教师", "经费", "时间", "地点"]
    rows = b"".join(show(name, 72, 700 - 18 * i) + show("说明很短", 300, 700 - 18 * i) for i, name in enumerate(names))
    long = column(["这一行文字从左到右排满整个版心，没有在中间断开，所以是一栏的页面。"], 72, 740)
    assert texts(read(long + rows))[1].startswith("项目　")


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (locked([show("秘密", 72, 700)], b"abc"), "E-PDF", "密码"),
        (pdf([b"", b""]), "E-SCAN", "2 页都没有文字层"),
        (pdf([b""] * 2001), "E-SIZE", "2001 页"),
        (b"%PDF-1.7\nnothing here\nstartxref\n0\n%%EOF", "E-PDF", "损坏"),
        (pdf([show("字", 72, 700)])[:300], "E-PDF", "损坏"),
        (pdf([show("\0" * 9, 72, 700)]), "E-PDF", "乱码"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, code: str, word: str) -> None:
    with pytest.raises(InputError, match=code) as caught:
        read_data("资料.pdf", data)
    assert word in caught.value.reason
    assert caught.value.advice


def test_an_empty_owner_password_opens() -> None:
    assert read_data("a.pdf", locked([show("可读", 72, 700)], b"")).text == "可读"


def test_the_child_is_given_so_much_time_and_no_more() -> None:
    with pytest.raises(InputError, match="E-PDF") as caught:
        extraction.extract(pdf([show("字", 72, 700)]), seconds=0.001)
    assert "没有读完" in caught.value.reason


def test_the_child_needs_nothing_of_quizgen() -> None:
    """It must start where only pypdfium2's folder is known: isolated, from a folder that is no package."""
    answer = subprocess.run(
        [sys.executable, "-I", str(extraction.CHILD), str(extraction._library_folder())],
        input=pdf([show("字", 72, 700)]),
        capture_output=True,
        cwd=Path(sys.executable).anchor,
        check=True,
    )
    assert b'"pages"' in answer.stdout
    assert answer.stderr == b""
