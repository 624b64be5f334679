"""Open items: a term or a question, and the points of its answer."""

from __future__ import annotations

from typing import Any

from quizgen.banks.imports.drafts import Draft, UnclearError, only
from quizgen.banks.imports.values import read_points
from quizgen.items.base import Point

NO_ANSWERS = ("略", "答案略", "无", "暂无", "见教材", "见课本", "见资料")


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
    text = str(only({words.text.strip() for words in draft.answers}, " / "))
    lead, points = read_points(text)
    if not points or text.strip("（）()。. ") in NO_ANSWERS:
        raise UnclearError("没有答案" if not points else f"没有答案（写的是“{text[:10]}”）")
    draft.note.add(f"答案引语：{lead}" if lead else "", draft.place)
    return points
