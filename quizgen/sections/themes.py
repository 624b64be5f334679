"""Themes: level-1 sections that speak of one matter, grouped and named by their most telling term."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

MAX_THEMES = 5
LIKENESS = 0.16  # average likeness below which two groups speak of different matters


def name_themes(counts: Sequence[Counter[str]], terms: Sequence[Sequence[str]]) -> list[str]:
    """Return the theme of each section: sections of one group share one."""
    vectors = _vectors(counts)
    groups = [[i] for i in range(len(counts))]
    while len(groups) > 1:
        likeness, a, b = max(
            (_between(groups[a], groups[b], vectors), -a, -b)
            for a in range(len(groups))
            for b in range(a + 1, len(groups))
        )
        if likeness < LIKENESS and len(groups) <= MAX_THEMES:
            break
        groups[-a] += groups.pop(-b)
    names = [""] * len(counts)
    for group in groups:
        name = _name(group, counts, terms)
        for index in group:
            names[index] = name
    return names


def _vectors(counts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    spread = Counter(phrase for section in counts for phrase in section)
    vectors = []
    for section in counts:
        raw = {
            p: math.log1p(c) * (0.3 + math.log(len(counts) / spread[p])) for p, c in section.items() if spread[p] > 1
        }
        norm = math.hypot(*raw.values()) or 1.0
        vectors.append({p: w / norm for p, w in raw.items()})
    return vectors


def _between(a: Sequence[int], b: Sequence[int], vectors: Sequence[dict[str, float]]) -> float:
    return sum(_cosine(vectors[i], vectors[j]) for i in a for j in b) / (len(a) * len(b))


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * large[p] for p, weight in small.items() if p in large)


def _name(group: Sequence[int], counts: Sequence[Counter[str]], terms: Sequence[Sequence[str]]) -> str:
    """Return the term most of the group's sections count among theirs, the more telling place first."""
    votes: Counter[str] = Counter()
    for index in group:
        for place, term in enumerate(terms[index]):
            votes[term] += 6 - place
            votes[term] += 2 * sum(term in counts[other] for other in group)
    return max(sorted(votes), key=lambda term: votes[term]) if votes else ""
