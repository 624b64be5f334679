"""Papers from larger banks: rules kept, wishes met, the best chosen, the same for the same seed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from random import Random

import paper_faults as judge
import pytest
from bank_factory import make_bank, make_item
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.assembly import assemble
from quizgen.assembly.scaling import read_standard
from quizgen.errors import AssemblyError
from quizgen.items.base import Point, Use
from quizgen.itemsets import Bank, Form
from quizgen.model.blueprint import Blueprint, Part

STANDARD = read_standard()


def faults(form: Form, blueprint: Blueprint, bank: Bank) -> set[str]:
    chosen = judge.entries(form)
    missed = judge.wish_faults(chosen, blueprint, [bank])
    return judge.rule_faults(chosen) | missed | judge.printing_faults(form, blueprint)


def blueprint_of(*parts: Part, **wishes) -> Blueprint:
    return Blueprint(total=sum(sum(part.marks) for part in parts), parts=parts, **wishes)


@pytest.mark.parametrize("size", [120, 400, 2000])
def test_standard_paper_breaks_nothing(size: int) -> None:
    bank = make_bank(size)
    assert faults(assemble([bank], STANDARD, seed=7).forms[0], STANDARD, bank) == set()


def random_blueprint(random: Random) -> Blueprint:
    kinds = random.sample(("fill_blank", "single_choice", "multiple_choice", "true_false", "short_answer"), 3)
    parts = [Part(kind=kind, count=random.randint(1, 12), points_each=random.choice((1, 1.5, 2, 4))) for kind in kinds]
    easy = random.choice((0.2, 0.4, 0.6))
    return blueprint_of(
        *parts,
        difficulty=random.choice((None, {"easy": easy, "hard": 0.2})),
        sections=random.choice((None, "even", {"主题1": 0.3})),
        numeric=random.choice((None, 0.1, 0.3)),
        order=random.choice(("booklet", "difficulty")),
    )


def check_random(seed: int) -> None:
    random = Random(seed)
    bank = make_bank(random.choice((60, 150, 300)), seed, articles=random.choice((3, 8, 20)))
    blueprint = random_blueprint(random)
    try:
        paper = assemble([bank], blueprint, seed=seed, versions=random.choice((1, 1, 2)))
    except AssemblyError as error:
        assert error.code == "E-BLUEPRINT"
        assert error.wishes
    else:
        assert [faults(form, blueprint, bank) for form in paper.forms] == [set()] * len(paper.forms)


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9))
def test_random_papers_break_nothing(seed: int) -> None:
    check_random(seed)


@pytest.mark.full
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9))
def test_a_thousand_random_papers_break_nothing(seed: int) -> None:
    check_random(seed)


def test_the_most_salient_items_are_chosen() -> None:
    random = Random(1)
    items = [
        make_item(random, n * 3, 1, "fill_blank", asks=f"f{n}", salience=n / 20, fact="position") for n in range(20)
    ]
    items = [item for item in items if item.units == 1]
    form = assemble([Bank(items=items)], blueprint_of(Part(kind="fill_blank", count=3, points_each=2))).forms[0]
    assert {placed.item.salience for placed in form.parts[0].items} == {item.salience for item in items[-3:]}


def test_every_article_is_asked_about_when_it_can_be() -> None:
    bank = make_bank(300, articles=20)
    form = assemble([bank], STANDARD).forms[0]
    assert len({item.section for item, _, _ in judge.entries(form)}) == 20


def test_no_article_of_four_holds_more_than_a_quarter() -> None:
    bank = make_bank(300, articles=4)
    form = assemble([bank], STANDARD).forms[0]
    marks = Counter()
    for item, _, each in judge.entries(form):
        marks[item.section] += each * item.units
    assert set(marks.values()) == {25}


def test_at_most_one_person_is_asked_for() -> None:
    form = assemble([make_bank(300)], STANDARD).forms[0]
    assert sum(item.fact == "person" for item, _, _ in judge.entries(form)) <= 1


def test_seed_decides_among_equals() -> None:
    bank = make_bank(300, salience=0.5)
    papers = [assemble([bank], STANDARD, seed=seed) for seed in (1, 2, 1)]
    printed = [{item.id for item, _, _ in judge.entries(paper.forms[0])} for paper in papers]
    assert papers[0] == papers[2]
    assert printed[0] != printed[1]


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from bank_factory import make_bank
from quizgen.assembly import assemble
print(assemble([make_bank(150)], None, seed=3, versions=2).model_dump_json())
"""


def test_same_paper_in_every_process() -> None:
    folder = __file__.rsplit("test_assembly_papers", 1)[0]
    command = [sys.executable, "-c", SCRIPT, folder]
    outputs = {subprocess.run(command, env={"PYTHONHASHSEED": s}, capture_output=True).stdout for s in "17"}
    assert len(outputs) == 1
    assert outputs != {b""}


