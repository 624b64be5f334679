"""Open items: a term or a question, and the points of its answer."""

from __future__ import annotations

from typing import Any

from quizgen.banks.imports.drafts import Draft, UnclearError, only
from quizgen.banks.imports.values import read_points
from quizgen.items.base import Point


def term_definition(draft: Draft) -> dict[str, Any]:
    """Return stem, answer and points. Raises UnclearError."""
    points = _points(draft)
    term = draft.stem.tidy.rstrip("。.：:")
    return {"stem": term, "answer": "；".join(point.text for point in points), "points": points}


def short_answer(draft: Draft) -> dict[str, Any]:
    """Return stem and points. Raises UnclearError."""
    return {"stem": draft.stem.tidy, "points": _points(draft)}


def _points(draft: Draft) -> tuple[Point, ...]:
    """Return the points all answers of a draft agree on; words before the first go to the note."""
    if draft.options:
        raise UnclearError("问答类的题带有选项")
    lead, points = read_points(str(only({words.text.strip() for words in draft.answers}, " / ")))
    if not points:
        raise UnclearError("没有答案")
    draft.note.add(f"答案引语：{lead}" if lead else "", draft.place)
    return points
