"""The dictionary of jieba, read as it lies on the disk and looked up page by page.

``dict.txt`` is sorted but for a few lines, so sorting its lines and searching them by bisection is ready in a tenth of
the time jieba needs to fill its tables, and needs no cache file that somebody else could have written.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from bisect import bisect_left
from functools import cache
from math import log
from pathlib import Path

from quizgen.files import read_bytes
from quizgen.text import store

_FREQUENCY = re.compile(r" ([0-9]+) ")
# example: "数字 5872 n"


LAST_CHARACTER = chr(sys.maxunicode)


@cache
def data_folder() -> Path:
    """Return the folder of the installed jieba, found without importing it (it would load its own tables)."""
    found = importlib.util.find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    return Path(found.origin).parent


class Dictionary:
    """Words with log probability and tag; a page holds the words that begin with the same two characters."""

    def __init__(self, lines: list[str], total: int) -> None:
        """Take the sorted lines ``word frequency tag`` and the sum of all frequencies."""
        self._lines = lines
        self._log_total = log(total)
        self._chapters: dict[str, tuple[int, int]] = {}
        self.unknown = -self._log_total
        self.weights: dict[str, float] = {}
        self.tags: dict[str, str] = {}
        self.lengths = _Pages(self)

    def open_page(self, head: str) -> tuple[int, ...]:
        """Return the lengths, ascending, of the words that may begin at ``head``, the next one or two characters."""
        if len(head) == 1:
            return self._note(self._lines_from(f"{head} "))
        return self.lengths[head[0]] + self._note(self._lines_from(head))

    def frequency(self, word: str) -> int:
        """Return how often jieba's corpus has ``word``; 0 when the dictionary lacks it."""
        found = self._lines_from(f"{word} ")
        return int(found[0].split(" ")[1]) if found else 0

    def _note(self, lines: list[str]) -> tuple[int, ...]:
        lengths = set()
        for line in lines:
            word, frequency, kind = line.split(" ")
            self.weights[word] = log(int(frequency)) - self._log_total
            self.tags[word] = kind
            lengths.add(len(word))
        return tuple(sorted(lengths))

    def _lines_from(self, start: str) -> list[str]:
        """Return the lines that begin with ``start``, searched among those of its first character: near in memory."""
        chapter = self._chapters.get(start[0])
        if chapter is None:
            chapter = self._chapters[start[0]] = self._range(start[0], 0, len(self._lines))
        first, last = self._range(start, *chapter)
        return self._lines[first:last]

    def _range(self, start: str, first: int, last: int) -> tuple[int, int]:
        first = bisect_left(self._lines, start, first, last)
        return first, bisect_left(self._lines, start + LAST_CHARACTER, first, last)


class _Pages(dict[str, tuple[int, ...]]):
    """Head → lengths of the words on its page, opened when first asked for."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self._dictionary = dictionary

    def __missing__(self, head: str) -> tuple[int, ...]:
        page = self[head] = self._dictionary.open_page(head)
        return page


@cache
def version() -> str:
    """Return the SHA-256 of the dictionary: other words, another version."""
    return hashlib.sha256(_read()).hexdigest()


@cache
def load() -> Dictionary:
    """Return the dictionary of the installed jieba."""
    text = _read().decode("utf-8")
    lines = text.splitlines()
    lines.sort()
    return Dictionary(lines, _total(text))


def _read() -> bytes:
    return read_bytes(data_folder() / "dict.txt")


def _total(text: str) -> int:
    """Return the sum of all frequencies: from the private store, else added up."""
    key = f"total-{version()}"
    kept = store.load(key)
    if kept is not None and kept.isdecimal():
        return int(kept)
    total = sum(map(int, _FREQUENCY.findall(text)))
    store.save(key, str(total))
    return total
