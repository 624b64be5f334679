"""A large bank cut down to its likeliest items: the best of every stratum, so that any ordinary wish can still be met.

Whether a paper exists is never decided here: what the shortlist cannot give is asked of the whole bank.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

from quizgen.assembly.candidates import Candidate
from quizgen.model.blueprint import Blueprint, Kind

LARGE = 1500
"""Candidates from which on a bank is shortened; below, one look at all of them is quicker than two."""
SMALLEST = 120
"""Items of a kind that are always kept."""
PER_WANTED = 10


def shorten(
    candidates: Sequence[Candidate], blueprint: Blueprint, gains: dict[str, int], forms: int
) -> Sequence[Candidate]:
    """Return the likeliest candidates in their old order; all of them when they are not many."""
    if len(candidates) < LARGE:
        return candidates
    wanted = Counter[Kind]()
    for part in blueprint.parts:
        wanted[part.kind] += part.count * forms
    kept: set[str] = set()
    for kind, count in wanted.items():
        own = [candidate for candidate in candidates if candidate.item.kind == kind]
        best = _take_turns(own, gains)
        kept.update(candidate.item.id for candidate in islice(best, max(SMALLEST, count * PER_WANTED)))
    return [candidate for candidate in candidates if candidate.item.id in kept]


def _take_turns(candidates: Sequence[Candidate], gains: dict[str, int]) -> Iterator[Candidate]:
    """Yield the candidates, best first, the strata taking turns."""
    strata: dict[Hashable, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda candidate: -gains[candidate.item.id]):
        strata[_stratum(candidate)].append(candidate)
    turns = [(turn, candidate) for stratum in strata.values() for turn, candidate in enumerate(stratum)]
    turns.sort(key=lambda pair: pair[0])
    yield from (candidate for _, candidate in turns)


def _stratum(candidate: Candidate) -> Hashable:
    item = candidate.item
    side = item.key if item.kind == "true_false" else len(item.choices) == len(item.keys_asked)
    return (candidate.article, item.difficulty, side, candidate.numeric, candidate.used)
