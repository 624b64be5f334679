"""Document: the clean text with the origin of every character, and what was left out and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.cleaning import contents, debris, furniture, habits, markup, wraps
from quizgen.cleaning.characters import is_debris, keeps_apart, repair
from quizgen.cleaning.habits import Habits
from quizgen.cleaning.lines import Line, measure
from quizgen.model.base import Span
from quizgen.model.document import CleanBlock, CleanDocument, Discarded, DiscardReason, RawDocument


@dataclass(frozen=True)
class Reading:
    """The lines of a raw text and what was decided about them."""

    shown: str  # raw text with markup hidden
    habits: Habits
    kept: list[Line]
    turns: list[bool]  # a page begins with this kept line
    paragraphs: list[list[int]]  # indices of kept lines
    out: list[tuple[Line, DiscardReason]]


def clean(raw: RawDocument) -> CleanDocument:
    """Return the running text of a booklet: wraps undone, furniture, debris and markup out, every origin known.

    Every non-blank character of the raw text is in ``text`` (through ``origin``) or in one ``discarded`` run.
    """
    marks = markup.find_markup(raw.text) if raw.format == "md" else []
    reading = _read(raw, markup.hide(raw.text, marks))
    text, origin, starts = _running_text(raw, reading)
    return CleanDocument(
        name=raw.name,
        sha256=raw.sha256,
        format=raw.format,
        encoding=raw.encoding,
        pages=raw.pages,
        characters=len(raw.text),
        text=text,
        origin=tuple(origin),
        blocks=tuple(_blocks(reading, text, starts)),
        discarded=tuple(_discarded(raw.text, reading, origin, marks)),
        diagnostics=raw.diagnostics,
    )


def _read(raw: RawDocument, shown: str) -> Reading:
    lines = measure(raw, shown)
    learnt = habits.learn(lines) if raw.wrapped else Habits(None, usual_gap=habits.usual_gap(lines))
    reasons = _reasons(lines, learnt)
    turns, kept, new_page = [], [], False
    for index, line in enumerate(lines):
        new_page = new_page or learnt.turns_page(line) or reasons.get(index) == "page_number"
        if index not in reasons:
            kept.append(line)
            turns.append(new_page and len(kept) > 1)
            new_page = False
    out = [(lines[index], reasons[index]) for index in sorted(reasons)]
    return Reading(shown, learnt, kept, turns, wraps.join_lines(kept, turns, learnt), out)


def _reasons(lines: Sequence[Line], learnt: Habits) -> dict[int, DiscardReason]:
    """Return line index -> why it is left out."""
    found: dict[int, DiscardReason] = {}
    for index, line in enumerate(lines):
        if debris.is_debris_line(line.text):
            found[index] = "source_line" if debris.date_by_shape(line.text) else "glyph_garbage"
    for index in contents.find_contents([line.text for line in lines]):
        found.setdefault(index, "toc")
    for index, reason in furniture.find_furniture(lines, learnt).items():
        found.setdefault(index, reason)
    return found


def _running_text(raw: RawDocument, reading: Reading) -> tuple[str, list[int], list[int]]:
    """Return the clean text, the origin of each character, and where each paragraph starts."""
    characters: list[str] = []
    origin: list[int] = []
    starts: list[int] = []
    for paragraph in reading.paragraphs:
        if starts:
            characters.append("\n")
            origin.append(max(origin[-1] + 1, reading.kept[paragraph[0]].start - 1))
        starts.append(len(characters))
        for character, at in _spaced(_characters(reading, paragraph)):
            characters.append(character)
            origin.append(at)
    return "".join(characters), origin, starts


def _characters(reading: Reading, paragraph: list[int]) -> Iterator[tuple[str, int]]:
    """Yield the repaired characters of a paragraph with their origin; a wrap between two Latin words is a space."""
    before = ""
    for index in paragraph:
        line = reading.kept[index]
        if before.isascii() and before.isalpha() and line.text[0].isascii() and line.text[0].isalnum():
            yield " ", line.start - 1
        for at in range(line.start, line.end):
            character = repair(reading.shown[at])
            if character and not is_debris(character):
                yield character, at
        before = line.last


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


def _blocks(reading: Reading, text: str, starts: list[int]) -> Iterator[CleanBlock]:
    full = furniture.full_page(reading.kept, reading.turns)
    fills = _page_fills(reading.turns, full)
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    for paragraph, start, end in zip(reading.paragraphs, starts, ends, strict=True):
        if start == end:
            continue
        first, last = reading.kept[paragraph[0]], reading.kept[paragraph[-1]]
        before, own = fills.get(paragraph[0], (None, None))
        yield CleanBlock(
            start=start,
            text=text[start:end],
            page=first.block.page,
            style=first.block.style,
            outline_level=first.block.outline_level,
            font_size=first.block.font_size,
            bold=first.block.bold,
            page_start=paragraph[0] == 0 or reading.turns[paragraph[0]],
            lines=len(paragraph),
            full_line=reading.habits.column is not None and last.cells >= reading.habits.column - habits.FULL_SLACK,
            indent=first.lead,
            gap=max(0, first.gap - reading.habits.usual_gap),
            fill_before=before,
            fill_page=own,
            turns=sum(reading.turns[index] for index in paragraph[1:]),
        )


def _page_fills(turns: list[bool], full: int | None) -> dict[int, tuple[float | None, float | None]]:
    """Return first line of a page -> how full the page before and its own page are."""
    if full is None:
        return {}
    starts = [0, *(i for i, turn in enumerate(turns) if turn)]
    lengths = furniture.page_lengths(turns)
    before = [None, *(length / full for length in lengths)]
    return {start: (before[k], lengths[k] / full) for k, start in enumerate(starts)}


def _discarded(raw: str, reading: Reading, origin: list[int], marks: list[Span]) -> list[Discarded]:
    """Return every run left out: the lines, then whatever else of the raw text is not in the clean text."""
    runs = [_discard_line(raw, line, reason) for line, reason in reading.out]
    covered = bytearray(len(raw))
    for at in origin:
        covered[at] = 1
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
