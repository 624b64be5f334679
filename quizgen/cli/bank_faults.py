"""How commands open a bank and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from quizgen import banks
from quizgen.banks import Complaint
from quizgen.cli.console import MAX_LINES, say_all
from quizgen.files import read_bytes
from quizgen.itemsets import Bank


class OpenedBank:
    """A bank with the file it came from."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.bank: Bank = banks.parse(data, str(path))
        self._data = data

    @cached_property
    def is_utf8(self) -> bool:
        """Return whether the file is UTF-8, as the next write will make it."""
        try:
            self._data.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    @cached_property
    def lines(self) -> dict[str, int]:
        """Return item id -> line of the file."""
        return banks.lines_of_items(self._data.decode("utf-8", "replace"))


def open_bank(path: Path) -> OpenedBank:
    """Return the bank of a file ("-": standard input). Raises ManyFaultsError, InputError."""
    return OpenedBank(path, read_bytes(path, limit=banks.MAX_BYTES))


def say_complaints(complaints: Sequence[Complaint], opened: OpenedBank, everything: bool) -> None:
    """Say what is wrong, errors first; eight lines unless ``everything`` is wanted."""
    ranked = sorted(complaints, key=lambda complaint: complaint.severity != "error")
    words = {"error": "错误", "warning": "警告", "info": "说明"}
    lines = [one.at(str(opened.path), opened.lines).message(words[one.severity]) for one in ranked]
    say_all(lines, most=len(lines) if everything else MAX_LINES)
