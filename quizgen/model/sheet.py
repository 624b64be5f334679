"""Sheet: what is printed, in reading order; knows nothing of item kinds or file formats. mm and pt as in Style."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.model.base import Record
from quizgen.model.style import Page

Role = Literal[
    "title",
    "long_title",
    "subtitle",
    "data",
    "notice",
    "section",
    "topic",
    "stem",
    "option",
    "answer",
    "point",
    "remark",
    "source",
    "cell",
    "entry",
    "field",
    "gap",
    "footer",
    "column_footer",
]
Opening = Literal["column", "page"]
WHOLE_LINES = 12  # a longer block of answer lines may run over to the next page


class Look(Record):
    """The look of a role: a paragraph style staff can change in one place."""

    role: Role
    name: str  # as Word shows it
    font: str  # for 汉字
    latin: str
    size: float
    pitch: float  # exact distance of two lines
    bold: bool = False
    grey: bool = False
    align: Literal["left", "center"] = "left"
    before: float = 0
    after: float = 0
    left: float = 0  # indent in em of its own size
    hanging: float = 0  # em
    keep_next: bool = False
    outline: int | None = None  # level in the navigation pane, from 0


class Text(Record):
    """Letters. ``aside``: smaller and lighter than the heading they stand in."""

    type: Literal["text"] = "text"
    text: str
    tone: Literal["plain", "strong", "grey", "aside"] = "plain"


class Blank(Record):
    """An underlined space to write in."""

    type: Literal["blank"] = "blank"
    width: float  # mm


class Tab(Record):
    """A jump to the next tab stop."""

    type: Literal["tab"] = "tab"


class Break(Record):
    """The end of a line inside a paragraph."""

    type: Literal["break"] = "break"


class PageField(Record):
    """A number the word processor computes: ``times`` × page (or page count) − ``minus``."""

    type: Literal["page"] = "page"
    of: Literal["page", "pages"]
    times: int = 1
    minus: int = 0


Inline = Annotated[Text | Blank | Tab | Break | PageField, Field(discriminator="type")]


class TabStop(Record):
    """``at``: mm from the left edge of the column."""

    at: float
    align: Literal["left", "center", "right"] = "left"


class Paragraph(Record):
    """One paragraph. Its lines are never parted; ``keep_next``: nor is it from what follows.

    ``opens``: the column or page it stands at the top of.
    """

    type: Literal["paragraph"] = "paragraph"
    role: Role
    inlines: tuple[Inline, ...] = ()
    number: int | None = None  # printed before it, and going on to count when staff insert a paragraph
    tabs: tuple[TabStop, ...] = ()
    keep_next: bool = False
    opens: Opening | None = None


class AnswerLines(Record):
    """Space to write an answer in: lines of ``pitch`` mm, ruled or empty. ``opens`` as of a paragraph."""

    type: Literal["lines"] = "lines"
    count: int
    pitch: float
    ruled: bool = True
    keep_next: bool = False
    opens: Opening | None = None

    @property
    def ties(self) -> tuple[bool, ...]:
        """Return for every line whether a page break may not follow it: a long block may part in its middle."""
        edge = self.count if self.count <= WHOLE_LINES else WHOLE_LINES // 2
        whole = (line < edge - 1 or self.count - edge <= line < self.count - 1 for line in range(self.count))
        return (*list(whole)[:-1], self.keep_next)


class Cell(Record):
    """A table cell; ``rows``: how many rows it spans."""

    paragraphs: tuple[Paragraph, ...]
    rows: int = 1
    framed: bool = True
    top: bool = False  # text at the top instead of the middle


class Row(Record):
    """A table row; ``height`` mm is exact, or the least when ``grows``. Cells covered from above are left out."""

    cells: tuple[Cell, ...]
    height: float
    grows: bool = False


class Table(Record):
    """Cells in a frame of ``frame`` pt, ``padding`` mm at the sides of their text. ``columns``: widths in mm.

    ``head``: rows repeated on every page.
    """

    type: Literal["table"] = "table"
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    frame: float = 0.5
    padding: float = 0.7
    head: int = 0


Block = Annotated[Paragraph | AnswerLines | Table, Field(discriminator="type")]


class SealBar(Record):
    """密封线: a bar at the left edge; ``data`` is filled in by the candidate, ``warning`` stands on the line."""

    data: str
    warning: str
    every_leaf: bool = False  # odd pages, not the first only


class Sheet(Record):
    """A document to print."""

    title: str
    page: Page
    looks: tuple[Look, ...]
    blocks: tuple[Block, ...]
    footer: Paragraph
    seal: SealBar | None = None

    def look(self, role: Role) -> Look:
        """Return the look of a role. Raises KeyError when the sheet has none."""
        for look in self.looks:
            if look.role == role:
                return look
        raise KeyError(role)
