"""Pairs of neighbouring characters: how much of one text another says, in whatever order."""

from __future__ import annotations

import re

MARKS = re.compile(r"[\s，。；：、“”‘’（）《》！？·—…]")
# ，


def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text, its marks left out."""
    bare = MARKS.sub("", text)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def share_said(text: str, other: str) -> float:
    """Return how much of a text another says: the share of its pairs that stand there too, 0–1."""
    pairs = pairs_of(text)
    return len(pairs & pairs_of(other)) / len(pairs) if pairs else 0.0
