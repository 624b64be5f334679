"""How wide text prints, in em: the side of one 汉字."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, east_asian_width

HALF = 0.5


@lru_cache(maxsize=1 << 14)
def char_em(char: str) -> float:
    """Return the width of one character: 1 for 汉字 and full-width marks, 0.5 for Latin, 0 for combining marks."""
    if char < "\x7f":
        return HALF
    if combining(char):
        return 0.0
    return 1.0 if east_asian_width(char) in "WFA" else HALF


def text_em(text: str) -> float:
    """Return the width of a line of text (PAPER.md section 7: ASCII counts 0.5)."""
    return sum(map(char_em, text))