def test_marks_stand_where_the_blueprint_puts_them() -> None:
    blueprint = blueprint_of(Part(kind="short_answer", count=3, points_each=(8, 9, 8)))
    part = assemble([make_bank(100)], blueprint).forms[0].parts[0]
    assert [placed.points for placed in part.items] == [8, 9, 8]
    assert part.points_each == (8, 9, 8)


def test_two_parts_of_one_kind() -> None:
    parts = [Part(kind="single_choice", count=5, points_each=each) for each in (1, 2)]
    form = assemble([make_bank(100)], blueprint_of(*parts)).forms[0]
    assert [part.points for part in form.parts] == [5, 10]


def test_items_stand_in_booklet_order() -> None:
    form = assemble([make_bank(200)], STANDARD).forms[0]
    for part in (part for part in form.parts if part.kind not in ("true_false", "short_answer")):
        spans = [placed.item.provenance[0].span for placed in part.items]
        assert spans == sorted(spans)


def test_items_stand_from_easy_to_hard_when_asked() -> None:
    form = assemble([make_bank(200)], STANDARD.model_copy(update={"order": "difficulty"})).forms[0]
    levels = [("easy", "medium", "hard").index(placed.item.difficulty) for placed in form.parts[1].items]
    assert levels == sorted(levels)


def test_an_item_needs_half_a_mark_for_every_point() -> None:
    bank = Bank(items=[item for item in make_bank(200).items if item.kind == "short_answer"])
    form = assemble([bank], blueprint_of(Part(kind="short_answer", count=1, points_each=1.5))).forms[0]
    assert len(form.parts[0].items[0].item.points) == 3


def test_a_light_point_needs_half_a_mark_too() -> None:
    heavy = (Point(text="甲举措", weight=10), Point(text="乙举措"))
    item = next(item for item in make_bank(50).items if item.kind == "short_answer")
    bank = Bank(items=[item.model_copy(update={"points": heavy})])
    for marks, fits in ((5, False), (5.5, True)):
        blueprint = blueprint_of(Part(kind="short_answer", count=1, points_each=marks))
        if fits:
            assert assemble([bank], blueprint).forms[0].parts[0].items[0].points == marks
        else:
            with pytest.raises(AssemblyError, match="E-BLUEPRINT"):
                assemble([bank], blueprint)


def test_recent_papers_are_kept_apart_over_all_banks() -> None:
    random = Random(1)
    dates = ("2024-01-05", "2024-02-05", "2024-03-05")
    uses = {n: (Use(paper=f"卷{n}", date=day),) for n, day in enumerate(dates)}
    items = [
        make_item(random, n * 9, 1, "true_false", asks=f"f{n}", id=f"t{n}", used=uses.get(n, ()), salience=1 - n / 10)
        for n in range(5)
    ]
    banks = [Bank(items=items[:2]), Bank(items=items[2:])]
    part = Part(kind="true_false", count=1, points_each=1)
    first = [
        assemble(banks, blueprint_of(part, exclude_used_within=n)).forms[0].parts[0].items[0].item.id for n in range(4)
    ]
    assert first == ["t0", "t0", "t0", "t3"]


def test_an_item_in_two_banks_is_one_item() -> None:
    bank = make_bank(40)
    assert assemble([bank, bank], None).forms == assemble([bank], None).forms


def test_retired_in_one_bank_is_retired() -> None:
    bank = make_bank(120)
    retired = {item.id for item in bank.items[::2]}
    items = [item.model_copy(update={"status": "retired"}) if item.id in retired else item for item in bank.items]
    form = assemble([bank, Bank(items=items)], None).forms[0]
    assert not retired & {item.id for item, _, _ in judge.entries(form)}


def test_title_takes_the_banks_titles() -> None:
    bank = make_bank(120)
    assert assemble([bank], None).title == "清河学习资料测试卷"
    assert assemble([bank], None, title="{title}期中考试").title == "清河学习资料期中考试"
    assert assemble([bank], None, title="期中").title == "期中"


def test_doubtful_items_come_last_and_are_named() -> None:
    bank = make_bank(200)
    gone = [item.model_copy(update={"evidence": "vanished", "salience": 1}) for item in bank.items[:20]]
    kept = Bank(items=(*gone, *bank.items[20:]))
    paper = assemble([kept], STANDARD)
    assert not {item.id for item in gone} & {item.id for item, _, _ in judge.entries(paper.forms[0])}
    paper = assemble([Bank(items=gone)], None)
    assert "W-EVIDENCE" in {remark.code for remark in paper.diagnostics}
