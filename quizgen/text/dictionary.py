"""The dictionary of jieba, read as it lies on the disk and looked up page by page.

``dict.txt`` is sorted but for a few lines, so sorting its lines and searching them by bisection is ready in a tenth of
the time jieba needs to fill its tables, and needs no cache file that somebody else could have written. Lines stay
bytes until a word of theirs is met: UTF-8 sorts as its characters do.
"""

from __future__ import annotations

import hashlib
import importlib.util
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cache
from math import log
from pathlib import Path
from typing import TypeVar

from quizgen.files import read_bytes
from quizgen.text import store

BEHIND_ALL = b"\xff"  # no UTF-8 has it
NEITHER_DIGIT_NOR_BLANK = bytes(set(range(256)) - set(b"0123456789 "))

Made = TypeVar("Made")


@cache
def data_folder() -> Path:
    """Return the folder of the installed jieba, found without importing it (it would load its own tables)."""
    found = importlib.util.find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    return Path(found.origin).parent


class Dictionary:
    """Words with log probability and tag; a page holds the words that begin with the same two characters."""

    def __init__(self, lines: list[bytes], total: int) -> None:
        """Take the sorted lines ``word frequency tag`` and the sum of all frequencies."""
        self._lines = lines
        self._log_total = log(total)
        self._chapters = _Found(self.find_chapter)
        self.unknown = -self._log_total
        self.weights: dict[str, float] = {}
        self.tags: dict[str, str] = {}
        self.lengths = _Found(self.open_page)

    def open_page(self, head: str) -> tuple[int, ...]:
        """Return the lengths, ascending, of the words that may begin at ``head``, the next one or two characters."""
        shorter, start = (self.lengths[head[0]], head) if len(head) == 2 else ((), f"{head} ")
        rows = [line.decode("utf-8").split(" ") for line in self._lines_from(start)]
        for word, frequency, kind in rows:
            self.weights[word] = log(int(frequency)) - self._log_total
            self.tags[word] = kind
        return (*shorter, *sorted({len(row[0]) for row in rows})) if rows else shorter

    def frequency(self, word: str) -> int:
        """Return how often jieba's corpus has ``word``; 0 when the dictionary lacks it."""
        return sum(int(line.split(b" ")[1]) for line in self._lines_from(f"{word} ")[:1])

    def _lines_from(self, start: str) -> list[bytes]:
        """Return the lines that begin with ``start``, searched among those of its first character: near in memory."""
        begin, end = self._chapters[start[0]]
        prefix = start.encode("utf-8")
        first = bisect_left(self._lines, prefix, begin, end)
        if first == end or not self._lines[first].startswith(prefix):
            return []
        return self._lines[first : bisect_left(self._lines, prefix + BEHIND_ALL, first, end)]

    def find_chapter(self, character: str) -> tuple[int, int]:
        """Return the range of the lines that begin with ``character``."""
        prefix = character.encode("utf-8")
        first = bisect_left(self._lines, prefix)
        return first, bisect_left(self._lines, prefix + BEHIND_ALL, first)


class _Found(dict[str, Made]):
    """What a function makes of a key, made when first asked for."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Made:
        made = self[key] = self._make(key)
        return made


@cache
def version() -> str:
    """Return the SHA-256 of the dictionary: other words, another version."""
    return hashlib.sha256(_read()).hexdigest()


@cache
def load() -> Dictionary:
    """Return the dictionary of the installed jieba."""
    data = _read()
    lines = data.splitlines()
    lines.sort()
    return Dictionary(lines, _total(data))


def _read() -> bytes:
    return read_bytes(data_folder() / "dict.txt")


def _total(data: bytes) -> int:
    """Return the sum of all frequencies: from the private store, else added up."""
    key = f"total-{version()}"
    kept = store.load(key)
    if kept is not None and kept.isdecimal():
        return int(kept)
    numbers = data.translate(None, NEITHER_DIGIT_NOR_BLANK).split(b" ")  # digits of a word, frequency, digits of ...
    total = sum(int(number) * times for number, times in Counter(numbers[1::2]).items())
    store.save(key, str(total))
    return total
