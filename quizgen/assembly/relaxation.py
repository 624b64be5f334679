"""The wishes without any rule: what cannot hold even so cannot hold at all.

Where no rule tells items apart, those that count alike in every wish are one column that says how many of them are
printed. Ten thousand items make a few hundred such columns: the answer is exact, and quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, lay_grid
from quizgen.assembly.solver import Program, Row, solve
from quizgen.assembly.wishes import Wish, list_wishes
from quizgen.model.blueprint import Blueprint

TIMES, MORE = 3, 10
"""Items suggested for every one printed, and on top: rules will forbid some."""


class Relaxation:
    """Wishes over the columns of alike items; ``rows``: those of each wish by its name."""

    def __init__(self, grid: Grid, wishes: Sequence[Wish]) -> None:
        self.program = Program()
        terms: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._alike: list[list[int]] = []  # of each column the rows of its candidates
        for own, alike in _group_alike(grid, [row for wish in wishes for row in wish.rows]).items():
            column = self.program.add_column(high=len(alike), whole=True)
            self._alike.append(alike)
            for number, factor in own:
                terms[number].append((column, factor))
        counted = iter(range(sum(len(wish.rows) for wish in wishes)))
        self.rows = {
            wish.name: [Row(tuple(terms[next(counted)]), row.low, row.high) for row in wish.rows] for wish in wishes
        }

    def wish(self, names: Collection[str]) -> Program:
        """Return the program with the wishes of these names."""
        program = self.program.copy()
        for name in names:
            program.add_rows(self.rows[name])
        return program

    def suggest(self, names: Collection[str]) -> set[int] | None:
        """Return rows of candidates with which these wishes may hold under rules too, None when they cannot hold."""
        values = solve(self.wish(names))
        if values is None:
            return None
        wanted = ((alike, round(value)) for alike, value in zip(self._alike, values, strict=True) if value)
        return {row for alike, count in wanted for row in alike[: TIMES * count + MORE]}


def _group_alike(grid: Grid, rows: Sequence[Row]) -> dict[tuple[tuple[int, int], ...], list[int]]:
    """Return the candidates' rows of the cells that count alike: by what each adds to which row."""
    weights: list[list[tuple[int, int]]] = [[] for _ in grid.cells]
    for number, row in enumerate(rows):
        for column, factor in row.terms:
            weights[column - grid.first].append((number, factor))
    groups: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    for cell, own in zip(grid.cells, weights, strict=True):
        groups[tuple(own)].append(cell.row)
    return groups


def may_hold(candidates: Sequence[Candidate], blueprint: Blueprint) -> bool:
    """Return whether all wishes hold together when no rule is kept; where not, no paper need be looked for."""
    grid = lay_grid(candidates, blueprint)
    wishes = list_wishes(blueprint, grid)
    return solve(Relaxation(grid, wishes).wish([wish.name for wish in wishes])) is not None
