"""Balanced sequences: which answer letters, or which of true and false, follow one another down a paper.

A small exact search. Every place offers faces (what the reader sees as the answer: B, or ACD, or ×); every face spends
tokens (B; A, C and D; ×). Wanted: how often each token is spent stays level, and no face stands more than three times
in a row. Places with one face only (ascending figures) may make that impossible; then the nearest is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
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


Place = tuple[Face, ...]


def balance(places: Sequence[Place], random: Random) -> list[Face]:
    """Return one face per place, as level as can be.

    Counts differ by at most one and no run is over three; where that cannot be, by as little as can be, and then no
    run is longer than it must be.
    """
    size = 1 + max((token for place in places for face in place for token in face.tokens), default=0)
    spent = sum(len(place[0].tokens) for place in places)
    endless = LONGEST_RUN + len(places)
    for spread in range(1, spent + 1):
        for bounds in _list_bounds(size, spent, spread, endless):
            if arrange(places, bounds, random) is not None:
                return _shorten_runs(places, bounds, random)
    return []


def _shorten_runs(places: Sequence[Place], bounds: Bounds, random: Random) -> list[Face]:
    """Return one face per place within the bounds, the longest run as near three as can be."""
    for run in range(LONGEST_RUN, bounds.run + 1):
        found = arrange(places, bounds._replace(run=run), random)
        if found is not None:
            return found
    raise ValueError("nothing within these bounds")


def _list_bounds(size: int, spent: int, spread: int, run: int) -> Iterator[Bounds]:
    for least in _levels(size, spent, spread):
        yield Bounds((least,) * size, (least + spread,) * size, run)


def _levels(size: int, spent: int, spread: int) -> list[int]:
    """Return the lowest counts from which ``size`` counts within ``spread`` can add up to ``spent``, nearest first."""
    lowest = max(-(-(spent - size * spread) // size), 0)
    return list(range(spent // size, lowest - 1, -1))


def arrange(places: Sequence[Place], bounds: Bounds, random: Random) -> list[Face] | None:
    """Return one face per place within the bounds, drawn at random, None when there are none (or none near at hand)."""
    return _Search(places, bounds, random).run()


class _Search:
    """Depth first, faces in random order; a state that failed is never entered again."""

    def __init__(self, places: Sequence[Place], bounds: Bounds, random: Random) -> None:
        self.bounds = bounds
        self.offers = [random.sample(place, len(place)) for place in places]
        self.can, self.must, self.free = _outlook(places, len(bounds.low))
        self.failed: set[tuple[object, ...]] = set()
        self.line: list[Face] = []
        self.counts = [0] * len(bounds.low)

    def run(self) -> list[Face] | None:
        """Return the first line found; without recursion, so that a long paper is no deeper than a short one."""
        open_offers = [iter(self.offers[0])] if self.offers else []
        while len(self.line) < len(self.offers):
            if not open_offers or len(self.failed) > PATIENCE:
                return None
            face = next(open_offers[-1], None)
            if face is None:
                open_offers.pop()
                self._step_back()
            elif self._step(face) and len(self.line) < len(self.offers):
                open_offers.append(iter(self.offers[len(self.line)]))
        return self.line

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
        place = len(self.line)
        sure = [count + must for count, must in zip(self.counts, self.must[place], strict=True)]
        lacking = [max(low - one, 0) for low, one in zip(self.bounds.low, sure, strict=True)]
        room = [high - one for high, one in zip(self.bounds.high, sure, strict=True)]
        reach = all(lack <= can for lack, can in zip(lacking, self.can[place], strict=True))
        return reach and min(room, default=0) >= 0 and sum(lacking) <= self.free[place] <= sum(room)

    def _state(self) -> tuple[object, ...]:
        return (len(self.line), *self.counts, self.line[-1].look, self._run_length())


def _outlook(places: Sequence[Place], size: int) -> tuple[list[list[int]], list[list[int]], list[int]]:
    """Return, from every place on, how often each token may be spent, must be, and how much is not bound to one token.

    What must be is not counted in what may be.
    """
    can, must, free = [[0] * size], [[0] * size], [0]
    for place in reversed(places):
        sure = [all(token in face.tokens for face in place) for token in range(size)]
        maybe = [any(token in face.tokens for face in place) for token in range(size)]
        must.append([count + one for count, one in zip(must[-1], sure, strict=True)])
        can.append([count + (m and not s) for count, m, s in zip(can[-1], maybe, sure, strict=True)])
        free.append(free[-1] + len(place[0].tokens) - sum(sure))
    return can[::-1], must[::-1], free[::-1]


def key_faces(options: int, keys: int, random: Random) -> Place:
    """Return the faces of a choice item whose options may stand in any order: the sets of letters its keys can take.

    All of them where they are not too many, else a random hundred.
    """
    if comb(options, keys) <= MOST_FACES:
        return tuple(Face(letters, letters) for letters in combinations(range(options), keys))
    drawn = {tuple(sorted(random.sample(range(options), keys))): None for _ in range(MOST_FACES)}
    return tuple(Face(letters, letters) for letters in drawn)
