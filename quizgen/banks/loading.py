"""YAML -> Bank, strictly (CONTRACT.md section 4): every fault of the file at once, each with its place and advice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from quizgen.banks.pauses import without_collector
from quizgen.banks.recovery import blank_broken_items
from quizgen.banks.writing import as_mapping
from quizgen.errors import BankError, ManyFaultsError, QuizgenError, show
from quizgen.files import read_bytes
from quizgen.items import AnyItem
from quizgen.itemsets import Bank
from quizgen.yamlfile import Origin, compose, decode, explain, load_tree, locate, validate

MAX_BYTES = 200 * 1024 * 1024
MAX_ITEMS = 200_000

_BANK: TypeAdapter[Bank] = TypeAdapter(Bank)
_ITEM: TypeAdapter[AnyItem] = TypeAdapter(AnyItem)


def load(path: Path) -> Bank:
    """Return the bank of a YAML file. Raises ManyFaultsError (E-BANK), InputError (E-FILE, E-SIZE)."""
    return parse(read_bytes(path, limit=MAX_BYTES), str(path))


def parse(data: bytes, name: str) -> Bank:
    """Return the bank the bytes hold; ``name`` is the file in messages. Raises ManyFaultsError: all of its faults."""
    origin = Origin(name, "E-BANK", BankError)
    with without_collector():
        faults: list[QuizgenError] = []
        bank = _read(decode(data, origin), origin, faults)
    if faults or bank is None:
        raise ManyFaultsError(_in_order(faults))
    return bank


def _in_order(faults: list[QuizgenError]) -> list[QuizgenError]:
    """Return the faults by place, each line of text said once per reason."""
    unique = {(fault.line or 0, fault.column or 0, fault.reason): fault for fault in faults}
    return [unique[place] for place in sorted(unique)]


def _read(text: str, origin: Origin, faults: list[QuizgenError]) -> Bank | None:
    tree, found = load_tree(text, origin)
    if tree is None and found:
        text, broken = blank_broken_items(text, origin)
        tree, rest = load_tree(text, origin) if broken else (tree, found)
        found = broken + rest
    faults += found
    if tree is None and found:
        return None
    if isinstance(tree, dict):
        _check_complete(tree, text, origin, faults)
        _check_ids(tree, text, origin, faults)
    bank = validate(tree, _BANK, text, origin, faults)
    return _with_conflicts(bank, text, origin, faults) if bank is not None else None


def _check_complete(tree: dict[str, Any], text: str, origin: Origin, faults: list[QuizgenError]) -> None:
    if tree.pop("complete", None) != "true":
        reason = "文件不完整：最后一行应当是 complete: true"
        advice = "可能只保存了一部分，从 .quizgen/history 找回上一版；确认完整后补上这一行"
        faults.append(origin.fault(reason, advice, text.rstrip("\n").count("\n") + 1))


def _check_ids(tree: dict[str, Any], text: str, origin: Origin, faults: list[QuizgenError]) -> None:
    items = tree.get("items")
    ids = [item.get("id") if isinstance(item, dict) else None for item in items] if isinstance(items, list) else []
    if len(ids) > MAX_ITEMS:
        faults.append(origin.fault(f"题目超过 {MAX_ITEMS} 道的上限", "分成几个题库"))
    if len(set(ids)) == len(ids):
        return
    root = compose(text)
    for first, again in _find_repeats(ids):
        (before, _), (mark, _) = (locate(root, ("items", at, "id")) for at in (first, again))
        reason = f"id {show(ids[again])} 重复，前一个在第 {before.line + 1} 行"
        faults.append(origin.fault_at(mark, reason, "两题只留一道，或给后一道换一个 id"))


def _find_repeats(ids: list[Any]) -> Iterator[tuple[int, int]]:
    seen: dict[str, int] = {}
    for at, name in enumerate(ids):
        if isinstance(name, str) and seen.setdefault(name, at) != at:
            yield seen[name], at


def _with_conflicts(bank: Bank, text: str, origin: Origin, faults: list[QuizgenError]) -> Bank | None:
    """Return the bank with every ``conflict`` typed like the item it is."""
    if all(item.conflict is None for item in bank.items):
        return bank
    items = list(bank.items)
    for at, item in enumerate(items):
        try:
            items[at] = _type_conflict(item)
        except ValidationError as error:
            faults += explain(error, text, origin, within=("items", at, "conflict"))
    return None if faults else bank.model_copy(update={"items": tuple(items)})


def _type_conflict(item: AnyItem) -> AnyItem:
    if item.conflict is None:
        return item
    other = _type_conflict(_ITEM.validate_python(item.conflict))
    return item.model_copy(update={"conflict": as_mapping(other)})
