"""Builds the files of tests/fixtures/imports: plain texts as they are, Word files and workbooks from plain texts."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.oxml.ns import qn

from quizgen.banks.imports import ImportResult, Table, is_workbook, read_table, understand
from quizgen.items import AnyItem
from quizgen.model.document import RawDocument
from quizgen.readers import read_data

FOLDER = Path(__file__).parent.parent / "fixtures" / "imports"
LAYOUTS = sorted(path.name.removesuffix(".expected") for path in FOLDER.glob("*.expected"))


def read(name: str, data: bytes) -> RawDocument | Table:
    """Return a file as the command reads it."""
    return read_table(name, data) if is_workbook(data) else read_data(name, data)


def build(path: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the file a fixture describes."""
    text = path.read_text(encoding="utf-8")
    if path.name.endswith(".docx.txt"):
        return path.name.removesuffix(".txt"), build_word(_without_remark(text))
    if path.name.endswith(".xlsx.txt"):
        return path.name.removesuffix(".txt"), build_workbook(_without_remark(text))
    if path.name.endswith(".md.txt"):
        return path.name.removesuffix(".txt"), text.encode()
    return path.name, text.encode("gb18030" if ".gb18030." in path.name else "utf-8")


def _without_remark(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[1:] if lines[0].startswith("# ") else lines)


def build_word(text: str) -> bytes:
    """Return a Word file with a paragraph per line; ``#. `` numbered by Word, ``\\n`` a line break, ``|a|b|`` a row."""
    document = docx.Document()
    rows: list[list[str]] = []
    numbering = 0
    for line in [*text.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            rows.append(line.strip("|").split("|"))
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if line.startswith("#. "):
            numbering = numbering or _new_list(document)
            _number(document.add_paragraph(), line[3:], numbering)
        elif line:
            numbering = numbering if line[0] not in "一二三四五六" else 0
            document.add_paragraph(line.replace("\\n", "\n"))
    return _saved(document)


def _add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def _new_list(document: Document) -> int:
    """Return the id of a list that begins at 1, made like the one of the style List Number."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    wanted = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
    base = next(num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == wanted)
    fresh = copy.deepcopy(base)
    number = max(int(num.get(qn("w:numId"))) for num in numbering.findall(qn("w:num"))) + 1
    fresh.set(qn("w:numId"), str(number))
    override = fresh.makeelement(qn("w:lvlOverride"), {qn("w:ilvl"): "0"})
    override.append(fresh.makeelement(qn("w:startOverride"), {qn("w:val"): "1"}))
    fresh.append(override)
    numbering.append(fresh)
    return number


def _number(paragraph: object, words: str, number: int) -> None:
    paragraph.add_run(words)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def build_workbook(text: str) -> bytes:
    """Return a workbook: ``== name`` begins a sheet, ``|`` parts cells, ``\\n`` breaks lines; numbers are numbers."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for line in text.strip("\n").split("\n"):
        if line.startswith("== "):
            sheet = book.create_sheet(line[3:])
        else:
            sheet.append([_cell(cell) for cell in line.split("|")])
    return _saved(book)


def _cell(words: str) -> object:
    if words in ("TRUE", "FALSE"):
        return words == "TRUE"
    return int(words) if words.isascii() and words.isdigit() else words.replace("\\n", "\n") or None


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def files_of(layout: str) -> tuple[list[tuple[str, bytes]], tuple[str, bytes] | None]:
    """Return the question files and the answer file of a layout."""
    paths = sorted(path for path in FOLDER.glob(f"{layout}.*") if path.suffix == ".txt")
    answers = [build(path) for path in paths if ".answers." in path.name]
    return [build(path) for path in paths if ".answers." not in path.name], next(iter(answers), None)


def run(layout: str) -> ImportResult:
    """Return what the import makes of a layout."""
    files, answers = files_of(layout)
    return understand([read(*file) for file in files], read(*answers) if answers else None)


def expected(layout: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the lines of the items and (place, words) of the problems a layout must give."""
    lines = (FOLDER / f"{layout}.expected").read_text(encoding="utf-8").splitlines()
    items = [line.rstrip() for line in lines if line and line[0] not in "#!"]
    problems = [line[1:].strip().partition(" | ") for line in lines if line.startswith("!")]
    return items, [(place, words) for place, _, words in problems]


def write(item: AnyItem) -> str:
    """Return an item as a line of an ``.expected`` file."""
    fields = [item.kind, item.stem, *_own(item), item.rationale or ""]
    while not fields[-1]:
        fields.pop()
    return " | ".join(fields).replace(" |  | ", " | | ")


def _own(item: AnyItem) -> Iterator[str]:
    if item.kind == "single_choice":
        yield item.key
        yield " ; ".join(item.distractors)
    elif item.kind == "multiple_choice":
        yield " ; ".join(item.keys)
        yield " ; ".join(item.distractors)
    elif item.kind == "true_false":
        yield "√" if item.key else "×"
        yield ""
    elif item.kind == "fill_blank":
        yield " ; ".join(" = ".join(entry) for entry in item.blanks)
        yield ""
    else:
        yield " ; ".join(f"{point.text}*{point.weight}" for point in item.points)
        yield ""
