"""Checks of what is printed: characters, marks, openings, times, lengths (RULES.md section 15, rules 1–3)."""

from __future__ import annotations

import re

from quizgen.items import AnyItem
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import BRACKET, SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse
from quizgen.text.clauses import balanced

DEBRIS = re.compile(r"[&*@<>#$^{}|\\]")
# &
INNER_SPACE = re.compile(r"(?<=[一-龥])\s+(?=[一-龥])")
# 清河 县
HALF_WIDTH = re.compile(r"(?<=[一-龥])[,;:?!()](?=[一-龥])")
# 清河,县
OPENING = re.compile(
    r"^(?:他|她|它|其(?!中)|这|该|此|因此|同时|其中|此外|另外|然而|但|而|并(?!购)|也|还|则|以及|上述|以上)"
)
# 该方案提出
DANGLING = re.compile(r"上述|前述|如下|下面|本文|该项|笔者|我校|我们|你们|同志们|女士们")
# 我们要
RELATIVE = re.compile(r"今年|去年|明年|今天|昨天|日前|近日|前不久|目前|截至目前|近年来|本月|本届|此次|这次|本次")
# 近年来
LONGEST_STEM = 80
LONGEST_STATEMENT = 60  # RUBRIC.md 填空 e3; neither the gap nor the end mark is read


def printed(item: AnyItem) -> tuple[str, ...]:
    """Return every text of an item that a candidate or marker reads."""
    match item:
        case FillBlank():
            return (item.stem, *(wording for entry in item.blanks for wording in entry))
        case SingleChoice():
            return (item.stem, item.key, *item.distractors)
        case MultipleChoice():
            return (item.stem, *item.keys, *item.distractors)
        case TrueFalse():
            return (item.stem, *((item.correction.wrong, item.correction.right) if item.correction else ()))
        case TermDefinition():
            return (item.stem, item.answer, *(p.text for p in item.points))
        case ShortAnswer():
            return (item.stem, *(p.text for p in item.points))


def has_debris(item: AnyItem) -> bool:
    """Return whether a text holds glyph debris, a wrap space or a half-width mark between 汉字."""
    return any(
        DEBRIS.search(t) or INNER_SPACE.search(t.replace(BRACKET, "")) or HALF_WIDTH.search(t) for t in printed(item)
    )


def is_unbalanced(item: AnyItem) -> bool:
    """Return whether a text holds half a quotation, bracket or title."""
    return not all(balanced(text) for text in printed(item))


def ends_badly(item: AnyItem) -> bool:
    """Return whether a stem lacks its closing mark, or a term has one."""
    if isinstance(item, TermDefinition):
        return item.stem.endswith(("。", "？", "，"))
    return not item.stem.endswith(("。", "？") if isinstance(item, ShortAnswer) else "。")


def opens_badly(item: AnyItem) -> bool:
    """Return whether a stem begins with a pronoun or a connective."""
    return bool(OPENING.match(item.stem))


def dangles(item: AnyItem) -> bool:
    """Return whether a text points at something outside itself."""
    return any(DANGLING.search(text) for text in printed(item))


def is_relative(item: AnyItem) -> bool:
    """Return whether a stem holds a time that only the booklet's reader can place."""
    return bool(RELATIVE.search(item.stem))


def is_long(item: AnyItem) -> bool:
    """Return whether a stem is too long to be read at once."""
    if not isinstance(item, (TrueFalse, FillBlank, SingleChoice, MultipleChoice)):
        return len(item.stem) > LONGEST_STEM
    return len(item.stem.replace(BLANK, "").replace(BRACKET, "").rstrip("。")) > LONGEST_STATEMENT


def is_short(item: AnyItem) -> bool:
    """Return whether a stem says too little to identify its fact."""
    if isinstance(item, TermDefinition):
        return len(item.stem) < 2
    return len(item.stem.replace(BLANK, "").replace(BRACKET, "")) < 10
