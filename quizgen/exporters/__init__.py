"""Sheet -> bytes of a file; one module per format."""

from __future__ import annotations

from quizgen.exporters import docx

EXPORTERS = {"docx": docx.export}
"""File suffix -> exporter."""

ROOMS = {"docx": docx.find_room}
"""File suffix -> the margins a school's own file of that kind needs."""

__all__ = ["EXPORTERS", "ROOMS"]
