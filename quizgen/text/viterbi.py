"""The hidden Markov model jieba tags unknown words with: its tables, its exact result, less work.

States are numbered in the order of jieba's (position, tag) pairs, so that equal probabilities fall to the same state.
Only transitions that exist are tried; jieba tries all and keeps the same winner.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from quizgen.text.dictionary import data_folder

State = tuple[str, str]
_NEVER = -3.14e100  # jieba's log probability of an emission its corpus does not have


class Model:
    """Tables of the model; ``characters`` it saw, ``label`` answers."""

    def __init__(
        self,
        start: Mapping[State, float],
        transitions: Mapping[State, Mapping[State, float]],
        emissions: Mapping[State, Mapping[str, float]],
        states_of: Mapping[str, tuple[State, ...]],
    ) -> None:
        """Take jieba's tables: log probabilities by state; ``states_of`` a character it knows."""
        self.states = sorted(transitions)
        number = {state: index for index, state in enumerate(self.states)}
        self._start = [start[state] for state in self.states]
        self._emissions = [emissions[state] for state in self.states]
        self._before: list[dict[int, float]] = [{} for _ in self.states]
        for index, state in enumerate(self.states):
            for following, probability in transitions[state].items():
                self._before[number[following]][index] = probability
        self._numbers = number
        self._states_of = states_of
        self.characters = frozenset(states_of)
        self._columns: dict[str, list[tuple[int, float]]] = {}

    def label(self, text: str) -> list[State]:
        """Return the most probable state of each character of ``text``, which is not empty."""
        scores = {state: self._start[state] + chance for state, chance in self._column(text[0])}
        paths: list[dict[int, int]] = []
        for character in text[1:]:
            scores, came_from = self._step(scores, character)
            paths.append(came_from)
        best = max((score, state) for state, score in scores.items())[1]
        route = [best]
        for came_from in reversed(paths):
            route.append(came_from[route[-1]])
        return [self.states[state] for state in reversed(route)]

    def _step(self, scores: dict[int, float], character: str) -> tuple[dict[int, float], dict[int, int]]:
        step = self._advance(scores, self._column(character))
        return step if step[0] else self._advance(scores, self._emit_all(character))

    def _advance(
        self, scores: dict[int, float], column: list[tuple[int, float]]
    ) -> tuple[dict[int, float], dict[int, int]]:
        """Return the scores after one character and the state each came from; both ascend by state."""
        after: dict[int, float] = {}
        came_from: dict[int, int] = {}
        for state, chance in column:
            before = self._before[state]
            for earlier in scores if len(scores) < len(before) else before:
                if earlier in before and earlier in scores:
                    score = scores[earlier] + before[earlier] + chance
                    if state not in after or score >= after[state]:
                        after[state] = score
                        came_from[state] = earlier
        return after, came_from

    def _column(self, character: str) -> list[tuple[int, float]]:
        column = self._columns.get(character)
        if column is None:
            known = self._states_of.get(character)
            numbers = range(len(self.states)) if known is None else sorted(map(self._numbers.__getitem__, known))
            column = self._columns[character] = self._emit(character, numbers)
        return column

    def _emit_all(self, character: str) -> list[tuple[int, float]]:
        return self._emit(character, range(len(self.states)))

    def _emit(self, character: str, numbers: Iterable[int]) -> list[tuple[int, float]]:
        return [(state, self._emissions[state].get(character, _NEVER)) for state in numbers]


@cache
def load() -> Model:
    """Return the model of the installed jieba."""
    names = ("prob_start", "prob_trans", "prob_emit", "char_state_tab")
    return Model(*(_load_table(name) for name in names))


def _load_table(name: str) -> Any:
    """Return one table of jieba.posseg, loaded alone: importing the package would parse its dictionary as well."""
    spec = importlib.util.spec_from_file_location(
        f"quizgen.text._jieba_{name}", data_folder() / "posseg" / f"{name}.py"
    )
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name, name=name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.P
