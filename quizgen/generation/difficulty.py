"""Difficulty: how often the booklet says the fact, how long the key is, how much the kind of item helps."""

from __future__ import annotations

from quizgen.items import AnyItem
from quizgen.items.base import Difficulty
from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.true_false import TrueFalse

LONG_KEY = 7  # characters
SCALE: tuple[Difficulty, ...] = ("easy", "medium", "hard")
TEMPLATE_STEP = {"easy": -1, "medium": 0, "hard": 1}
"""A template's own difficulty moves its items a step."""


def rate(item: AnyItem, template: Difficulty, repeated: bool) -> Difficulty:
    """Return the difficulty of an item; ``repeated``: the booklet states its fact more than once.

    To recognise is easier than to recall: a true statement is easy, a choice or a false statement medium, a blank
    medium or, with a long key, hard.
    """
    longest = max((len(key) for key in item.keys_asked), default=0)
    step = 1 + TEMPLATE_STEP[template] - repeated + (longest >= LONG_KEY)
    match item:
        case TrueFalse():
            step -= 1 + item.key
        case FillBlank():
            step -= longest <= 3
        case MultipleChoice():
            step -= len(item.keys) == 2
        case _:
            pass
    return SCALE[min(2, max(0, step))]
