"""Bank -> YAML (CONTRACT.md section 4): human fields first, same bank, same bytes."""

from __future__ import annotations

from functools import cache
from typing import Any

from quizgen import yamlfile
from quizgen.banks.pauses import without_collector
from quizgen.items import AnyItem
from quizgen.items.base import Item, field_order
from quizgen.itemsets import Bank


def dump(bank: Bank) -> bytes:
    """Return the bank as YAML bytes; ``complete: true`` is the last line."""
    with without_collector():
        return yamlfile.dump(
            {
                "schema_version": bank.schema_version,
                "title": bank.title,
                "sources": [source.model_dump() for source in bank.sources],
                "items": [as_mapping(item) for item in bank.items],
                "complete": True,
            }
        )


def as_mapping(item: AnyItem) -> dict[str, Any]:
    """Return an item's fields in bank order as texts, numbers, lists and mappings; ``conflict`` only when there."""
    fields = item.model_dump(mode="json")
    return {name: fields[name] for name in _order(type(item)) if name != "conflict" or fields[name] is not None}


@cache
def _order(kind: type[Item]) -> tuple[str, ...]:
    return tuple(field_order(kind))
