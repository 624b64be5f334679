"""What cannot be met is told: which wishes, how much is wanted, how much could be had."""

from __future__ import annotations

import pickle
from random import Random

import pytest
from bank_factory import make_bank, make_item

from quizgen.assembly import assemble
from quizgen.errors import AssemblyError
from quizgen.items.base import Use
from quizgen.itemsets import Bank
from quizgen.model.blueprint import Blueprint, Part


def items_of(kind: str, count: int, **changes):
    random = Random(3)
    made = (make_item(random, number * 3, 4, kind, fact="position", **changes) for number in range(10 * count))
    return [item for item in made if item.units == 1][:count]


def refusal(bank: Bank, *parts: Part, **wishes) -> AssemblyError:
    blueprint = Blueprint(parts=parts, total=sum(sum(part.marks) for part in parts), **wishes)
    with pytest.raises(AssemblyError) as caught:
        assemble([bank], blueprint)
    return caught.value


def test_too_few_items() -> None:
    error = refusal(Bank(items=items_of("fill_blank", 7)), Part(kind="fill_blank", count=10, points_each=2))
    assert [wish.name for wish in error.wishes] == ["parts[1] fill_blank"]
    assert error.message().startswith("错误[E-BLUEPRINT]：")
    assert "填空题（每空2分）要10空，只能做到7空" in error.message()
    assert error.rules == ()


def test_no_items_of_a_kind() -> None:
    error = refusal(Bank(), Part(kind="short_answer", count=2, points_each=10))
    assert "简答题（每题10分）要2题，只能做到0题" in error.reason


def test_two_parts_that_need_the_same_facts() -> None:
    fill = items_of("fill_blank", 4)
    single = items_of("single_choice", 4)
    bank = Bank(items=[*fill, *(s.model_copy(update={"asks": f.asks}) for s, f in zip(single, fill, strict=True))])
    parts = (Part(kind="fill_blank", count=3, points_each=2), Part(kind="single_choice", count=3, points_each=2))
    error = refusal(bank, *parts)
    assert [wish.name for wish in error.wishes] == ["parts[1] fill_blank", "parts[2] single_choice"]
    assert error.rules == ("同一事实只出一题",)
    assert "不能同时满足" in error.reason
    assert "同一事实只出一题" in error.reason


def test_a_difficulty_the_bank_has_not() -> None:
    bank = Bank(items=items_of("fill_blank", 10, difficulty="easy"))
    error = refusal(bank, Part(kind="fill_blank", count=5, points_each=2), difficulty={"hard": 0.5})
    assert [wish.name for wish in error.wishes] == ["difficulty.hard"]
    assert "较难题要3分（30%）到7分（70%），只能做到0分（0%）" in error.reason


def test_shares_that_cannot_hold_together_are_told_without_the_parts() -> None:
    items = [
        make_item(random, number * 3, 4, kind, fact="position", difficulty=("easy", "hard")[number % 2])
        for random in [Random(3)]
        for number, kind in enumerate(["single_choice", "single_choice", "term_definition", "term_definition"] * 20)
    ]
    bank = Bank(items=items)
    parts = tuple(Part(kind=kind, count=4, points_each=2) for kind in ("single_choice", "term_definition") * 2)
    error = refusal(bank, *parts, difficulty={"easy": 0.9, "hard": 0.9})
    assert {wish.name for wish in error.wishes} == {"total", "difficulty.easy", "difficulty.hard"}


def test_too_many_figures() -> None:
    items = [item.model_copy(update={"key": "120", "fact": "number"}) for item in items_of("single_choice", 6)]
    error = refusal(Bank(items=items), Part(kind="single_choice", count=1, points_each=2), numeric=0.25)
    assert {wish.name for wish in error.wishes} == {"parts[1] single_choice", "numeric"}


def test_used_items() -> None:
    used = (Use(paper="期中", date="2024-05-06"),)
    bank = Bank(items=items_of("fill_blank", 5, used=used))
    error = refusal(bank, Part(kind="fill_blank", count=2, points_each=2), exclude_used_within=1)
    assert {wish.name for wish in error.wishes} == {"parts[1] fill_blank", "exclude_used_within"}
    assert "最近 1 次考过的题要0题，只能做到2题" in error.reason


def test_an_unknown_theme() -> None:
    error = refusal(make_bank(60), Part(kind="single_choice", count=5, points_each=2), sections={"没有的主题": 0.8})
    assert [wish.name for wish in error.wishes] == ["sections.没有的主题"]


def test_even_names_the_articles_that_fall_short() -> None:
    items = [*items_of("fill_blank", 10, section="甲"), *items_of("single_choice", 1, section="乙")]
    parts = (Part(kind="fill_blank", count=9, points_each=2), Part(kind="single_choice", count=1, points_each=2))
    error = refusal(Bank(items=items), *parts, sections="even")
    named = {wish.name: wish for wish in error.wishes}
    assert "sections" in named
    assert "《乙》" in named["sections"].label or "《甲》" in named["sections"].label


def test_a_total_that_does_not_add_up_is_refused_first() -> None:
    with pytest.raises(AssemblyError) as caught:
        assemble([make_bank(60)], Blueprint(parts=(Part(kind="fill_blank", count=10, points_each=2),), total=100))
    assert caught.value.code == "E-TOTAL"
    assert "100 分" in caught.value.reason
    assert "20 分" in caught.value.reason


def test_too_many_forms() -> None:
    with pytest.raises(AssemblyError, match="E-VERSIONS"):
        assemble([make_bank(60)], None, versions=27)


def test_the_error_survives_a_worker() -> None:
    error = refusal(Bank(), Part(kind="short_answer", count=2, points_each=10))
    again = pickle.loads(pickle.dumps(error))
    assert again.wishes == error.wishes
    assert again.message() == error.message()


def test_control_characters_in_names_are_not_printed() -> None:
    bank = Bank(items=items_of("fill_blank", 4, section="甲\x1b[31m"))
    error = refusal(bank, Part(kind="fill_blank", count=4, points_each=2), sections={"乙\x1b[31m": 1.0})
    assert "\x1b" not in error.message()
