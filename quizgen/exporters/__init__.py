"""Sheet -> bytes of a file; one module per format."""

from __future__ import annotations

from quizgen.exporters import docx

EXPORTERS = {"docx": docx.export}
"""File suffix -> exporter."""

__all__ = ["EXPORTERS"]
