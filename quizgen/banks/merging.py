"""The bank on disk x what the booklet now yields (CONTRACT.md section 4, "Merge").

Three memories decide: the digest (what the program last wrote), the item itself (what people changed), the new bank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.banks.evidence import Witness
from quizgen.banks.joining import join_sources, rename_sources
from quizgen.banks.results import MergeResult, name_some, remark
from quizgen.banks.seals import is_untouched, rewrite, seal
from quizgen.items import AnyItem
from quizgen.itemsets import Bank
from quizgen.model.diagnostic import Diagnostic
from quizgen.model.document import Booklet


class _Fate(NamedTuple):
    item: AnyItem
    name: str


def merge(old: Bank | None, new: Bank, booklets: Sequence[Booklet] = ()) -> MergeResult:
    """Return the bank with what was just generated: untouched drafts refreshed, people's work kept.

    ``new`` is what the booklets yield now, sealed or not; ``booklets`` let an item that is no longer generated be told
    from one whose evidence vanished. Merging twice equals merging once.
    """
    old = old or Bank(title=new.title)
    joined = join_sources(old.sources, new.sources, editions=True)
    fresh = {item.id: seal(rename_sources(item, joined.renames)) for item in reversed(new.items)}
    witness = Witness(old.sources, joined, fresh.values(), booklets)
    fates = [_decide(item, fresh.get(item.id), witness) for item in old.items]
    known = {item.id for item in old.items}
    fates += [_Fate(item, "added") for item in reversed(fresh.values()) if item.id not in known]
    bank = Bank(title=old.title or new.title, sources=joined.sources, items=tuple(fate.item for fate in fates))
    counts = Counter(fate.name for fate in fates)
    return MergeResult(bank, tuple(_report(fates)), dict(counts))


def _decide(ours: AnyItem, fresh: AnyItem | None, witness: Witness) -> _Fate:
    if ours.status == "retired":
        return _Fate(ours, "retired")
    if fresh is None:
        return _decide_alone(ours, witness)
    if is_untouched(ours):
        refreshed = fresh.model_copy(update={"note": ours.note, "used": ours.used})
        return _Fate(refreshed, "unchanged" if refreshed == ours else "refreshed")
    return _Fate(witness.follow(_mark(ours, gone=False)), "kept")


def _decide_alone(ours: AnyItem, witness: Witness) -> _Fate:
    """Decide about an item this run did not yield: is its sentence gone, or do the templates no longer ask it?"""
    gone = witness.is_gone(ours)
    if gone is None:
        return _Fate(ours, "unchanged")
    if gone:
        return _Fate(_mark(ours, gone=True), "vanished")
    found = witness.follow(_mark(ours, gone=False))
    return _Fate(found, "withdrawn" if is_untouched(found) and found.template != "imported" else "kept")


def _mark(item: AnyItem, *, gone: bool) -> AnyItem:
    """Return the item with ``evidence`` telling whether its sentence is gone; only the program sets ``vanished``."""
    if gone == (item.evidence == "vanished"):
        return item
    return rewrite(item, evidence="vanished" if gone else "found")


def _report(fates: Iterable[_Fate]) -> Iterable[Diagnostic]:
    by_name: dict[str, list[str]] = {}
    for fate in fates:
        by_name.setdefault(fate.name, []).append(fate.item.id)
    if ids := by_name.get("vanished"):
        yield remark("W-VANISHED", f"{len(ids)} 道题的原文已不在资料中，仍留在题库：{name_some(ids)}")
    if ids := by_name.get("withdrawn"):
        reason = f"{len(ids)} 道没人改过的题这次没有再生成（模板变了），仍留在题库：{name_some(ids)}"
        yield remark("W-WITHDRAWN", f"{reason}；不要的请把 status 改为 retired", "info")
