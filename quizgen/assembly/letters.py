"""Balanced sequences: which answer letters, or which of true and false, follow one another down a paper.

A small exact search. Every place offers faces (what the reader sees as the answer: B, or ACD, or ×); every face spends
tokens (B; A, C and D; ×). Wanted: how often each token is spent stays level, and no face stands more than three times
in a row. Places with one face only (ascending figures) may make that impossible; then the nearest is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from math import comb
from random import Random
from typing import NamedTuple

LONGEST_RUN = 3
MOST_FACES = 100
PATIENCE = 20_000
"""States looked at before the next weaker wish is tried; ordinary papers take one per place."""


class Face(NamedTuple):
    """One possible answer at a place: how it looks and which tokens it spends."""

    look: object
    tokens: tuple[int, ...]


class Bounds(NamedTuple):
    """The least and most each token is spent, and the longest run of one look."""

    low: tuple[int, ...]
    high: tuple[int, ...]
    run: int


class Ahead(NamedTuple):
    """What places still offer: how often each token must be spent, may be on top, and how many on top all told."""

    can: tuple[int, ...]
    must: tuple[int, ...]
    free: int


Place = tuple[Face, ...]
Outlook = list[Ahead]


def balance(places: Sequence[Place], random: Random) -> list[Face]:
    """Return one face per place, as level as can be.

    Counts differ by at most one and no run is over three; where that cannot be, by as little as can be, and then no
    run is longer than it must be.
    """
    size = 1 + max((token for place in places for face in place for token in face.tokens), default=0)
    spent = sum(len(place[0].tokens) for place in places)
    outlook = _look_out(places, size)
    for spread in range(1, spent + 1):
        for least in _levels(size, spent, spread):
            bounds = Bounds((least,) * size, (least + spread,) * size, LONGEST_RUN + len(places))
            if _Search(places, bounds, outlook, random).run() is not None:
                return _shorten_runs(places, bounds, outlook, random)
    return []


def _shorten_runs(places: Sequence[Place], bounds: Bounds, outlook: Outlook, random: Random) -> list[Face]:
    """Return one face per place within the bounds, the longest run as near three as can be."""
    for run in range(max(LONGEST_RUN, _longest_fixed_run(places)), bounds.run + 1):
        found = _Search(places, bounds._replace(run=run), outlook, random).run()
        if found is not None:
            return found
    raise ValueError("nothing within these bounds")


def _longest_fixed_run(places: Sequence[Place]) -> int:
    """Return the longest run among neighbours that offer one and the same face only."""
    fixed = [place[0].look if len(place) == 1 else None for place in places]
    return max((len(list(run)) for look, run in groupby(fixed) if look is not None), default=0)


def _levels(size: int, spent: int, spread: int) -> list[int]:
    """Return the lowest counts from which ``size`` counts within ``spread`` can add up to ``spent``, nearest first."""
    lowest = max(-(-(spent - size * spread) // size), 0)
    return list(range(spent // size, lowest - 1, -1))


def arrange(places: Sequence[Place], bounds: Bounds, random: Random) -> list[Face] | None:
    """Return one face per place within the bounds, drawn at random, None when there are none (or none near at hand)."""
    return _Search(places, bounds, _look_out(places, len(bounds.low)), random).run()


class _Search:
    """Depth first, faces in random order; a state that failed is never entered again."""

    def __init__(self, places: Sequence[Place], bounds: Bounds, outlook: Outlook, random: Random) -> None:
        self.bounds = bounds
        self.outlook = outlook
        self.places = places
        self.random = random
        self.failed: set[tuple[object, ...]] = set()
        self.line: list[Face] = []
        self.counts = [0] * len(bounds.low)

    def run(self) -> list[Face] | None:
        """Return the first line found; without recursion, so that a long paper is no deeper than a short one."""
        if not self._is_open():
            return None
        open_offers = [self._offer()] if self.places else []
        while len(self.line) < len(self.places):
            if not open_offers or len(self.failed) > PATIENCE:
                return None
            face = next(open_offers[-1], None)
            if face is None:
                open_offers.pop()
                self._step_back()
            elif self._step(face) and len(self.line) < len(self.places):
                open_offers.append(self._offer())
        return self.line

    def _offer(self) -> Iterator[Face]:
        place = self.places[len(self.line)]
        return iter(self.random.sample(place, len(place)))

    def _step(self, face: Face) -> bool:
        self.line.append(face)
        for token in face.tokens:
            self.counts[token] += 1
        if self._run_length() <= self.bounds.run and self._is_open() and self._state() not in self.failed:
            return True
        self._undo()
        return False

    def _step_back(self) -> None:
        if self.line:
            self.failed.add(self._state())
            self._undo()

    def _undo(self) -> None:
        for token in self.line.pop().tokens:
            self.counts[token] -= 1

    def _run_length(self) -> int:
        look, length = self.line[-1].look, 0
        while length < len(self.line) and self.line[-1 - length].look == look:
            length += 1
        return length

    def _is_open(self) -> bool:
        """Return whether the tokens, each and all together, can still come out within their bounds."""
        can, must, free = self.outlook[len(self.line)]
        sure = [count + one for count, one in zip(self.counts, must, strict=True)]
        lacking = [max(low - one, 0) for low, one in zip(self.bounds.low, sure, strict=True)]
        room = [high - one for high, one in zip(self.bounds.high, sure, strict=True)]
        reach = all(lack <= one for lack, one in zip(lacking, can, strict=True))
        return reach and min(room, default=0) >= 0 and sum(lacking) <= free <= sum(room)

    def _state(self) -> tuple[object, ...]:
        return (len(self.line), *self.counts, self.line[-1].look, self._run_length())


def _look_out(places: Sequence[Place], size: int) -> Outlook:
    """Return, from every place on (and behind the last), what the places still offer."""
    ahead = [Ahead((0,) * size, (0,) * size, 0)]
    for place in reversed(places):
        sure = [all(token in face.tokens for face in place) for token in range(size)]
        maybe = [any(token in face.tokens for face in place) for token in range(size)]
        can, must, free = ahead[-1]
        can = tuple(count + (m and not s) for count, m, s in zip(can, maybe, sure, strict=True))
        must = tuple(count + one for count, one in zip(must, sure, strict=True))
        ahead.append(Ahead(can, must, free + len(place[0].tokens) - sum(sure)))
    return ahead[::-1]


def key_faces(options: int, keys: int, random: Random) -> Place:
    """Return the faces of a choice item whose options may stand in any order: the sets of letters its keys can take.

    All of them where they are not too many, else a random hundred.
    """
    if comb(options, keys) <= MOST_FACES:
        return tuple(Face(letters, letters) for letters in combinations(range(options), keys))
    drawn = {tuple(sorted(random.sample(range(options), keys))): None for _ in range(MOST_FACES)}
    return tuple(Face(letters, letters) for letters in drawn)
