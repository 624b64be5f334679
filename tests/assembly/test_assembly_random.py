"""Random blueprints x banks: feasible ones solved, infeasible ones explained by a set infeasible and minimal."""

from __future__ import annotations

from itertools import product
from random import Random

import paper_faults as judge
import pytest
from bank_factory import KINDS, make_item
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.assembly import assemble
from quizgen.errors import AssemblyError
from quizgen.items.base import Use
from quizgen.itemsets import Bank, Source
from quizgen.model.blueprint import Blueprint, Part

TINY = 8
POINTS = (0.5, 1, 2, 3)


def tiny_bank(random: Random) -> Bank:
    """Return a bank small enough to try every subset: few facts, few articles, enemies, retired and used items."""
    kinds = random.sample(sorted(set(KINDS)), 2)
    articles = random.randint(1, 3)
    items = []
    for number in range(random.randint(1, TINY)):
        changes = {
            "asks": random.choice((f"f{number}", f"f{number}", f"f{number // 2}", None)),
            "enemies": (f"{kinds[0][0]}{random.randrange(TINY):06d}",) if random.random() < 0.2 else (),
            "status": random.choice(("draft", "draft", "draft", "reviewed", "retired")),
            "difficulty": random.choice(("easy", "medium", None)),
            "used": (Use(paper="期中", date="2024-05-06"),) if random.random() < 0.2 else (),
        }
        items.append(make_item(random, number, articles, random.choice(kinds), **changes))
    return Bank(title="清河", sources=(Source(id="b1", name="a.txt", sha256="0" * 64),), items=tuple(items))


def tiny_blueprint(random: Random, bank: Bank) -> Blueprint:
    kinds = sorted({item.kind for item in bank.items})
    parts = tuple(tiny_part(random, random.choice(kinds)) for _ in range(random.randint(1, 2)))
    shares = {}
    if random.random() < 0.5:
        shares["difficulty"] = {"easy": random.choice((0.0, 0.3, 0.5, 1.0)), "medium": random.choice((0.0, 0.5))}
    if random.random() < 0.5:
        shares["sections"] = random.choice(("even", {"第1篇": 0.5, "主题1": 0.4}, {"第9篇": 0.6}))
    if random.random() < 0.3:
        shares["numeric"] = random.choice((0.0, 0.25, 0.5))
    total = sum(sum(part.marks) for part in parts)
    return Blueprint(total=total, parts=parts, exclude_used_within=random.choice((0, 1, 3)), **shares)


def tiny_part(random: Random, kind: str) -> Part:
    count = random.randint(1, 3)
    each = random.choice(POINTS)
    marks = tuple(random.choice(POINTS) for _ in range(count)) if random.random() < 0.3 else each
    return Part(kind=kind, count=count, points_each=marks)


def all_papers(bank: Bank, blueprint: Blueprint) -> list[set[str]]:
    """Return, of every set of places the rules allow, the wishes it misses."""
    usable = [item for item in bank.items if item.status != "retired"]
    places = [[None, *judge.fits(item, blueprint)] for item in usable]
    papers = []
    for choice in product(*places):
        chosen = [(item, *place) for item, place in zip(usable, choice, strict=True) if place]
        if not judge.rule_faults(chosen):
            papers.append(judge.wish_faults(chosen, blueprint, [bank]))
    return papers


def check_against_brute_force(seed: int) -> None:
    random = Random(seed)
    bank = tiny_bank(random)
    blueprint = tiny_blueprint(random, bank)
    papers = all_papers(bank, blueprint)
    try:
        form = assemble([bank], blueprint, seed=seed).forms[0]
    except AssemblyError as error:
        assert set() not in papers, "a paper exists"
        named = {wish.name for wish in error.wishes}
        assert named
        assert not any(named.isdisjoint(missed) for missed in papers), "the wishes named can hold together"
        for name in named:
            assert any((named - {name}).isdisjoint(missed) for missed in papers), f"{name} is idle"
        assert all(wish.wanted and wish.available for wish in error.wishes)
    else:
        chosen = judge.entries(form)
        assert judge.rule_faults(chosen) == set()
        assert judge.wish_faults(chosen, blueprint, [bank]) == set()
        assert judge.printing_faults(form, blueprint) == set()


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9))
def test_agrees_with_brute_force_on_tiny_banks(seed: int) -> None:
    check_against_brute_force(seed)


@pytest.mark.full
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9))
def test_agrees_with_brute_force_a_thousand_times(seed: int) -> None:
    check_against_brute_force(seed)
