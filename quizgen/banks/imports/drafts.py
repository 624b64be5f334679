"""Drafts: questions as found, before they are understood; and the parts (大题) they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from quizgen.banks.imports.folding import tidy


@dataclass(eq=False)
class Part:
    """A stretch of questions under one heading, numbered in one go. Numbers are unique within a part, or should be."""

    document: int
    kind: str | None = None  # of names.KINDS
    ordinal: str = ""  # 二、
    chapter: str | None = None
    numbered: bool = False  # its questions bear numbers
    style: str = ""  # of its first number
    last: int = 0  # number read last


@dataclass
class Words:
    """Lines that belong together, each with its place; a table cell may hold many."""

    lines: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def add(self, text: str, place: str) -> None:
        """Append a line; a blank one leaves no trace."""
        if text.strip():
            self.lines.append(text)
            self.places.append(place)

    @property
    def text(self) -> str:
        """Return the lines joined by line ends."""
        return "\n".join(self.lines)

    @property
    def tidy(self) -> str:
        """Return the lines joined as running text."""
        return tidy(self.text)


@dataclass
class Option:
    """A printed option."""

    letter: str
    words: Words


@dataclass
class Draft:
    """A question as found. ``answers``: what the file says in brackets, behind a label, in a block; they must agree."""

    place: str
    part: Part
    number: int | None = None
    kind: str | None = None  # its own label, of names.KINDS
    stem: Words = field(default_factory=Words)
    options: list[Option] = field(default_factory=list)
    answers: list[Words] = field(default_factory=list)
    rationale: Words = field(default_factory=Words)
    note: Words = field(default_factory=Words)
    difficulty: str = ""
    section: str | None = None
    faults: list[str] = field(default_factory=list)  # Chinese; a draft with faults is never imported


class UnclearError(Exception):
    """Why a draft was not understood, in Chinese; never leaves this package."""


def only(said: set[Any], joiner: str) -> Any:
    """Return what all answers say. Raises UnclearError: none, or they differ."""
    if not said:
        raise UnclearError("没有答案")
    if len(said) > 1:
        raise UnclearError(f"几处答案不一致：{joiner.join(sorted(str(one) for one in said))}")
    return next(iter(said))
