"""Bank -> YAML -> bank: the same bank for any text; written for people."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
import yaml
from bank_samples import make_bank, make_booklet
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import banks
from quizgen.items import KINDS, AnyItem
from quizgen.items.base import Correction, Difficulty, Evidence, Fact, Item, Point, Status, Use, field_order
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Provenance
from quizgen.yamlfile import trees

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text(
    "a: #-\n'\"[],&*!|>%\\\t数，", max_size=12
)
MAYBE = TEXTS | st.none()
LISTS = st.lists(TEXTS, max_size=4).map(tuple)
IDS = st.from_regex(r"[0-9a-f]{12}", fullmatch=True) | st.text("数题_-09az", min_size=1, max_size=9)
NUMBERS = st.integers(0, 10**6)
POINTS = st.lists(st.builds(Point, text=TEXTS, detail=MAYBE, weight=st.integers(1, 9)), max_size=3).map(tuple)
PROVENANCE = st.builds(
    Provenance, source=IDS, section=TEXTS, page=NUMBERS | st.none(), span=st.tuples(NUMBERS, NUMBERS), quote=TEXTS
)
COMMON: dict[str, Any] = {
    "id": IDS, "stem": TEXTS, "rationale": MAYBE, "theme": MAYBE, "section": MAYBE, "terms": LISTS,
    "fact": st.sampled_from([*get_args(Fact), None]), "asks": MAYBE, "enemies": LISTS,
    "difficulty": st.sampled_from([*get_args(Difficulty), None]), "salience": st.floats(0, 1), "template": TEXTS,
    "device": MAYBE, "status": st.sampled_from(get_args(Status)), "note": TEXTS,
    "used": st.lists(st.builds(Use, paper=TEXTS, date=TEXTS), max_size=2).map(tuple),
    "provenance": st.lists(PROVENANCE, max_size=2).map(tuple), "evidence": st.sampled_from(get_args(Evidence)),
    "digest": MAYBE,
}  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "fill_blank": {"blanks": st.lists(LISTS, max_size=3).map(tuple), "any_order": st.booleans()},
    "single_choice": {"key": TEXTS, "distractors": LISTS},
    "multiple_choice": {"keys": LISTS, "distractors": LISTS},
    "true_false": {
        "key": st.booleans(), "correction": st.builds(Correction, wrong=TEXTS, right=TEXTS) | st.none()
    },
    "term_definition": {"answer": TEXTS, "points": POINTS},
    "short_answer": {"points": POINTS, "ordered": st.booleans()},
}  # fmt: skip


def items(kind: str) -> st.SearchStrategy[AnyItem]:
    plain = st.builds(KINDS[kind], **COMMON, **OWN[kind])
    return st.builds(_with_conflict, plain, plain | st.none())


def _with_conflict(item: AnyItem, other: AnyItem | None) -> AnyItem:
    return item.model_copy(update={"conflict": other and banks.as_mapping(other)})


ANY_ITEM = st.one_of([items(kind) for kind in KINDS])
BANKS = st.builds(
    Bank,
    title=TEXTS,
    sources=st.lists(st.builds(Source, id=IDS, name=TEXTS, sha256=TEXTS), max_size=2).map(tuple),
    items=st.lists(ANY_ITEM, max_size=3, unique_by=lambda item: item.id).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(BANKS)
def test_any_bank_comes_back(bank: Bank) -> None:
    assert banks.parse(banks.dump(bank), "x") == bank


@pytest.mark.full
@settings(max_examples=10_000, deadline=None)
@given(BANKS)
def test_any_of_10000_banks_comes_back(bank: Bank) -> None:
    assert banks.parse(banks.dump(bank), "x") == bank


@settings(max_examples=40, deadline=None)
@given(BANKS)
def test_any_bank_comes_back_without_libyaml(bank: Bank) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trees, "PARSER", yaml.BaseLoader)
        assert banks.parse(banks.dump(bank), "x") == bank


@settings(max_examples=40, deadline=None)
@given(BANKS)
def test_a_bank_is_written_one_way_only(bank: Bank) -> None:
    data = banks.dump(bank)
    assert banks.dump(banks.parse(data, "x")) == data


@settings(max_examples=40, deadline=None)
@given(BANKS)
def test_the_seal_survives_the_file(bank: Bank) -> None:
    sealed = bank.model_copy(update={"items": tuple(map(banks.seal, bank.items))})
    again = banks.parse(banks.dump(sealed), "x")
    assert all(item.template == "imported" or banks.fits(item) for item in again.items)


def test_keys_stand_in_the_order_of_the_contract() -> None:
    text = banks.dump(make_bank()).decode()
    assert re.findall(r"^(\w+):", text, re.MULTILINE) == ["schema_version", "title", "sources", "items", "complete"]
    assert text.endswith("\ncomplete: true\n")
    for kind, cls in KINDS.items():
        item = text[text.index(f"kind: {kind}") :].split("\n- id:")[0]
        written = ["id", "kind", *re.findall(r"^  (\w+):", item, re.MULTILINE)]
        assert written == [name for name in field_order(cls) if name != "conflict"]


def test_the_layout_is_for_people() -> None:
    item = make_bank().items[1]
    long = item.model_copy(update={"stem": "很长的题干" * 60, "note": "第一行\n第二行：'引号'", "theme": "no"})
    text = banks.dump(Bank(items=(long,))).decode()
    assert f"\n  stem: {'很长的题干' * 60}\n" in text
    assert "\n  note: |-\n    第一行\n    第二行：'引号'\n" in text
    assert "\n  theme: 'no'\n" in text
    assert "\n  distractors: [平台, 师资, 经费]\n" in text
    assert "\n  enemies: []\n" in text
    assert re.search(
        r"\n  provenance:\n  - source: b1\n    section: '1'\n    page: 1\n    span: \[\d+, \d+\]\n    quote: ", text
    )
    assert "conflict" not in text and "&" not in text


def test_item_fields_are_all_tried() -> None:
    assert set(COMMON) == set(Item.model_fields) - {"conflict"}
    for kind, cls in KINDS.items():
        assert set(OWN[kind]) == set(cls.model_fields) - set(Item.model_fields) - {"kind"}


def test_a_digest_breaks_by_a_program_field_only() -> None:
    booklet = make_booklet()
    item = make_bank(booklet).items[1]
    for name, value in {"status": "reviewed", "note": "好", "used": (Use(paper="期中", date="2024-05-06"),)}.items():
        assert banks.fits(item.model_copy(update={name: value}))
    for name, value in {"stem": "甲", "key": "乙", "terms": (), "salience": 0.1, "enemies": ("a",)}.items():
        assert not banks.fits(item.model_copy(update={name: value}))
