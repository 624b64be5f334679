"""判断题: a statement, true or falsified by one swap."""

from __future__ import annotations

from typing import Literal

from quizgen.items.base import Correction, Item


class TrueFalse(Item):
    """``correction`` says what a false statement changed; None when true (or imported)."""

    kind: Literal["true_false"] = "true_false"
    key: bool
    correction: Correction | None = None

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers: what a false statement should have said."""
        return (self.correction.right,) if self.correction else ()
