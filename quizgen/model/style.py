"""Style: how a paper looks; one file of templates/styles. Lengths are mm, type sizes and pitches pt (PAPER.md)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from quizgen.model.base import Record, SchemaVersion

PT_PER_MM = 72 / 25.4


class Page(Record):
    """A sheet of paper with its margins, mm. ``width`` and ``height`` as held: landscape is wider than high."""

    width: float = Field(gt=90, le=600)
    height: float = Field(gt=90, le=600)
    top: float = Field(ge=5, le=60)
    bottom: float = Field(ge=12, le=60)  # the footer needs 12 mm
    left: float = Field(ge=5, le=80)
    right: float = Field(ge=5, le=80)
    columns: int = Field(default=1, ge=1, le=3)
    gap: float = Field(default=0, ge=0, le=40)  # between columns, with a separator line

    @property
    def column_width(self) -> float:
        """Return the width of a line of text."""
        return (self.width - self.left - self.right - self.gap * (self.columns - 1)) / self.columns

    @property
    def column_height(self) -> float:
        """Return the height of a column of text."""
        return self.height - self.top - self.bottom


A4_SEALED = Page(width=210, height=297, top=20, bottom=20, left=40, right=18)
A4_PLAIN = Page(width=210, height=297, top=20, bottom=20, left=25, right=20)
SEAL_MARGIN = 38  # mm the seal bar takes at the left edge


class Style(Record):
    """Page, fonts, sizes and habits of a paper. The defaults are those of PAPER.md for A4."""

    schema_version: SchemaVersion = 1
    note: str = ""  # what the style is for
    page: Page = A4_SEALED
    key_page: Page = A4_PLAIN  # key, answer card, handout
    seal_bar: bool = True  # 密封线
    duplex: bool = True  # printed on both sides: the seal bar stands on every leaf

    body_font: str = "宋体"
    heading_font: str = "黑体"
    latin_font: str = "Times New Roman"
    body_size: float = Field(default=10.5, ge=6, le=36)
    line_pitch: float = Field(default=18, ge=8, le=60)
    title_size: float = Field(default=18, ge=8, le=48)
    long_title_size: float = Field(default=16, ge=8, le=48)  # titles of more than 22 characters
    head_size: float = Field(default=12, ge=8, le=48)  # 大题, subtitle
    note_size: float = Field(default=9, ge=6, le=24)  # 注意事项, footer, sources
    section_gap: float = Field(default=8, ge=0, le=40)  # before a 大题

    blank: float = Field(default=30, ge=10, le=60)  # every blank of a paper is as wide
    bracket: Literal["inline", "right"] = "inline"  # of choice items
    numbering: Literal["continuous", "per_section"] = "continuous"
    answer_grid: bool = False  # a grid for the letters under each objective 大题
    score_box: bool = False  # 得分|评卷人 beside each 大题
    column_pages: bool = False  # number the columns, not the sheets
    answer_space: Literal["ruled", "empty", "none"] = "ruled"
    answer_pitch: float = Field(default=8, ge=5, le=20)
    answer_stretch: float = Field(default=1, ge=1, le=3)  # more answer lines than the key asks for

    @model_validator(mode="after")
    def _leave_room_for_the_seal(self) -> Style:
        if self.seal_bar and self.page.left < SEAL_MARGIN:
            raise ValueError(f"有密封线时左边距不能小于 {SEAL_MARGIN} 毫米")
        return self

    @property
    def line_em(self) -> float:
        """Return how many 汉字 of body size fit on a line."""
        return self.page.column_width * PT_PER_MM / self.body_size
