"""Sets of any item: Bank and Paper. Both use the union, so no kind's fields are lost on a dump."""

from __future__ import annotations

from quizgen.items import AnyItem
from quizgen.model.base import Record, SchemaVersion
from quizgen.model.blueprint import Blueprint, Kind
from quizgen.model.diagnostic import Diagnostic


class Source(Record):
    """A booklet a bank draws on."""

    id: str  # "b1"
    name: str  # file name without folders
    sha256: str  # of the bytes


class Bank(Record):
    """An item bank as it stands in YAML (CONTRACT.md section 4)."""

    schema_version: SchemaVersion = 1
    title: str = ""
    sources: tuple[Source, ...] = ()
    items: tuple[AnyItem, ...] = ()


class PlacedItem(Record):
    """An item on a paper: running number from 1, marks, options in printed order (empty when it has none)."""

    item: AnyItem
    number: int
    points: float
    options: tuple[str, ...] = ()


class PaperPart(Record):
    """A 大题 as printed."""

    kind: Kind
    instructions: str | None = None
    points_each: float | tuple[float, ...]  # per item; fill_blank: per blank
    items: tuple[PlacedItem, ...]

    @property
    def points(self) -> float:
        """Return the marks of the part."""
        return sum(placed.points for placed in self.items)


class Form(Record):
    """One version of the paper. ``label`` is "A", "B", … or "" when there is only one."""

    label: str = ""
    parts: tuple[PaperPart, ...]


class Paper(Record):
    """What was chosen, in which order; all forms of one sitting. Title placeholders are already filled."""

    title: str
    source_title: str = ""  # title of the bank
    blueprint: Blueprint
    seed: int
    forms: tuple[Form, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
