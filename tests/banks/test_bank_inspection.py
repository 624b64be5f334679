"""``bank check``, ``bank list`` and ``bank stats`` without the command line."""

from __future__ import annotations

from typing import Any

import pytest
from bank_samples import TOWNS, make_bank, make_booklet

from quizgen import banks
from quizgen.banks import Wishes
from quizgen.banks.duplicates import find_near, wording_of
from quizgen.itemsets import Bank

BANK = make_bank()


def sound(item: object) -> tuple[str, ...]:
    return ()


def edit(bank: Bank, at: int, **changes: Any) -> Bank:
    item = bank.items[at].model_copy(update=changes)
    return bank.model_copy(update={"items": (*bank.items[:at], item, *bank.items[at + 1 :])})


def more(bank: Bank, at: int, **changes: Any) -> Bank:
    """Return the bank with a changed copy of one item."""
    copy = bank.items[at].model_copy(update={"id": "copy", "asks": "other", **changes})
    return bank.model_copy(update={"items": (*bank.items, banks.seal(copy))})


def codes(bank: Bank) -> list[tuple[str, str]]:
    return [(one.code, one.item) for one in banks.check(bank, sound)]


def test_a_sound_bank_passes() -> None:
    assert banks.check(BANK, sound) == ()


def test_the_rules_are_asked_about_every_item_but_retired_ones() -> None:
    found = banks.check(edit(BANK, 2, status="retired"), lambda item: ("S1 题干",))
    assert len(found) == len(BANK.items) - 1
    assert {(one.code, one.reason) for one in found} == {("E-ITEM", "S1 题干")}


@pytest.mark.parametrize(("changes", "code"), [
    ({"key": "平台"}, "E-KEY"), ({"provenance": ()}, "E-EVIDENCE"), ({"enemies": (BANK.items[1].id,)}, "E-ENEMY"),
    ({"enemies": ("gone",)}, "W-ENEMY"), ({"conflict": {"id": "x"}}, "E-CONFLICT"),
])  # fmt: skip
def test_what_is_wrong_with_an_item_is_named(changes: dict[str, Any], code: str) -> None:
    assert codes(edit(BANK, 1, **changes)) == [(code, BANK.items[1].id)]


def test_an_unknown_source_is_named() -> None:
    moved = BANK.items[1].provenance[0].model_copy(update={"source": "b9"})
    assert ("E-SOURCE", BANK.items[1].id) in codes(edit(BANK, 1, provenance=(moved,)))


def test_enemies_may_be_named_on_one_side_only() -> None:
    assert codes(edit(BANK, 1, enemies=(BANK.items[2].id,))) == []


def test_equal_items_are_an_error_whatever_their_marks() -> None:
    stem = BANK.items[1].stem.replace("（　　）。", "（ ）")
    assert codes(more(BANK, 1, stem=stem)) == [("E-SAME", "copy")]


def test_nearly_equal_items_are_a_warning() -> None:
    twin = more(BANK, 2, stem=BANK.items[2].stem.replace("坚持", "遵循坚持"))
    assert codes(twin) == [("W-NEAR", "copy")]


def test_items_known_to_ask_one_fact_are_no_news() -> None:
    assert codes(more(BANK, 2, stem=BANK.items[2].stem.replace("坚持", "遵循坚持"), asks=BANK.items[2].asks)) == []


def test_the_same_words_with_another_answer_are_another_item() -> None:
    assert codes(more(BANK, 1, key="课堂", stem=BANK.items[1].stem)) == []


def test_ninety_nine_of_a_hundred_planted_twins_are_found() -> None:
    wordings = [wording_of(item) for item in make_bank(make_booklet()).items]
    planted = []
    for number in range(100):
        wording = wordings[number % len(wordings)]
        stem = f"第{number}种情形" + wording.stem + wording.answers + "的全部要求和具体做法都在其中"
        planted += [wording._replace(stem=stem, asks=f"a{number}")]
        at = len(stem) // 2
        planted += [wording._replace(stem=stem[:at] + "新" + stem[at + 1 :], asks=f"b{number}")]
    found = set(find_near(planted))
    assert sum((2 * number, 2 * number + 1) in found for number in range(100)) >= 99


def test_duplicates_between_banks_are_warnings() -> None:
    other = make_bank(towns=TOWNS[:1])
    found = banks.compare([BANK, other])
    assert [(one.code, one.severity) for one in found] == [("W-SAME", "warning")] * 7
    assert banks.compare([BANK]) == ()


@pytest.mark.parametrize(("wishes", "count"), [
    ({}, 56), ({"kinds": ("true_false",)}, 16),
    ({"kinds": ("true_false", "fill_blank")}, 24), ({"sections": ("清河",)}, 7),
    ({"facts": ("list",)}, 0), ({"difficulties": ("medium",)}, 56), ({"statuses": ("reviewed",)}, 0),
    ({"text": "培训清河教师"}, 1), ({"text": "师资"}, 8), ({"kinds": ("single_choice",), "sections": ("教研",)}, 8),
])  # fmt: skip
def test_items_are_listed_by_wishes(wishes: dict[str, Any], count: int) -> None:
    assert len(list(banks.select(BANK, Wishes(**wishes)))) == count


def test_the_figures_add_up() -> None:
    bank = edit(edit(BANK, 0, status="reviewed"), 7, status="retired")
    figures = banks.count([bank])
    assert figures.items == 56 and sum(cell.count for cell in figures.cells) == 55
    assert figures.statuses == {"draft": 54, "retired": 1, "reviewed": 1}
    balance = figures.balance
    assert (balance.true, balance.false, balance.single_choice, balance.keys, balance.all_keyed) == (8, 8, 8, {3: 8}, 0)


def test_what_nothing_asks_about_is_told() -> None:
    quotes = [item.provenance[0].quote for item in BANK.items]
    sentences = [
        banks.KeySentence(section="清河教研", quote=quotes[0], salience=0.9),
        banks.KeySentence(section="南山教研", quote="南山的教研从零开始。", salience=0.4),
        banks.KeySentence(section="南山教研", quote="南山有教师二百人。", salience=0.8),
    ]
    figures = banks.count([BANK], ["清河教研", "南山教研"], sentences)
    assert figures.silent_sections == ("南山教研",)
    assert [sentence.salience for sentence in figures.silent_sentences] == [0.8, 0.4]


def test_a_complaint_knows_its_line() -> None:
    text = banks.dump(BANK).decode()
    lines = banks.lines_of_items(text)
    assert set(lines) == {item.id for item in BANK.items}
    assert all(text.split("\n")[line - 1] in (f"- id: {name}", f"- id: '{name}'") for name, line in lines.items())
