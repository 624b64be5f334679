"""Two looks at one text: folded for matching marks, tidied for storing words.

Marks are looked for in the folded text and cut out of the original: folding maps one character to one character, so a
place in the one is the same place in the other, and nothing folded is ever stored.
"""

from __future__ import annotations

import re
import unicodedata

LOOK_ALIKES = dict(zip("АВСЕНКМОРТХасеорхΑΒΕΗΚΜΟΡΤΧ", "ABCEHKMOPTXaceopxABEHKMOPTX", strict=True))
"""Cyrillic and Greek letters that look like Latin ones: typed, or put there by a scanner."""

_FOLDED = (
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {ord(c): " " for c in "\u3000\u00a0\t\n\u2002\u2003\u2009"}
    | dict.fromkeys(map(ord, "【〔［"), "[")
    | dict.fromkeys(map(ord, "】〕］"), "]")
    | dict.fromkeys(map(ord, "—–－―~～〜‐"), "-")
    | {ord(seen): meant for seen, meant in LOOK_ALIKES.items()}
)

SPACES = re.compile(r"\s+")
# 数字 教研 2024 年

_WIDE_MARKS = frozenset("“”‘’—…·")
_NO_TEXT = frozenset("\ufffe\uffff")


def fold(text: str) -> str:
    """Return ``text`` with full-width and look-alike characters made plain ASCII; same length."""
    return text.translate(_FOLDED)


def has_look_alike(text: str) -> bool:
    """Return whether a letter of another script stands where a Latin one is meant."""
    return any(c in LOOK_ALIKES for c in text)


def strip_invisible(text: str) -> str:
    """Return ``text`` without control and invisible characters; tabs become spaces, line ends stay."""
    plain = text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in plain if c == "\n" or _is_visible(c))


def _is_visible(c: str) -> bool:
    return unicodedata.category(c) not in ("Cc", "Cf", "Cs") and c not in _NO_TEXT


def tidy(text: str) -> str:
    """Return ``text`` as the clean text of a booklet has it: no space beside a 汉字, elsewhere one (CONTRACT.md 2)."""
    stripped = text.strip()
    return SPACES.sub(lambda gap: _space_for(stripped, gap), stripped)


def _space_for(text: str, gap: re.Match[str]) -> str:
    return "" if _is_wide(text[gap.start() - 1]) or _is_wide(text[gap.end()]) else " "


def _is_wide(c: str) -> bool:
    return c in _WIDE_MARKS or unicodedata.east_asian_width(c) in ("W", "F")


def squeeze(text: str) -> str:
    """Return ``text`` without any white space."""
    return SPACES.sub("", text)


def stretches(starts: list[int], end: int) -> list[tuple[int, int]]:
    """Return the spans that begin at ``starts`` (ascending) and reach to the next start, the last one to ``end``."""
    return list(zip(starts, [*starts[1:], end], strict=False))


def replace(pattern: re.Pattern[str], text: str, new: str) -> str:
    """Return ``text`` with ``new`` wherever ``pattern`` matches its folded form."""
    pieces, at = [], 0
    for found in pattern.finditer(fold(text)):
        pieces += [text[at : found.start()], new]
        at = found.end()
    return "".join([*pieces, text[at:]])
