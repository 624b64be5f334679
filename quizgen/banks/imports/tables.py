"""Rows of a workbook -> drafts, by the names in its header row; sheets without one are read as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.banks.imports.answers import AnswerKey
from quizgen.banks.imports.drafts import Draft, Option, Part, Words
from quizgen.banks.imports.folding import fold, squeeze
from quizgen.banks.imports.grammar import Token, read_question_line
from quizgen.banks.imports.lines import Line, make_line
from quizgen.banks.imports.names import COLUMNS, KEPT_IN_WORDS, KINDS, UNSUPPORTED
from quizgen.banks.imports.options import option_texts
from quizgen.banks.imports.questions import Questions
from quizgen.banks.imports.results import Problem
from quizgen.banks.imports.workbook import Row, Sheet, Table

OPTION_COLUMN = re.compile(r"(?:备?选项|答案选项)?\s?([A-Ha-h]|[1-8])\s?(?:选?项)?")
# 选项A / A / 选项1 / A选项

NUMBER = re.compile("[0-9]{1,6}")
# 12

OPTION_BREAK = re.compile(r"[|｜\n]")
# 平台|师资|课堂|时间

HEADER_WITHIN = 10
"""Rows among which the header row is looked for: titles and instructions stand above it."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Columns = dict[int, str]


def read_question_table(table: Table, questions: Questions) -> list[Line]:
    """Give the drafts of every sheet with a header row to ``questions``; return the lines of the other sheets."""
    lines: list[Line] = []
    for sheet in table.sheets:
        header = _find_header(sheet, {"stem"})
        if header is None:
            lines += _as_lines(table, sheet, sheet.rows)
            continue
        at, columns = header
        questions.problems += _unread(table, sheet, sheet.rows[: at + 1], columns)
        questions.problems += _unnamed(table, sheet, sheet.rows[at], sheet.rows[at + 1 :])
        questions.parts.append(Part(questions.document, _kind_of(sheet.title), numbered=True))
        for row in sheet.rows[at + 1 :]:
            _read_row(_place(table, sheet, row), row, columns, questions)
    return lines


def read_answer_table(table: Table, key: AnswerKey) -> list[Line]:
    """Give the rows of every sheet with 题号 and 答案 to ``key``; return the lines of the other sheets."""
    lines: list[Line] = []
    for sheet in table.sheets:
        header = _find_header(sheet, {"number", "answer"})
        if header is None:
            lines += _as_lines(table, sheet, sheet.rows)
            continue
        at, columns = header
        tokens = [t for row in sheet.rows[at + 1 :] for t in _answer_tokens(_place(table, sheet, row), row, columns)]
        kind = _kind_of(sheet.title)
        heading = [Token("heading", kind, "", sheet.title, table.name)] if kind else []
        key.take(-1, heading + tokens)
    return lines


def _find_header(sheet: Sheet, needed: set[str]) -> tuple[int, Columns] | None:
    for at, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        columns = _columns(row)
        if needed <= set(columns.values()) and len(columns) > 1:
            return at, columns
    return None


def _columns(row: Row) -> Columns:
    return {at: name for at, cell in enumerate(row.cells) if (name := _column(cell))}


def _column(cell: str) -> str:
    plain = squeeze(fold(cell)).rstrip(":*")
    named = f"{COLUMNS[plain]} {plain if plain in KEPT_IN_WORDS else ''}".strip() if plain in COLUMNS else ""
    option = OPTION_COLUMN.fullmatch(plain)
    if named or not option:
        return named
    return f"option {option[1].upper() if option[1].isalpha() else chr(ord('@') + int(option[1]))}"


def _kind_of(title: str) -> str | None:
    plain = squeeze(fold(title))
    return next((KINDS[name] for name in sorted(KINDS, key=len, reverse=True) if name in plain), None)


def _place(table: Table, sheet: Sheet, row: Row) -> str:
    return f"{table.name}:{sheet.title}!{row.number}"


def _unread(table: Table, sheet: Sheet, above: tuple[Row, ...], columns: Columns) -> Iterator[Problem]:
    """Yield a remark for every title above the header and every column whose name says nothing to us."""
    *titles, header = above
    for row in titles:
        words = " ".join(cell for cell in row.cells if cell)
        message = f"表头之前的文字，没有导入：{words[:30]}"
        yield Problem(code="W-TEXT", place=_place(table, sheet, row), message=message, left_out=False)
    for at, cell in enumerate(header.cells):
        if cell and at not in columns:
            message = f"不认识的列“{cell[:20]}”，没有导入"
            yield Problem(code="W-COLUMN", place=_place(table, sheet, header), message=message, left_out=False)


