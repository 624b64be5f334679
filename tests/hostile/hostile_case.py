"""Case: one hostile file and the ways its reading may end."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

READ = "read"


class Case(NamedTuple):
    """``make`` writes the file; ``ends`` are the allowed outcomes: "read" or codes of a refusal."""

    suffix: str
    make: Callable[[], bytes]
    ends: frozenset[str]


def case(suffix: str, make: Callable[[], bytes] | bytes, ends: str) -> Case:
    """Return a case; ``ends`` in words: "read", "E-ENC E-BINARY"."""
    return Case(suffix, make if callable(make) else lambda: make, frozenset(ends.split()))
