"""The grid of a selection: which candidate could stand at which marks, one zero-one column each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from quizgen.assembly.candidates import Article, Candidate
from quizgen.items.marks import reach_all
from quizgen.model.blueprint import Blueprint, Kind

Terms = tuple[tuple[int, int], ...]
"""(column, coefficient) pairs, each column once."""


@dataclass(frozen=True)
class Slot:
    """The questions of one part that carry the same marks; ``marks`` and all sums of marks are in half marks."""

    part: int
    kind: Kind
    marks: int  # per item, fill_blank: per blank
    count: int  # items, fill_blank: blanks


@dataclass(frozen=True)
class Cell:
    """Candidate ``row`` printed in slot ``slot``."""

    row: int
    slot: int
    units: int
    marks: int


@dataclass
class Grid:
    """All cells of one form; ``cells[0]`` is column ``first`` of the program, the others follow."""

    candidates: Sequence[Candidate]
    slots: tuple[Slot, ...]
    total: int  # half marks of the whole paper
    articles: list[Article]  # of all candidates there are, also of those left out here
    first: int = 0
    cells: list[Cell] = field(default_factory=list)
    columns: list[list[int]] = field(default_factory=list)  # of each candidate

    def chosen(self, row: int) -> Terms:
        """Return the terms that add up to 1 when candidate ``row`` is printed."""
        return tuple((column, 1) for column in self.columns[row])

    def count(self, rows: Iterable[int]) -> Terms:
        """Return the terms that count how many of these candidates (each named once) are printed."""
        return tuple((column, 1) for row in rows for column in self.columns[row])

    def sum_marks(self, belongs: Callable[[Candidate], bool]) -> Terms:
        """Return the terms that add up the half marks of the candidates that belong."""
        cells = enumerate(self.cells, self.first)
        return tuple((column, cell.marks) for column, cell in cells if belongs(self.candidates[cell.row]))

    def sum_units(self, slot: int) -> Terms:
        """Return the terms that add up the items (blanks) in a slot."""
        return tuple((c, cell.units) for c, cell in enumerate(self.cells, self.first) if cell.slot == slot)

    @property
    def tolerance(self) -> Fraction:
        """Return by how many half marks a share may be off: a tenth, or one item where items are coarser."""
        return max(Fraction(self.total, 10), Fraction(max(slot.marks for slot in self.slots)))


def halves(marks: float) -> int:
    """Return marks as half marks."""
    return round(marks * 2)


def list_slots(blueprint: Blueprint) -> tuple[Slot, ...]:
    """Return the slots of a blueprint: in each part one per distinct mark, in order of first appearance."""
    return tuple(
        Slot(number, part.kind, halves(marks), part.marks.count(marks))
        for number, part in enumerate(blueprint.parts)
        for marks in dict.fromkeys(part.marks)
    )


def lay_grid(candidates: Sequence[Candidate], blueprint: Blueprint, among: Sequence[Candidate] | None = None) -> Grid:
    """Return the grid of all cells that make sense: same kind, not too many blanks, marks for every point.

    ``among``: all candidates there are, where these are a shortlist of them.
    """
    slots = list_slots(blueprint)
    articles = _find_articles(candidates if among is None else among, slots)
    grid = Grid(candidates, slots, halves(blueprint.total), articles)
    for row, candidate in enumerate(candidates):
        fitting = [number for number, slot in enumerate(slots) if _fits(candidate, slot)]
        grid.columns.append(list(range(len(grid.cells), len(grid.cells) + len(fitting))))
        units = candidate.item.units
        grid.cells.extend(Cell(row, number, units, units * slots[number].marks) for number in fitting)
    return grid


def _find_articles(candidates: Iterable[Candidate], slots: Sequence[Slot]) -> list[Article]:
    """Return the articles something fitting could be asked about, in booklet order."""
    found: dict[Article, None] = {}
    for candidate in candidates:
        if candidate.article and candidate.article not in found and any(_fits(candidate, slot) for slot in slots):
            found[candidate.article] = None
    return list(found)


def move_grid(grid: Grid, first: int) -> Grid:
    """Return the same grid for another form, its cells beginning at column ``first``."""
    columns = [[column - grid.first + first for column in own] for own in grid.columns]
    return replace(grid, first=first, columns=columns)


def _fits(candidate: Candidate, slot: Slot) -> bool:
    item = candidate.item
    return item.kind == slot.kind and item.units <= slot.count and reach_all(slot.marks / 2, item.weights)
