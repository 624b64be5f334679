"""单项选择题: one key among options."""

from __future__ import annotations

from typing import ClassVar, Literal

from quizgen.items.base import Item
from quizgen.items.printing import BRACKET as BRACKET
from quizgen.items.printing import LETTERS, Answer, Place, print_choice
from quizgen.model.sheet import Paragraph


class SingleChoice(Item):
    """``stem`` holds ``（　　）`` where the key was taken out."""

    label: ClassVar[str] = "单项选择题"
    unit: ClassVar[str] = "题"
    grid: ClassVar[int] = 10
    guide: ClassVar[str] = "每题只有一个正确答案"
    marking: ClassVar[str] = ""

    kind: Literal["single_choice"] = "single_choice"
    key: str
    distractors: tuple[str, ...]

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return (self.key,)

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the options, the key first."""
        return (self.key, *self.distractors)

    def lay_out(self, place: Place) -> tuple[Paragraph, ...]:
        """Return the stem and the options in their printed order."""
        return print_choice(self.stem, place)

    def lay_out_key(self, place: Place) -> Answer:
        """Return the printed letter of the key."""
        return Answer(cell=LETTERS[place.options.index(self.key)])
