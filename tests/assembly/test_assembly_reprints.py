"""The paper record: written, read, printed again; refused when the bank changed under it."""

from __future__ import annotations

import pytest
from bank_factory import make_bank

from quizgen import yamlfile
from quizgen.assembly import assemble, record, reprint
from quizgen.errors import AssemblyError
from quizgen.items.base import Use
from quizgen.itemsets import Bank, Paper
from quizgen.model.paper_record import PaperRecord

BANK = make_bank(200)
PAPER = assemble([BANK], None, seed=4, versions=2)


def changed(**update) -> Bank:
    """Return the bank with the first printed item changed."""
    first = PAPER.forms[0].parts[0].items[0].item.id
    items = [item.model_copy(update=update) if item.id == first else item for item in BANK.items]
    return BANK.model_copy(update={"items": tuple(items)})


def again(bank: Bank) -> Paper:
    return reprint(record(PAPER), [bank])


def test_a_reprint_is_the_same_paper() -> None:
    assert again(BANK) == PAPER


def test_a_record_survives_its_file() -> None:
    data = yamlfile.dump(record(PAPER).model_dump(mode="json"))
    assert yamlfile.parse(data, "试卷.yaml", PaperRecord) == record(PAPER)


def test_a_record_names_ids_options_and_digests_in_print_order() -> None:
    form = record(PAPER).forms[1]
    printed = [one for part in PAPER.forms[1].parts for one in part.items]
    noted = [one for part in form.parts for one in part.items]
    assert [(one.id, one.options) for one in noted] == [(one.item.id, one.options) for one in printed]
    assert all(one.digest for one in noted)


@pytest.mark.parametrize(
    "update", [{"status": "reviewed"}, {"note": "好题"}, {"used": (Use(paper="期中", date="2024-05-06"),)}]
)
def test_what_belongs_to_people_changes_no_paper(update) -> None:
    bank = changed(**update)
    placed = again(bank).forms[0].parts[0].items[0]
    assert placed.options == PAPER.forms[0].parts[0].items[0].options


@pytest.mark.parametrize(
    ("update", "reason"), [({"stem": "改过的题干____。"}, "已被修改"), ({"status": "retired"}, "已停用")]
)
def test_a_changed_item_is_named(update, reason: str) -> None:
    first = PAPER.forms[0].parts[0].items[0].item.id
    with pytest.raises(AssemblyError) as caught:
        again(changed(**update))
    assert caught.value.code == "E-RECORD"
    assert f"{first}（{reason}）" in caught.value.reason


def test_imported_items_have_no_digest_of_their_own_and_are_guarded_all_the_same() -> None:
    first = PAPER.forms[0].parts[0].items[0].item
    assert first.digest is None
    with pytest.raises(AssemblyError, match="已被修改"):
        again(changed(rationale="新的解析"))


def test_items_that_are_gone_are_named_eight_at_most() -> None:
    with pytest.raises(AssemblyError) as caught:
        again(Bank())
    assert caught.value.reason.count("已不在题库中") == 8
    assert "等 " in caught.value.reason


@pytest.mark.parametrize("update", [{"points": 0.5}, {"options": ("甲", "乙")}])
def test_a_record_changed_by_hand_is_refused(update) -> None:
    noted = record(PAPER)
    form = noted.forms[0]
    part = next(part for part in form.parts if part.kind == "short_answer")
    spoilt = part.model_copy(update={"items": (part.items[0].model_copy(update=update), *part.items[1:])})
    parts = tuple(spoilt if one is part else one for one in form.parts)
    changed_form = form.model_copy(update={"parts": parts})
    with pytest.raises(AssemblyError, match="分值或选项被改过"):
        reprint(noted.model_copy(update={"forms": (changed_form, *noted.forms[1:])}), [BANK])
