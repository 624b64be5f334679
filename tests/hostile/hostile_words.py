"""Hostile Word files: RELIABILITY T2."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from docx_maker import NAMESPACES, ROOT_RELATIONS, content_types, document, docx, package, paragraph, part, words
from hostile_case import Case, case

GOOD = paragraph("全县校园阅读推进会在实验小学召开。")
TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
MB = 1024 * 1024


def _with(**parts: str | bytes) -> Callable[[], bytes]:
    return lambda: docx(GOOD, **parts)


def _main(xml: str | bytes) -> bytes:
    return package({TYPES: content_types(), "_rels/.rels": ROOT_RELATIONS, MAIN: xml})


def _zeros(name: str, megabytes: int, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method, compresslevel=1) as archive:
        archive.writestr(TYPES, content_types())
        if name != MAIN:
            archive.writestr(MAIN, document(GOOD))
        with archive.open(name, "w") as member:
            for _ in range(megabytes):
                member.write(bytes(MB))
    return stream.getvalue()


def _size_lie() -> bytes:
    """The central directory says ten bytes; there are 200 MB."""
    data = bytearray(_zeros(MAIN, 200))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 10)
    return bytes(data)


def _overlapping(copies: int = 2000) -> bytes:
    """Many entries share one compressed kernel (Fifield's bomb, without the quoting)."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = kernel.compress(bytes(16 * MB)) + kernel.flush()
    checksum = zlib.crc32(bytes(16 * MB))
    names = [TYPES, MAIN, *(f"word/media/{i}.bin" for i in range(copies))]
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, checksum, len(body), 16 * MB, 0, 0)
    central = b"".join(
        struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, checksum, len(body), 16 * MB,
            len(name), 0, 0, 0, 0, 0, 0,
        )
        + name.encode()
        for name in names
    )  # fmt: skip
    start = len(local) + len(body)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(central), start, 0)
    return local + body + central + end


def _patched(find: bytes, new: bytes, data: bytes | None = None) -> bytes:
    good = data or docx(GOOD)
    return good.replace(find, new, 1)


def _encrypted() -> bytes:
    """The flag says that every part is locked."""
    data = bytearray(docx(GOOD))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _duplicate() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(TYPES, content_types())
        archive.writestr(MAIN, document(GOOD))
        archive.writestr(zipfile.ZipInfo(MAIN), document(paragraph("另一份")))
    return stream.getvalue()


def _many_entries() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(20_001):
            archive.writestr(zipfile.ZipInfo(f"word/media/{number}"), b"")
    return stream.getvalue()


def _laughs() -> str:
    entities = '<!ENTITY a0 "哈">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f"<!DOCTYPE w [{entities}]>" + document(paragraph("x")).partition("?>")[2].replace(">x<", ">&a9;<")


def _nested(tag: str, depth: int, inside: str) -> str:
    return f"<w:{tag}>" * depth + inside + f"</w:{tag}>" * depth


def _boxes(depth: int) -> str:
    inner = GOOD
    for _ in range(depth):
        inner = f"<w:p>{words('框')}<w:r><w:txbxContent>{inner}</w:txbxContent></w:r></w:p>"
    return inner


