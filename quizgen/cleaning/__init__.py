"""Blocks to running text: furniture, debris and line wraps out, every origin kept."""

from quizgen.cleaning.document import clean

__all__ = ["clean"]
