"""Lines: what the raw blocks look like before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.cleaning.characters import is_space, repair
from quizgen.model.document import RawBlock, RawDocument
from quizgen.text.width import text_em

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# 第一行\r\n第二行\x0c第三行

FORM_FEED = "\x0c"
TAB_CELLS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. ``start``–``end``: its raw span without the white space around it."""

    start: int
    end: int
    text: str  # repaired; white space inside as it stands
    cells: int  # display width of ``text``
    lead: int  # display width of the white space before it
    trail: bool  # white space behind it
    gap: int  # empty lines before it
    new_page: bool  # the format says that a page begins here
    block: RawBlock

    @property
    def last(self) -> str:
        """Return the last character."""
        return self.text[-1]


def measure(raw: RawDocument, shown: str) -> list[Line]:
    """Return the lines that show something, in reading order; line breaks inside a block count.

    ``shown`` is the raw text with everything hidden (markup) replaced by zero-width characters.
    """
    lines: list[Line] = []
    done = 0
    for block, start, end in _pieces(raw):
        first, last = _edges(shown, start, end)
        if first == last:
            continue
        between = raw.text[done:first]
        text = "".join(map(repair, shown[first:last]))
        lines.append(
            Line(
                start=first,
                end=last,
                text=text,
                cells=cells(text),
                lead=sum(TAB_CELLS if c == "\t" else cells(c) for c in shown[start:first]),
                trail=any(map(is_space, shown[last:end])),
                gap=max(0, len(LINE_END.findall(between)) - 1),
                new_page=bool(lines) and (block.page != lines[-1].block.page or FORM_FEED in between),
                block=block,
            )
        )
        done = last
    return lines


def cells(text: str) -> int:
    """Return the display cells of a text: two for a 汉字."""
    return round(2 * text_em(text))


def _pieces(raw: RawDocument) -> Iterator[tuple[RawBlock, int, int]]:
    for block in raw.blocks:
        start = block.start
        for end in LINE_END.finditer(block.text):
            yield block, start, block.start + end.start()
            start = block.start + end.end()
        yield block, start, block.start + len(block.text)


def _edges(shown: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the characters at both ends that print nothing; (end, end) when nothing is left."""
    while start < end and repair(shown[start]) in ("", " "):
        start += 1
    while end > start and repair(shown[end - 1]) in ("", " "):
        end -= 1
    return (start, end) if start < end else (end, end)
