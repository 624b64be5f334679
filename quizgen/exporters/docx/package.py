"""The zip a .docx is: parts by name, relationships, content types; opened within limits, saved byte for byte alike."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from quizgen.errors import InputError

MAX_ENTRIES = 20_000
MAX_BYTES = 64 * 1024 * 1024  # unpacked, all parts
STEP = 1 << 20
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STAMP = (1980, 1, 1, 0, 0, 0)
ADVICE = "用 Word 或 WPS 打开后另存为 .docx"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)


class Package:
    """Parts of a .docx by name (``word/document.xml``)."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts

    def tree(self, name: str) -> etree._Element:
        """Return a part as a tree. Raises InputError (E-DOCX): not well-formed, or with a document type."""
        data = self.parts[name]
        if b"<!DOCTYPE" in data or b"<!\0D\0O\0C\0T\0Y\0P\0E" in data:
            raise InputError("E-DOCX", "模板文件里有不允许的内容（DTD）", ADVICE)
        try:
            return etree.fromstring(data, PARSER)
        except etree.XMLSyntaxError as error:
            raise InputError("E-DOCX", "模板文件已损坏（XML 不完整）", ADVICE) from error

    def put(self, name: str, tree: etree._Element) -> None:
        """Store a tree as a part."""
        self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """Return id, short type and target part of every inner relationship of a part ("" = the package)."""
        rels = name_rels(name)
        if rels not in self.parts:
            return []
        folder = posixpath.dirname(name)
        return [
            (rel.get("Id", ""), rel.get("Type", "").rpartition("/")[2], _resolve(folder, rel.get("Target", "")))
            for rel in self.tree(rels)
            if rel.get("TargetMode") != "External"
        ]

    def reach(self, start: str = "") -> Iterator[str]:
        """Yield the parts one comes to from ``start`` along relationships, each once."""
        waiting, seen = [start], {start}
        while waiting:
            for _, _, target in self.relations(waiting.pop()):
                if target in self.parts and target not in seen:
                    seen.add(target)
                    waiting.append(target)
                    yield target


PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def name_rels(name: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))


def unpack(data: bytes) -> Package:
    """Return the parts of a zip. Raises InputError (E-DOCX, E-SIZE)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Package(_unpack_all(archive))
    except BROKEN as error:
        raise InputError("E-DOCX", "模板不是完好的 Word 文件（.docx）", ADVICE) from error


def _unpack_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES or any(entry.compress_type not in METHODS for entry in entries):
        raise InputError("E-DOCX", "模板文件的压缩方式不受支持", ADVICE)
    parts: dict[str, bytes] = {}
    left = MAX_BYTES
    for entry in entries:
        chunks: list[bytes] = []
        with archive.open(entry) as stream:
            while chunk := stream.read(STEP):  # what the header says of the size is not believed
                left -= len(chunk)
                if left < 0:
                    raise InputError("E-SIZE", f"模板解开后超过 {MAX_BYTES // STEP} MB 的上限", "换一个小些的模板")
                chunks.append(chunk)
        parts[entry.filename] = b"".join(chunks)
    return parts


def pack(package: Package) -> bytes:
    """Return the zip: content types first, parts by name, no clock in it."""
    buffer = io.BytesIO()
    names = sorted(package.parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, STAMP)
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, package.parts[name], compresslevel=6)
    return buffer.getvalue()
