"""Item kinds: one module each; ``AnyItem`` is their union, told apart by ``kind``."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse

AnyItem = Annotated[
    FillBlank | SingleChoice | MultipleChoice | TrueFalse | TermDefinition | ShortAnswer, Field(discriminator="kind")
]
KINDS = {cls.model_fields["kind"].default: cls for cls in get_args(get_args(AnyItem)[0])}
"""Item kind name -> class, in the order of a paper."""
