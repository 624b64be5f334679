"""``verify`` finds every letter that changed in a quote, a span or an answer, in the bank or in the booklet."""

from __future__ import annotations

from random import Random

import pytest
from bank_samples import TOWNS, make_bank, make_booklet

from quizgen import banks
from quizgen.banks.answers import answers_of
from quizgen.errors import ManyFaultsError
from quizgen.items import AnyItem
from quizgen.itemsets import Bank

LETTERS = "的一是在数据开放平教师1290，。"


def mutate(text: str, random: Random) -> str:
    """Return the text with one letter substituted, taken out or put in; never the same text."""
    at = random.randrange(len(text))
    letter = random.choice([c for c in LETTERS + text if c != text[at]])
    made = random.choice(
        [text[:at] + letter + text[at + 1 :], text[:at] + text[at + 1 :], text[:at] + letter + text[at:]]
    )
    return made if made != text else mutate(text, random)


def mutate_item(item: AnyItem, random: Random) -> tuple[str, AnyItem]:
    """Return the name of a changed place and the item with one letter changed there."""
    answers = list(answers_of(item))
    places = [*range(len(answers)), "quote"]
    place = random.choice(places)
    if isinstance(place, int):
        answer = answers[place]
        return answer.field, answer.replace(mutate(answer.text, random))
    entry = item.provenance[0]
    changed = entry.model_copy(update={"quote": mutate(entry.quote, random)})
    return "provenance[0]", item.model_copy(update={"provenance": (changed,)})


def replace_item(bank: Bank, at: int, item: AnyItem) -> Bank:
    return bank.model_copy(update={"items": (*bank.items[:at], item, *bank.items[at + 1 :])})


def test_a_sound_bank_is_silent() -> None:
    booklet = make_booklet()
    assert banks.verify(make_bank(booklet), [booklet]) == ()


def test_every_one_of_300_changed_letters_of_the_bank_is_named() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    for seed in range(300):
        random = Random(seed)
        at = random.randrange(len(bank.items))
        place, changed = mutate_item(bank.items[at], random)
        found = banks.verify(replace_item(bank, at, changed), [booklet])
        assert {one.item for one in found} == {changed.id}, (seed, place, changed)
        assert any(place in one.reason for one in found), (seed, place, found)


def test_every_one_of_200_changed_letters_of_the_booklet_is_named() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    for seed in range(200):
        random = Random(seed)
        at = random.randrange(len(booklet.text))
        if booklet.text[at] == "\n":
            continue
        letter = random.choice([c for c in LETTERS if c != booklet.text[at]])
        found = banks.verify(bank, [make_booklet(change=(at, letter))])
        touched = {
            item.id for item in bank.items
            if booklet.text.index(q := item.provenance[0].quote) <= at < booklet.text.index(q) + len(q)
        }  # fmt: skip
        assert {one.item for one in found if one.item} == touched, (seed, at)
        assert any(one.code == "E-SOURCE" for one in found)


def test_every_changed_letter_of_the_file_is_seen_where_it_counts() -> None:
    """Letters of the YAML itself: what still loads differs from the bank or is named."""
    booklet = make_booklet(towns=TOWNS[:2])
    bank = make_bank(booklet, TOWNS[:2])
    text = banks.dump(bank).decode()
    lines = [
        at
        for at, line in enumerate(text.split("\n"))
        if line.strip().startswith(("quote:", "key:", "- text:", "right:"))
    ]
    random = Random(5)
    for _ in range(200):
        rows = text.split("\n")
        at = random.choice(lines)
        head, colon, value = rows[at].partition(": ")
        rows[at] = head + colon + mutate(value, random)
        try:
            changed = banks.parse("\n".join(rows).encode(), "题库.yaml")
        except ManyFaultsError:
            continue
        assert changed == bank or banks.verify(changed, [booklet]), rows[at]


@pytest.mark.parametrize("shift", [(1, 0), (0, 1), (-1, 0), (0, -1), (5, 5)])
def test_a_moved_span_is_named(shift: tuple[int, int]) -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    entry = bank.items[8].provenance[0]
    moved = entry.model_copy(update={"span": (entry.span[0] + shift[0], entry.span[1] + shift[1])})
    [found] = banks.verify(replace_item(bank, 8, bank.items[8].model_copy(update={"provenance": (moved,)})), [booklet])
    assert (found.item, found.code) == (bank.items[8].id, "E-QUOTE")


def test_a_wrong_section_is_named() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    entry = bank.items[0].provenance[0].model_copy(update={"section": "7"})
    [found] = banks.verify(replace_item(bank, 0, bank.items[0].model_copy(update={"provenance": (entry,)})), [booklet])
    assert "section" in found.reason


def test_the_first_differing_letter_is_shown() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    entry = bank.items[1].provenance[0]
    changed = entry.model_copy(update={"quote": entry.quote.replace("数据", "数居")})
    found = banks.verify(replace_item(bank, 1, bank.items[1].model_copy(update={"provenance": (changed,)})), [booklet])
    assert any("数居" in one.reason and "数据" in one.reason for one in found)


def test_an_answer_shortened_by_a_letter_is_told_from_an_edit_of_something_else() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    shortened = bank.items[1].model_copy(update={"key": "数"})
    [found] = banks.verify(replace_item(bank, 1, shortened), [booklet])
    assert "原来是“数据”" in found.reason
    reworded = bank.items[1].model_copy(update={"stem": "关键在于（　　）。", "rationale": "改过"})
    assert banks.verify(replace_item(bank, 1, reworded), [booklet]) == ()


def test_an_edited_statement_needs_its_words_or_a_review() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    at = next(i for i, item in enumerate(bank.items) if item.kind == "true_false" and item.key)
    edited = bank.items[at].model_copy(update={"stem": bank.items[at].stem.replace("开放", "封闭")})
    [found] = banks.verify(replace_item(bank, at, edited), [booklet])
    assert found.code == "E-STEM" and "封闭" in found.reason
    reviewed = edited.model_copy(update={"status": "reviewed"})
    assert banks.verify(replace_item(bank, at, reviewed), [booklet]) == ()


def test_a_true_statement_with_a_correction_contradicts_itself() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    at = next(i for i, item in enumerate(bank.items) if item.kind == "true_false" and not item.key)
    found = banks.verify(replace_item(bank, at, bank.items[at].model_copy(update={"key": True})), [booklet])
    assert any("矛盾" in one.reason for one in found)


def test_a_missing_booklet_is_named() -> None:
    bank = make_bank()
    [found] = banks.verify(bank, [])
    assert found.code == "E-SOURCE" and "资料.txt" in found.reason


def test_a_renamed_booklet_is_known_by_its_bytes() -> None:
    assert banks.verify(make_bank(), [make_booklet(name="另存.txt")]) == ()


def test_retired_items_are_passed_over() -> None:
    booklet = make_booklet()
    bank = make_bank(booklet)
    broken = bank.items[1].model_copy(update={"key": "甲", "status": "retired"})
    assert banks.verify(replace_item(bank, 1, broken), [booklet]) == ()
