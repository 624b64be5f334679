"""Booklet: the clean text cut into themed sections, paragraphs and sentences."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.model.document import Booklet, CleanDocument, Discarded, Paragraph, Section, Sentence
from quizgen.sections import dates, terms, themes, titles
from quizgen.sections.outline import Draft, Outline, draw_outline
from quizgen.sections.roles import left_out_before
from quizgen.sections.sources import Source, read_dateline, read_source
from quizgen.text import sentences


@dataclass
class Page:
    """The running text of the booklet as it is written, with origins."""

    document: CleanDocument
    parts: list[str] = field(default_factory=list)
    origin: array[int] = field(default_factory=lambda: array("i"))

    def write(self, indices: Sequence[int]) -> tuple[int, str]:
        """Write blocks as one line; return where it starts and what it says."""
        if self.parts:
            self.origin.append(self.origin[-1] + 1)
        start = len(self.origin)
        blocks = [self.document.blocks[index] for index in indices]
        for block in blocks:
            self.origin.extend(self.document.origin[block.start : block.start + len(block.text)])
        self.parts.append("".join([block.text for block in blocks]))
        return start, self.parts[-1]


@dataclass(frozen=True)
class Facts:
    """What is known of a level-1 section."""

    title: str
    issuer: str | None
    date: str | None
    terms: tuple[str, ...]
    theme: str


def segment(document: CleanDocument) -> Booklet:
    """Return the booklet: sections with titles, issuers, dates, terms and themes, paragraphs and sentences."""
    outline = draw_outline(document)
    facts = _learn(document, outline)
    page = Page(document)
    title = page.write(outline.title) if outline.title else None
    sections = _write_sections(page, outline.sections, facts)
    return Booklet(
        name=document.name,
        sha256=document.sha256,
        format=document.format,
        encoding=document.encoding,
        pages=document.pages,
        characters=document.characters,
        title=title[1] if title else None,
        title_start=title[0] if title else None,
        text="\n".join(page.parts),
        origin=page.origin,
        sections=tuple(sections),
        discarded=tuple(_discarded(document, outline)),
        diagnostics=document.diagnostics,
    )


def _write_sections(page: Page, drafts: Sequence[Draft], facts: Sequence[Facts]) -> list[Section]:
    sections: list[Section] = []
    numbers: list[int] = []
    top = -1
    for draft in drafts:
        numbers = [*numbers[: draft.level], *[0] * (draft.level - len(numbers))]
        numbers[-1] += 1
        top += draft.level == 1
        sections.append(_write_section(page, draft, facts[max(top, 0)], ".".join(map(str, numbers))))
    return sections


def _write_section(page: Page, draft: Draft, facts: Facts, number: str) -> Section:
    printed = page.write(draft.title) if draft.title else None
    main = draft.level == 1
    return Section(
        id=number,
        level=draft.level,
        title=printed[1] if printed else facts.title,
        title_origin="printed" if printed else "inferred",
        title_start=printed[0] if printed else None,
        issuer=facts.issuer if main else None,
        date=facts.date if main else None,
        theme=facts.theme,
        terms=facts.terms if main else (),
        paragraphs=tuple(_write_paragraph(page, index) for index in draft.paragraphs),
    )


def _write_paragraph(page: Page, index: int) -> Paragraph:
    start, text = page.write([index])
    cut, at = [], start
    for piece in sentences.split(text):
        cut.append(Sentence(start=at, text=piece))
        at += len(piece)
    return Paragraph(start=start, text=text, page=page.document.blocks[index].page, sentences=tuple(cut))


def _articles(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Return the level-1 sections, each with the deeper ones under it."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        if draft.level == 1 or not groups:
            groups.append([])
        groups[-1].append(draft)
    return groups


def _learn(document: CleanDocument, outline: Outline) -> list[Facts]:
    """Return what is known of each level-1 section."""
    groups = _articles(outline.sections)
    bodies = [[document.blocks[i].text for draft in group for i in draft.paragraphs] for group in groups]
    heads = [["".join(document.blocks[i].text for i in d.title) for d in group if d.title] for group in groups]
    phrases = [terms.find_phrases([*head, *body]) for head, body in zip(heads, bodies, strict=True)]
    whole = terms.whole_phrases(phrases)
    ranked = terms.rank_terms(
        phrases, whole, ["\n".join([*head, *body[:2]]) for head, body in zip(heads, bodies, strict=True)]
    )
    title = "".join(document.blocks[i].text for i in outline.title)
    named = themes.name_themes([found.counts for found in phrases], ranked, whole, title)
    sources = _sources(document, outline, groups)
    return [
        Facts(
            title=titles.infer_title(body or head, ranked[k]),
            issuer=sources[k].issuer,
            date=sources[k].date,
            terms=tuple(ranked[k]) or tuple(filter(None, (named[k],))),
            theme=named[k] or (ranked[k][0] if ranked[k] else ""),
        )
        for k, (head, body) in enumerate(zip(heads, bodies, strict=True))
    ]


def _sources(document: CleanDocument, outline: Outline, groups: Sequence[Sequence[Draft]]) -> list[Source]:
    """Return who published each level-1 section and when: source line, then debris, then dateline."""
    whole = _read_all(document, outline.sources)
    debris = _debris_dates(document, outline, groups)
    printed = [_read_all(document, [i for draft in group for i in draft.sources]) for group in groups]
    known = [s.date for s in [whole, *printed] if s.date] + [d for d in debris if d] or _years(document)
    found = []
    for group, source, shape in zip(groups, printed, debris, strict=True):
        line = _dateline(document, group, known)
        found.append(
            Source(source.issuer or line.issuer or whole.issuer, source.date or shape or line.date or whole.date)
        )
    return found


def _read_all(document: CleanDocument, indices: Sequence[int]) -> Source:
    """Return the first issuer and the first date of some source lines."""
    read = [source for i in indices if (source := read_source(document.blocks[i].text))]
    return Source(next((s.issuer for s in read if s.issuer), None), next((s.date for s in read if s.date), None))


def _dateline(document: CleanDocument, group: Sequence[Draft], known: Sequence[str]) -> Source:
    first = next((i for draft in group for i in draft.paragraphs), None)
    line = read_dateline(document.blocks[first].text) if first is not None else None
    if line is None:
        return Source(None, None)
    return Source(line.issuer, line.date or (dates.complete(*line.day, known) if line.day else None))


def _debris_dates(document: CleanDocument, outline: Outline, groups: Sequence[Sequence[Draft]]) -> list[str | None]:
    """Return the date decoded from the debris under each level-1 section's title, or from what closes it."""
    before = left_out_before(document)
    ends = [
        max(i for draft in group for i in [*draft.title, *draft.sources, *draft.paragraphs]) + 1 for group in groups
    ]
    tail = [run for run in document.discarded if not document.blocks or run.raw_span[0] > document.origin[-1]]
    under = [next((i for draft in group for i in draft.paragraphs), None) for group in groups]
    return [
        (_first_date(before[body]) if body and groups[k][0].title else None)
        or _first_date(before[end] if end < len(before) else tail)
        for k, (body, end) in enumerate(zip(under, ends, strict=True))
    ]


