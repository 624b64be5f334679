"""单项选择题: one key among options."""

from __future__ import annotations

from typing import Literal

from quizgen.items.base import Item

BRACKET = "（　　）"


class SingleChoice(Item):
    """``stem`` holds ``（　　）`` where the key was taken out."""

    kind: Literal["single_choice"] = "single_choice"
    key: str
    distractors: tuple[str, ...]

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return (self.key,)
