"""多项选择题: two or more keys among options."""

from __future__ import annotations

from typing import Literal

from quizgen.items.base import Item


class MultipleChoice(Item):
    """``stem`` holds ``（　　）``; ``distractors`` may be empty (all options keyed) in at most 15 % of a part."""

    kind: Literal["multiple_choice"] = "multiple_choice"
    keys: tuple[str, ...]
    distractors: tuple[str, ...]

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return self.keys
