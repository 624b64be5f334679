"""ItemTemplate: how a finding becomes an item; data, never code."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from quizgen.model.base import Record
from quizgen.model.blueprint import Kind


class ItemTemplate(Record):
    """One file of templates/items. ``{slots}`` in ``stem`` are replaced, nothing more: ``{anchor}``
    and ``{statement}`` (with the asked slot as a gap), ``{question}``, ``{term}``.

    ``id`` is the file stem; ``distractors`` lists strategies of ``quizgen.distractors``, the strongest first.
    """

    id: str = ""
    kind: Kind
    finding: tuple[str, ...]  # fact kinds it uses
    asks: str = ""  # slot taken out; "" where the whole finding is asked (lists, outlines, definitions)
    stem: str
    device: Literal["true", "swap"] | None = None  # true_false: print the truth, or one swapped span
    distractors: tuple[str, ...] = ()
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    enabled: bool = True
    priority: int = Field(default=0)  # among templates of one kind for one finding the highest wins
