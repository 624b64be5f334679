"""The rules no paper breaks, whatever the blueprint says (RULES.md section 11), each by its name."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, Terms
from quizgen.assembly.leaks import Leak, find_leaks, squeeze
from quizgen.assembly.solver import INFINITY, Program, Row

MOST_PER_SENTENCE = 2
ALL_KEYED_PERCENT = 15


class Rule(NamedTuple):
    """A rule as a person says it, and what writes it into a program over a grid."""

    label: str
    write: Callable[[Program, Grid], None]


def _write_facts(program: Program, grid: Grid) -> None:
    """Write: at most one item per fact; an item itself stands once."""
    for rows in group(grid.candidates, lambda candidate: candidate.fact):
        program.add_rows(_at_most(grid.count(rows), 1))


def group(candidates: Iterable[Candidate], key: Callable[[Candidate], Hashable]) -> list[list[int]]:
    """Return the rows of the candidates of equal key; a key of None is no group."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for row, candidate in enumerate(candidates):
        groups[key(candidate)].append(row)
    return [rows for name, rows in groups.items() if name is not None]


def _at_most(terms: Terms, most: int) -> Iterator[Row]:
    """Yield the row that bounds these terms, if it can bite."""
    if len(terms) > most:
        yield Row(terms, 0, most)


def _write_enemies(program: Program, grid: Grid) -> None:
    """Write: an item and its enemy never together, whichever of the two names the other."""
    rows = {candidate.item.id: row for row, candidate in enumerate(grid.candidates)}
    named = ((row, rows.get(enemy, row)) for row, c in enumerate(grid.candidates) for enemy in c.item.enemies)
    for pair in sorted({(min(pair), max(pair)) for pair in named if pair[0] != pair[1]}):
        program.add_rows(_at_most(grid.count(pair), 1))


def _write_leaks(program: Program, grid: Grid) -> None:
    """Write: no item shows what another asks for."""
    for leak in find_leaks([candidate.item for candidate in grid.candidates]):
        _write_leak(program, grid, leak)


def _write_leak(program: Program, grid: Grid, leak: Leak) -> None:
    """Write one key: any number of holders, or any number of showers, or one item that is both."""
    both = set(leak.holders) & set(leak.showers)
    sides = ([row for row in side if row not in both] for side in leak)
    terms = [term for side in sides for term in _any_of(program, grid, side)]
    program.add_rows(_at_most((*terms, *grid.count(sorted(both))), 1))


def _any_of(program: Program, grid: Grid, rows: list[int]) -> Terms:
    """Return terms that are at least 1 when any of these candidates is printed."""
    if len(rows) < 2:
        return grid.count(rows)
    column = program.add_column()
    program.add_rows(Row((*grid.chosen(row), (column, -1)), -1, 0) for row in rows)
    return ((column, 1),)


def _write_sentences(program: Program, grid: Grid) -> None:
    """Write: at most two items on one sentence – on one place of the booklet, or on one wording."""
    most = MOST_PER_SENTENCE
    for rows in group(grid.candidates, _quote):
        program.add_rows(_at_most(grid.count(rows), most))
    for rows in group(grid.candidates, lambda candidate: candidate.origin if candidate.item.provenance else None):
        for crowd in _crowds(grid, rows):
            program.add_rows(_at_most(grid.count(crowd), most))


def _quote(candidate: Candidate) -> str | None:
    return squeeze(candidate.item.provenance[0].quote) if candidate.item.provenance else None


def _crowds(grid: Grid, rows: list[int]) -> Iterator[list[int]]:
    """Yield, for every place where a quote begins, the rows of one booklet whose quotes cover it."""
    spans = sorted((grid.candidates[row].item.provenance[0].span, row) for row in rows)
    starts = [span[0] for span, _ in spans]
    longest = max(span[1] - span[0] for span, _ in spans)
    for start in dict.fromkeys(starts):
        near = spans[bisect.bisect_left(starts, start - longest) : bisect.bisect_right(starts, start)]
        yield sorted(row for span, row in near if span[1] > start)


def _write_halves(program: Program, grid: Grid) -> None:
    """Write: in a part of true_false half are false, rounded either way."""
    for terms in _each_part(grid, _truth):
        program.add_rows([Row(terms, -1, 1)])


def _truth(candidate: Candidate) -> int:
    item = candidate.item
    return (1 if item.key else -1) if item.kind == "true_false" else 0


def _write_keyed(program: Program, grid: Grid) -> None:
    """Write: at most 15 % of a part of multiple_choice have every option keyed."""
    for terms in _each_part(grid, _excess):
        program.add_rows([Row(terms, -INFINITY, 0)])


def _excess(candidate: Candidate) -> int:
    item = candidate.item
    if item.kind != "multiple_choice":
        return 0
    return -ALL_KEYED_PERCENT if item.distractors else 100 - ALL_KEYED_PERCENT


def _each_part(grid: Grid, weigh: Callable[[Candidate], int]) -> Iterator[Terms]:
    """Yield, for every part where something weighs, the terms that add its items' weights up."""
    terms: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for column, cell in enumerate(grid.cells, grid.first):
        weight = weigh(grid.candidates[cell.row])
        if weight:
            terms[grid.slots[cell.slot].part].append((column, weight))
    yield from (tuple(part) for part in terms.values())


RULES = (
    Rule("同一事实只出一题", _write_facts),
    Rule("互为敌题的不同卷", _write_enemies),
    Rule("题目之间不泄露答案", _write_leaks),
    Rule("同一句话至多出两题", _write_sentences),
    Rule("判断题对错各半", _write_halves),
    Rule("全选的多选题不超过15%", _write_keyed),
)
