"""简答题: a question and its scoring points."""

from __future__ import annotations

from typing import Literal

from quizgen.items.base import Item, Point


class ShortAnswer(Item):
    """``ordered``: the points are a sequence and must come in this order."""

    kind: Literal["short_answer"] = "short_answer"
    points: tuple[Point, ...]
    ordered: bool = False

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return tuple(point.text for point in self.points)
