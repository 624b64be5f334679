"""Blueprint: what a paper should hold (CONTRACT.md section 5)."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from quizgen.model.base import Record, SchemaVersion

Kind = Literal["fill_blank", "single_choice", "multiple_choice", "true_false", "term_definition", "short_answer"]
Level = Literal["easy", "medium", "hard"]


def _half_step(points: float) -> float:
    """Return ``points``; marks are divided in steps of 0.5 (CONTRACT.md section 3)."""
    if points * 2 != int(points * 2):
        raise ValueError("分值应是 0.5 的整数倍")
    return points


Marks = Annotated[float, PlainSerializer(lambda marks: int(marks) if marks == int(marks) else marks)]
"""Marks as people write them: 2, not 2.0."""
Points = Annotated[Marks, Field(gt=0, le=1000, allow_inf_nan=False), AfterValidator(_half_step)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Part(Record):
    """One 大题. ``count``: items (fill_blank: blanks); ``points_each``: marks per item (blank), one or one per item."""

    kind: Kind
    count: int = Field(ge=1, le=1000)
    points_each: Points | tuple[Points, ...]
    instructions: str | None = None

    @model_validator(mode="after")
    def _one_mark_per_item(self) -> Self:
        if isinstance(self.points_each, tuple) and len(self.points_each) != self.count:
            raise ValueError(f"points_each 有 {len(self.points_each)} 个分值，count 是 {self.count}，应一一对应")
        return self

    @property
    def marks(self) -> tuple[float, ...]:
        """Return the marks of every item (fill_blank: blank) in printed order."""
        if isinstance(self.points_each, tuple):
            return self.points_each
        return (self.points_each,) * self.count


class Blueprint(Record):
    """The wishes a paper has to meet. Shares are of marks, 0–1."""

    schema_version: SchemaVersion = 1
    title: str = "{title}测试卷"
    school: str = ""
    year: int | None = None
    minutes: int = Field(default=60, ge=1)
    total: Marks = Field(default=100, gt=0, allow_inf_nan=False)
    parts: tuple[Part, ...] = Field(min_length=1)
    difficulty: dict[Level, Share] | None = None
    sections: Literal["even"] | dict[str, Share] | None = None
    numeric: Share | None = None  # at most this share
    exclude_used_within: int = Field(default=0, ge=0)  # distinct papers, by date, over all banks given
    order: Literal["booklet", "difficulty"] = "booklet"  # inside a part; true_false is always shuffled

    @property
    def marks(self) -> float:
        """Return the marks all parts add up to; a paper is only made when this is ``total``."""
        return sum(sum(part.marks) for part in self.parts)
