"""The content decides what a file is; its name is only believed where both agree."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from docx_maker import docx, package, paragraph
from pdf_maker import pdf, show

from quizgen.errors import InputError
from quizgen.readers import READERS, formats, limits, printable_name, read, read_data

TEXT = "校园阅读是一项慢的事业。\n"
WORD = docx(paragraph("书香学校"))
PDF = pdf([show("书香学校", 72, 700)])


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", TEXT.encode(), "txt"),
        ("a.md", TEXT.encode(), "md"),
        ("a.MARKDOWN", TEXT.encode(), "md"),
        ("a", TEXT.encode(), "txt"),
        ("a.docx", WORD, "docx"),
        ("a.pdf", PDF, "pdf"),
        ("a.pdf", b"\n\n" + PDF, "pdf"),
    ],
)
def test_content_decides_without_remark(name: str, data: bytes, found: str) -> None:
    document = read_data(name, data)
    assert document.format == found
    assert document.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [("a.txt", WORD, "docx"), ("a.docx", PDF, "pdf"), ("a.pdf", TEXT.encode(), "txt"), ("a.md", PDF, "pdf")],
)
def test_a_suffix_that_disagrees_is_warned_of(name: str, data: bytes, found: str) -> None:
    document = read_data(name, data)
    assert document.format == found
    assert [remark.code for remark in document.diagnostics] == ["W-TYPE"]


def _zip(**files: str) -> bytes:
    return package({name.replace("__", "/"): content for name, content in files.items()})


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版 Word"),
        (rb"{\rtf1\ansi hello}", "RTF"),
        (b"\x7fELF\x02\x01\x01", "程序"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (gzip.compress(TEXT.encode()), "压缩包"),
        (b"<!DOCTYPE html><html><p>x", "网页"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><w/>", "网页"),
        (_zip(a="1"), "压缩包"),
        (_zip(xl__workbook="", **{"xl__workbook.xml": ""}), "Excel"),
        (_zip(**{"ppt__presentation.xml": ""}), "PowerPoint"),
        (_zip(mimetype="application/epub+zip"), "OpenDocument"),
    ],
)
def test_other_contents_are_refused_by_name(data: bytes, word: str) -> None:
    with pytest.raises(InputError, match="E-TYPE") as caught:
        read_data("资料.docx", data)
    assert word in caught.value.reason
    assert caught.value.advice


def test_a_text_that_speaks_of_pdf_headers_is_a_text() -> None:
    assert read_data("a.txt", "文件以 %PDF- 开头。".encode()).format == "txt"


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", "\u3000\u200b\ufeff".encode(), docx(""), docx(paragraph(" "))]
)
def test_nothing_to_read_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="E-EMPTY"):
        read_data("a.txt", data)


@pytest.mark.parametrize(
    "text", ["字" * (limits.MAX_LINE + 1), "字\n" * (limits.MAX_BLOCKS + 1), "字字字字字字字\n" * 700_000]
)
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="E-SIZE"):
        read_data("a.txt", text.encode())


def test_as_much_as_allowed_is_read() -> None:
    assert len(read_data("a.txt", ("字" * limits.MAX_LINE).encode()).text) == limits.MAX_LINE


def test_the_fault_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "空 文件.txt"
    path.write_bytes(b"")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.file == str(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="E-FILE"):
        read(tmp_path / "没有.txt")


@pytest.mark.parametrize("name", ["a\x1b[31m.txt", "b\udcff.txt", "c\n.txt", "d\u202e.txt"])
def test_names_become_fit_for_any_file(name: str) -> None:
    shown = printable_name(name)
    assert shown.isprintable()
    assert shown.encode("utf-8")
    assert shown.endswith(".txt")


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(formats.SUFFIXES.values())


def test_a_zip_cut_short_is_a_broken_word_file() -> None:
    stream = io.BytesIO(WORD)
    assert zipfile.is_zipfile(stream)
    with pytest.raises(InputError, match="E-DOCX"):
        read_data("a.docx", WORD[: len(WORD) // 2])
