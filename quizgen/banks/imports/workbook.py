"""An xlsx file -> a Table of plain texts, within limits (RELIABILITY.md, "Limits")."""

from __future__ import annotations

import datetime
import hashlib
import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from quizgen.banks.imports.folding import strip_invisible
from quizgen.errors import InputError
from quizgen.model.base import Record

MAX_SHEETS = 50
MAX_ROWS = 50_000  # of all sheets
MAX_COLUMNS = 60
MAX_CELL = 20_000  # characters
MAX_PART = 64 * 1024 * 1024  # bytes of one member, unpacked
MAX_TOTAL = 160 * 1024 * 1024
MAX_MEMBERS = 2_000
STEP = 1 << 20
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_STREAM = "Workbook".encode("utf-16-le")  # name of the stream an .xls keeps its sheets in
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # reading of others is not bounded by the size asked for


class Row(Record):
    """A row that is not empty; ``number`` as Excel shows it."""

    number: int
    cells: tuple[str, ...]


class Sheet(Record):
    """A worksheet without its empty rows."""

    title: str
    rows: tuple[Row, ...]


class Table(Record):
    """What stands in a workbook, as text."""

    name: str  # file name without folders
    sha256: str  # of the bytes
    sheets: tuple[Sheet, ...]


def is_workbook(data: bytes) -> bool:
    """Return whether the bytes are an Excel workbook, new or old: by what is inside, whatever the file is called."""
    if _is_old(data):
        return True
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        return False  # the reader of documents will say what is wrong with it


def read_table(name: str, data: bytes) -> Table:
    """Return what stands in the workbook ``data``. Raises InputError: E-XLSX (damaged, old), E-SIZE (over a limit)."""
    if _is_old(data):
        raise InputError("E-XLSX", "这是旧版 Excel（.xls）表格", "用 Excel/WPS 打开后另存为 .xlsx", file=name)
    try:
        _check_archive(data, name)
        sheets = tuple(_sheets(data, name))
    except InputError:
        raise
    except Exception as error:  # openpyxl lets every kind through on damaged files; all of them mean the same
        raise InputError("E-XLSX", "表格文件已损坏，无法读取", "用 Excel/WPS 打开后另存为 .xlsx", file=name) from error
    return Table(name=name, sha256=hashlib.sha256(data).hexdigest(), sheets=sheets)


def _is_old(data: bytes) -> bool:
    return data.startswith(OLE_HEADER) and OLD_STREAM in data


def _check_archive(data: bytes, name: str) -> None:
    """Unpack every member once and count: headers lie about sizes."""
    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS or any(m.compress_type not in METHODS for m in members):
            raise _too_large(name, "压缩结构不寻常")
        for member in members:
            total += _unpacked(archive, member, name)
            if total > MAX_TOTAL:
                raise _too_large(name, "解压后过大")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> int:
    size, tail = 0, b""
    with archive.open(member) as stream:
        while chunk := stream.read(STEP):
            size += len(chunk)
            if size > MAX_PART:
                raise _too_large(name, "解压后过大")
            if b"<!DOCTYPE" in tail + chunk or b"<!ENTITY" in tail + chunk:
                raise InputError("E-XLSX", "表格文件里有不允许的 XML 声明", "用 Excel/WPS 另存一份再试", file=name)
            tail = chunk[-16:]
    return size


def _too_large(name: str, why: str) -> InputError:
    return InputError("E-SIZE", f"表格文件{why}", "拆成几份，或用 Excel/WPS 另存后再试", file=name)


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    import openpyxl

    left = MAX_ROWS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions it does not know: no words are lost by them
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        if len(book.worksheets) > MAX_SHEETS:
            raise _too_large(name, f"超过 {MAX_SHEETS} 个工作表")
        for sheet in book.worksheets:
            rows = tuple(_rows(sheet, left, name))
            left -= len(rows)
            yield Sheet(title=strip_invisible(sheet.title), rows=rows)


def _rows(sheet: Any, left: int, name: str) -> Iterator[Row]:
    sheet.reset_dimensions()  # the size a file claims may be a million columns of nothing
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS), 1):
        cells = [_text(value, name) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        left -= 1
        if left < 0 or number > MAX_ROWS:
            raise _too_large(name, f"超过 {MAX_ROWS} 行")
        yield Row(number=number, cells=tuple(cells))


def _text(value: object, name: str) -> str:
    """Return what a cell says: whole numbers without a point, dates as ISO dates."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    text = strip_invisible(str(value)).strip()
    if len(text) > MAX_CELL:
        raise _too_large(name, f"有一个单元格超过 {MAX_CELL} 字")
    return text
