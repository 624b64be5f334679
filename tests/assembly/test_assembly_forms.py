"""Forms A, B, …: the same shape and spread, other facts; or the same items in another order."""

from __future__ import annotations

from collections import Counter
from random import Random

import paper_faults as judge
import pytest
from bank_factory import make_bank, make_item

from quizgen.assembly import assemble
from quizgen.assembly.scaling import read_standard
from quizgen.itemsets import Bank, Form
from quizgen.model.blueprint import Blueprint, Part

STANDARD = read_standard()


def facts(form: Form) -> set[str]:
    return {item.asks for item, _, _ in judge.entries(form)}


def codes(paper) -> set[str]:
    return {remark.code for remark in paper.diagnostics}


@pytest.mark.parametrize("versions", [2, 3])
def test_forms_have_no_fact_in_common_when_the_bank_is_large(versions: int) -> None:
    bank = make_bank(600)
    paper = assemble([bank], STANDARD, versions=versions)
    assert [form.label for form in paper.forms] == list("ABC")[:versions]
    assert sum(len(facts(form)) for form in paper.forms) == len(set().union(*map(facts, paper.forms)))
    assert codes(paper) == set()
    for form in paper.forms:
        chosen = judge.entries(form)
        assert judge.rule_faults(chosen) | judge.wish_faults(chosen, STANDARD, [bank]) == set()


def twice(seed: int) -> tuple[Bank, Blueprint]:
    """Return a bank with exactly twice what its blueprint needs, true and false alike, some items enemies."""
    random = Random(seed)
    kinds = ["fill_blank"] * 10 + ["single_choice"] * 10 + ["true_false"] * 12
    items = []
    for number, kind in enumerate(kinds):
        item = make_item(random, number * 3, 4, kind, asks=f"f{number}", fact="position", enemies=())
        while item.units != 1 or (kind == "true_false" and item.key != (number % 2 == 0)):
            item = make_item(random, number * 3, 4, kind, asks=f"f{number}", fact="position")
        items.append(item)
    items = [item.model_copy(update={"stem": f"{item.stem[:-1]}{item.id}。"}) for item in items]
    items[0] = items[0].model_copy(update={"enemies": (items[1].id, items[2].id)})
    counts = Counter(kinds)
    parts = tuple(Part(kind=kind, count=count // 2, points_each=1) for kind, count in counts.items())
    return Bank(items=tuple(items)), Blueprint(parts=parts, total=len(kinds) // 2)


@pytest.mark.parametrize("seed", range(10))
def test_forms_differ_in_nine_of_ten_facts_when_the_bank_has_twice_the_need(seed: int) -> None:
    bank, blueprint = twice(seed)
    first, second = map(facts, assemble([bank], blueprint, versions=2, seed=seed).forms)
    assert len(first & second) <= len(first) / 10


def test_common_facts_are_told_and_asked_in_another_way_if_possible() -> None:
    random = Random(1)
    items = [
        make_item(random, number * 3, 1, kind, asks=f"f{number}", fact="position", id=f"{kind[0]}{number}")
        for number in range(4)
        for kind in ("single_choice", "term_definition")
    ]
    blueprint = Blueprint(
        parts=(
            Part(kind="single_choice", count=2, points_each=2),
            Part(kind="term_definition", count=2, points_each=3),
        ),
        total=10,
    )
    paper = assemble([Bank(items=items)], blueprint, versions=2)
    first, second = ({item.id for item, _, _ in judge.entries(form)} for form in paper.forms)
    assert codes(paper) == {"W-FORMS"}
    assert "4 处" in paper.diagnostics[0].message
    assert not first & second


def test_spread_of_difficulty_and_articles_is_alike() -> None:
    paper = assemble([make_bank(800, articles=5)], STANDARD, versions=2)
    spreads = []
    for form in paper.forms:
        marks: Counter[str] = Counter()
        for item, _, each in judge.entries(form):
            marks[item.difficulty] += each * item.units
            marks[item.section] += each * item.units
        spreads.append(marks)
    assert all(abs(spreads[0][name] - spreads[1][name]) <= 9 for name in spreads[0] | spreads[1])


def test_shuffle_only_prints_the_same_items_in_another_order() -> None:
    paper = assemble([make_bank(300)], STANDARD, versions=3, shuffle_only=True)
    orders = [[item.id for item, _, _ in judge.entries(form)] for form in paper.forms]
    assert len({frozenset(order) for order in orders}) == 1
    assert len({tuple(order) for order in orders}) == 3
    for form in paper.forms:
        assert judge.printing_faults(form, STANDARD) == set()


def letters_of(form: Form, kind: str) -> list[tuple[int, ...]]:
    placed = [one for part in form.parts if part.kind == kind for one in part.items]
    return [tuple(n for n, text in enumerate(one.options) if text in one.item.keys_asked) for one in placed]


def test_letters_are_level_in_every_form_and_pass_chi_square_over_200_seeds() -> None:
    bank = make_bank(60, fact="position")
    blueprint = Blueprint(parts=(Part(kind="single_choice", count=8, points_each=2),), total=16)
    tally: Counter[tuple[int, int]] = Counter()
    for seed in range(200):
        line = [letter for (letter,) in letters_of(assemble([bank], blueprint, seed=seed).forms[0], "single_choice")]
        assert sorted(Counter(line).values()) == [2, 2, 2, 2]
        assert judge.longest_run(line) <= 3
        tally.update(enumerate(line))
    statistic = sum((tally[place, letter] - 50) ** 2 / 50 for place in range(8) for letter in range(4))
    assert statistic < 51.2  # 24 degrees of freedom, p = 0.001


def test_figures_ascend_and_the_other_letters_make_up_for_them() -> None:
    form = assemble([make_bank(400)], STANDARD.model_copy(update={"numeric": 1.0})).forms[0]
    single = next(part for part in form.parts if part.kind == "single_choice")
    figures = [one for one in single.items if one.item.key.isdecimal()]
    assert figures
    assert all(list(one.options) == sorted(one.options, key=int) for one in figures)
    counts = Counter(letter for (letter,) in letters_of(form, "single_choice"))
    assert max(counts.values()) - min(counts[letter] for letter in range(4)) <= 1
