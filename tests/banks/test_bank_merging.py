"""The bank on disk and what the booklet now yields: drafts refresh, people's work stays letter by letter."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from bank_samples import TOWNS, make_bank, make_booklet
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import banks
from quizgen.items import AnyItem
from quizgen.itemsets import Bank

BOOKLET = make_booklet()
BANK = make_bank(BOOKLET)
REWORDED = make_bank(BOOKLET, prefix="资料指出，")  # what other templates yield: same ids, other stems


def edit(bank: Bank, at: int, **changes: Any) -> Bank:
    item = bank.items[at].model_copy(update=changes)
    return bank.model_copy(update={"items": (*bank.items[:at], item, *bank.items[at + 1 :])})


def by_id(bank: Bank) -> dict[str, AnyItem]:
    return {item.id: item for item in bank.items}


def without(bank: Bank, *places: int) -> Bank:
    return bank.model_copy(update={"items": tuple(item for at, item in enumerate(bank.items) if at not in places)})


def test_the_first_bank_is_sealed() -> None:
    loose = BANK.model_copy(update={"items": tuple(i.model_copy(update={"digest": None}) for i in BANK.items)})
    result = banks.merge(None, loose)
    assert result.bank == BANK
    assert result.counts == {"added": len(BANK.items)}


def test_an_untouched_draft_is_replaced_by_its_new_self() -> None:
    result = banks.merge(BANK, REWORDED)
    assert result.bank.items == REWORDED.items
    assert result.counts["refreshed"] == 4 * len(TOWNS)


def test_an_edited_item_stays_letter_by_letter() -> None:
    edited = edit(BANK, 1, stem="教研的关键在哪里（　　）。", distractors=("人", "钱", "物"))
    assert banks.merge(edited, REWORDED).bank.items[1] == edited.items[1]


def test_a_reviewed_item_stays_letter_by_letter() -> None:
    reviewed = edit(BANK, 1, status="reviewed")
    assert banks.merge(reviewed, REWORDED).bank.items[1] == reviewed.items[1]


def test_note_and_use_of_an_untouched_draft_are_kept() -> None:
    noted = edit(BANK, 1, note="李老师：好题")
    merged = banks.merge(noted, REWORDED).bank.items[1]
    assert (merged.note, merged.stem) == ("李老师：好题", REWORDED.items[1].stem)


def test_a_retired_item_is_never_generated_again() -> None:
    retired = edit(BANK, 1, status="retired")
    assert banks.merge(retired, REWORDED).bank.items[1] == retired.items[1]


def test_an_item_deleted_by_hand_comes_back() -> None:
    result = banks.merge(without(BANK, 3), BANK)
    assert by_id(result.bank) == by_id(BANK)
    assert result.counts["added"] == 1


def test_an_item_the_templates_no_longer_yield_is_kept_and_reported() -> None:
    result = banks.merge(BANK, without(BANK, 3), [BOOKLET])
    assert result.bank == BANK
    assert result.counts["withdrawn"] == 1
    assert [one.code for one in result.diagnostics] == ["W-WITHDRAWN"]


def test_an_item_whose_sentence_is_gone_is_kept_as_vanished_and_comes_back() -> None:
    shorter = make_booklet(towns=TOWNS[:-1])
    for booklets in ([shorter], []):
        result = banks.merge(BANK, make_bank(shorter, TOWNS[:-1]), booklets)
        assert [item.evidence for item in result.bank.items] == ["found"] * 49 + ["vanished"] * 7
        assert result.counts["vanished"] == 7
        assert "W-VANISHED" in [one.code for one in result.diagnostics]
        again = banks.merge(result.bank, BANK, [BOOKLET]).bank
        assert again.items == BANK.items


def test_an_edited_item_whose_sentence_is_gone_keeps_its_words() -> None:
    edited = edit(BANK, 50, stem="改过（　　）。")
    shorter = make_booklet(towns=TOWNS[:-1])
    merged = banks.merge(edited, make_bank(shorter, TOWNS[:-1]), [shorter]).bank.items[50]
    assert merged == edited.items[50].model_copy(update={"evidence": "vanished"})
    assert not banks.fits(merged)


def test_items_of_a_booklet_not_read_this_time_are_left_alone() -> None:
    other = make_booklet("别的.txt", ("南山",))
    result = banks.merge(BANK, make_bank(other, ("南山",)), [other])
    assert result.bank.items[: len(BANK.items)] == BANK.items
    assert [source.id for source in result.bank.sources] == ["b1", "b2"]
    assert {entry.source for item in result.bank.items[-7:] for entry in item.provenance} == {"b2"}
    assert banks.verify(result.bank, [BOOKLET, other]) == ()


def test_places_follow_a_new_edition() -> None:
    """A sentence more at the front: every span moves, also those of edited and withdrawn items."""
    edition = make_booklet(towns=("南山", *TOWNS))
    edition_bank = Bank(sources=make_bank(edition, TOWNS[:0]).sources, items=())
    edited = edit(BANK, 8, stem="改过（　　）。")
    merged = banks.merge(edited, edition_bank, [edition]).bank
    assert [one for one in banks.verify(merged, [edition]) if one.code != "E-SOURCE"] == []
    assert merged.items[8].stem == "改过（　　）。"


def test_thirty_edits_survive_five_regenerations(tmp_path: Path) -> None:
    path = tmp_path / "题库.yaml"
    banks.save(path, BANK)
    random = Random(1)
    places = random.sample(range(len(BANK.items)), 30)
    edits: list[dict[str, Any]] = [
        {"stem": "老师改的题干（　　）。"}, {"note": "李老师：太难\n# 下次再看"}, {"status": "reviewed"},
        {"rationale": "老师写的解析"}, {"status": "retired", "note": "不用"}, {"theme": "老师的主题"},
    ]  # fmt: skip
    edited = BANK
    for number, at in enumerate(places):
        edited = edit(edited, at, **edits[number % len(edits)])
    order = list(edited.items)
    random.shuffle(order)
    edited = edited.model_copy(update={"items": tuple(order), "title": "老师起的名字"})
    banks.save(path, edited)
    ids = {BANK.items[at].id: edits[number % len(edits)] for number, at in enumerate(places)}
    for prefix in ("资料指出，", "据资料，", "", "报告提出，", "文中说，"):
        banks.save(path, lambda old, prefix=prefix: banks.merge(old, make_bank(BOOKLET, prefix=prefix), [BOOKLET]))
        bank = banks.load(path)
        assert [item.id for item in bank.items] == [item.id for item in order]
        assert bank.title == "老师起的名字"
        for item in bank.items:
            for name, value in ids.get(item.id, {}).items():
                assert getattr(item, name) == value
            before = by_id(edited)[item.id]
            if item.id in ids and "note" not in ids[item.id]:
                assert item == before


CHANGES: list[dict[str, Any]] = [
    {"stem": "甲"}, {"note": "乙"}, {"status": "reviewed"}, {"status": "retired"},
    {"digest": None}, {"enemies": ("x",)},
]  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 55), st.sampled_from(CHANGES)), max_size=8)


def made(edits: list[tuple[int, dict[str, Any]]], gone: set[int], bank: Bank = BANK) -> Bank:
    for at, changes in edits:
        bank = edit(bank, at, **changes)
    return without(bank, *gone)


@settings(max_examples=60, deadline=None)
@given(EDITS, st.sets(st.integers(0, 55), max_size=5), st.sets(st.integers(0, 55), max_size=5), st.booleans())
def test_merging_twice_equals_merging_once(
    edits: list[tuple[int, dict[str, Any]]], gone: set[int], withheld: set[int], given: bool
) -> None:
    new = without(REWORDED, *withheld)
    booklets = [BOOKLET] if given else []
    once = banks.merge(made(edits, gone), new, booklets).bank
    assert banks.merge(once, new, booklets).bank == once


@settings(max_examples=60, deadline=None)
@given(EDITS, st.sets(st.integers(0, 55), max_size=5))
def test_no_edit_is_ever_lost(edits: list[tuple[int, dict[str, Any]]], gone: set[int]) -> None:
    old = made(edits, gone)
    merged = by_id(banks.merge(old, REWORDED, [BOOKLET]).bank)
    assert set(merged) == {item.id for item in BANK.items}
    for item in old.items:
        touched = item.status != "draft" or not banks.fits(item)
        assert merged[item.id] == item if touched else merged[item.id].note == item.note
