"""Record, the base of every value that crosses a stage boundary."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]
"""Half-open range of code points."""


class Record(BaseModel):
    """An immutable value: unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
