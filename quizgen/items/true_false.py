"""判断题: a statement, true or falsified by one swap."""

from __future__ import annotations

from typing import ClassVar, Literal

from quizgen.items.base import Correction, Item
from quizgen.items.printing import Answer, Place, print_judged
from quizgen.model.sheet import Paragraph, Text


class TrueFalse(Item):
    """``correction`` says what a false statement changed; None when true (or imported)."""

    label: ClassVar[str] = "判断题"
    unit: ClassVar[str] = "题"
    grid: ClassVar[int] = 10
    guide: ClassVar[str] = "正确的打“√”，错误的打“×”"
    marking: ClassVar[str] = ""

    kind: Literal["true_false"] = "true_false"
    key: bool
    correction: Correction | None = None

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers: what a false statement should have said."""
        return (self.correction.right,) if self.correction else ()

    def lay_out(self, place: Place) -> tuple[Paragraph, ...]:
        """Return the statement with its bracket at the right margin."""
        return (print_judged(self.stem, place),)

    def lay_out_key(self, place: Place) -> Answer:
        """Return the mark, and below what a false statement should have said."""
        if self.correction is None:
            return Answer(cell="√" if self.key else "×")
        text = f"{place.number}．× 应为“{self.correction.right}”。"
        return Answer(cell="×", below=(Paragraph(role="answer", inlines=(Text(text=text),)),))
