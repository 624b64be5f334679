"""Blueprint: what a paper should hold (CONTRACT.md section 5)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from quizgen.model.base import Record

Kind = Literal["fill_blank", "single_choice", "multiple_choice", "true_false", "term_definition", "short_answer"]


class Part(Record):
    """One 大题. ``count``: items (fill_blank: blanks); ``points_each``: marks per item (blank), one or one per item."""

    kind: Kind
    count: int = Field(ge=1, le=1000)
    points_each: float | tuple[float, ...]
    instructions: str | None = None


class Blueprint(Record):
    """The wishes a paper has to meet. Shares are of marks, 0–1."""

    schema_version: Literal[1] = 1
    title: str = "{title}测试卷"
    school: str = ""
    year: int | None = None
    minutes: int = 60
    total: float = 100
    parts: tuple[Part, ...] = Field(min_length=1)
    difficulty: dict[Literal["easy", "medium", "hard"], float] | None = None
    sections: Literal["even"] | dict[str, float] | None = None
    numeric: float | None = None  # at most this share
    exclude_used_within: int = 0  # distinct papers, by date, over all banks given
