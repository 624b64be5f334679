"""Items that ask the same in the same or nearly the same words, within a bank or across banks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from quizgen.items import AnyItem
from quizgen.items.true_false import TrueFalse

GRAM = 4  # letters
RAREST = 8  # grams an item is looked up by
MAX_BLOCK = 200  # items that share a gram; a commoner gram says nothing
NEAR_STEM = 90  # rapidfuzz ratio, 0-100
NEAR_KEY = 80
MARKS = str.maketrans("", "", "，。；：、？！“”‘’《》（）()_ \u3000\t\n,.;:?!\"'")


class Wording(NamedTuple):
    """What two items are compared by: kind, stem and answers without marks, and the fact asked."""

    kind: str
    stem: str
    answers: str
    asks: str | None


def wording_of(item: AnyItem) -> Wording:
    """Return the wording of an item."""
    answers = ("对" if item.key else "错",) if isinstance(item, TrueFalse) else sorted(item.keys_asked)
    return Wording(item.kind, item.stem.translate(MARKS), "、".join(answers).translate(MARKS), item.asks)


def find_equal(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Yield (first, later) for items of one kind with the same stem and answers."""
    seen: dict[tuple[str, str, str], int] = {}
    for at, wording in enumerate(wordings):
        first = seen.setdefault(wording[:3], at)
        if first != at:
            yield first, at


def find_near(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Yield (first, later) for items nearly the same in stem and answers that are not known to ask one fact.

    Pairs are compared only where they share a rare run of four letters.
    """
    count = Counter(gram for wording in wordings for gram in _cut(wording))
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for later, wording in enumerate(wordings):
        telling = [blocks[wording.kind, gram] for gram in _choose_rarest(_cut(wording), count)]
        for first in sorted({at for block in telling for at in block}):
            if _is_near(wordings[first], wording):
                yield first, later
        for block in telling:
            block.append(later)


def _choose_rarest(grams: set[str], count: Counter[str]) -> list[str]:
    """Return the few grams an item shares with the fewest others."""
    shared = [gram for gram in grams if 2 <= count[gram] <= MAX_BLOCK]
    return sorted(shared, key=lambda gram: (count[gram], gram))[:RAREST]


def _is_near(one: Wording, two: Wording) -> bool:
    if one[:3] == two[:3] or (one.asks is not None and one.asks == two.asks):
        return False
    near = fuzz.ratio(one.stem, two.stem, score_cutoff=NEAR_STEM)
    return near > 0 and fuzz.ratio(one.answers, two.answers) >= NEAR_KEY


def _cut(wording: Wording) -> set[str]:
    text = wording.stem + wording.answers
    return {text[at : at + GRAM] for at in range(max(len(text) - GRAM + 1, 1))}
