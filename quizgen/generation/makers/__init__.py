"""Findings to items: one module per family of kinds, table MAKERS.

A maker returns the item, a reason why there is none, or None where the template has nothing to ask.
"""

from __future__ import annotations

from collections.abc import Callable

from quizgen.generation.makers.blanks import make_fill_blank
from quizgen.generation.makers.choices import make_multiple_choice, make_single_choice
from quizgen.generation.makers.essays import make_short_answer, make_term_definition
from quizgen.generation.makers.judgements import make_true_false
from quizgen.generation.makers.kit import Kit, Made
from quizgen.model.finding import Finding
from quizgen.model.template import ItemTemplate

__all__ = ["MAKERS", "Kit"]

MAKERS: dict[str, Callable[[Finding, ItemTemplate, Kit], Made]] = {
    "fill_blank": make_fill_blank,
    "single_choice": make_single_choice,
    "multiple_choice": make_multiple_choice,
    "true_false": make_true_false,
    "term_definition": make_term_definition,
    "short_answer": make_short_answer,
}
