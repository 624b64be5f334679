"""Document: the clean text with the origin of every character, and what was left out and why."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgen.cleaning import contents, debris, furniture, habits, markup, wraps
from quizgen.cleaning.characters import is_debris, keeps_apart, repair
from quizgen.cleaning.habits import Habits
from quizgen.cleaning.lines import Line, measure
from quizgen.cleaning.pages import count_pages, full_page
from quizgen.cleaning.remarks import remark
from quizgen.model.base import Span
from quizgen.model.document import CleanBlock, CleanDocument, Discarded, DiscardReason, RawDocument


@dataclass(frozen=True)
class Reading:
    """The lines of a raw text and what was decided about them."""

    shown: str  # raw text with markup hidden
    habits: Habits
    kept: list[Line]
    pages: list[int]  # page of each kept line, counted from 0
    lengths: Counter[int]  # lines of each page, furniture not counted
    paragraphs: list[list[int]]  # indices of kept lines
    out: list[tuple[Line, DiscardReason]]


def clean(raw: RawDocument) -> CleanDocument:
    """Return the running text of a booklet: wraps undone, furniture, debris and markup out, every origin known.

    Every non-blank character of the raw text is in ``text`` (through ``origin``) or in one ``discarded`` run.
    """
    marks = markup.find_markup(raw.text) if raw.format == "md" else []
    reading = _read(raw, markup.hide(raw.text, marks))
    running = _running_text(reading)
    discarded = tuple(_discarded(raw.text, reading, running, marks))
    return CleanDocument(
        name=raw.name,
        sha256=raw.sha256,
        format=raw.format,
        encoding=raw.encoding,
        pages=raw.pages,
        characters=len(raw.text),
        raw=raw.text,
        text=running.text,
        origin=running.origin,
        blocks=tuple(_blocks(reading, running)),
        discarded=discarded,
        diagnostics=(*raw.diagnostics, *remark(running.text, running.origin, discarded)),
    )


def _read(raw: RawDocument, shown: str) -> Reading:
    lines = measure(raw, shown)
    learnt = habits.learn(lines) if raw.wrapped else Habits(None, usual_gap=habits.usual_gap(lines))
    reasons = _reasons(lines, learnt)
    learnt = habits.learn(lines, skip=reasons) if raw.wrapped else learnt
    pages = count_pages(lines, learnt, reasons)
    kept = [index for index in range(len(lines)) if index not in reasons]
    joints = [_joint(a, b, pages, reasons) for a, b in pairwise(kept)]
    return Reading(
        shown=shown,
        habits=learnt,
        kept=[lines[index] for index in kept],
        pages=[pages[index] for index in kept],
        lengths=Counter(pages[i] for i in range(len(lines)) if reasons.get(i) not in furniture.REASONS),
        paragraphs=wraps.join_lines([lines[index] for index in kept], joints, learnt),
        out=[(lines[index], reasons[index]) for index in sorted(reasons)],
    )


def _joint(a: int, b: int, pages: Sequence[int], reasons: dict[int, DiscardReason]) -> wraps.Joint:
    """Return what lies between two kept lines: a page turn, or something left out that was no furniture."""
    if any(reasons[index] not in furniture.REASONS for index in range(a + 1, b)):
        return "left out"
    return "page turn" if pages[a] != pages[b] else "plain"


def _reasons(lines: Sequence[Line], learnt: Habits) -> dict[int, DiscardReason]:
    """Return line index -> why it is left out."""
    found: dict[int, DiscardReason] = {}
    for index, line in enumerate(lines):
        if debris.is_debris_line(line.text):
            found[index] = "source_line" if debris.date_by_shape(line.text) else "glyph_garbage"
    for index in contents.find_contents([line.text for line in lines]):
        found.setdefault(index, "toc")
    for index, reason in furniture.find_furniture(lines, learnt, list(found)).items():
        found.setdefault(index, reason)
    return found


@dataclass(frozen=True)
class Text:
    """The clean text, the origins of its characters, and the span of each paragraph that is not empty."""

    text: str
    origin: array[int]
    spans: list[tuple[list[int], int, int]]  # lines, start, end


def _running_text(reading: Reading) -> Text:
    """Return the clean text of the kept lines, paragraphs joined by newlines."""
    parts: list[str] = []
    origin: array[int] = array("i")
    spans: list[tuple[list[int], int, int]] = []
    for paragraph in reading.paragraphs:
        written = list(_spaced(_characters(reading, paragraph)))
        if not written:
            continue
        if parts:
            origin.append(written[0][1] - 1)
        start = len(origin)
        parts.append("".join([character for character, _ in written]))
        origin.extend([at for _, at in written])
        spans.append((paragraph, start, len(origin)))
    return Text("\n".join(parts), origin, spans)


def _characters(reading: Reading, paragraph: list[int]) -> Iterator[tuple[str, int]]:
    """Yield the repaired characters of a paragraph with their origin; a wrap between two Latin words is a space."""
    before: Line | None = None
    for index in paragraph:
        line = reading.kept[index]
        if before is not None and _are_words(before.last, line.text[0]):
            yield from ((" ", at) for at in range(before.end, line.start) if reading.shown[at].isspace())
        for at in range(line.start, line.end):
            character = repair(reading.shown[at])
            if character and not is_debris(character):
                yield character, at
        before = line


def _are_words(last: str, first: str) -> bool:
    return last.isascii() and last.isalpha() and first.isascii() and first.isalnum()


def _spaced(characters: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield the characters with stray white space left out and real white space as one blank."""
    before, blank = "", None
    for character, at in characters:
        if character == " ":
            blank = at if blank is None else blank
            continue
        if blank is not None and before and keeps_apart(before, character):
            yield " ", blank
        yield character, at
        before, blank = character, None


