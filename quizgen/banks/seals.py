"""The seal of an item: what the program last wrote, so that a person's edit shows."""

from __future__ import annotations

from typing import Any, TypeVar

from quizgen.items.base import Item
from quizgen.items.digests import digest

ItemT = TypeVar("ItemT", bound=Item)


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
