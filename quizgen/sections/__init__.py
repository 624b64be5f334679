"""Running text to themed sections and sentences: articles, headings, datelines, terms."""

from quizgen.sections.booklet import segment
from quizgen.sections.outline_json import describe

__all__ = ["describe", "segment"]
