"""A bank held against its booklets: every quote, span and answer read again (CONTRACT.md section 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quizgen.banks.complaints import Complaint
from quizgen.banks.evidence import Homes
from quizgen.banks.integrity import check_integrity
from quizgen.errors import show
from quizgen.items import AnyItem
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Booklet, Provenance

AROUND = 6  # letters shown on either side of a difference


def verify(bank: Bank, booklets: Sequence[Booklet]) -> tuple[Complaint, ...]:
    """Return every difference between a bank and its booklets; none when all agree. Retired items are passed over.

    Sources are matched by sha256, else by name. Where the booklet is not the one the bank was made from, that is said
    once and quotes are looked for anywhere in it; else they must stand exactly at their span.
    """
    found: list[Complaint] = []
    pairs = {source.id: _find_booklet(source, booklets) for source in bank.sources}
    for source in bank.sources:
        found += _check_source(source, pairs[source.id])
    moved = {s.id for s in bank.sources if (b := pairs[s.id]) is not None and b.sha256 != s.sha256}
    homes = {name: Homes(booklet) for name, booklet in pairs.items() if booklet is not None}
    for item in bank.items:
        if item.status != "retired":
            found += _check_item(item, pairs, homes, moved)
    return tuple(found)


def _find_booklet(source: Source, booklets: Sequence[Booklet]) -> Booklet | None:
    same_bytes = [booklet for booklet in booklets if booklet.sha256 == source.sha256]
    same_name = [booklet for booklet in booklets if booklet.name == source.name]
    return next(iter([*same_bytes, *same_name]), None)


def _check_source(source: Source, booklet: Booklet | None) -> Iterator[Complaint]:
    if booklet is None:
        advice = f"用 --booklet 给出 {show(source.name)}"
        yield Complaint("", "E-SOURCE", f"没有给出题库的资料 {source.id}（{show(source.name)}）", advice)
    elif booklet.sha256 != source.sha256:
        reason = f"资料 {show(booklet.name)} 与出题时不同（sha256 不同）"
        yield Complaint("", "E-SOURCE", reason, "找回出题时的资料，或用 quizgen generate 更新题库")


def _check_item(
    item: AnyItem, pairs: dict[str, Booklet | None], homes: dict[str, Homes], moved: set[str]
) -> Iterator[Complaint]:
    for at, entry in enumerate(item.provenance):
        if entry.source not in pairs:
            yield Complaint(item.id, "E-SOURCE", f"出处 {show(entry.source)} 不在 sources 里", "检查 source 的写法")
        elif (booklet := pairs[entry.source]) is not None:
            exact = entry.source not in moved
            reason = _find_at_span(entry, booklet, homes[entry.source]) if exact else _find_anywhere(entry, booklet)
            if reason is not None:
                yield Complaint(item.id, "E-QUOTE", f"provenance[{at}] {reason}", "按资料改正引文，或停用这道题")
    yield from check_integrity(item)


def _find_at_span(entry: Provenance, booklet: Booklet, homes: Homes) -> str | None:
    """Return what differs where the quote should stand, None where all agrees."""
    start, end = (bisect_left(booklet.origin, place) for place in entry.span)
    there = booklet.text[start:end]
    if there != entry.quote or not entry.quote:
        if entry.quote and entry.quote in booklet.text:
            return f"的 span {list(entry.span)} 不是引文所在"
        return f"的引文与资料不同：{_name_difference(entry.quote, there)}"
    if booklet.raw_span(start, end) != tuple(entry.span):
        return f"的 span {list(entry.span)} 应当是 {list(booklet.raw_span(start, end))}"
    home = homes.find(start)
    if home is not None and home[0].id != entry.section:
        return f"的 section {show(entry.section)} 应当是 {home[0].id}"
    return None


def _find_anywhere(entry: Provenance, booklet: Booklet) -> str | None:
    """Return what differs where the text is most like the quote, None where the quote stands in the booklet."""
    if entry.quote and entry.quote in booklet.text:
        return None
    return f"的引文与资料不同：{_name_difference(entry.quote, _find_likest(entry.quote, booklet.text))}"


def _find_likest(quote: str, text: str) -> str:
    """Return the run of the text that shares the longest beginning or end with the quote."""
    for size in range(len(quote) - 1, 3, -1):
        if (at := text.find(quote[:size])) >= 0:
            return text[at : at + len(quote)]
        if (at := text.find(quote[-size:])) >= 0:
            return text[max(at + size - len(quote), 0) : at + size]
    return ""


def _name_difference(quote: str, there: str) -> str:
    """Return both wordings around the first letter that differs."""
    if not there:
        return f"资料里找不到“{show(quote[:20])}”"
    at = next((i for i, (a, b) in enumerate(zip(quote, there, strict=False)) if a != b), min(len(quote), len(there)))
    low = max(at - AROUND, 0)
    ours, theirs = (show(text[low : at + AROUND]) for text in (quote, there))
    return f"第 {at + 1} 个字，题库“{ours}”，资料“{theirs}”"
