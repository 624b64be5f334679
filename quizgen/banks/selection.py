"""Items of a bank that meet some wishes (``bank list``)."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import AnyItem
from quizgen.itemsets import Bank
from quizgen.model.base import Record


class Wishes(Record):
    """What listed items must have; an empty wish lets all pass, one of several values is enough."""

    kinds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()  # part of the section's or the theme's name
    facts: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""  # anywhere in stem, answers, quotes or note


def select(bank: Bank, wishes: Wishes) -> Iterator[AnyItem]:
    """Yield the items that meet every wish, in bank order."""
    return (item for item in bank.items if _meets(item, wishes))


def _meets(item: AnyItem, wishes: Wishes) -> bool:
    named = f"{item.section or ''}\n{item.theme or ''}"
    return (
        (not wishes.kinds or item.kind in wishes.kinds)
        and (not wishes.sections or any(name in named for name in wishes.sections))
        and (not wishes.facts or item.fact in wishes.facts)
        and (not wishes.difficulties or item.difficulty in wishes.difficulties)
        and (not wishes.statuses or item.status in wishes.statuses)
        and (not wishes.text or wishes.text in _text_of(item))
    )


def _text_of(item: AnyItem) -> str:
    quotes = (entry.quote for entry in item.provenance)
    return "\n".join([item.id, item.stem, item.note, *item.keys_asked, *getattr(item, "distractors", ()), *quotes])
