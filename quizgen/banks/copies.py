"""Two people's copies of a bank made one, nothing lost (CONTRACT.md section 4)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pydantic import TypeAdapter

from quizgen.banks.joining import join_sources, rename_sources
from quizgen.banks.results import MergeResult, name_some, remark
from quizgen.banks.seals import fits
from quizgen.banks.writing import as_mapping
from quizgen.errors import BankError
from quizgen.items import AnyItem
from quizgen.items.base import Use
from quizgen.items.digests import UNSEALED
from quizgen.itemsets import Bank

MAX_VERSIONS = 12
"""Versions of one item a bank file can hold inside each other (its nesting is limited)."""

_ITEM: TypeAdapter[AnyItem] = TypeAdapter(AnyItem)


def merge_people(ours: Bank, theirs: Bank) -> MergeResult:
    """Return both banks as one: an item only one person touched is taken from that person.

    Where both did, ours stays and theirs stands in its ``conflict``. Raises BankError (E-CONFLICT): too many versions.
    """
    joined = join_sources(ours.sources, theirs.sources, editions=False)
    items = {item.id: item for item in ours.items}
    counts: Counter[str] = Counter()
    for moved in (rename_sources(item, joined.renames) for item in theirs.items):
        mine = items.get(moved.id)
        items[moved.id] = merged = moved if mine is None else _merge_item(mine, moved)
        counts["added" if mine is None else "unchanged" if merged == mine else "refreshed"] += 1
    bank = Bank(title=ours.title or theirs.title, sources=joined.sources, items=tuple(items.values()))
    disputed = [item.id for item in bank.items if item.conflict is not None]
    counts["conflicts"] = len(disputed)
    message = f"{len(disputed)} 道题两人都改过，另一版存在 conflict: 里，请改好后删去：{name_some(disputed)}"
    return MergeResult(bank, (remark("E-CONFLICT", message, "error"),) if disputed else (), dict(+counts))


def _merge_item(ours: AnyItem, theirs: AnyItem) -> AnyItem:
    versions = _unfold(ours)
    for version in _unfold(theirs):
        for at, known in enumerate(versions):
            if (both := _reconcile(known, version)) is not None:
                versions[at] = both
                break
        else:
            versions.append(version)
    return _fold(versions)


def _unfold(item: AnyItem) -> list[AnyItem]:
    """Return the versions an item holds: its own, then that of its conflict, and so on."""
    if item.conflict is None:
        return [item]
    return [item.model_copy(update={"conflict": None}), *_unfold(_ITEM.validate_python(item.conflict))]


def _fold(versions: list[AnyItem]) -> AnyItem:
    if len(versions) > MAX_VERSIONS:
        reason = f"题目 {versions[0].id} 已有 {len(versions)} 个互相冲突的版本"
        raise BankError("E-CONFLICT", reason, "先解决题库里的 conflict:，再合并")
    first, *rest = versions
    return first.model_copy(update={"conflict": as_mapping(_fold(rest)) if rest else None})


def _reconcile(ours: AnyItem, theirs: AnyItem) -> AnyItem | None:
    """Return one item that holds the work of both, None where both changed the same thing."""
    wording = _pick_wording(ours, theirs)
    status = _pick(ours.status, theirs.status, "draft")
    note = _pick(ours.note, theirs.note, "")
    if wording is None or status is None or note is None:
        return None
    return wording.model_copy(update={"status": status, "note": note, "used": _unite(ours.used, theirs.used)})


def _pick_wording(ours: AnyItem, theirs: AnyItem) -> AnyItem | None:
    """Return the side whose program fields a person changed; ours where nobody did; None where both did."""
    if _wording(ours) == _wording(theirs) or fits(theirs):
        return ours
    return theirs if fits(ours) else None


def _wording(item: AnyItem) -> dict[str, Any]:
    return item.model_dump(exclude=set(UNSEALED))


def _pick(ours: str, theirs: str, untouched: str) -> str | None:
    """Return the value a person set, ``untouched`` where nobody did, None where two people set two values."""
    if ours == theirs or theirs == untouched:
        return ours
    return theirs if ours == untouched else None


def _unite(ours: tuple[Use, ...], theirs: tuple[Use, ...]) -> tuple[Use, ...]:
    return (*ours, *(use for use in theirs if use not in ours))
