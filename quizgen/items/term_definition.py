"""名词解释: a term and the points of its definition."""

from __future__ import annotations

from typing import Literal

from quizgen.items.base import Item, Point


class TermDefinition(Item):
    """``stem`` is the term; ``answer`` its points joined."""

    kind: Literal["term_definition"] = "term_definition"
    answer: str
    points: tuple[Point, ...]

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return tuple(point.text for point in self.points)
