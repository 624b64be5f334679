"""What an import gives: items, and everything that was not understood with its place."""

from __future__ import annotations

from quizgen.errors import show
from quizgen.items import AnyItem
from quizgen.model.base import Record


class Problem(Record):
    """One remark on the files read. ``left_out``: words of the file did not get into the bank."""

    code: str
    place: str  # "题库.txt:12", "题库.docx:第12段", "题库.xlsx:单选!B3"
    message: str  # Chinese, written for a teacher
    left_out: bool = True

    def line(self) -> str:
        """Return the one line a teacher reads (CONTRACT.md section 1)."""
        return f"警告[{self.code}] {show(self.place, 200)}：{self.message}"


class ImportResult(Record):
    """Items in the order of the files; problems in the order of their discovery."""

    items: tuple[AnyItem, ...]
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """Return whether nothing was left out."""
        return not any(problem.left_out for problem in self.problems)
