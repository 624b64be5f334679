"""Reading: half-width marks among 汉字 are read as the full-width ones they stand for; quotations stay as printed.

A dump that writes 推进,完善 is mined like any other. The clean text itself is never changed (CONTRACT.md section 2):
the evidence of what is found is cited from it again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from quizgen.model.document import Booklet, Paragraph
from quizgen.model.finding import DefinitionFinding, Finding, Limb, OutlineFinding

FULL = str.maketrans(",;:?!()", "，；：？！（）")
HALF = re.compile(r"(?<=[\u4e00-\u9fff”’》）])[,;:?!()]|(?<=[%\d])[,;](?=[\u4e00-\u9fff])|[()](?=[\u4e00-\u9fff“‘《])")
# 推进校园阅读,完善借阅规则


def widened(booklet: Booklet) -> Booklet:
    """Return the booklet with full-width marks, letter for letter in the same places; itself where it has no others."""
    text = HALF.sub(lambda match: match.group().translate(FULL), booklet.text)
    if text == booklet.text:
        return booklet
    sections = tuple(
        section.model_copy(update={"paragraphs": tuple(_reread(paragraph, text) for paragraph in section.paragraphs)})
        for section in booklet.sections
    )
    return booklet.model_copy(update={"text": text, "sections": sections})


def _reread(paragraph: Paragraph, text: str) -> Paragraph:
    return replace(
        paragraph,
        text=text[paragraph.start : paragraph.start + len(paragraph.text)],
        sentences=tuple(replace(s, text=text[s.start : s.end]) for s in paragraph.sentences),
    )


def cited(finding: Finding, booklet: Booklet) -> Finding:
    """Return the finding with its evidence quoted from the booklet as it is printed."""
    places = [[bisect_left(booklet.origin, offset) for offset in one.span] for one in finding.provenance]
    quotes = [booklet.text[start:end] for start, end in places]
    provenance = (
        one.model_copy(update={"quote": quote}) for one, quote in zip(finding.provenance, quotes, strict=True)
    )
    read = [one.quote for one in finding.provenance]
    return finding.model_copy(update={"provenance": tuple(provenance), **_points(finding, read, quotes)})


def _points(finding: Finding, read: list[str], printed: list[str]) -> dict[str, tuple[str, ...] | tuple[Limb, ...]]:
    """Return the points of a definition or an outline as they are printed: a key is verbatim, marks and all."""

    def as_printed(text: str) -> str:
        places = ((quote.find(text), raw) for quote, raw in zip(read, printed, strict=True))
        return next((raw[at : at + len(text)] for at, raw in places if at >= 0), text)

    match finding:
        case DefinitionFinding():
            return {"points": tuple(as_printed(point) for point in finding.points)}
        case OutlineFinding():
            return {"limbs": tuple(limb.model_copy(update={"text": as_printed(limb.text)}) for limb in finding.limbs)}
    return {}
