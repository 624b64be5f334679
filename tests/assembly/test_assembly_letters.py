"""Answer letters: level, without long runs, at random."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from paper_faults import longest_run

from quizgen.assembly.letters import Bounds, Face, arrange, balance, key_faces


def letters(places, seed: int = 1) -> list[tuple[int, ...]]:
    return [face.tokens for face in balance(places, Random(seed))]


def spread(lines: list[tuple[int, ...]], size: int) -> int:
    counts = Counter(token for line in lines for token in line)
    return max(counts[token] for token in range(size)) - min(counts[token] for token in range(size))


def free(options: int, keys: int = 1):
    return key_faces(options, keys, Random(0))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 10, 25, 100])
def test_single_letters_differ_by_one_at_most(count: int) -> None:
    for seed in range(5):
        line = letters([free(4)] * count, seed)
        assert spread(line, 4) <= 1
        assert longest_run(line) <= 3


@pytest.mark.parametrize("keys", [2, 3])
def test_letters_of_key_sets_differ_by_one_at_most(keys: int) -> None:
    for seed in range(20):
        assert spread(letters([free(4, keys)] * 5, seed), 4) <= 1


def test_items_of_unlike_size_stay_as_level_as_can_be() -> None:
    line = letters([free(3)] * 9 + [free(4)] * 3)
    assert spread(line, 4) == 0


def fixed(letter: int):
    return (Face((letter,), (letter,)),)


def test_free_letters_make_up_for_fixed_ones() -> None:
    line = letters([fixed(0)] * 2 + [free(4)] * 6)
    assert spread(line, 4) == 0


def test_fixed_letters_are_kept_and_the_rest_is_as_level_as_can_be() -> None:
    line = letters([fixed(0)] * 6 + [free(4)] * 4)
    counts = Counter(letter for (letter,) in line)
    assert counts[0] == 6
    assert sorted((counts[1], counts[2], counts[3])) == [1, 1, 2]


def test_runs_are_no_longer_than_fixed_letters_make_them() -> None:
    line = letters([free(4), *[fixed(2)] * 5, free(4)])
    assert longest_run(line) == 5


def test_only_fixed_letters_take_no_search() -> None:
    assert letters([fixed(1)] * 200) == [(1,)] * 200


def test_no_places_no_letters() -> None:
    assert letters([]) == []


def test_many_options_are_not_all_tried() -> None:
    assert len(free(30, 15)) <= 100


def test_truth_follows_exact_counts() -> None:
    places = [(Face(True, (0,)), Face(False, (1,)))] * 10
    bounds = Bounds((7, 3), (7, 3), 3)
    for seed in range(50):
        line = arrange(places, bounds, Random(seed))
        assert line is not None
        assert longest_run([face.look for face in line]) <= 3
        assert sum(face.look for face in line) == 7


def test_what_cannot_be_is_said_so() -> None:
    places = [(Face(True, (0,)), Face(False, (1,)))] * 10
    assert arrange(places, Bounds((9, 1), (9, 1), 3), Random(1)) is None


def test_letters_pass_chi_square_over_200_seeds() -> None:
    lines = [letters([free(4)] * 10, seed) for seed in range(200)]
    per_place = [Counter(line[place] for line in lines) for place in range(10)]
    statistic = sum((counts[(letter,)] - 50) ** 2 / 50 for counts in per_place for letter in range(4))
    assert statistic < 59.7  # 30 degrees of freedom, p = 0.001
