"""``bank check``: item rules, evidence, duplicates, enemies, unsolved conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quizgen.banks.complaints import Complaint
from quizgen.banks.duplicates import find_equal, find_near, wording_of
from quizgen.banks.integrity import check_integrity
from quizgen.errors import show
from quizgen.items import AnyItem
from quizgen.itemsets import Bank
from quizgen.model.diagnostic import Severity

Lint = Callable[[AnyItem], tuple[str, ...]]
"""Item -> the item-writing rules it breaks, as Chinese lines."""
UNSOUND = {"vanished": "原文已不在资料中", "differs": "与原文不符"}
"""Evidence a person should look at -> how it is told."""


def check(bank: Bank, lint: Lint) -> tuple[Complaint, ...]:
    """Return what is wrong with a bank that loads; its booklets are not needed. ``lint`` judges an item alone."""
    return (*_check_items(bank, lint), *_check_twins([bank]))


def compare(banks: Sequence[Bank]) -> tuple[Complaint, ...]:
    """Return the duplicates and near-duplicates between different banks."""
    return tuple(_check_twins(banks, across=True)) if len(banks) > 1 else ()


def _check_items(bank: Bank, lint: Lint) -> Iterator[Complaint]:
    ids = {item.id for item in bank.items}
    sources = {source.id for source in bank.sources}
    for item in bank.items:
        if item.conflict is not None:
            yield Complaint(item.id, "E-CONFLICT", "有没解决的冲突", "选定或改好这道题，再删去 conflict: 一段")
        if item.status == "retired":
            continue
        for line in lint(item):
            yield Complaint(item.id, "E-ITEM", line, "改好这道题，或把 status 改为 retired")
        yield from check_integrity(item)
        if item.evidence in UNSOUND:
            yield Complaint(item.id, "W-EVIDENCE", UNSOUND[item.evidence], "对照资料改好，或停用这道题", "warning")
        yield from _check_references(item, ids, sources)


def _check_references(item: AnyItem, ids: set[str], sources: set[str]) -> Iterator[Complaint]:
    for entry in item.provenance:
        if entry.source not in sources:
            yield Complaint(item.id, "E-SOURCE", f"出处 {show(entry.source)} 不在 sources 里", "检查 source 的写法")
    if item.id in item.enemies:
        yield Complaint(item.id, "E-ENEMY", "enemies 里写了自己", "删去这一个 id")
    if strange := [name for name in item.enemies if name not in ids]:
        reason = f"enemies 里的 {'、'.join(map(show, strange[:3]))} 不在题库里"
        yield Complaint(item.id, "W-ENEMY", reason, "题目已删去的话，可以不管", "warning")


def _check_twins(banks: Sequence[Bank], *, across: bool = False) -> Iterator[Complaint]:
    """Yield items equal to an earlier one (errors inside one bank, warnings between banks) or nearly so (warnings)."""
    placed = [(at, item) for at, bank in enumerate(banks) for item in bank.items if item.status != "retired"]
    wordings = [wording_of(item) for _, item in placed]
    equal: Severity = "warning" if across else "error"
    for pairs, code, words, severity in (
        (find_equal(wordings), "W-SAME" if across else "E-SAME", "完全相同", equal),
        (find_near(wordings), "W-NEAR", "几乎相同", "warning"),
    ):
        for first, later in pairs:
            (home, one), (away, two) = placed[first], placed[later]
            if (home != away) == across:
                where = f"第 {home + 1} 个题库的题目" if across else "题目"
                yield Complaint(two.id, code, f"与{where} {one.id} {words}", "看看是否只留一道", severity)
