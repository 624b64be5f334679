"""Hostile text files: RELIABILITY T1."""

from __future__ import annotations

import gzip
from random import Random

from hostile_case import Case, case

BODY = (
    "全县校园阅读推进会在实验小学召开。会议指出，校园阅读是落实立德树人根本任务的重要抓手。\n"
    "到2026年，建成书香学校60所，小学生人均图书达到35册。\n"
)
LONG = BODY * 40
TRADITIONAL = "縣圖書館與十八所學校簽訂協議，每學期配送圖書兩千冊，學生憑校園卡可以借閱。\n" * 20


def _random_bytes(count: int) -> bytes:
    return Random(7).randbytes(count)


def _every_code_point() -> bytes:
    points = [*range(0x09, 0x0E), *range(0x20, 0xD800), *range(0xE000, 0x110000, 7)]
    return "\n".join("".join(map(chr, points[i : i + 100])) for i in range(0, len(points), 100)).encode()


ENCODINGS = {
    "enc_utf8": case(".txt", LONG.encode(), "read"),
    "enc_utf8_bom": case(".txt", LONG.encode("utf-8-sig"), "read"),
    "enc_utf16_le_bom": case(".txt", b"\xff\xfe" + LONG.encode("utf-16-le"), "read"),
    "enc_utf16_be_bom": case(".txt", b"\xfe\xff" + LONG.encode("utf-16-be"), "read"),
    "enc_utf16_le": case(".txt", LONG.encode("utf-16-le"), "read"),
    "enc_utf16_be": case(".txt", LONG.encode("utf-16-be"), "read"),
    "enc_utf32": case(".txt", LONG.encode("utf-32"), "E-BINARY E-ENC"),
    "enc_gbk": case(".txt", LONG.encode("gbk"), "read"),
    "enc_gb18030_four_bytes": case(".txt", ("𠮷野家，" + LONG).encode("gb18030"), "read"),
    "enc_gbk_four_characters": case(".txt", "校园阅读".encode("gbk"), "read"),
    "enc_big5": case(".txt", TRADITIONAL.encode("big5"), "read"),
    "enc_big5_as_md": case(".md", ("# 標題\n" + TRADITIONAL).encode("big5"), "read"),
    "enc_shift_jis": case(".txt", "学校図書館の利用について、説明します。".encode("shift_jis") * 9, "read E-ENC"),
    "enc_cp1252": case(".txt", "café naïve über façade ".encode("cp1252") * 30, "read E-ENC"),
    "enc_one_bad_byte": case(".txt", BODY.encode() + b"\xff" + BODY.encode(), "E-ENC"),
    "enc_surrogates_in_utf8": case(".txt", BODY.encode() + b"\xed\xa0\x80" + BODY.encode(), "E-ENC"),
    "enc_overlong": case(".txt", BODY.encode() + b"\xc0\xaf" + BODY.encode(), "E-ENC"),
    "enc_above_unicode": case(".txt", BODY.encode() + b"\xf4\x90\x80\x80" + BODY.encode(), "E-ENC"),
    "enc_utf8_truncated": case(".txt", LONG.encode()[:-3], "read"),
    "enc_gbk_truncated": case(".txt", LONG.strip().encode("gbk")[:-1], "read"),
    "enc_utf16_truncated": case(".txt", LONG.encode("utf-16-le")[:-1], "read"),
    "enc_mixed_utf8_gbk": case(".txt", LONG.encode() + LONG.encode("gbk"), "E-ENC"),
    "enc_mixed_gbk_utf8": case(".txt", LONG.encode("gbk") + BODY.encode(), "read E-ENC"),
    "enc_two_boms": case(".txt", b"\xef\xbb\xbf\xef\xbb\xbf" + LONG.encode(), "read"),
    "enc_bom_lies": case(".txt", b"\xff\xfe" + LONG.encode(), "read E-ENC E-BINARY"),
}

CHARACTERS = {
    "uni_every_code_point": case(".txt", _every_code_point, "read"),
    "uni_controls_few": case(".txt", (LONG + "\x00\x01\x08\x1b[31m\x7f").encode(), "read"),
    "uni_controls_many": case(".txt", (BODY + "\x01\x02" * 40).encode(), "E-BINARY"),
    "uni_noncharacters": case(".txt", (LONG + "\ufffe\uffff\ufdd0\U0010ffff").encode(), "read"),
    "uni_bidi": case(".txt", (LONG + "答案\u202e是\u202c反的\u2066\u2069").encode(), "read"),
    "uni_zero_width": case(".txt", "校\u200b园\u200c阅\u200d读\u2060很\ufeff重\u00ad要。\n".encode() * 40, "read"),
    "uni_combining": case(".txt", ("书" + "\u0301" * 100_000 + "。\n" + LONG).encode(), "read"),
    "uni_isdigit_not_int": case(".txt", "²、第一。\n³．第二。\n①是第三。\n".encode() * 30, "read"),
    "uni_huge_number_label": case(
        ".txt", ("1" * 5000 + "、标题\n第" + "九" * 5000 + "条 正文。\n" + LONG).encode(), "read"
    ),
    "uni_homoglyph_options": case(".txt", ("А．选项 В．选项 С．选项\n" + LONG).encode(), "read"),
    "uni_fullwidth": case(".txt", ("Ａ．选项　Ｂ．选项　１２３％\n" + LONG).encode(), "read"),
    "uni_private_use": case(".txt", ("\ue000\uf8ff\U000f0000" * 30 + "\n" + LONG).encode(), "read"),
    "uni_emoji": case(".txt", ("👩‍👩‍👧‍👦🇨🇳☑✓\n" + LONG).encode(), "read"),
    "uni_radicals": case(".txt", ("⼈⺠⽇⽉⻔⻢\n" + LONG).encode(), "read"),
}

