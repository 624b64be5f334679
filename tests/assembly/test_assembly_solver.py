"""The solver: exact, bounded by nodes, and honest where it gives up."""

from __future__ import annotations

from random import Random

import pytest

from quizgen.assembly import highs, solver
from quizgen.assembly.solver import INFINITY, Program, Row, solve
from quizgen.errors import AssemblyError


def knapsack(rows: int, columns: int, seed: int) -> Program:
    """Return equations that are hard to meet: random weights that should split in halves."""
    random = Random(seed)
    program = Program()
    for _ in range(columns):
        program.add_column(random.randrange(10), whole=True)
    for _ in range(rows):
        weights = [random.randrange(1, 100) for _ in range(columns)]
        program.add_rows([Row(tuple(enumerate(weights)), sum(weights) // 2, sum(weights) // 2)])
    return program


def test_best_values() -> None:
    program = Program()
    for gain in (3, 2, 2):
        program.add_column(gain, whole=True)
    program.add_rows([Row(((0, 1), (1, 1)), 0, 1), Row(((0, 1), (2, 1)), 0, 1)])
    assert solve(program) == [0, 1, 1]
    program.add_rows([Row(((0, 1), (1, 1), (2, 1)), 3, INFINITY)])
    assert solve(program) is None


def test_a_row_without_columns_can_be_what_fails() -> None:
    program = Program()
    assert solve(program) == []
    program.add_rows([Row((), 1, 1)])
    assert solve(program) is None


def test_values_are_found_beyond_the_limit_for_the_best() -> None:
    program = knapsack(2, 20, 3)
    values = solve(program, node_limit=1)
    assert values is not None
    for row in program.rows:
        assert sum(factor * values[column] for column, factor in row.terms) == row.low


def test_a_search_without_end_is_given_up(monkeypatch) -> None:
    monkeypatch.setattr(solver, "MOST_NODES", 20)
    with pytest.raises(AssemblyError, match="E-SEARCH"):
        solve(knapsack(5, 40, 1), node_limit=1)


def test_a_copy_goes_its_own_way() -> None:
    program = knapsack(1, 5, 1)
    other = program.copy()
    other.add_column()
    other.add_rows([Row((), 0, 0)])
    other.gains[0] = 99
    assert (len(program.gains), len(program.rows), program.gains[0] == 99) == (5, 1, False)


@pytest.mark.skipif(highs.load_library() is None, reason="HiGHS's wheel holds no library here")
@pytest.mark.parametrize("seed", range(12))
def test_both_ways_to_ask_answer_alike(seed: int) -> None:
    program = knapsack(1 + seed % 3, 12, seed)
    program.add_column(-3, high=INFINITY)
    program.add_rows([Row(((0, 1), (1, 1), (12, -1)), -INFINITY, 1)])
    model = solver._model(program, program.gains)
    library = highs.load_library()
    assert library is not None
    for limit in (1, 20, solver.MOST_NODES):
        assert highs.ask_library(library, model, limit) == highs.ask_package(model, limit)


def test_without_a_library_the_package_is_asked(monkeypatch) -> None:
    monkeypatch.setattr(highs, "load_library", lambda: None)
    test_best_values()
