"""Bank x blueprint x seed -> paper: selection, balance, enemies, option order."""

from __future__ import annotations

from quizgen.assembly.papers import assemble
from quizgen.assembly.reprints import record, reprint

__all__ = ["assemble", "record", "reprint"]
