"""The seal of an item: what the program last wrote, so that a person's edit shows."""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeVar

from quizgen.items.base import Item

ItemT = TypeVar("ItemT", bound=Item)

PERSONS = frozenset(("status", "note", "used"))
"""Fields that belong to people."""
UNSEALED = PERSONS | {"digest", "conflict"}
"""Fields the digest does not cover."""


def digest(item: Item) -> str:
    """Return 16 hex digits over the program's own fields.

    Fields at their default are left out, so that a field added to the schema later breaks no seal.
    """
    fields = item.model_dump(mode="json", exclude=set(UNSEALED), exclude_defaults=True)
    fields["kind"] = getattr(item, "kind", None)
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def seal(item: ItemT) -> ItemT:
    """Return the item with its digest; an imported item has none."""
    return item.model_copy(update={"digest": None if item.template == "imported" else digest(item)})


def fits(item: Item) -> bool:
    """Return whether the program's fields are as last written: no person changed them."""
    return item.digest is not None and item.digest == digest(item)


def is_untouched(item: Item) -> bool:
    """Return whether an item is a draft nobody touched."""
    return item.status == "draft" and item.conflict is None and fits(item)


def rewrite(item: ItemT, **changes: Any) -> ItemT:
    """Return the item with program fields changed by the program: a seal that fitted fits again."""
    changed = item.model_copy(update=changes)
    return seal(changed) if fits(item) else changed
