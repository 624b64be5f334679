"""PaperRecord: what was printed, so that it can be printed again (试卷.yaml, CONTRACT.md section 1)."""

from __future__ import annotations

from pydantic import Field

from quizgen.model.base import Record, SchemaVersion
from quizgen.model.blueprint import Blueprint, Kind, Marks


class PrintedItem(Record):
    """An item in its place: its options in printed order (empty when it has none), a digest of what was printed."""

    id: str
    points: Marks
    options: tuple[str, ...] = ()
    digest: str  # of the item's own fields, without status, note, used, digest and conflict


class PrintedPart(Record):
    """A 大题 as printed; ``points_each`` per item (fill_blank: per blank)."""

    kind: Kind
    instructions: str | None = None
    points_each: Marks | tuple[Marks, ...]
    items: tuple[PrintedItem, ...]


class PrintedForm(Record):
    """One form, its items in print order."""

    label: str = ""
    parts: tuple[PrintedPart, ...]


class PaperRecord(Record):
    """All forms of one sitting, the blueprint and the seed they were made from."""

    schema_version: SchemaVersion = 1
    title: str
    source_title: str = ""
    seed: int = 0
    blueprint: Blueprint
    forms: tuple[PrintedForm, ...] = Field(min_length=1)
