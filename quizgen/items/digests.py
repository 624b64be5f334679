"""What an item says, as one short text: equal as long as nobody changed it."""

from __future__ import annotations

import hashlib
import json

from quizgen.items.base import Item

PERSONS = frozenset(("status", "note", "used"))
"""Fields that belong to people."""
UNSEALED = PERSONS | {"digest", "conflict"}
"""Fields the digest does not cover."""


def digest(item: Item) -> str:
    """Return 16 hex digits over an item's fields, without those that belong to people (CONTRACT.md section 4).

    Fields at their default are left out, so that a field added to the schema later changes no digest.
    """
    fields = item.model_dump(mode="json", exclude=set(UNSEALED), exclude_defaults=True)
    fields["kind"] = getattr(item, "kind", None)
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
