"""Parallel forms A, B, …: one blueprint, the same spread of difficulty and sections, as few common facts as can be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.assembly.grid import Grid, Terms, move_grid
from quizgen.assembly.preferences import STEP, STEPS, write_excess, write_preferences
from quizgen.assembly.rules import group
from quizgen.assembly.selection import NODES, Bench, Chosen, Stock, bind, open_program, read_form
from quizgen.assembly.solver import INFINITY, Program, Row, solve
from quizgen.assembly.wishes import LEVEL_NAMES, Wish, has_level, list_wishes, stands_in
from quizgen.model.blueprint import Blueprint, Kind

REPEATED_FACT = 200 * STEPS * STEP  # lost for a fact asked in two forms: more than any salience can win
REPEATED_ITEM = 200 * STEPS * STEP  # lost on top when it is the very same item
MOST_CELLS = 6000
"""Cells of all forms up to which they are made at once."""
UNEVEN = 5 * STEP  # lost for every half mark by which a spread differs more than one item

Form = list[Chosen]


class Spread(NamedTuple):
    """The half marks of one form in one difficulty or one article, as terms over its grid."""

    name: object
    terms: Terms


def choose_forms(stock: Stock, blueprint: Blueprint, versions: int) -> list[Form] | None:
    """Return the items of every form in booklet order, None when not even one form exists.

    The forms are made one after the other. Where that leaves common facts though the bank might do without, they are
    made at once, which finds the fewest there can be.
    """
    bench = stock.bench(blueprint)
    wishes = list_wishes(blueprint, bench.grid)
    forms: list[Form] = []
    for _ in range(versions):
        form = _next_form(bench, wishes, forms)
        if form is None:
            return None
        forms.append(form)
    large = len(bench.grid.cells) * versions > MOST_CELLS
    if not count_repeats(forms) or _is_short_of_facts(bench.grid, versions) or large:
        return forms
    return min(forms, _choose_at_once(bench.grid, blueprint, stock.gains, versions), key=count_repeats)


def count_repeats(forms: Sequence[Form]) -> int:
    """Return how many times a form asks a fact that an earlier one asks too."""
    asked = Counter(chosen.candidate.fact for form in forms for chosen in form)
    return asked.total() - len(asked)


def _is_short_of_facts(grid: Grid, versions: int) -> bool:
    """Return whether no choice can avoid common facts: a kind has fewer facts than all forms need items of it."""
    facts: dict[Kind, set[str]] = defaultdict(set)
    widest: dict[Kind, int] = defaultdict(int)
    for candidate, columns in zip(grid.candidates, grid.columns, strict=True):
        if columns:
            facts[candidate.item.kind].add(candidate.fact)
            widest[candidate.item.kind] = max(widest[candidate.item.kind], candidate.item.units)
    needed: Counter[Kind] = Counter()
    for slot in grid.slots:
        needed[slot.kind] += -(-slot.count // widest[slot.kind])
    return any(versions * count > len(facts[kind]) for kind, count in needed.items())


def _next_form(bench: Bench, wishes: Sequence[Wish], earlier: list[Form]) -> Form | None:
    grid, program = bench.grid, bench.program.copy()
    for wish in wishes:
        program.add_rows(wish.rows)
    if earlier:
        _write_losses(program, grid, earlier)
        marks = _measure(earlier[0])
        for spread in _spreads(grid):
            _write_parity(program, grid, spread.terms, marks[spread.name])
    values = solve(program, node_limit=NODES)
    return None if values is None else read_form(grid, values)


def _write_losses(program: Program, grid: Grid, earlier: list[Form]) -> None:
    """Write what is lost by asking again what an earlier form asks."""
    facts = Counter(chosen.candidate.fact for form in earlier for chosen in form)
    items = Counter(chosen.candidate.item.id for form in earlier for chosen in form)
    for column, cell in enumerate(grid.cells, grid.first):
        candidate = grid.candidates[cell.row]
        program.gains[column] -= facts[candidate.fact] * REPEATED_FACT + items[candidate.item.id] * REPEATED_ITEM


def _spreads(grid: Grid) -> Iterator[Spread]:
    for level in LEVEL_NAMES:
        yield Spread(level, grid.sum_marks(has_level(level)))
    for article in grid.articles:
        yield Spread(article, grid.sum_marks(stands_in(article)))


def _measure(form: Form) -> Counter[object]:
    """Return the half marks of a form by difficulty and by article."""
    marks: Counter[object] = Counter()
    for candidate, slot in form:
        for name in (candidate.item.difficulty, candidate.article):
            if name is not None:
                marks[name] += candidate.item.units * slot.marks
    return marks


def _write_parity(program: Program, grid: Grid, terms: Terms, marks: int) -> None:
    """Write that these half marks should be those of the first form, give or take one item."""
    item = max(slot.marks for slot in grid.slots)
    write_excess(program, terms, marks + item, UNEVEN)
    missing = program.add_column(-UNEVEN, high=INFINITY)
    program.add_rows([Row((*terms, (missing, 1)), marks - item, INFINITY)])


def _choose_at_once(grid: Grid, blueprint: Blueprint, gains: dict[str, int], versions: int) -> list[Form]:
    """Return all forms of one program, in which a fact asked again costs more than anything it could win."""
    grids = [move_grid(grid, number * len(grid.cells)) for number in range(versions)]
    program = open_program(*grids)
    for one in grids:
        bind(program, one)
        for wish in list_wishes(blueprint, one):
            program.add_rows(wish.rows)
        write_preferences(program, one, gains)
    for rows in group(grid.candidates, lambda candidate: candidate.fact):
        terms = tuple(term for one in grids for term in one.count(rows))
        write_excess(program, terms, 1, REPEATED_FACT)
        for row in rows:
            write_excess(program, tuple(term for one in grids for term in one.chosen(row)), 1, REPEATED_ITEM)
    values = solve(program, node_limit=NODES) or []
    return [read_form(one, values) for one in grids] if values else []
