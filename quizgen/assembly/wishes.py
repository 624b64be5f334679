"""What a blueprint wishes, each wish by its name and as rows over the grid; shares are of marks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from quizgen.assembly.candidates import Article, Candidate
from quizgen.assembly.grid import Grid, Terms
from quizgen.assembly.solver import INFINITY, Row
from quizgen.errors import show
from quizgen.items import KINDS
from quizgen.model.blueprint import Blueprint

MARKS = "分"
SHARE = "%"
LEVEL_NAMES = {"easy": "容易", "medium": "中等", "hard": "较难"}


class Demand(NamedTuple):
    """One row of a wish, what a person calls it and counts it by; with MARKS or SHARE the row counts half marks."""

    label: str
    row: Row
    unit: str


class Wish(NamedTuple):
    """A wish that holds or falls as a whole; ``name`` is its place in the blueprint file.

    ``weight``: with how many other wishes it is as good to be named when no paper exists.
    """

    name: str
    demands: tuple[Demand, ...]
    weight: int = 1

    @property
    def rows(self) -> list[Row]:
        """Return the rows that have to hold."""
        return [demand.row for demand in self.demands]


def list_wishes(blueprint: Blueprint, grid: Grid) -> list[Wish]:
    """Return the wishes in the order of the blueprint file."""
    shares = (*_difficulty(blueprint, grid), *_sections(blueprint, grid), *_numeric(blueprint, grid))
    return [*_parts(blueprint, grid), _total(grid), *shares, *_unused(blueprint, grid)]


def _parts(blueprint: Blueprint, grid: Grid) -> Iterator[Wish]:
    for number, part in enumerate(blueprint.parts):
        demands = []
        for place, slot in enumerate(grid.slots):
            if slot.part == number:
                kind = KINDS[slot.kind]
                label = f"{kind.label}（每{kind.unit}{slot.marks / 2:g}分）"
                demands.append(Demand(label, Row(grid.sum_units(place), slot.count, slot.count), kind.unit))
        yield Wish(f"parts[{number + 1}] {part.kind}", tuple(demands))


def _total(grid: Grid) -> Wish:
    """Return the wish the parts imply together: without it a share would mean little when a part falls.

    Up to three parts tell more than the total does.
    """
    row = Row(grid.sum_marks(lambda candidate: True), grid.total, grid.total)
    return Wish("total", (Demand("满分", row, MARKS),), weight=3)


def _difficulty(blueprint: Blueprint, grid: Grid) -> Iterator[Wish]:
    for level, share in (blueprint.difficulty or {}).items():
        demand = _share(grid, LEVEL_NAMES[level] + "题", share, has_level(level))
        yield Wish(f"difficulty.{level}", (demand,))


def has_level(level: str) -> Callable[[Candidate], bool]:
    """Return whether a candidate is of a difficulty."""
    return lambda candidate: candidate.item.difficulty == level


def _sections(blueprint: Blueprint, grid: Grid) -> Iterator[Wish]:
    if isinstance(blueprint.sections, dict):
        for name, share in blueprint.sections.items():
            yield Wish(f"sections.{name}", (_share(grid, f"“{show(name, 30)}”", share, _is_about(name)),))
    elif blueprint.sections == "even":
        each = Fraction(1, max(len(grid.articles), 1))
        demands = [_share(grid, f"《{show(a[1], 30)}》", each, stands_in(a)) for a in grid.articles]
        yield Wish("sections", tuple(demands))


def _is_about(name: str) -> Callable[[Candidate], bool]:
    return lambda candidate: name in (candidate.item.theme, candidate.item.section)


def stands_in(article: Article) -> Callable[[Candidate], bool]:
    """Return whether a candidate is on an article."""
    return lambda candidate: candidate.article == article


def _share(grid: Grid, label: str, share: float | Fraction, belongs: Callable[[Candidate], bool]) -> Demand:
    """Return the demand that a share of marks is met within the tolerance of CONTRACT.md section 5."""
    middle = Fraction(share).limit_denominator(10**6) * grid.total
    low, high = max(math.ceil(middle - grid.tolerance), 0), min(math.floor(middle + grid.tolerance), grid.total)
    return Demand(label, Row(grid.sum_marks(belongs), low, high), SHARE)


def _numeric(blueprint: Blueprint, grid: Grid) -> Iterator[Wish]:
    if blueprint.numeric is not None:
        most = math.floor(Fraction(blueprint.numeric).limit_denominator(10**6) * grid.total)
        row = Row(grid.sum_marks(lambda candidate: candidate.numeric), -INFINITY, most)
        yield Wish("numeric", (Demand("考数字、日期的题", row, SHARE),))


def _unused(blueprint: Blueprint, grid: Grid) -> Iterator[Wish]:
    used: Terms = grid.count(row for row, candidate in enumerate(grid.candidates) if candidate.used)
    if used:
        label = f"最近 {blueprint.exclude_used_within} 次考过的题"
        yield Wish("exclude_used_within", (Demand(label, Row(used, 0, 0), "题"),))
