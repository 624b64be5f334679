"""The items that may be printed, with everything selection asks about them worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.assembly.figures import is_figure
from quizgen.items import AnyItem
from quizgen.itemsets import Bank

Article = tuple[str, str]
"""What makes two sources the same booklet, and the title of a level-1 section."""

NUMERIC_FACTS = frozenset(("number", "date"))


@dataclass(frozen=True)
class Candidate:
    """One printable item and what the wishes and rules need to know of it."""

    item: AnyItem
    place: tuple[int, int, int, int]  # booklet order: bank, source, offset, position in the bank
    origin: str  # what makes two sources the same booklet: its digest
    article: Article | None
    used: bool  # stood in one of the papers the blueprint wants kept apart
    numeric: bool  # a figure is asked

    @property
    def fact(self) -> str:
        """Return the fact asked: equal for items on the same fact, the item's own id when unknown."""
        return f"asks {self.item.asks}" if self.item.asks else f"item {self.item.id}"


def gather(banks: Sequence[Bank], exclude_used_within: int) -> list[Candidate]:
    """Return the printable items of all banks in booklet order: an id once (the first bank's), no retired one.

    An item retired in any of the banks is retired; uses in all banks count.
    """
    recent = _recent_papers(banks, exclude_used_within)
    entries = [(bank, number, position) for number, bank in enumerate(banks) for position in range(len(bank.items))]
    retired = {item.id for bank in banks for item in bank.items if item.status == "retired"}
    used = {item.id for bank in banks for item in bank.items if recent & {(use.date, use.paper) for use in item.used}}
    found: dict[str, Candidate] = {}
    for bank, number, position in entries:
        item = bank.items[position]
        if item.id not in found and item.id not in retired and is_whole(item):
            found[item.id] = _candidate(bank, number, position, item.id in used)
    return sorted(found.values(), key=lambda candidate: candidate.place)


def is_whole(item: AnyItem) -> bool:
    """Return whether there is something to ask and something to choose from: a hand-edited bank may lack either."""
    return (item.kind == "true_false" or bool(item.keys_asked)) and len(item.choices) != 1


def _recent_papers(banks: Sequence[Bank], count: int) -> set[tuple[str, str]]:
    papers = {(use.date, use.paper) for bank in banks for item in bank.items for use in item.used}
    return set(sorted(papers, reverse=True)[:count])


def _candidate(bank: Bank, number: int, position: int, used: bool) -> Candidate:
    item = bank.items[position]
    source, offset, origin = len(bank.sources), 0, f"bank {number}"
    if item.provenance:
        evidence = item.provenance[0]
        ids = [one.id for one in bank.sources]
        source = ids.index(evidence.source) if evidence.source in ids else len(ids)
        origin = bank.sources[source].sha256 if source < len(ids) else f"bank {number} {evidence.source}"
        offset = evidence.span[0]
    return Candidate(
        item=item,
        place=(number, source, offset, position),
        origin=origin,
        article=(origin, item.section) if item.section else None,
        used=used,
        numeric=_is_numeric(item),
    )


def _is_numeric(item: AnyItem) -> bool:
    """Return whether a figure is asked; a true statement has no key in words, there its fact kind decides."""
    return item.fact in NUMERIC_FACTS and (not item.keys_asked or any(is_figure(key) for key in item.keys_asked))
