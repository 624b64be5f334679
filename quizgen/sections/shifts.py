"""Shifts: where the vocabulary changes, by the pairs of 汉字 on both sides of a paragraph break."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from operator import add
from statistics import fmean, pstdev

WINDOW = 600  # characters on each side
MAX_STEPS = 20  # paragraphs on each side
MAX_SHIFT = 1.5
MIN_PARAGRAPHS = 8

Weights = dict[str, float]


def vocabulary_shifts(texts: Sequence[str]) -> list[float]:
    """Return for each paragraph how much more than usual its words differ from those before, 0 to MAX_SHIFT."""
    if len(texts) < MIN_PARAGRAPHS:
        return [0.0] * len(texts)
    weigh = lru_cache(2 * MAX_STEPS + 2)(partial(_weigh, texts, _rarities(texts)))  # what both sides need
    sizes = [len(text) for text in texts]
    inner = [_likeness(_side(weigh, sizes, i, -1), _side(weigh, sizes, i, 1)) for i in range(1, len(texts))]
    mean, spread = fmean(inner), pstdev(inner) or 1.0
    return [0.0, *(max(0.0, min(MAX_SHIFT, (mean - value) / spread - 0.5)) for value in inner)]


def _rarities(texts: Sequence[str]) -> Weights:
    """Return how rare each pair is: the fewer paragraphs have it the more; what one alone has says nothing."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(set(map(add, text, text[1:])))
    return {pair: math.log(len(texts) / number) for pair, number in found.items() if number > 1}


def _weigh(texts: Sequence[str], rarities: Weights, index: int) -> Weights:
    """Return the weight of the pairs of paragraph ``index``."""
    counts = Counter(map(add, texts[index], texts[index][1:]))
    return {pair: n * rarities[pair] for pair, n in counts.items() if pair in rarities}


def _side(weigh: Callable[[int], Weights], sizes: Sequence[int], index: int, step: int) -> Weights:
    """Return the weights of about WINDOW characters before (step -1) or from (step 1) paragraph ``index``."""
    side: Weights = {}
    at, size = index if step > 0 else index - 1, 0
    while 0 <= at < len(sizes) and size < WINDOW and abs(at - index) <= MAX_STEPS:
        for pair, weight in weigh(at).items():
            side[pair] = side.get(pair, 0.0) + weight
        size += sizes[at]
        at += step
    return side


def _likeness(left: Weights, right: Weights) -> float:
    """Return the cosine of the two sides, 0 to 1."""
    norm = math.hypot(*left.values()) * math.hypot(*right.values())
    return sum(weight * right[pair] for pair, weight in left.items() if pair in right) / norm if norm else 0.0
