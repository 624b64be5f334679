"""Item by item through a broken bank, so that one slip does not hide the faults behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.errors import QuizgenError
from quizgen.yamlfile import Origin, load_tree

ITEMS_LINE = re.compile(r"^items:[ \t]*(?:#.*)?$", re.MULTILINE)
# items:
ITEM_START = re.compile(r"^( *)-(?= |$)", re.MULTILINE)
# - id: 3f9c2a1b7d40
TOP_LINE = re.compile(r"^[^\s#-]", re.MULTILINE)
# complete: true


def blank_broken_items(text: str, origin: Origin) -> tuple[str, list[QuizgenError]]:
    """Return the text with every item that cannot be read made empty lines, and what is wrong with each."""
    faults: list[QuizgenError] = []
    pieces: list[str] = []
    last = 0
    for start, end in _find_items(text):
        tree, found = load_tree(text[start:end], origin)
        if tree is None and found:
            line = text.count("\n", 0, start)
            faults += [_shift(fault, line) for fault in found]
            pieces += [text[last:start], "\n" * text.count("\n", start, end)]
            last = end
    return "".join([*pieces, text[last:]]), faults


def _find_items(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each item of the ``items`` list stands."""
    head = ITEMS_LINE.search(text)
    if head is None:
        return
    tail = TOP_LINE.search(text, head.end())
    stop = tail.start() if tail else len(text)
    dashes = list(ITEM_START.finditer(text, head.end(), stop))
    starts = [dash.start() for dash in dashes if dash.group(1) == dashes[0].group(1)]
    yield from zip(starts, [*starts[1:], stop], strict=False)


def _shift(fault: QuizgenError, lines: int) -> QuizgenError:
    fault.line = (fault.line or 1) + lines
    return fault
