"""填空题: a statement with one or two blanks."""

from __future__ import annotations

from typing import Literal

from quizgen.items.base import Item

BLANK = "____"


class FillBlank(Item):
    """``stem`` has one ``____`` per entry of ``blanks``; an entry lists accepted wordings, the source's first."""

    kind: Literal["fill_blank"] = "fill_blank"
    blanks: tuple[tuple[str, ...], ...]
    any_order: bool = False

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return tuple(entry[0] for entry in self.blanks if entry)
