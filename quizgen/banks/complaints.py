"""What is wrong with an item, said with its line in the bank file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.errors import BankError
from quizgen.model.diagnostic import Severity

ITEM_LINE = re.compile(r"^ *- (?:id|'id'|\"id\"): +['\"]?([\w-]+)['\"]?\n *kind:", re.MULTILINE)
# - id: 3f9c2a1b7d40<LF>  kind: fill_blank


class Complaint(NamedTuple):
    """One fault of one item (``item``: its id, "" for the bank as a whole)."""

    item: str
    code: str
    reason: str
    advice: str
    severity: Severity = "error"

    def at(self, file: str, lines: dict[str, int]) -> BankError:
        """Return the complaint as an error at the item's line."""
        reason = f"题目 {self.item}：{self.reason}" if self.item else self.reason
        return BankError(self.code, reason, self.advice, file=file, line=lines.get(self.item))


def lines_of_items(text: str) -> dict[str, int]:
    """Return item id -> line (from 1) of a bank file in its usual layout."""
    lines: dict[str, int] = {}
    number, last = 1, 0
    for match in ITEM_LINE.finditer(text):
        number += text.count("\n", last, match.start())
        last = match.start()
        lines.setdefault(match.group(1), number)
    return lines


def keep_errors(complaints: Iterable[Complaint]) -> Sequence[Complaint]:
    """Return those that make a check fail."""
    return [complaint for complaint in complaints if complaint.severity == "error"]
