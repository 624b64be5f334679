"""Sources of two banks under one numbering."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.banks.seals import ItemT, rewrite
from quizgen.itemsets import Source


class Joined(NamedTuple):
    """Sources of both banks; ``renames``: id in the second bank -> id in the joined one."""

    sources: tuple[Source, ...]
    renames: dict[str, str]


def join_sources(ours: tuple[Source, ...], theirs: tuple[Source, ...], *, editions: bool) -> Joined:
    """Return both lists as one: equal bytes are one source; with ``editions`` so is a new edition of the same name."""
    sources = {source.id: source for source in ours}
    renames: dict[str, str] = {}
    for source in theirs:
        twin = _find_twin(source, sources, set(renames.values()), editions)
        name = twin.id if twin else _free_id(source.id, sources)
        if twin is None or editions:
            sources[name] = source.model_copy(update={"id": name})
        renames[source.id] = name
    return Joined(tuple(sources.values()), renames)


def _find_twin(source: Source, known: dict[str, Source], taken: set[str], editions: bool) -> Source | None:
    free = [other for other in known.values() if other.id not in taken]
    same_bytes = [other for other in free if other.sha256 == source.sha256]
    same_name = [other for other in free if editions and other.name == source.name]
    return next(iter([*same_bytes, *same_name]), None)


def _free_id(wanted: str, known: dict[str, Source]) -> str:
    if wanted not in known:
        return wanted
    return next(name for n in range(1, len(known) + 2) if (name := f"b{n}") not in known)


def rename_sources(item: ItemT, renames: dict[str, str]) -> ItemT:
    """Return the item citing the joined bank's sources."""
    if all(renames.get(entry.source, entry.source) == entry.source for entry in item.provenance):
        return item
    moved = (entry.model_copy(update={"source": renames.get(entry.source, entry.source)}) for entry in item.provenance)
    return rewrite(item, provenance=tuple(moved))
