"""What choosing a form starts from: the candidates laid out for a blueprint's parts, bound by the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, Slot, lay_grid
from quizgen.assembly.preferences import write_preferences
from quizgen.assembly.rules import RULES, Rule
from quizgen.assembly.solver import Program
from quizgen.model.blueprint import Blueprint, Part

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


def bind(program: Program, grid: Grid, rules: Iterable[Rule] = RULES) -> None:
    """Write the rules one form has to keep."""
    for rule in rules:
        rule.write(program, grid)


def read_form(grid: Grid, values: Sequence[float]) -> list[Chosen]:
    """Return the items a solution prints in one form, in booklet order."""
    cells = (cell for column, cell in enumerate(grid.cells, grid.first) if values[column])
    return [Chosen(grid.candidates[cell.row], grid.slots[cell.slot]) for cell in cells]


class Bench(NamedTuple):
    """A grid and the program of one form over it: rules and preferences, no wishes yet. Copied, never written to."""

    grid: Grid
    program: Program


@dataclass
class Stock:
    """Candidates with their gains. Blueprints of the same parts share one bench: the leaks are looked for once."""

    candidates: Sequence[Candidate]
    gains: dict[str, int]
    among: Sequence[Candidate]  # all there are
    benches: dict[tuple[tuple[Part, ...], float], Bench] = field(default_factory=dict)

    def bench(self, blueprint: Blueprint) -> Bench:
        """Return the bench of a blueprint's parts."""
        parts = (blueprint.parts, blueprint.total)
        if parts not in self.benches:
            grid = lay_grid(self.candidates, blueprint, self.among)
            program = open_program(grid)
            bind(program, grid)
            write_preferences(program, grid, self.gains)
            self.benches[parts] = Bench(grid, program)
        return self.benches[parts]
