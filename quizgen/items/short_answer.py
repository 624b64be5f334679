"""简答题: a question and its scoring points."""

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
    show_points,
)
from quizgen.model.sheet import AnswerLines, Paragraph, Text

LINES_PER_MARK = 0.8  # at least 6 for 8 marks, 8 for 10, 12 for 15 (PAPER.md section 8)


class ShortAnswer(Item):
    """``ordered``: the points are a sequence and must come in this order."""

    label: ClassVar[str] = "简答题"
    unit: ClassVar[str] = "题"
    grid: ClassVar[int] = 0
    guide: ClassVar[str] = ""
    marking: ClassVar[str] = ""

    kind: Literal["short_answer"] = "short_answer"
    points: tuple[Point, ...]
    ordered: bool = False

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return tuple(point.text for point in self.points)

    @property
    def weights(self) -> tuple[int, ...]:
        """Return the weights of the scoring points."""
        return tuple(point.weight for point in self.points)

    def lay_out(self, place: Place) -> tuple[Paragraph | AnswerLines, ...]:
        """Return the question with its marks, and space to answer."""
        stem = Text(text=f"{self.stem}（{show_points(place.points)}分）")
        return print_stem(place, stem), *print_space(self._lines(place), place.style)

    def lay_out_key(self, place: Place) -> Answer:
        """Return the scoring points with their marks."""
        order = "须按顺序作答" if self.ordered else "顺序不限"
        return Answer(below=print_points(self.points, place, explain_marking(self.points, place, order)))

    def _lines(self, place: Place) -> int:
        return count_lines(self.points, int(LINES_PER_MARK * place.points), place.style)
