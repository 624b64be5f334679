"""The JSON of ``parse --json`` (CONTRACT.md section 2)."""

from __future__ import annotations

from typing import Any

from quizgen.model.base import Span
from quizgen.model.document import Booklet, Section

SCHEMA_VERSION = 1


def describe(booklet: Booklet) -> dict[str, Any]:
    """Return the object ``parse --json`` prints; every span is in the raw text."""
    return {
        "schema_version": SCHEMA_VERSION,
        "source": _source(booklet),
        "sections": [
            _section(booklet, section, span) for section, span in zip(booklet.sections, _spans(booklet), strict=True)
        ],
        "discarded": [{"text": d.text, "span": list(d.raw_span), "reason": d.reason} for d in booklet.discarded],
        "diagnostics": [
            {"code": d.code, "severity": d.severity, "message": d.message, "span": list(d.span) if d.span else None}
            for d in booklet.diagnostics
        ],
    }


def _source(booklet: Booklet) -> dict[str, Any]:
    return {
        "name": booklet.name,
        "sha256": booklet.sha256,
        "encoding": booklet.encoding,
        "characters": booklet.characters,
        "pages": booklet.pages,
        "title": booklet.title,
        "title_span": _span(booklet, booklet.title_start, booklet.title),
    }


def _span(booklet: Booklet, start: int | None, text: str | None) -> list[int] | None:
    if start is None or not text:
        return None
    return list(booklet.raw_span(start, start + len(text)))


def _section(booklet: Booklet, section: Section, span: Span) -> dict[str, Any]:
    return {
        "id": section.id,
        "level": section.level,
        "title": section.title,
        "title_origin": section.title_origin,
        "title_span": _span(booklet, section.title_start, section.title),
        "issuer": section.issuer,
        "date": section.date,
        "theme": section.theme,
        "terms": list(section.terms),
        "span": list(span),
        "paragraphs": [
            {"text": p.text, "span": _span(booklet, p.start, p.text), "page": p.page} for p in section.paragraphs
        ],
    }


def _spans(booklet: Booklet) -> list[Span]:
    """Return each section's raw span: from its title or first paragraph to where the next section begins."""
    begins = [_begin(booklet, section) for section in booklet.sections]
    return list(zip(begins, [*begins[1:], booklet.characters], strict=True))


def _begin(booklet: Booklet, section: Section) -> int:
    if section.title_start is not None:
        return booklet.origin[section.title_start]
    return booklet.origin[section.paragraphs[0].start] if section.paragraphs else booklet.characters
