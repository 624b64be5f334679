"""Nothing is dropped: a line put anywhere into a bank comes out in an item, or something is listed for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from layouts import FOLDER, build_workbook, files_of, read

from quizgen.banks.imports import ImportResult, Problem, understand

ALIEN = "此处有一行与众不同的话"
QUESTIONS = sorted(p for p in FOLDER.glob("*.txt") if ".xlsx." not in p.name and ".answers." not in p.name)
KEYS = sorted(p for p in FOLDER.glob("*.answers.txt"))


def said(result: ImportResult) -> str:
    """Return everything an import says."""
    return json.dumps(result.model_dump(mode="json"), ensure_ascii=False)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_a_line_among_questions(path: Path) -> None:
    answers = files_of(path.name.split(".")[0])[1]
    key = read(*answers) if answers else None
    lines = path.read_text(encoding="utf-8").split("\n")
    for at in range(1, len(lines) + 1):
        text = "\n".join([*lines[:at], ALIEN, *lines[at:]])
        result = understand([read("题库.txt", text.encode())], key)
        assert ALIEN in said(result) or any(is_near(problem, at) for problem in result.problems), lines[at - 1 : at + 1]


def is_near(problem: Problem, at: int) -> bool:
    """Return whether the question that holds line ``at`` was left out as a whole."""
    file, _, line = problem.place.rpartition(":")
    return problem.left_out and file == "题库.txt" and at - 7 <= int(line) <= at + 1


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.name)
def test_a_line_in_the_answer_file(path: Path) -> None:
    questions = [read(*file) for file in files_of(path.name.split(".")[0])[0]]
    lines = path.read_text(encoding="utf-8").split("\n")
    for at in range(1, len(lines) + 1):
        text = "\n".join([*lines[:at], ALIEN, *lines[at:]])
        assert ALIEN in said(understand(questions, read("答案.txt", text.encode()))), lines[at - 1 : at + 1]


def test_a_cell_in_a_workbook() -> None:
    """But for the last column, which is listed as a whole: nobody knows its name."""
    (name, data), *_ = files_of("09-columns")[0]
    table = read(name, data)
    sheet = table.sheets[0]
    nameless = sheet.rows[1].cells.index("录入人")
    for at, row in enumerate(sheet.rows):
        for column in range(min(len(row.cells), nameless)):
            cells = tuple(ALIEN if n == column else cell for n, cell in enumerate(row.cells))
            rows = tuple(
                row.model_copy(update={"cells": cells}) if n == at else one for n, one in enumerate(sheet.rows)
            )
            result = understand([table.model_copy(update={"sheets": (sheet.model_copy(update={"rows": rows}),)})])
            assert ALIEN in said(result) or any(p.left_out for p in result.problems), (at, column)


def test_a_column_without_a_name() -> None:
    data = build_workbook("== 题库\n题干|答案|\n晨读每天二十分钟。|对|二年级用\n午练每天十分钟。|错|")
    result = understand([read("题库.xlsx", data)])
    assert len(result.items) == 2
    assert [p.place for p in result.problems if p.left_out] == ["题库.xlsx:题库!2"]
    assert "二年级用" in result.problems[0].message
