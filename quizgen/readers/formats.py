"""What a file is, by its first bytes; what it is called only decides between txt and md."""

from __future__ import annotations

import re
from pathlib import PurePath

from quizgen.errors import InputError
from quizgen.model.diagnostic import Diagnostic
from quizgen.model.document import SourceFormat

SUFFIXES: dict[str, SourceFormat] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".docx": "docx",
    ".pdf": "pdf",
}

REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word（.doc）或加了密码的文档", "用 Word/WPS 去掉密码，另存为 .docx"),
    (rb"{\rtf", "RTF 文档", "用 Word/WPS 打开后另存为 .docx"),
    (b"\x7fELF", "程序文件", ""),
    (b"MZ\x90\x00", "程序文件", ""),
    (b"\x89PNG\r\n", "图片", "先做文字识别（OCR）"),
    (b"\xff\xd8\xff", "图片", "先做文字识别（OCR）"),
    (b"GIF8", "图片", "先做文字识别（OCR）"),
    (b"II*\x00", "图片", "先做文字识别（OCR）"),
    (b"\x1f\x8b", "压缩包", "先解压"),
    (b"Rar!\x1a\x07", "压缩包", "先解压"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包", "先解压"),
    (b"SQLite format 3\x00", "数据库文件", ""),
)
"""First bytes, what such a file is, what to do about it."""

MARKUP = re.compile(rb"\s{0,64}<(?:\?xml|!doctype html|html|head|body)\b", re.IGNORECASE)
# <!DOCTYPE html><html>…  (a web page saved under the name of a text or Word file)

PDF_HEADER = b"%PDF-"
ZIP_HEADERS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def sniff(name: str, data: bytes) -> SourceFormat:
    """Return the format of ``data``; text is md when ``name`` ends so, else txt. Raises InputError (E-TYPE)."""
    for start, kind, advice in REFUSED:
        if data.startswith(start):
            raise _refusal(name, kind, advice)
    if data.startswith(ZIP_HEADERS):
        return "docx"
    if is_pdf(data):
        return "pdf"
    if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise _refusal(name, "网页或 XML 文件", "用浏览器或 Word 打开后另存为 .txt 或 .docx")
    return "md" if _format_of(name) == "md" else "txt"


def is_pdf(data: bytes) -> bool:
    """Return whether this is a PDF: its header may follow up to 1,024 bytes of something else (ISO 32000-1, H.3)."""
    at = data.find(PDF_HEADER, 0, 1024)
    return at == 0 or (at > 0 and b"startxref" in data[-4096:])


def compare_suffix(name: str, found: SourceFormat) -> tuple[Diagnostic, ...]:
    """Return a warning (W-TYPE) when the suffix of ``name`` promises another format, else nothing."""
    promised = _format_of(name)
    if promised in (None, found):
        return ()
    message = f"扩展名是 {PurePath(name).suffix}，内容却是 {found}；按内容读取"
    return (Diagnostic(code="W-TYPE", message=message),)


def _format_of(name: str) -> SourceFormat | None:
    return SUFFIXES.get(PurePath(name).suffix.lower())


def _refusal(name: str, kind: str, advice: str) -> InputError:
    suffix = PurePath(name).suffix
    said = f"扩展名是 {suffix}，内容却是" if suffix else "内容是"
    return InputError("E-TYPE", f"{said}{kind}", advice or "请给出 txt、md、docx 或 pdf 文件")
