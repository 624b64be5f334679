"""Diagnostic: something noticed that a person may want to know; nothing is dropped silently."""

from __future__ import annotations

from typing import Literal

from quizgen.model.base import Record, Span

Severity = Literal["info", "warning", "error"]


class Diagnostic(Record):
    """One remark. ``message`` is Chinese, written for a teacher; ``span`` is in code points of the raw text."""

    code: str
    severity: Severity = "warning"
    message: str
    span: Span | None = None
