"""Shifts: where the vocabulary changes, by the pairs of 汉字 on both sides of a paragraph break."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from statistics import fmean, pstdev

WINDOW = 600  # characters on each side
MAX_SHIFT = 1.5


def vocabulary_shifts(texts: Sequence[str]) -> list[float]:
    """Return for each paragraph how much more than usual its words differ from those before, 0 to MAX_SHIFT."""
    pairs = [Counter(text[k : k + 2] for k in range(len(text) - 1)) for text in texts]
    rarity = _rarity(pairs)
    likeness = [_likeness(_side(pairs, texts, i, -1), _side(pairs, texts, i, 1), rarity) for i in range(len(texts))]
    inner = likeness[1:]
    if len(inner) < 8:
        return [0.0] * len(texts)
    mean, spread = fmean(inner), pstdev(inner) or 1.0
    return [max(0.0, min(MAX_SHIFT, (mean - value) / spread - 0.5)) if i else 0.0 for i, value in enumerate(likeness)]


def _rarity(pairs: Sequence[Counter[str]]) -> dict[str, float]:
    """Return the weight of each pair: the fewer paragraphs have it the more; one that only one has says nothing."""
    found: Counter[str] = Counter()
    for counts in pairs:
        found.update(counts.keys())
    return {pair: math.log(len(pairs) / count) for pair, count in found.items() if count > 1}


def _side(pairs: Sequence[Counter[str]], texts: Sequence[str], index: int, step: int) -> Counter[str]:
    """Return the pairs of about WINDOW characters before (step -1) or from (step 1) paragraph ``index``."""
    side: Counter[str] = Counter()
    at, size = index if step > 0 else index - 1, 0
    while 0 <= at < len(pairs) and size < WINDOW:
        side.update(pairs[at])
        size += len(texts[at])
        at += step
    return side


def _likeness(before: Counter[str], after: Counter[str], rarity: dict[str, float]) -> float:
    """Return the cosine of the two sides, 0 to 1."""
    left = {pair: count * rarity[pair] for pair, count in before.items() if pair in rarity}
    right = {pair: count * rarity[pair] for pair, count in after.items() if pair in rarity}
    norm = math.hypot(*left.values()) * math.hypot(*right.values())
    return sum(weight * right[pair] for pair, weight in left.items() if pair in right) / norm if norm else 0.0
