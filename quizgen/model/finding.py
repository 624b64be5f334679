"""Findings: what the miners know. Four shapes carry the seventeen fact kinds of RULES.md section 2.

``statement`` is a self-contained assertion without its final full stop: a trimmed run of one source sentence, its
subject resolved. Slots are ranges of it that may be asked. ``anchor`` says whose claim it is ("《方案》提出，") or is
empty; ``spoken`` what that source is: person, document, meeting, law, unnamed (nobody the paper could name), or "".
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizgen.model.base import Record
from quizgen.model.document import Provenance

Fact = Literal[
    "definition",
    "attribute",
    "list",
    "outline",
    "number",
    "date",
    "person",
    "place",
    "organ",
    "meeting",
    "document",
    "slogan",
    "first",
    "purpose",
    "position",
    "change",
    "condition",
]


class Slot(Record):
    """A range of the statement that carries the fact. ``name``: its role ("subject", "value"); ``cls``: what it is."""

    name: str
    text: str
    start: int
    end: int
    cls: str = "term"


class Where(Record):
    """Where a finding belongs in the booklet: what its items say of their section."""

    section: str  # title of the level-1 section
    theme: str
    terms: tuple[str, ...] = ()
    sentence: str = ""  # names the sentence: source and raw offset


class SlotFinding(Record):
    """A statement with one or more slots, each of which may be asked."""

    shape: Literal["slots"] = "slots"
    kind: Fact
    rule: str
    anchor: str = ""
    spoken: str = ""
    statement: str
    brief: str = ""  # the shortest part of it that says the fact
    slots: tuple[Slot, ...] = Field(min_length=1)
    unit: str = ""  # number: measure word behind the value
    where: Where
    provenance: tuple[Provenance, ...]
    salience: float = Field(ge=0, le=1)


class ListFinding(Record):
    """A statement holding parallel members; ``start``–``end`` is the run of the statement the members fill."""

    shape: Literal["list"] = "list"
    kind: Literal["list"] = "list"
    rule: str
    anchor: str = ""
    spoken: str = ""
    statement: str
    brief: str = ""  # the shortest part of it that says the fact
    members: tuple[Slot, ...] = Field(min_length=2)
    start: int
    end: int
    open: bool  # ends in 等
    where: Where
    provenance: tuple[Provenance, ...]
    salience: float = Field(ge=0, le=1)


class Limb(Record):
    """A limb of an outline: its lead clause and what follows it in the same limb."""

    text: str
    detail: str | None = None


class OutlineFinding(Record):
    """A question and the limbs that answer it (一是…二是…; 下列…（一）…（二）…)."""

    shape: Literal["outline"] = "outline"
    kind: Literal["outline"] = "outline"
    rule: str
    question: str  # without its question mark
    limbs: tuple[Limb, ...] = Field(min_length=2)
    ordered: bool = False
    where: Where
    provenance: tuple[Provenance, ...]
    salience: float = Field(ge=0, le=1)


class DefinitionFinding(Record):
    """A term and the points of its definition, verbatim and in order; joined by ``，`` they read as one sentence."""

    shape: Literal["definition"] = "definition"
    kind: Literal["definition"] = "definition"
    rule: str
    term: str
    points: tuple[str, ...] = Field(min_length=1)
    where: Where
    provenance: tuple[Provenance, ...]
    salience: float = Field(ge=0, le=1)


Finding = Annotated[SlotFinding | ListFinding | OutlineFinding | DefinitionFinding, Field(discriminator="shape")]
