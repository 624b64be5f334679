"""The ``auto`` shape: the standard blueprint, scaled down to what a small bank honestly yields."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from quizgen import yamlfile
from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, Slot, lay_grid
from quizgen.assembly.selection import bind, open_program
from quizgen.assembly.solver import INFINITY, Program, Row, solve
from quizgen.items import KINDS
from quizgen.model.blueprint import Blueprint, Kind, Part
from quizgen.model.diagnostic import Diagnostic
from quizgen.resources import find

STANDARD = "standard"
THIRDS = (6, 3, 1)
"""What a question in the first, second and last third of a part is worth: no part stays empty for another's sake."""
RELAXED: tuple[set[str], ...] = (
    set(),
    {"difficulty"},
    {"sections"},
    {"difficulty", "sections"},
    {"difficulty", "sections", "numeric"},
)
"""Wishes given up together, the lightest loss first."""
WISH_NAMES = {"difficulty": "难度比例", "sections": "各篇均衡", "numeric": "数字题的上限"}


def read_standard() -> Blueprint:
    """Return the standard blueprint (RULES.md section 11). Raises what its file deserves."""
    return yamlfile.read(find("blueprints", STANDARD), Blueprint)


def scale(standard: Blueprint, candidates: Sequence[Candidate]) -> Blueprint | None:
    """Return the standard shape with as many questions as these candidates yield, None when they yield none."""
    even = standard.model_copy(update={"parts": tuple(_with_least_marks(part) for part in standard.parts)})
    grid = lay_grid(candidates, even)
    program = open_program(grid)
    bind(program, grid)
    for place, slot in enumerate(grid.slots):
        _write_part(program, grid, place, slot)
    program.add_rows(_numeric(standard, grid))
    program.add_rows([Row(grid.count(row for row, c in enumerate(candidates) if c.used), 0, 0)])
    values = solve(program) or []
    counts = [round(sum(values[c] * units for c, units in grid.sum_units(place))) for place in range(len(grid.slots))]
    return _resize(standard, counts) if any(counts) else None


def _with_least_marks(part: Part) -> Part:
    return part.model_copy(update={"points_each": min(part.marks)})


def _write_part(program: Program, grid: Grid, place: int, slot: Slot) -> None:
    """Write how many questions a part may have, and what each third of them is worth."""
    thirds = [slot.count // 3 + (slot.count % 3 > number) for number in range(3)]
    columns = [program.add_column(slot.marks * worth, high=most) for worth, most in zip(THIRDS, thirds, strict=True)]
    program.add_rows([Row((*grid.sum_units(place), *((column, -1) for column in columns)), 0, 0)])


def _numeric(standard: Blueprint, grid: Grid) -> Iterator[Row]:
    """Yield the row that keeps figures to their share of whatever the total becomes."""
    if standard.numeric is not None:
        share = Fraction(standard.numeric).limit_denominator(1000)
        weights = (
            (c, cell.marks * (share.denominator * grid.candidates[cell.row].numeric - share.numerator))
            for c, cell in enumerate(grid.cells, grid.first)
        )
        yield Row(tuple(weights), -INFINITY, 0)


def _resize(standard: Blueprint, counts: list[int]) -> Blueprint:
    parts = tuple(_shrink(part, count) for part, count in zip(standard.parts, counts, strict=True) if count)
    smaller = standard.model_copy(update={"parts": parts})
    minutes = math.ceil(standard.minutes * smaller.marks / standard.marks / 5) * 5
    return smaller.model_copy(update={"total": smaller.marks, "minutes": minutes})


def _shrink(part: Part, count: int) -> Part:
    points = part.points_each[:count] if isinstance(part.points_each, tuple) else part.points_each
    return part.model_copy(update={"count": count, "points_each": points})


def list_shapes(
    standard: Blueprint, lists: Sequence[Sequence[Candidate]]
) -> Iterator[tuple[Blueprint, tuple[Diagnostic, ...]]]:
    """Yield the standard blueprint, then less and less of it, each with what has to be said about it.

    Shares of difficulty and sections give way before the count of questions, the share of figures last of all.
    ``lists``: ever longer shortlists of the candidates, the last holds all of them.
    """
    for names in RELAXED[:-1]:
        shape = standard.model_copy(update=dict.fromkeys(names))
        yield shape, tuple(_say_relaxed(standard, shape))
    scaled = _scale_first(standard, lists)
    if scaled is not None:
        for names in RELAXED:
            shape = scaled.model_copy(update=dict.fromkeys(names))
            yield shape, (*_say_shortage(standard, shape), *_say_relaxed(standard, shape))


def _scale_first(standard: Blueprint, lists: Sequence[Sequence[Candidate]]) -> Blueprint | None:
    """Return the shape of the first shortlist that fills all parts it could, else of the longest.

    All candidates are looked at only where no shortlist was worth making: a shape is proposed here, nobody's wish.
    """
    units: Counter[Kind] = Counter()
    for candidate in lists[-1]:
        units[candidate.item.kind] += candidate.item.units
    most = sum(min(part.count, units[part.kind]) for part in standard.parts)
    scaled: Blueprint | None = None
    for candidates in lists[:-1] or lists:
        scaled = scale(standard, candidates) or scale(standard.model_copy(update={"numeric": None}), candidates)
        if scaled is not None and sum(part.count for part in scaled.parts) == most:
            break
    return scaled


def shrink_to_one(standard: Blueprint, candidates: Sequence[Candidate]) -> Blueprint:
    """Return the least the standard could come to: one question; for a bank that does not even yield that."""
    kinds = {candidate.item.kind for candidate in candidates}
    part = next((part for part in standard.parts if part.kind in kinds), standard.parts[0])
    one = _shrink(part, 1)
    changes = {"parts": (one,), "total": one.marks[0], "difficulty": None, "sections": None, "numeric": None}
    return standard.model_copy(update=changes)


def _say_shortage(standard: Blueprint, shape: Blueprint) -> Iterator[Diagnostic]:
    """Yield the remark that names the kinds there are too few of."""
    wanted, got = _count_kinds(standard), _count_kinds(shape)
    fewer = [kind for kind, count in wanted.items() if got[kind] < count]
    if fewer:
        each = "，".join(f"{KINDS[kind].label} {wanted[kind]} 只够 {got[kind]}" for kind in fewer)
        message = f"题库不够出满标准卷（{each}），试卷缩为满分 {shape.total:g} 分、{shape.minutes} 分钟"
        yield Diagnostic(code="W-AUTO", message=message)


def _say_relaxed(standard: Blueprint, shape: Blueprint) -> Iterator[Diagnostic]:
    """Yield the remark that names the wishes given up."""
    given_up = [
        name
        for wish, name in WISH_NAMES.items()
        if getattr(standard, wish) is not None and getattr(shape, wish) is None
    ]
    if given_up:
        yield Diagnostic(code="W-AUTO", message=f"题库满足不了标准卷的{'、'.join(given_up)}，已放宽")


def _count_kinds(blueprint: Blueprint) -> Counter[Kind]:
    counts: Counter[Kind] = Counter()
    for part in blueprint.parts:
        counts[part.kind] += part.count
    return counts
