"""Themes: level-1 sections that speak of one matter, grouped and named by their most telling term."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from quizgen.sections.terms import MAX_TERMS

MAX_THEMES = 5
MAX_GROUPED = 150  # sections; more are named one by one
LIKENESS = 0.09  # average likeness below which two groups speak of different matters
SHORT = 3  # 汉字: so short a name tells less
SUBJECT_SHARE = 0.6  # of a work's sections that name its subject

LAW = re.compile(r"(?:中华人民共和国)?(.{2,12}?)(?:法|条例)(?:实施细则|实施办法)?")
# 中华人民共和国图书法

Groups = list[list[int]]


def name_themes(
    counts: Sequence[Counter[str]], terms: Sequence[Sequence[str]], whole: Counter[str], title: str
) -> list[str]:
    """Return the theme of each section: the subject of the work ``title`` ("": a collection), or that of its group."""
    subject = _subject(counts, whole, title)
    if subject:
        return [subject] * len(counts)
    names = [""] * len(counts)
    for group in _group([{p: n for p, n in section.items() if p in whole} for section in counts]):
        name = _name(group, counts, terms)
        for index in group:
            names[index] = name
    return names


def _subject(counts: Sequence[Counter[str]], whole: Counter[str], title: str) -> str:
    """Return the subject of a law by its name, or the phrase of a title most sections speak of; "" without one."""
    law = LAW.fullmatch(title)
    if law:
        return law[1]
    spread = Counter(phrase for section in counts for phrase in section if phrase in whole)
    named = [p for p in whole if p in title and spread[p] >= SUBJECT_SHARE * len(counts)]
    return max(sorted(named), key=lambda phrase: whole[phrase] * len(phrase) ** 2, default="")


def _group(counts: Sequence[dict[str, int]]) -> Groups:
    """Return the sections put together until no two groups are alike, and until there are few enough."""
    groups: dict[int, list[int]] = {index: [index] for index in range(len(counts))}
    if len(groups) > MAX_GROUPED:
        return list(groups.values())
    sums = dict(enumerate(_vectors(counts)))
    likeness = {pair: _dot(sums[pair[0]], sums[pair[1]]) for pair in combinations(groups, 2)}
    while likeness:
        alike, first, second = max((value, -a, -b) for (a, b), value in likeness.items())
        first, second = -first, -second
        if alike < LIKENESS and len(groups) <= MAX_THEMES:
            break
        groups[first] += groups.pop(second)
        sums[first] = _add(sums[first], sums.pop(second))
        likeness = {pair: value for pair, value in likeness.items() if second not in pair}
        for other in groups.keys() - {first}:
            alike = _dot(sums[first], sums[other]) / (len(groups[first]) * len(groups[other]))
            likeness[min(first, other), max(first, other)] = alike
    return list(groups.values())


def _dot(first: dict[str, float], second: dict[str, float]) -> float:
    small, large = (first, second) if len(first) < len(second) else (second, first)
    return sum(weight * large[phrase] for phrase, weight in small.items() if phrase in large)


def _add(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """Return the sum of two groups' vectors: its product with another sum is the average likeness times the sizes."""
    return {phrase: first.get(phrase, 0.0) + second.get(phrase, 0.0) for phrase in [*first, *second]}


def _vectors(counts: Sequence[dict[str, int]]) -> list[dict[str, float]]:
    """Return what each section speaks of, as weights of phrases, length 1."""
    spread = Counter(phrase for section in counts for phrase in section)
    vectors = []
    for section in counts:
        raw = {p: math.log1p(n) * (0.3 + math.log(len(counts) / spread[p])) for p, n in section.items()}
        norm = math.hypot(*raw.values()) or 1.0
        vectors.append({phrase: weight / norm for phrase, weight in raw.items()})
    return vectors


def _name(group: Sequence[int], counts: Sequence[Counter[str]], terms: Sequence[Sequence[str]]) -> str:
    """Return the term that most of a group's sections count among theirs, in the more telling places."""
    votes: Counter[str] = Counter()
    for index in group:
        for place, term in enumerate(terms[index]):
            votes[term] += MAX_TERMS - place
    shares = {term: sum(term in counts[other] for other in group) for term in votes}
    return max(
        sorted(votes), key=lambda term: votes[term] * shares[term] * (1 if len(term) > SHORT else 0.4), default=""
    )
