"""多项选择题: two or more keys among options."""

from __future__ import annotations

from typing import ClassVar, Literal

from quizgen.items.base import Item
from quizgen.items.printing import LETTERS, Answer, Place, print_choice
from quizgen.model.sheet import Paragraph


class MultipleChoice(Item):
    """``stem`` holds ``（　　）``; ``distractors`` may be empty (all options keyed) in at most 15 % of a part."""

    label: ClassVar[str] = "多项选择题"
    unit: ClassVar[str] = "题"
    grid: ClassVar[int] = 5
    guide: ClassVar[str] = "每题有两个或两个以上正确答案，多选、错选不得分，漏选得{part}分"
    marking: ClassVar[str] = "多选、错选不得分，漏选得{part}分。"

    kind: Literal["multiple_choice"] = "multiple_choice"
    keys: tuple[str, ...]
    distractors: tuple[str, ...]

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return self.keys

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the options, keys first."""
        return (*self.keys, *self.distractors)

    def lay_out(self, place: Place) -> tuple[Paragraph, ...]:
        """Return the stem and the options in their printed order."""
        return print_choice(self.stem, place)

    def lay_out_key(self, place: Place) -> Answer:
        """Return the printed letters of the keys, ascending."""
        return Answer(cell="".join(sorted(LETTERS[place.options.index(key)] for key in self.keys)))
