"""Checks of keys and options: leaks, generic keys, overlaps, lengths (RULES.md section 15, rules 4–9)."""

from __future__ import annotations

import re

from quizgen.items import AnyItem
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import BRACKET, SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse

GENERIC = frozenset(
    [
        "发展",
        "工作",
        "问题",
        "方面",
        "水平",
        "能力",
        "建设",
        "推进",
        "加强",
        "提升",
        "提高",
        "促进",
        "推动",
        "实现",
        "重要",
        "进一步",
        "不断",
        "积极",
    ]
)
ALL_OR_NONE = re.compile(r"以上(?:都|全)|以上均|其他$")
# 以上都是
LONGEST_ANSWER = 12
SHORTEST_DEFINITION = 20
LONGEST_DEFINITION = 160
MAX_BLANK_SHARE = 0.4


def options(item: AnyItem) -> tuple[str, ...]:
    """Return the options of a choice item, keys first; empty for other kinds."""
    match item:
        case SingleChoice():
            return (item.key, *item.distractors)
        case MultipleChoice():
            return (*item.keys, *item.distractors)
        case _:
            return ()


def misses_gap(item: AnyItem) -> bool:
    """Return whether the stem's gaps do not match the keys."""
    match item:
        case FillBlank():
            return item.stem.count(BLANK) != len(item.blanks) or not all(entry and all(entry) for entry in item.blanks)
        case SingleChoice() | MultipleChoice():
            return BRACKET not in item.stem
        case _:
            return False


def has_many_blanks(item: AnyItem) -> bool:
    """Return whether a fill-in asks more than two blanks or removes too much of its statement."""
    if not isinstance(item, FillBlank):
        return False
    removed = sum(len(entry[0]) for entry in item.blanks)
    left = len(item.stem.replace(BLANK, ""))
    return len(item.blanks) > 2 or removed > MAX_BLANK_SHARE * (left + removed)


def is_generic(item: AnyItem) -> bool:
    """Return whether a key is a word that says nothing."""
    return isinstance(item, (FillBlank, SingleChoice)) and any(key in GENERIC for key in item.keys_asked)


def is_long_answer(item: AnyItem) -> bool:
    """Return whether a blank wants more than twelve characters."""
    return isinstance(item, FillBlank) and any(len(key) > LONGEST_ANSWER for key in item.keys_asked)


def leaks(item: AnyItem) -> bool:
    """Return whether the stem holds a key, or two thirds of a long one at a stretch."""
    if not isinstance(item, (FillBlank, SingleChoice, MultipleChoice)):
        return False
    stem = item.stem
    return any(key in stem or _core_in(key, stem) for key in item.keys_asked if len(key) > 1 or not key.isdigit())


def _core_in(key: str, stem: str) -> bool:
    """Return whether a run of a long key – two thirds of it, at least four characters – stands in the stem."""
    size = max(4, -(-2 * len(key) // 3))
    return len(key) >= 5 and any(key[i : i + size] in stem for i in range(len(key) - size + 1))


def repeats_option(item: AnyItem) -> bool:
    """Return whether two options are the same, or one holds another."""
    texts = options(item)
    return any(one in two for i, one in enumerate(texts) for j, two in enumerate(texts) if i != j)


def has_odd_lengths(item: AnyItem) -> bool:
    """Return whether the longest option is more than twice the shortest (short options apart)."""
    lengths = [len(text) for text in options(item)]
    return bool(lengths) and max(lengths) > 4 and max(lengths) > 2 * min(lengths)


def offers_all_or_none(item: AnyItem) -> bool:
    """Return whether an option says 以上都是 or the like."""
    return any(ALL_OR_NONE.search(text) for text in options(item))


def has_wrong_count(item: AnyItem) -> bool:
    """Return whether there are too few or too many options or points for the kind."""
    match item:
        case SingleChoice():
            return not 1 <= len(item.distractors) <= 5
        case MultipleChoice():
            return len(item.keys) < 2 or not 3 <= len(options(item)) <= 8
        case ShortAnswer():
            return not 2 <= len(item.points) <= 9
        case _:
            return False


def lacks_correction(item: AnyItem) -> bool:
    """Return whether a false statement does not say what it changed (imported ones may not know)."""
    if not isinstance(item, TrueFalse) or item.key or item.template == "imported":
        return False
    return item.correction is None or item.stem.count(item.correction.wrong) != 1


def is_thin_definition(item: AnyItem) -> bool:
    """Return whether a definition says too little, or too much to be written from memory."""
    return isinstance(item, TermDefinition) and not SHORTEST_DEFINITION <= len(item.answer) <= LONGEST_DEFINITION