BOMBS = {
    "docx_media_bomb": case(".docx", lambda: _zeros("word/media/image1.png", 512), "read"),
    "docx_body_bomb": case(".docx", lambda: _zeros(MAIN, 512), "E-SIZE"),
    "docx_styles_bomb": case(".docx", lambda: _zeros("word/styles.xml", 100), "E-SIZE"),
    "docx_bzip2": case(".docx", lambda: _zeros(MAIN, 64, zipfile.ZIP_BZIP2), "E-DOCX"),
    "docx_lzma": case(".docx", lambda: _zeros(MAIN, 16, zipfile.ZIP_LZMA), "E-DOCX"),
    "docx_size_lie": case(".docx", _size_lie, "E-DOCX E-SIZE"),
    "docx_overlapping": case(".docx", _overlapping, "E-DOCX E-SIZE"),
    "docx_many_entries": case(".docx", _many_entries, "E-SIZE"),
    "docx_empty_paragraphs": case(".docx", lambda: docx("<w:p/>" * 6_000_000), "E-SIZE"),
    "docx_empty_paragraphs_allowed": case(".docx", lambda: docx("<w:p/>" * 1_900_000 + GOOD), "read E-SIZE"),
    "docx_many_paragraphs": case(".docx", lambda: docx(paragraph("甲") * 200_100), "E-SIZE"),
    "docx_runs_in_one_paragraph": case(
        ".docx", lambda: docx(f"<w:p>{'<w:r/>' * 2_900_000}{words('甲')}</w:p>"), "read"
    ),
    "docx_rows": case(".docx", lambda: docx(f"<w:tbl>{'<w:tr><w:tc/></w:tr>' * 700_000}</w:tbl>{GOOD}"), "read"),
    "docx_long_text_node": case(".docx", lambda: docx(paragraph("字" * 4_000_000)), "E-SIZE E-DOCX"),
    "docx_long_line": case(".docx", lambda: docx(paragraph("字" * 200_001)), "E-SIZE"),
    "docx_long_attribute": case(
        ".docx", lambda: docx(f'<w:p><w:pPr><w:pStyle w:val="{"a" * 11 * MB}"/></w:pPr></w:p>'), "E-DOCX"
    ),
    "docx_grid_span": case(
        ".docx",
        docx(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="200000000"/></w:tcPr>{GOOD}</w:tc></w:tr></w:tbl>'),
        "read",
    ),
    "docx_tables_in_tables": case(".docx", docx(_nested("tbl", 1, _nested("tr", 1, _nested("tc", 60, GOOD)))), "read"),
    "docx_depth": case(".docx", lambda: docx(_nested("sdt", 100_000, GOOD)), "E-DOCX"),
    "docx_depth_inside": case(".docx", lambda: docx(f"<w:p>{_nested('ins', 240, words('深'))}</w:p>"), "read"),
    "docx_boxes_in_boxes": case(".docx", lambda: docx(_boxes(80)), "read E-DOCX"),
}

BROKEN = {
    "docx_no_content_types": case(".docx", package({MAIN: document(GOOD)}), "E-TYPE"),
    "docx_no_document": case(".docx", package({TYPES: content_types()}), "E-TYPE"),
    "docx_bad_content_types": case(".docx", package({TYPES: "<Types", MAIN: document(GOOD)}), "E-DOCX"),
    "docx_missing_part": case(".docx", package({TYPES: content_types({"word/x.xml": "word.main+xml"})}), "E-TYPE"),
    "docx_empty_document": case(".docx", _main(""), "E-DOCX"),
    "docx_not_xml": case(".docx", _main("校园阅读"), "E-DOCX"),
    "docx_cut_xml": case(".docx", _main(document(GOOD * 50)[:-200]), "E-DOCX"),
    "docx_bad_utf8": case(".docx", _main(document(GOOD).encode() + b"\xff"), "E-DOCX"),
    "docx_unknown_encoding": case(".docx", _main(document(GOOD).replace("UTF-8", "klingon")), "E-DOCX"),
    "docx_other_namespace": case(".docx", _main(document(GOOD).replace("wordprocessingml", "x")), "E-EMPTY"),
    "docx_bad_styles": case(".docx", _with(styles="<w:styles"), "E-DOCX"),
    "docx_bad_numbering": case(".docx", _with(numbering="junk"), "E-DOCX"),
    "docx_styles_without_ids": case(".docx", _with(styles=part("styles", "<w:style/><w:style><w:name/></w:style>")), "read"),
    "docx_numbers_absurd": case(
        ".docx",
        docx(
            paragraph("甲", '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="²"/></w:numPr>')
            + paragraph("乙", '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>'),
            numbering=part(
                "numbering",
                '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/>'
                f'<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 5000}"/></w:lvl><w:lvl/></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride/></w:num><w:num/>',
            ),
        ),
        "read",
    ),
    "docx_list_links_to_itself": case(
        ".docx",
        docx(
            paragraph("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
            numbering=part(
                "numbering",
                '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="s"/><w:numStyleLink w:val="s"/></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            ),
        ),
        "read",
    ),
    "docx_note_calls_itself": case(
        ".docx",
        docx(
            f'<w:p>{words("正文")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            footnotes=part("footnotes", '<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>'),
        ),
        "read",
    ),
    "docx_relationships_to_nowhere": case(
        ".docx", package({TYPES: content_types(), "_rels/.rels": ROOT_RELATIONS.replace("word/", "../NULL/"), MAIN: document(GOOD)}), "read"
    ),
    "docx_names_that_climb": case(".docx", package({TYPES: content_types(), "../../evil.xml": "x", MAIN: document(GOOD)}), "read"),
    "docx_cut": case(".docx", docx(GOOD)[:-30], "E-DOCX"),
    "docx_cut_in_half": case(".docx", lambda: docx(GOOD * 500)[:600], "E-DOCX"),
    "docx_bad_checksum": case(".docx", lambda: package({TYPES: content_types(), MAIN: document(GOOD)}, method=0).replace(document(GOOD)[-60:-20].encode(), b"x" * 40, 1), "E-DOCX"),
    "docx_encrypted": case(".docx", _encrypted, "E-DOCX"),
    "docx_duplicate_part": case(".docx", _duplicate, "E-DOCX"),
    "docx_junk_before": case(".docx", b"PK\x03\x04" + bytes(200) + docx(GOOD), "read E-DOCX"),
    "docx_junk_behind": case(".docx", docx(GOOD) + b"junk" * 100, "read E-DOCX"),
}  # fmt: skip

DTD = {
    "docx_dtd": case(".docx", lambda: _main("<!DOCTYPE x>" + document(GOOD).partition("?>")[2]), "E-DTD"),
    "docx_dtd_utf16": case(".docx", lambda: _main(('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>' + document(GOOD).partition("?>")[2]).encode("utf-16")), "E-DTD"),
    "docx_external_entity": case(
        ".docx",
        lambda: _main('<!DOCTYPE x [<!ENTITY q SYSTEM "file:///etc/hostname">]>' + document(paragraph("&q;")).partition("?>")[2]),
        "E-DTD",
    ),
    "docx_billion_laughs": case(".docx", lambda: _main(_laughs()), "E-DTD"),
    "docx_dtd_in_styles": case(".docx", _with(styles=f"<!DOCTYPE x><w:styles {NAMESPACES}/>"), "E-DTD"),
    "docx_dtd_in_types": case(".docx", package({TYPES: "<!DOCTYPE x>" + content_types(), MAIN: document(GOOD)}), "E-DTD"),
}  # fmt: skip

NOTHING = {
    "empty_word": case(".docx", docx(""), "E-EMPTY"),
    "empty_word_paragraphs": case(".docx", docx("<w:p/>" * 1000), "E-EMPTY"),
    "empty_word_hidden": case(".docx", docx(paragraph("藏", run="<w:vanish/>")), "E-EMPTY"),
    "empty_word_deleted": case(
        ".docx", docx("<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"), "E-EMPTY"
    ),
    "empty_word_header_only": case(".docx", docx("", header1=part("hdr", GOOD)), "E-EMPTY"),
}

CASES: dict[str, Case] = BOMBS | BROKEN | DTD | NOTHING
