"""What a merge returns."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.itemsets import Bank
from quizgen.model.diagnostic import Diagnostic, Severity


class MergeResult(NamedTuple):
    """The merged bank, what a person should know, and how many items met which fate (names of ``FATES``)."""

    bank: Bank
    diagnostics: tuple[Diagnostic, ...] = ()
    counts: dict[str, int] = {}  # noqa: RUF012 (a tuple's default, never written to)


FATES = {
    "added": "新增",
    "refreshed": "更新",
    "unchanged": "不变",
    "kept": "保留人工修改",
    "retired": "已停用",
    "withdrawn": "这次没有再生成",
    "vanished": "原文已不在资料中",
    "conflicts": "冲突",
}
"""What may happen to an item in a merge -> how a teacher is told."""


def remark(code: str, message: str, severity: Severity = "warning") -> Diagnostic:
    """Return a diagnostic about the bank as a whole."""
    return Diagnostic(code=code, severity=severity, message=message)


def name_some(ids: list[str], limit: int = 5) -> str:
    """Return the first few ids for a message."""
    return "、".join(ids[:limit]) + (" 等" if len(ids) > limit else "")
