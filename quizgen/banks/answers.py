"""The wordings of an item that stand letter by letter in its booklet (CONTRACT.md section 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from quizgen.items import AnyItem
from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse


class Answer(NamedTuple):
    """One wording: its place in the item ("blanks[0]"), its text, and the item with another text in its stead."""

    field: str
    text: str
    replace: Callable[[str], AnyItem]
    verbatim: bool = True  # False: what a false statement prints instead of the truth


def answers_of(item: AnyItem) -> Iterator[Answer]:
    """Yield the wordings of an item that can be held against its quotes."""
    match item:
        case FillBlank():
            yield from (_in_blank(item, at) for at, entry in enumerate(item.blanks) if entry)
        case SingleChoice():
            yield Answer("key", item.key, lambda text: _with(item, key=text))
        case MultipleChoice():
            yield from (_in_keys(item, at) for at in range(len(item.keys)))
        case TermDefinition() | ShortAnswer():
            yield from (_in_points(item, at) for at in range(len(item.points)))
        case TrueFalse(correction=correction) if correction is not None:
            yield _in_correction(item, "right", correction.right)
            yield _in_correction(item, "wrong", correction.wrong)


def _with(item: AnyItem, **changes: Any) -> AnyItem:
    return item.model_copy(update=changes)


def _swap(values: tuple[Any, ...], at: int, value: Any) -> tuple[Any, ...]:
    return (*values[:at], value, *values[at + 1 :])


def _in_blank(item: FillBlank, at: int) -> Answer:
    first, *others = item.blanks[at]
    return Answer(f"blanks[{at}]", first, lambda text: _with(item, blanks=_swap(item.blanks, at, (text, *others))))


def _in_keys(item: MultipleChoice, at: int) -> Answer:
    return Answer(f"keys[{at}]", item.keys[at], lambda text: _with(item, keys=_swap(item.keys, at, text)))


def _in_points(item: TermDefinition | ShortAnswer, at: int) -> Answer:
    point = item.points[at]
    return Answer(
        f"points[{at}].text",
        point.text,
        lambda text: _with(item, points=_swap(item.points, at, point.model_copy(update={"text": text}))),
    )


def _in_correction(item: TrueFalse, name: str, text: str) -> Answer:
    before = item.correction
    return Answer(
        f"correction.{name}",
        text,
        lambda text: _with(item, correction=before and before.model_copy(update={name: text})),
        verbatim=name == "right",
    )
