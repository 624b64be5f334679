"""A document cut into stretches of questions and blocks of answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.banks.imports.folding import fold
from quizgen.banks.imports.grammar import CHAPTER, GAP, is_bare_label, is_title, read_heading, read_question_line
from quizgen.banks.imports.keyrows import read_key_row, read_numbers
from quizgen.banks.imports.lines import Line


@dataclass
class Stretch:
    """Lines under one title or heading. ``answering``: a block of answers; ``titled``: begins behind a title."""

    answering: bool
    titled: bool = False
    lines: list[Line] = field(default_factory=list)


def cut(lines: list[Line]) -> list[Stretch]:
    """Return the stretches of a document, neighbours of one mode joined; titles themselves are in none."""
    return _joined(_settled(_pieces(lines)))


def _pieces(lines: list[Line]) -> list[Stretch]:
    """Cut at titles; behind a title also at headings and chapters, where questions may begin again."""
    pieces, answered = [Stretch(False)], False
    for at, line in enumerate(lines):
        if is_title(line) and _opens_block(line, lines[at + 1 : at + 2], answered):
            pieces.append(Stretch(True, titled=True))
            continue
        if pieces[-1].answering and (CHAPTER.match(line.folded) or read_heading(line)) and pieces[-1].lines:
            pieces.append(Stretch(True))
        pieces[-1].lines.append(line)
        answered |= any(token.kind == "answer" and token.text for token in read_question_line(line))
    return pieces


def _opens_block(title: Line, following: list[Line], answered: bool) -> bool:
    """Return whether a block of answers begins here, and not the answer of the question above."""
    if not is_bare_label(title):
        return True
    if not following:
        return False
    line = following[0]
    if read_heading(line) or CHAPTER.match(line.folded) or read_key_row(line.folded) or read_numbers(line.folded):
        return True
    first = read_question_line(line)[0]
    return first.kind == "number" and first.style in ("plain", "tight", "nth") and not answered


def _settled(pieces: list[Stretch]) -> list[Stretch]:
    """Turn pieces behind a title back into questions where they ask, or where answers of their own follow."""
    answering = False
    for at, piece in enumerate(pieces):
        if piece.titled:
            answering = True
        elif answering and (_asks(piece) or _ends_in_title(pieces[at + 1 :])):
            answering = False
        piece.answering = answering
    return pieces


def _ends_in_title(rest: list[Stretch]) -> bool:
    return bool(rest) and rest[0].titled


def _asks(piece: Stretch) -> bool:
    tokens = [token for line in piece.lines for token in read_question_line(line)]
    if any(token.kind == "option" and token.value == "A" for token in tokens):
        return True
    return any(token.kind in ("number", "text") and GAP.search(fold(token.raw)) for token in tokens)


def _joined(pieces: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for piece in pieces:
        if joined and joined[-1].answering == piece.answering and not piece.titled:
            joined[-1].lines += piece.lines
        elif piece.lines:
            joined.append(piece)
    return joined
