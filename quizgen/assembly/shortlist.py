"""A large bank cut down to its likeliest items: the best of every stratum, so that any ordinary wish can still be met.

Whether a paper exists is never decided here: what a shortlist cannot give is asked of a longer one, at last of the
whole bank.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from quizgen.assembly.candidates import Candidate
from quizgen.model.blueprint import Blueprint, Kind

LARGE = 1500
"""Candidates from which on a bank is shortened; below, one look at all of them is quicker than two."""
SMALLEST = 120
"""Items of a kind that every shortlist keeps."""
PER_WANTED = 10
LENGTHS = (1, 4)
"""What the shortlists hold, as multiples of what is said above."""


def shorten(
    candidates: Sequence[Candidate], blueprint: Blueprint, gains: dict[str, int], forms: int
) -> list[Sequence[Candidate]]:
    """Return ever longer lists of the likeliest candidates in their old order; the last holds all of them."""
    wanted = Counter[Kind]()
    for part in blueprint.parts:
        wanted[part.kind] += part.count * forms
    best = {kind: list(_take_turns([c for c in candidates if c.item.kind == kind], gains)) for kind in wanted}
    lists: list[Sequence[Candidate]] = []
    for length in LENGTHS if len(candidates) >= LARGE else ():
        room = {kind: length * max(SMALLEST, count * PER_WANTED) for kind, count in wanted.items()}
        kept = {candidate.item.id for kind, own in best.items() for candidate in own[: room[kind]]}
        lists.append([candidate for candidate in candidates if candidate.item.id in kept])
    return [*(one for one in lists if len(one) < len(candidates)), candidates]


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
