"""What an item teaches: a true sentence with the words to know marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizgen.items import AnyItem
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.printing import NEGATIVE
from quizgen.items.single_choice import BRACKET, SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse
from quizgen.model.base import Span

BELOW = "下列"  # such a stem asks about its options, not about the booklet


class Lesson(NamedTuple):
    """A sentence to learn; ``asked``: half-open ranges of it, ascending."""

    text: str
    asked: tuple[Span, ...]


def teach(item: AnyItem) -> Lesson | None:
    """Return the sentence an item rests on, None when the item holds no true sentence (or asks for a false one)."""
    if isinstance(item, TermDefinition):
        return _teach_term(item)
    if BELOW in item.stem or NEGATIVE.search(item.stem):
        return None
    if isinstance(item, FillBlank):
        return _fill(item.stem.split(BLANK), [entry[:1] for entry in item.blanks])
    if isinstance(item, SingleChoice):
        return _fill(item.stem.split(BRACKET), [(item.key,)])
    if isinstance(item, MultipleChoice):
        return _fill(item.stem.split(BRACKET), [item.keys])
    if isinstance(item, TrueFalse) and item.correction and item.stem.count(item.correction.wrong) == 1:
        return _fill(item.stem.split(item.correction.wrong), [(item.correction.right,)])
    return None


def _fill(pieces: list[str], answers: Iterable[tuple[str, ...]]) -> Lesson | None:
    """Return the pieces with the answers between them, several answers for one gap parted by 、."""
    gaps = list(answers)
    if len(pieces) != len(gaps) + 1:
        return None
    text, asked = pieces[0], []
    for words, piece in zip(gaps, pieces[1:], strict=True):
        for order, word in enumerate(words):
            text += "、" if order else ""
            asked.append((len(text), len(text) + len(word)))
            text += word
        text += piece
    return Lesson(text, tuple(asked))


def _teach_term(item: TermDefinition) -> Lesson:
    """Return term and definition; every other point, from the first, is to be known by heart."""
    lead = f"{item.stem}："
    text = lead + item.answer
    return Lesson(text, tuple(_find_in_order(text, [point.text for point in item.points[::2]], len(lead))))


def _find_in_order(text: str, words: Iterable[str], start: int) -> Iterator[Span]:
    for word in words:
        at = text.find(word, start)
        if at >= 0:
            start = at + len(word)
            yield at, start