LINES = {
    f"nl_{name}": case(".txt", LONG.replace("\n", end).encode(), "read")
    for name, end in {
        "cr": "\r",
        "crlf": "\r\n",
        "crcrlf": "\r\r\n",
        "nel": "\x85",
        "ls": "\u2028",
        "ps": "\u2029",
        "vt": "\x0b",
        "ff": "\x0c",
        "none": "",
        "thousands": "\n" * 1000,
    }.items()
}

LARGE = {
    "big_line": case(".txt", lambda: ("字" * 200_001).encode(), "E-SIZE"),
    "big_line_allowed": case(".txt", lambda: ("校园阅读，" * 39_999 + "完。").encode(), "read"),
    "big_text": case(".txt", lambda: ("校园阅读很重要。\n" * 600_000).encode(), "E-SIZE"),
    "big_many_lines": case(".txt", lambda: b"a\n" * 200_001, "E-SIZE"),
    "big_blank_lines": case(".txt", lambda: b"\n" * 40_000_000, "E-SIZE"),
    "big_file": case(".txt", lambda: b"a" * (50 * 1024 * 1024 + 1), "E-SIZE"),
}

REPEATS = {
    "spaces": " " * 100_000,
    "ideographic_spaces": "　" * 100_000,
    "quotes_open": "“" * 100_000,
    "quotes_pairs": "“”" * 50_000,
    "brackets": "（" * 100_000,
    "titles": "《" * 100_000,
    "because": "因为" * 40_000 + "所以",
    "commas": "，" * 100_000,
    "digits": "9" * 100_000,
    "letters_and_space": "aaaa " * 20_000,
    "numbered": "1." * 50_000,
    "dots": "…" * 100_000,
    "leaders": "." * 100_000 + "1",
    "articles": "第" * 100_000,
    "dashes": "—" * 100_000,
    "semicolons": "一是；" * 30_000,
    "hashes": "#" * 100_000,
    "tabs": "\t" * 100_000 + "x",
}
"""Lines on which a careless pattern never ends."""

REDOS = {f"re_{name}": case(".txt", f"{line}！\n{BODY}".encode(), "read") for name, line in REPEATS.items()}

NO_TEXT = {
    "fake_png_as_txt": case(".txt", b"\x89PNG\r\n\x1a\n" + _random_bytes(500), "E-TYPE"),
    "fake_ole_as_docx": case(".docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "E-TYPE"),
    "fake_rtf_as_doc": case(".doc", rb"{\rtf1\ansi\ansicpg936 \'d1\'a7}", "E-TYPE"),
    "fake_html_as_doc": case(".doc", "<html><body>校园阅读</body></html>".encode(), "E-TYPE"),
    "fake_text_as_docx": case(".docx", LONG.encode(), "read"),
    "fake_text_as_pdf": case(".pdf", LONG.encode(), "read"),
    "fake_zip_header_only": case(".txt", b"PK\x03\x04", "E-DOCX"),
    "fake_pdf_header_only": case(".txt", b"%PDF-1.7", "E-PDF"),
    "bin_elf": case(".txt", b"\x7fELF" + _random_bytes(2000), "E-TYPE"),
    "bin_random": case(".txt", _random_bytes(20_000), "E-BINARY E-ENC"),
    "bin_zeros": case(".txt", bytes(100_000), "E-BINARY E-ENC"),
    "bin_ones": case(".txt", b"\xff" * 10_000, "E-BINARY E-ENC"),
    "bin_gzip": case(".docx", gzip.compress(LONG.encode()), "E-TYPE"),
    "empty_file": case(".txt", b"", "E-EMPTY"),
    "empty_bom": case(".txt", b"\xef\xbb\xbf", "E-EMPTY"),
    "empty_utf16_bom": case(".txt", b"\xff\xfe", "E-EMPTY"),
    "empty_blank": case(".txt", " \t\r\n\u3000\n".encode(), "E-EMPTY"),
    "empty_invisible": case(".txt", "\u200b\ufeff\u2060\u00ad".encode(), "E-EMPTY"),
    "empty_docx": case(".docx", b"", "E-EMPTY"),
    "empty_pdf": case(".pdf", b"", "E-EMPTY"),
}

CASES: dict[str, Case] = ENCODINGS | CHARACTERS | LINES | LARGE | REDOS | NO_TEXT
