"""名词解释: a term and the points of its definition."""

from __future__ import annotations

from typing import ClassVar, Literal

from quizgen.items.base import Item, Point
from quizgen.items.printing import (
    Answer,
    Place,
    count_lines,
    explain_marking,
    print_points,
    print_space,
    print_stem,
)
from quizgen.model.sheet import AnswerLines, Paragraph, Text

LEAST_LINES = 3  # PAPER.md section 8


class TermDefinition(Item):
    """``stem`` is the term; ``answer`` its points joined."""

    label: ClassVar[str] = "名词解释"
    unit: ClassVar[str] = "题"
    grid: ClassVar[int] = 0
    guide: ClassVar[str] = ""
    marking: ClassVar[str] = ""

    kind: Literal["term_definition"] = "term_definition"
    answer: str
    points: tuple[Point, ...]

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return tuple(point.text for point in self.points)

    @property
    def weights(self) -> tuple[int, ...]:
        """Return the weights of the scoring points."""
        return tuple(point.weight for point in self.points)

    def lay_out(self, place: Place) -> tuple[Paragraph | AnswerLines, ...]:
        """Return the term and space to explain it."""
        return print_stem(place, Text(text=self.stem)), *print_space(self._lines(place), place.style)

    def lay_out_key(self, place: Place) -> Answer:
        """Return the points of the definition with their marks."""
        return Answer(below=print_points(self.points, place, explain_marking(self.points, place, "")))

    def _lines(self, place: Place) -> int:
        return count_lines(self.points, LEAST_LINES, place.style)