def _first_date(runs: Sequence[Discarded]) -> str | None:
    return next((run.date for run in runs if run.date), None)


def _years(document: CleanDocument) -> list[str]:
    """Return the years running headers name, or else the year the text names most often."""
    headers = [
        y for run in document.discarded if run.reason.startswith("running") for y in dates.YEAR.findall(run.text)
    ]
    common = Counter(dates.YEAR.findall(document.text)).most_common(1)
    return headers or [year for year, count in common if count > 2]


def _discarded(document: CleanDocument, outline: Outline) -> list[Discarded]:
    """Return what cleaning left out, and the source lines; what was left out inside one is part of it."""
    indices = [*outline.sources, *(i for draft in outline.sections for i in draft.sources)]
    lines = [_source_run(document, index) for index in indices]
    inside = {at for line in lines for at in range(*line.raw_span)}
    runs = [run for run in document.discarded if run.raw_span[0] not in inside]
    return sorted([*runs, *lines], key=lambda run: run.raw_span)


def _source_run(document: CleanDocument, index: int) -> Discarded:
    block = document.blocks[index]
    source = read_source(block.text) or Source(None, None)
    start, end = document.origin[block.start], document.origin[block.start + len(block.text) - 1] + 1
    return Discarded(
        raw_span=(start, end),
        text=document.raw[start:end],
        reason="source_line",
        date=source.date,
        issuer=source.issuer,
    )
