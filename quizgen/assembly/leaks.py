"""Which items give another's key away (RULES.md section 11: 一题不得提示另一题的答案).

A key of three characters or more leaks where it occurs in another item's stem or options; a shorter one only where it
is another item's whole option. White space counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.items import AnyItem

SHORTEST = 3


class Leak(NamedTuple):
    """One key: the rows that ask for it and the rows that show it, ascending; a row may be in both."""

    holders: tuple[int, ...]
    showers: tuple[int, ...]


def find_leaks(items: Sequence[AnyItem]) -> list[Leak]:
    """Return every key that some item shows and another asks for."""
    holders: dict[str, list[int]] = defaultdict(list)
    for row, item in enumerate(items):
        for key in dict.fromkeys(squeeze(key) for key in item.keys_asked):
            if key:
                holders[key].append(row)
    showers = _find_showers(items, holders)
    leaks = (Leak(tuple(rows), tuple(showers[key])) for key, rows in holders.items() if key in showers)
    return [leak for leak in leaks if len(set(leak.holders) | set(leak.showers)) > 1]


def squeeze(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


def _find_showers(items: Sequence[AnyItem], keys: dict[str, list[int]]) -> dict[str, list[int]]:
    """Return the rows that show each key; found through the keys' first characters in one pass over each text."""
    heads: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        heads[key[:SHORTEST]].append(key)
    showers: dict[str, list[int]] = defaultdict(list)
    for row, item in enumerate(items):
        for key in dict.fromkeys(_shown(item, heads)):
            showers[key].append(row)
    return showers


def _shown(item: AnyItem, heads: dict[str, list[str]]) -> Iterator[str]:
    """Yield the keys an item shows; a head is a key's first characters, so a short key is its own head."""
    choices = [squeeze(option) for option in item.choices]
    for option in choices:
        if len(option) < SHORTEST and option in heads:
            yield option
    for text in (squeeze(item.stem), *choices):
        for start in range(len(text) - SHORTEST + 1):
            head = text[start : start + SHORTEST]
            for key in heads.get(head, ()):
                if text.startswith(key, start):
                    yield key
