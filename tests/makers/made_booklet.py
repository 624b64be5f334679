"""Booklets made from a few lines of text, for tests of what stands behind the sectioner."""

from __future__ import annotations

from quizgen.model.document import Booklet, Paragraph, Section, Sentence
from quizgen.text.sentences import split


def make_booklet(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    heading: str = "清河教研",
    terms: tuple[str, ...] = (),
) -> Booklet:
    """Return a booklet of one article: one paragraph a line; raw and clean text are the same."""
    paragraphs, start = [], 0
    for line in text.splitlines():
        sentences, offset = [], start
        for sentence in split(line):
            sentences.append(Sentence(start=offset, text=sentence))
            offset += len(sentence)
        paragraphs.append(Paragraph(start=start, text=line, sentences=tuple(sentences)))
        start += len(line) + 1
    section = Section(
        id="1",
        level=1,
        title=heading,
        title_origin="inferred",
        title_start=None,
        date=date,
        theme=heading,
        terms=terms,
        paragraphs=tuple(p for p in paragraphs if p.text.strip()),
    )
    return Booklet(
        name="booklet.txt",
        sha256="0" * 64,
        format="txt",
        characters=len(text),
        title=title,
        text=text,
        origin=range(len(text)),
        sections=(section,),
    )
