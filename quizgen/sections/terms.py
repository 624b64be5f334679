"""Terms: what a section speaks of, as whole phrases (“新质生产力”, never a piece of one)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.text.words import Word, tag

MAX_TERMS = 6
MAX_WORDS = 5
MIN_LENGTH, MAX_LENGTH = 3, 14
NOMINAL = ("n", "vn", "an", "j", "l", "eng", "b", "i")  # tags a phrase may be made of
NOT_NAMES = ("nr",)
INNER = (*NOMINAL, "a", "v", "m", "q", "f", "g", "ng", "vg", "t")

Phrases = dict[str, int]


def find_phrases(text: str) -> Counter[str]:
    """Return how often each phrase that may be a term stands in ``text``: runs of nominal words."""
    counts: Counter[str] = Counter()
    for run in _runs(tag(text)):
        for size in range(1, min(MAX_WORDS, len(run)) + 1):
            for start in range(len(run) - size + 1):
                words = run[start : start + size]
                phrase = "".join(word.text for word in words)
                if MIN_LENGTH <= len(phrase) <= MAX_LENGTH and _is_phrase(words):
                    counts[phrase] += 1
    return counts


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if word.tag.startswith(INNER) and not word.tag.startswith(NOT_NAMES):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_phrase(words: Sequence[Word]) -> bool:
    """Return whether words make a noun phrase: a noun at its end, no verb at its beginning."""
    return words[-1].tag.startswith(("n", "vn", "l", "j", "eng")) and not words[0].tag.startswith(
        ("v", "m", "q", "f", "t")
    )


def rank_terms(counts: Sequence[Counter[str]]) -> list[list[str]]:
    """Return the terms of each section, most telling first: often here, long, and not a piece of a better one."""
    spread = Counter(phrase for section in counts for phrase in section)
    total = Counter[str]()
    for section in counts:
        total.update(section)
    return [_best(section, spread, total, len(counts)) for section in counts]


def _best(section: Counter[str], spread: Counter[str], total: Counter[str], sections: int) -> list[str]:
    weight = {p: _weight(p, section, spread, sections) for p in section if total[p] > 1 or sections == 1}
    chosen: list[str] = []
    for phrase in sorted(weight, key=lambda p: (-weight[p], p)):
        if len(chosen) == MAX_TERMS:
            break
        if not any(phrase in other or other in phrase for other in chosen):
            chosen.append(phrase)
    return chosen


def _weight(phrase: str, section: Counter[str], spread: Counter[str], sections: int) -> float:
    rarity = 1 + math.log(sections / spread[phrase]) / 2
    return _own(phrase, section) * rarity * math.log2(1 + len(phrase))


def _own(phrase: str, section: Counter[str]) -> float:
    """Return the C-value's count: how often a phrase stands on its own, not inside a longer one."""
    longer = [count for other, count in section.items() if phrase != other and phrase in other]
    return section[phrase] - (sum(longer) / len(longer) if longer else 0)
