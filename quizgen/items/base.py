"""The fields every item has (CONTRACT.md section 4), and the few types they need."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from quizgen.model.base import Record
from quizgen.model.document import Provenance
from quizgen.model.finding import Fact

Difficulty = Literal["easy", "medium", "hard"]
Status = Literal["draft", "reviewed", "retired"]
Evidence = Literal["found", "none", "differs", "vanished"]
ITEM_ID = r"^[\w-]+$"


class Point(Record):
    """A scoring point. ``weight``: whole number ≥ 1; an item's marks are divided by weight."""

    text: str
    detail: str | None = None
    weight: int = Field(default=1, ge=1)


class Correction(Record):
    """What a false statement changed: exactly one span, ``wrong`` as printed, ``right`` as in the booklet."""

    wrong: str
    right: str


class Use(Record):
    """One printed paper an item stood in. ``date`` is an ISO date."""

    paper: str
    date: str


class Item(Record):
    """An item without its kind: keys and options are text, never a letter or an index.

    Fields stand in bank order; the fields of a kind follow ``stem`` (``field_order``).
    """

    id: str = Field(pattern=ITEM_ID, max_length=64)  # a length in the pattern takes 30 ms to compile
    stem: str
    rationale: str | None = None
    theme: str | None = None
    section: str | None = None  # title of its level-1 section
    terms: tuple[str, ...] = ()
    fact: Fact | None = None
    asks: str | None = None  # same value = same fact
    enemies: tuple[str, ...] = ()  # ids of items that answer this one or are answered by it
    difficulty: Difficulty | None = None
    salience: float = Field(default=0.0, ge=0, le=1)
    template: str = "imported"
    device: str | None = None
    status: Status = "draft"
    note: str = ""
    used: tuple[Use, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    evidence: Evidence = "found"
    digest: str | None = None
    conflict: dict[str, Any] | None = None  # the other version after a merge of two people's banks; else absent

    @property
    def units(self) -> int:
        """Return how many of its part's questions the item is: its blanks, for other kinds 1."""
        return 1

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the options, keys first; nothing where there is nothing to choose from."""
        return ()

    @property
    def weights(self) -> tuple[int, ...]:
        """Return the weights of the scoring points that share the item's marks; one where marks are not shared."""
        return (1,)


def field_order(kind: type[Item]) -> list[str]:
    """Return the field names of an item kind in bank order: id, kind, stem, the kind's own, the rest."""
    own = [name for name in kind.model_fields if name not in Item.model_fields and name != "kind"]
    rest = [name for name in Item.model_fields if name not in ("id", "stem")]
    return ["id", "kind", "stem", *own, *rest]
