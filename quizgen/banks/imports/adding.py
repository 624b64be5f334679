"""Imported items into a bank: added by id; what the bank has, and people may have changed, stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizgen.banks.joining import join_sources, rename_sources
from quizgen.banks.results import MergeResult
from quizgen.items import AnyItem
from quizgen.itemsets import Bank


def add(old: Bank | None, new: Bank, untied: Sequence[AnyItem] = ()) -> MergeResult:
    """Return ``old`` with the items of ``new`` it does not have; its own stay letter by letter.

    ``untied``: the same items before they were tied to a booklet; one that stands in the bank exactly so was touched by
    nobody and is replaced by its tied self. Adding twice equals adding once.
    """
    old = old or Bank(title=new.title)
    joined = join_sources(old.sources, new.sources, editions=False)
    fresh = {item.id: rename_sources(item, joined.renames) for item in new.items}
    bare = {item.id: item for item in untied}
    fates: Counter[str] = Counter()
    items = []
    for item in old.items:
        tied = fresh.pop(item.id, None)
        replaced = tied if tied is not None and item == bare.get(item.id) else item
        fates["refreshed" if replaced != item else "unchanged"] += 1
        items.append(replaced)
    fates["added"] += len(fresh)
    bank = old.model_copy(update={"sources": joined.sources, "items": (*items, *fresh.values())})
    return MergeResult(bank, (), dict(fates))
