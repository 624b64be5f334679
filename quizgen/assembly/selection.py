"""One form chosen: the best of all papers that meet the wishes and keep the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, Slot, lay_grid
from quizgen.assembly.preferences import write_preferences
from quizgen.assembly.rules import RULES, Rule
from quizgen.assembly.solver import Program, solve
from quizgen.assembly.wishes import Wish, list_wishes
from quizgen.model.blueprint import Blueprint

NODES = 200
"""Search nodes spent on making a paper better; that it exists is settled without a limit."""


class Chosen(NamedTuple):
    """A candidate and the slot it is printed in."""

    candidate: Candidate
    slot: Slot


def open_program(*grids: Grid) -> Program:
    """Return a program with a column for every cell of every grid."""
    program = Program()
    for grid in grids:
        for _ in grid.cells:
            program.add_column(whole=True)
    return program


def bind(program: Program, grid: Grid, wishes: Iterable[Wish], rules: Iterable[Rule] = RULES) -> None:
    """Write the wishes and rules one form has to keep."""
    for wish in wishes:
        program.add_rows(wish.rows)
    for rule in rules:
        rule.write(program, grid)


def select(candidates: Sequence[Candidate], blueprint: Blueprint, gains: dict[str, int]) -> list[Chosen] | None:
    """Return the items of the best form in booklet order, None when no form exists."""
    grid = lay_grid(candidates, blueprint)
    program = open_program(grid)
    bind(program, grid, list_wishes(blueprint, grid))
    write_preferences(program, grid, gains)
    values = solve(program, node_limit=NODES)
    return None if values is None else read_form(grid, values)


def read_form(grid: Grid, values: Sequence[float]) -> list[Chosen]:
    """Return the items a solution prints in one form."""
    cells = (cell for column, cell in enumerate(grid.cells, grid.first) if values[column])
    return [Chosen(grid.candidates[cell.row], grid.slots[cell.slot]) for cell in cells]
