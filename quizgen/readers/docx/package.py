"""The parts of a Word file: only the few that hold text, each within limits, no relationship followed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import NamedTuple

from quizgen.errors import InputError
from quizgen.readers.docx import markup
from quizgen.readers.docx.faults import broken, too_much

MAX_PART = 64 * 1024 * 1024  # bytes; what a part unpacks to is counted, its header is not believed
MAX_ENTRIES = 20_000
STEP = 1 << 20
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of bzip2 and lzma even a bounded read is not bounded
ENCRYPTED = 0x1

CONTENT_TYPES = "[Content_Types].xml"
MAIN = ".main+xml"
USUAL_DOCUMENT = "word/document.xml"
KINDS = {
    "styles": ".styles+xml",
    "numbering": ".numbering+xml",
    "footnotes": ".footnotes+xml",
    "endnotes": ".endnotes+xml",
}
"""Part -> how its content type ends (ECMA-376 part 1, 11.3)."""

OTHERS = (
    ("xl/workbook.xml", "Excel 表格", "把文字复制到 Word 或记事本再保存"),
    ("ppt/presentation.xml", "PowerPoint 演示文稿", "把文字复制到 Word 或记事本再保存"),
    ("mimetype", "OpenDocument 或电子书", "用 Word/WPS 打开后另存为 .docx"),
)
"""A file inside, what such a package is, what to do about it."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # zipfile: unknown method or version
    OSError,
    RuntimeError,  # zipfile: password required
    ValueError,
)


class Parts(NamedTuple):
    """The bytes of the parts read; None where the package has no such part."""

    document: bytes
    styles: bytes | None
    numbering: bytes | None
    footnotes: bytes | None
    endnotes: bytes | None


def unpack(data: bytes) -> Parts:
    """Return the parts that hold text. Raises InputError: E-TYPE (no Word file), E-DOCX (broken), E-SIZE, E-DTD."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _parts(package)
    except BROKEN as error:
        raise broken("压缩包读不出来") from error


def _parts(package: zipfile.ZipFile) -> Parts:
    names = package.namelist()
    if len(names) > MAX_ENTRIES:
        raise too_much(f"里的部件超过 {MAX_ENTRIES} 个")
    if CONTENT_TYPES not in names:
        raise _not_word(names)
    types = _content_types(_read(package, CONTENT_TYPES))
    document = next((part for part, kind in types.items() if kind.endswith(MAIN) and "word" in kind), USUAL_DOCUMENT)
    if document not in names:
        raise _not_word(names)
    others = {field: _find(types, kind) for field, kind in KINDS.items()}
    optional = {field: _read(package, part) for field, part in others.items() if part in names}
    return Parts(document=_read(package, document), **{field: optional.get(field) for field in KINDS})


def _not_word(names: list[str]) -> InputError:
    for inside, kind, advice in OTHERS:
        if inside in names:
            return InputError("E-TYPE", f"内容是{kind}，不是 Word 文档", advice)
    return InputError("E-TYPE", "内容是压缩包，不是 Word 文档", "先解压，再给出里面的文件")


def _content_types(data: bytes) -> dict[str, str]:
    """Return part name -> content type, as declared one by one."""
    overrides = markup.parse(data).iter("{*}Override")
    return {str(e.get("PartName", "")).lstrip("/"): str(e.get("ContentType", "")) for e in overrides}


def _find(types: dict[str, str], kind: str) -> str | None:
    return next((part for part, declared in types.items() if declared.endswith(kind) and "word" in declared), None)


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    entries = [entry for entry in package.infolist() if entry.filename == name]
    if len(entries) != 1:
        raise broken(f"{name} 缺失" if not entries else f"{name} 出现了 {len(entries)} 次")
    (entry,) = entries
    if entry.flag_bits & ENCRYPTED:
        raise InputError("E-DOCX", "Word 文件加了密码", "去掉密码后另存")
    if entry.compress_type not in METHODS:
        raise broken("压缩方法不明")
    return _inflate(package, entry)


def _inflate(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    content = bytearray()
    with package.open(entry) as stream:
        while step := stream.read(STEP):
            content += step
            if len(content) > MAX_PART:
                raise too_much(f"的内容展开后超过 {MAX_PART >> 20} MB 的上限")
    return bytes(content)
