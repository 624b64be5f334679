"""The auto shape: the standard paper when the bank yields it, else what it honestly yields, and why."""

from __future__ import annotations

import paper_faults as judge
import pytest
from bank_factory import make_bank

from quizgen.assembly import assemble
from quizgen.assembly.scaling import read_standard
from quizgen.errors import AssemblyError
from quizgen.items.base import Use
from quizgen.itemsets import Bank

STANDARD = read_standard()


def test_a_large_bank_gives_the_standard_paper() -> None:
    paper = assemble([make_bank(300)], None)
    assert paper.blueprint == STANDARD
    assert paper.diagnostics == ()


@pytest.mark.parametrize("size", [1, 3, 10, 30, 60])
def test_a_small_bank_gives_a_smaller_paper_and_says_so(size: int) -> None:
    bank = make_bank(size)
    paper = assemble([bank], None)
    chosen = judge.entries(paper.forms[0])
    assert judge.rule_faults(chosen) | judge.wish_faults(chosen, paper.blueprint, [bank]) == set()
    assert judge.printing_faults(paper.forms[0], paper.blueprint) == set()
    assert paper.blueprint.total == paper.blueprint.marks < 100
    assert paper.blueprint.minutes < 60
    assert paper.diagnostics[0].code == "W-AUTO"
    assert f"满分 {paper.blueprint.total:g} 分" in paper.diagnostics[0].message


def test_no_part_stays_empty_for_another() -> None:
    items = [item for item in make_bank(600).items if item.kind in ("single_choice", "true_false")]
    shared = [item.model_copy(update={"asks": f"f{number % 9}"}) for number, item in enumerate(items)]
    counts = {part.kind: part.count for part in assemble([Bank(items=shared)], None).blueprint.parts}
    assert sum(counts.values()) == 9
    assert min(counts.values()) >= 3


def test_wishes_about_shares_give_way_before_the_count_and_are_told() -> None:
    bank = make_bank(300, difficulty="easy")
    paper = assemble([bank], None)
    assert paper.blueprint.total == 100
    assert paper.blueprint.difficulty is None
    assert paper.blueprint.sections == "even"
    assert "难度比例" in paper.diagnostics[-1].message


def test_an_imported_bank_without_difficulty_or_section_still_makes_a_paper() -> None:
    bare = {"difficulty": None, "section": None, "theme": None, "asks": None, "provenance": (), "evidence": "none"}
    paper = assemble([make_bank(200, fact=None, **bare)], None)
    assert paper.blueprint.total > 60


def test_figures_keep_to_their_share_of_the_smaller_total() -> None:
    paper = assemble([make_bank(40, fact="number")], None)
    assert paper.blueprint.numeric == STANDARD.numeric
    numeric = sum(each * item.units for item, _, each in judge.entries(paper.forms[0]) if judge.is_numeric(item))
    assert numeric <= 0.25 * paper.blueprint.total


def test_used_items_are_left_out_even_then() -> None:
    used = (Use(paper="期中", date="2024-05-06"),)
    bank = make_bank(60)
    items = [item.model_copy(update={"used": used}) if n % 2 else item for n, item in enumerate(bank.items)]
    paper = assemble([Bank(items=items)], None)
    assert not any(item.used for item, _, _ in judge.entries(paper.forms[0]))


def test_an_empty_bank_is_refused() -> None:
    with pytest.raises(AssemblyError, match="E-BLUEPRINT"):
        assemble([Bank()], None)


def test_a_bank_all_used_is_refused_with_the_reason() -> None:
    bank = make_bank(60, used=(Use(paper="期中", date="2024-05-06"),))
    with pytest.raises(AssemblyError) as caught:
        assemble([bank], None)
    assert "exclude_used_within" in {wish.name for wish in caught.value.wishes}


def test_a_bank_of_figures_only_still_makes_a_paper_and_says_so() -> None:
    items = [item for item in make_bank(90, fact="number").items if judge.is_numeric(item)]
    paper = assemble([Bank(items=items)], None)
    assert paper.blueprint.numeric is None
    assert "数字题的上限" in paper.diagnostics[-1].message