def _unnamed(table: Table, sheet: Sheet, header: Row, rows: tuple[Row, ...]) -> Iterator[Problem]:
    """Yield a problem for every column that holds words but has no name; the first of its cells is the place."""
    for at in range(max((len(row.cells) for row in rows), default=0)):
        if at < len(header.cells) and header.cells[at]:
            continue
        full = [row for row in rows if at < len(row.cells) and row.cells[at]]
        if full:
            message = f"第 {at + 1} 列没有列名，有 {len(full)} 格没有导入：{full[0].cells[at][:20]}"
            yield Problem(code="W-COLUMN", place=_place(table, sheet, full[0]), message=message)


def _as_lines(table: Table, sheet: Sheet, rows: tuple[Row, ...]) -> list[Line]:
    texts = [(text, row) for row in rows for text in "\t".join(cell for cell in row.cells if cell).split("\n")]
    lines = [make_line(text, _place(table, sheet, row)) for text, row in texts]
    return [line for line in lines if line.text]


def _read_row(place: str, row: Row, columns: Columns, questions: Questions) -> None:
    """Add the draft of one row; cells are read by the name of their column."""
    draft = Draft(place, questions.part)
    for at, name in sorted(columns.items()):
        cell = row.cells[at] if at < len(row.cells) else ""
        if cell:
            _fill(draft, name, cell, place)
    _take_options_out_of_stem(draft)
    _check_letters(draft)
    questions.drafts.append(draft)


def _fill(draft: Draft, name: str, cell: str, place: str) -> None:
    match name.split():
        case ["stem"]:
            draft.stem.add(cell, place)
        case ["number"] if NUMBER.fullmatch(cell):
            draft.number = int(cell)
        case ["number"]:
            draft.note.add(f"题号：{cell}", place)
        case ["kind"]:
            draft.kind = KINDS.get(squeeze(fold(cell)), UNSUPPORTED)
        case ["answer"]:
            draft.answers.append(Words([cell], [place]))
        case ["option", letter]:
            draft.options.append(Option(letter, Words([cell], [place])))
        case ["options"]:
            draft.options += _split_options(cell, place)
        case ["difficulty"]:
            draft.difficulty = cell
        case ["section"]:
            draft.section = cell
        case ["rationale" | "note" as field, *label]:
            words = draft.rationale if field == "rationale" else draft.note
            words.add("：".join([*label, cell]), place)


def _split_options(cell: str, place: str) -> Iterator[Option]:
    """Yield the options of one cell: with letters, or apart by ``|`` or line ends and lettered in their order."""
    bare = [text.strip() for text in OPTION_BREAK.split(cell) if text.strip()]
    for letter, text in option_texts(cell) or list(zip(LETTERS, bare, strict=False)):
        yield Option(letter, Words([text], [place]))


def _take_options_out_of_stem(draft: Draft) -> None:
    """Read a cell that holds stem and options on lines of their own."""
    if draft.options or "\n" not in draft.stem.text:
        return
    place = draft.stem.places[0]
    tokens = [t for text in draft.stem.text.split("\n") for t in read_question_line(make_line(text, place)) if t.raw]
    options = [token for token in tokens if token.kind == "option"]
    first = next((at for at, token in enumerate(tokens) if token.kind == "option"), len(tokens))
    if not options or tokens[first:] != options:
        return
    draft.stem = Words([token.raw for token in tokens[:first]], [place] * first)
    draft.options = [Option(token.value, Words([token.text], [place])) for token in options]


def _check_letters(draft: Draft) -> None:
    draft.options.sort(key=lambda option: option.letter)
    letters = "".join(option.letter for option in draft.options)
    if letters != LETTERS[: len(letters)]:
        draft.faults.append(f"选项是 {letters}，中间有缺或重复")


def _answer_tokens(place: str, row: Row, columns: Columns) -> Iterator[Token]:
    """Yield the tokens a row of 题号, 答案, 解析 would be as a line of answers."""
    cells = {name: row.cells[at] for at, name in columns.items() if at < len(row.cells) and row.cells[at]}
    number = cells.get("number", "")
    if not NUMBER.fullmatch(number):
        yield Token("text", "", "", " ".join(cells.values()), place)
        return
    yield Token("number", number, cells.get("answer", ""), cells.get("answer", ""), place, "plain")
    for name, cell in cells.items():
        kind, *label = name.split()
        if kind in ("rationale", "note"):
            yield Token(kind, "", "：".join([*label, cell]), cell, place)