def _blocks(reading: Reading, running: Text) -> Iterator[CleanBlock]:
    full = full_page(reading.lengths)
    for paragraph, start, end in running.spans:
        first, last = reading.kept[paragraph[0]], reading.kept[paragraph[-1]]
        page = reading.pages[paragraph[0]]
        begins = paragraph[0] == 0 or reading.pages[paragraph[0] - 1] != page
        yield CleanBlock(
            start=start,
            text=running.text[start:end],
            page=first.block.page,
            style=first.block.style,
            outline_level=first.block.outline_level,
            font_size=first.block.font_size,
            bold=first.block.bold,
            page_start=begins,
            lines=len(paragraph),
            full_line=reading.habits.column is not None and last.cells >= reading.habits.column - habits.FULL_SLACK,
            indent=first.lead,
            gap=first.gap - reading.habits.usual_gap,
            fill_before=reading.lengths[page - 1] / full if begins and full and page else None,
            fill_page=reading.lengths[page] / full if begins and full else None,
            turns=reading.pages[paragraph[-1]] - page,
        )


def _discarded(raw: str, reading: Reading, running: Text, marks: list[Span]) -> list[Discarded]:
    """Return every run left out: the lines, then whatever else of the raw text is not in the clean text."""
    runs = [_discard_line(raw, line, reason) for line, reason in reading.out]
    covered = bytearray(len(raw))
    for at, character in zip(running.origin, running.text, strict=True):
        covered[at] = character != "\n"
    for run in runs:
        start, end = run.raw_span
        covered[start:end] = b"\1" * (end - start)
    runs += _left_over(raw, covered, marks)
    return sorted(runs, key=lambda run: run.raw_span)


def _discard_line(raw: str, line: Line, reason: DiscardReason) -> Discarded:
    found = debris.date_by_shape(line.text) if reason == "source_line" else None
    return Discarded(raw_span=(line.start, line.end), text=raw[line.start : line.end], reason=reason, date=found)


def _left_over(raw: str, covered: bytearray, marks: list[Span]) -> Iterator[Discarded]:
    """Yield runs of one reason over the non-blank characters that nothing has covered."""
    begin, reason = 0, None
    starts = [start for start, _ in marks]
    for at, character in enumerate(raw):
        here = None if covered[at] else _why(character, at, starts, marks)
        if here != reason:
            if reason is not None:
                yield Discarded(raw_span=(begin, at), text=raw[begin:at], reason=reason)
            begin, reason = at, here
    if reason is not None:
        yield Discarded(raw_span=(begin, len(raw)), text=raw[begin:], reason=reason)


def _why(character: str, at: int, starts: list[int], marks: list[Span]) -> DiscardReason | None:
    index = bisect_right(starts, at) - 1
    if index >= 0 and at < marks[index][1] and character not in "\r\n":
        return "markup"
    if character.isspace():
        return None
    if repair(character) == "":
        return "invisible"
    return "glyph_garbage" if is_debris(character) else "markup"
