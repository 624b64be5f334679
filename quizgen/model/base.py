"""Record, the base of every value that crosses a stage boundary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

Span = tuple[int, int]
"""Half-open range of code points."""

SchemaVersion = Annotated[Literal[1], BeforeValidator(lambda value: 1 if value == "1" else value)]
"""Version of a file's layout; files people edit give it as text."""


class Record(BaseModel):
    """An immutable value: unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
