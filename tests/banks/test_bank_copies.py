"""Two people's copies of a bank: nothing lost, conflicts kept side by side."""

from __future__ import annotations

from typing import Any

import pytest
from bank_samples import TOWNS, make_bank, make_booklet
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import banks
from quizgen.errors import BankError
from quizgen.items.base import Use
from quizgen.itemsets import Bank

BOOKLET = make_booklet()
BANK = make_bank(BOOKLET, TOWNS[:2])


def edit(bank: Bank, at: int, **changes: Any) -> Bank:
    item = bank.items[at].model_copy(update=changes)
    return bank.model_copy(update={"items": (*bank.items[:at], item, *bank.items[at + 1 :])})


def test_equal_copies_make_the_same_bank() -> None:
    result = banks.merge_people(BANK, BANK)
    assert result.bank == BANK and result.diagnostics == ()


def test_each_ones_edits_are_taken() -> None:
    ours, theirs = edit(BANK, 0, stem="甲改____。"), edit(BANK, 1, stem="乙改（　　）。")
    merged = banks.merge_people(ours, theirs).bank
    assert merged.items[:2] == (ours.items[0], theirs.items[1])


def test_one_reviews_the_other_notes_and_rewords() -> None:
    ours = edit(BANK, 1, status="reviewed", used=(Use(paper="期中", date="2024-05-06"),))
    theirs = edit(BANK, 1, stem="乙改（　　）。", note="好", used=(Use(paper="期末", date="2024-07-01"),))
    merged = banks.merge_people(ours, theirs).bank.items[1]
    assert (merged.status, merged.stem, merged.note) == ("reviewed", "乙改（　　）。", "好")
    assert [use.paper for use in merged.used] == ["期中", "期末"]


@pytest.mark.parametrize(("ours", "theirs"), [
    ({"stem": "甲"}, {"stem": "乙"}), ({"note": "甲"}, {"note": "乙"}), ({"status": "reviewed"}, {"status": "retired"}),
    ({"stem": "甲"}, {"distractors": ("丙", "丁", "戊")}),
])  # fmt: skip
def test_what_both_changed_stands_side_by_side(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    one, two = edit(BANK, 1, **ours), edit(BANK, 1, **theirs)
    result = banks.merge_people(one, two)
    merged = result.bank.items[1]
    assert merged.model_copy(update={"conflict": None}) == one.items[1]
    assert merged.conflict == banks.as_mapping(two.items[1])
    assert result.counts["conflicts"] == 1
    assert [(d.code, d.severity) for d in result.diagnostics] == [("E-CONFLICT", "error")]
    assert banks.parse(banks.dump(result.bank), "x") == result.bank


def test_merging_again_adds_nothing() -> None:
    one, two = edit(BANK, 1, stem="甲"), edit(BANK, 1, stem="乙")
    merged = banks.merge_people(one, two).bank
    for other in (one, two, merged, BANK):
        assert banks.merge_people(merged, other).bank == merged


def test_a_third_version_is_kept_too() -> None:
    one, two, three = (edit(BANK, 1, stem=stem) for stem in "甲乙丙")
    merged = banks.merge_people(banks.merge_people(one, two).bank, three).bank
    stems, item = [], banks.as_mapping(merged.items[1])
    while item is not None:
        stems.append(item["stem"])
        item = item.get("conflict")
    assert stems == ["甲", "乙", "丙"]
    assert banks.parse(banks.dump(merged), "x") == merged


def test_too_many_versions_are_refused_not_lost() -> None:
    merged = edit(BANK, 1, stem="0")
    with pytest.raises(BankError, match="E-CONFLICT"):
        for number in range(1, 20):
            merged = banks.merge_people(merged, edit(BANK, 1, stem=str(number))).bank
            assert banks.parse(banks.dump(merged), "x") == merged


def test_other_booklets_get_other_sources() -> None:
    other = make_booklet("别的.txt", ("南山",))
    merged = banks.merge_people(BANK, make_bank(other, ("南山",))).bank
    assert [(source.id, source.name) for source in merged.sources] == [("b1", "资料.txt"), ("b2", "别的.txt")]
    assert banks.verify(merged, [BOOKLET, other]) == ()
    assert all(map(banks.fits, merged.items))


def test_unresolved_conflicts_fail_the_check_until_gone() -> None:
    merged = banks.merge_people(edit(BANK, 1, stem="甲"), edit(BANK, 1, stem="乙")).bank
    found = [one.code for one in banks.check(merged, lambda item: ())]
    assert found == ["E-CONFLICT"]
    solved = edit(merged, 1, conflict=None)
    assert banks.check(solved, lambda item: ()) == ()


CHANGES = st.dictionaries(
    st.integers(0, 13), st.sampled_from(["stem", "note", "status"]), max_size=5
)  # fmt: skip
VALUES = {"stem": "改（　　）。", "note": "好", "status": "reviewed"}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 13), st.sampled_from(list(VALUES))), max_size=12), st.data()
)
def test_merging_is_associative_where_no_two_people_touched_one_item(
    edits: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    copies = [BANK, BANK, BANK]
    owner: dict[int, int] = {}
    for person, at, field in edits:
        if owner.setdefault(at, person) == person:
            copies[person] = edit(
                copies[person],
                at,
                **{field: VALUES[field] + str(person)} if field == "note" else {field: VALUES[field]},
            )
    copies = [_drop(copy, data.draw(st.sets(st.integers(0, 13), max_size=3)), owner) for copy in copies]
    a, b, c = copies
    left = banks.merge_people(banks.merge_people(a, b).bank, c).bank
    right = banks.merge_people(a, banks.merge_people(b, c).bank).bank
    assert left == right
    for at, person in owner.items():
        item = BANK.items[at]
        assert next(i for i in left.items if i.id == item.id) == next(
            i for i in copies[person].items if i.id == item.id
        )


def _drop(bank: Bank, gone: set[int], owner: dict[int, int]) -> Bank:
    """Return the bank without some items nobody edited."""
    ids = {BANK.items[at].id for at in gone if at not in owner}
    return bank.model_copy(update={"items": tuple(item for item in bank.items if item.id not in ids)})


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 13), st.sampled_from(list(VALUES)), st.text("甲乙丙", max_size=2)),
        max_size=12,
    )
)
def test_nothing_anyone_wrote_is_lost(edits: list[tuple[bool, int, str, str]]) -> None:
    copies = {True: BANK, False: BANK}
    for person, at, field, value in edits:
        copies[person] = edit(copies[person], at, **{field: "reviewed" if field == "status" else value})
    merged = banks.merge_people(copies[True], copies[False]).bank
    for at, item in enumerate(merged.items):
        versions = (
            [item, item.model_copy(update={"conflict": None, **(_own(item.conflict))})] if item.conflict else [item]
        )
        for copy in copies.values():
            for field, value in (("note", copy.items[at].note), ("stem", copy.items[at].stem)):
                if value not in ("", BANK.items[at].stem):
                    assert any(getattr(version, field) == value for version in versions)


def _own(conflict: dict[str, Any]) -> dict[str, Any]:
    return {name: conflict[name] for name in ("stem", "note", "status")}
