"""The wishes without rules: few columns, the same answers; explanations of large banks go through them."""

from __future__ import annotations

from random import Random

import pytest
from bank_factory import make_bank

from quizgen.assembly import relaxation
from quizgen.assembly.candidates import gather
from quizgen.assembly.explanation import explain
from quizgen.assembly.grid import lay_grid
from quizgen.assembly.preferences import rate
from quizgen.assembly.relaxation import Relaxation, may_hold
from quizgen.assembly.scaling import read_standard
from quizgen.assembly.selection import open_program
from quizgen.assembly.shortlist import LARGE, shorten
from quizgen.assembly.solver import solve
from quizgen.assembly.wishes import list_wishes
from quizgen.model.blueprint import Blueprint

STANDARD = read_standard()


def wished(random: Random) -> Blueprint:
    """Return the standard blueprint with shares that may or may not hold."""
    levels = {level: random.choice((0.0, 0.2, 0.5, 0.9)) for level in ("easy", "medium", "hard")}
    sections = random.choice(("even", {"第1篇": 0.5}, {"主题1": 0.9, "主题2": 0.4}))
    return STANDARD.model_copy(update={"difficulty": levels, "sections": sections, "numeric": random.choice((0, 0.3))})


@pytest.mark.parametrize("seed", range(12))
def test_alike_items_in_one_column_answer_as_each_in_its_own(seed: int) -> None:
    random = Random(seed)
    candidates, blueprint = gather([make_bank(60 + 20 * seed, seed, articles=4)], 0), wished(random)
    grid = lay_grid(candidates, blueprint)
    wishes = list_wishes(blueprint, grid)
    relaxed = Relaxation(grid, wishes)
    assert len(relaxed.program.gains) < len(grid.cells)
    for _ in range(8):
        chosen = random.sample(wishes, random.randint(1, len(wishes)))
        plain = open_program(grid)
        plain.add_rows(row for wish in chosen for row in wish.rows)
        held = solve(relaxed.wish([wish.name for wish in chosen])) is not None
        assert held is (solve(plain) is not None)
    assert may_hold(candidates, blueprint) is (solve(relaxed.wish([wish.name for wish in wishes])) is not None)


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(2, 8))])
def test_a_large_bank_is_explained_as_if_every_item_had_been_asked(seed: int, monkeypatch) -> None:
    random = Random(f"large {seed}")
    candidates = gather([make_bank(LARGE + 300, seed)], 0)
    blueprint = wished(random)
    while may_hold(candidates, blueprint):
        blueprint = wished(random)
    short = shorten(candidates, blueprint, rate(candidates, 0, 40), 1)[0]
    assert len(short) < len(candidates)
    monkeypatch.setattr(relaxation, "MORE", seed)  # more or fewer suggested: the whole is asked for the rest
    quick, slow = (explain(candidates, likely, blueprint) for likely in (short, candidates))
    assert [one.name for one in quick.wishes] == [one.name for one in slow.wishes]


def test_even_counts_the_articles_a_shortlist_leaves_out() -> None:
    candidates = gather([make_bank(400, 3, articles=8)], 0)
    short = [candidate for candidate in candidates if candidate.item.section != "第8篇"]
    grid = lay_grid(short, STANDARD, candidates)
    assert [title for _, title in grid.articles] == [f"第{number}篇" for number in range(1, 9)]
    even = next(wish for wish in list_wishes(STANDARD, grid) if wish.name == "sections")
    assert [demand.row.terms for demand in even.demands if demand.label == "《第8篇》"] == [()]
    assert not may_hold(short, STANDARD.model_copy(update={"sections": {"第8篇": 0.5}}))
