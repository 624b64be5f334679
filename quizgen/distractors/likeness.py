"""Likeness: how well one phrase could stand where another stood."""

from __future__ import annotations

from functools import lru_cache

from quizgen.text.words import tag


@lru_cache(maxsize=8192)
def shape(text: str) -> tuple[str, str, str]:
    """Return the coarse word classes of a phrase: first, last, all."""
    tags = [{"vn": "n", "an": "n", "j": "n", "l": "n", "i": "n", "eng": "n"}.get(w.tag, w.tag[0]) for w in tag(text)]
    return tags[0], tags[-1], "".join(tags)


def likeness_of(key: str, other: str) -> float:
    """Return how well a phrase could stand where the key stood, 0–5."""
    gap = abs(len(key) - len(other))
    if gap > 3 or (len(key) <= 4 and gap > 2) or ("、" in key) != ("、" in other):
        return 0.0
    one, two = shape(key), shape(other)
    if one[1] != two[1]:
        return 0.0
    score = 1.0 + 0.8 * (one[0] == two[0]) + 0.7 * (one[2] == two[2])
    score += 0.6 * (gap == 0) + 0.3 * (gap == 1) + 0.7 * (key[-1] == other[-1]) + 0.4 * (key[-2:] == other[-2:])
    return score
