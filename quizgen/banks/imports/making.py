"""Drafts -> items: one maker per kind, table MAKERS; a draft that is not clear is never made into anything."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any

from quizgen.banks.imports.choices import choice_stem, find_letters, multiple_choice, single_choice
from quizgen.banks.imports.drafts import Draft, UnclearError, Words
from quizgen.banks.imports.folding import fold, replace, squeeze
from quizgen.banks.imports.names import DIFFICULTIES, KINDS, UNSUPPORTED
from quizgen.banks.imports.rubrics import short_answer, term_definition
from quizgen.banks.imports.statements import BLANK_MARK, fill_blank, true_false
from quizgen.banks.imports.values import read_judgement
from quizgen.items import KINDS as ITEM_KINDS
from quizgen.items import AnyItem

_NAMES = "|".join(sorted(KINDS, key=len, reverse=True))
KIND_LABEL = re.compile(rf"^\s?[\[(]\s?({_NAMES})\s?[\])]\s?|[\[(]\s?({_NAMES})\s?[\])]\s?\*?$")
# 【多选题】下列属于晨读要求的是（　　）。

POINTS_NOTE = re.compile(
    r"^\((?:本小?题)?(?:满分)?\s?\d{1,3}(?:\.5)?\s?分\)|\((?:本小?题)?(?:满分)?(?:共|每空|每点)?\s?\d{1,3}(?:\.5)?\s?分\)$"
)
# 简述晨读的三项要求。（6分）


def make(draft: Draft) -> AnyItem:
    """Return the item a draft says. Raises UnclearError."""
    if draft.faults:
        raise UnclearError("；".join(draft.faults))
    _absorb_labels(draft)
    kind = _decide_kind(draft)
    fields = MAKERS[kind](draft)
    stem = fields["stem"]
    if not squeeze(stem).strip("_()（）.。"):
        raise UnclearError("没有题干")
    return _item(kind, fields, draft)


def _item(kind: str, fields: dict[str, Any], draft: Draft) -> AnyItem:
    made: AnyItem = ITEM_KINDS[kind](
        id=item_id(kind, fields["stem"], _keys(fields)),
        rationale=draft.rationale.tidy or None,
        section=draft.section,
        difficulty=_difficulty(draft),
        note=draft.note.tidy,
        evidence="none",
        **fields,
    )
    return made


def item_id(kind: str, stem: str, keys: list[str]) -> str:
    """Return the id of an imported item: from kind, stem and key (CONTRACT.md section 4)."""
    parts = [kind, squeeze(stem), *(squeeze(key) for key in keys)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _keys(fields: dict[str, Any]) -> list[str]:
    if "blanks" in fields:
        return [entry[0] for entry in fields["blanks"]]
    if "points" in fields:
        return [point.text for point in fields["points"]]
    return sorted(fields["keys"]) if "keys" in fields else [str(fields["key"])]  # True, False


def _difficulty(draft: Draft) -> str | None:
    said = fold(draft.difficulty).strip().lower()
    if said and said not in DIFFICULTIES:
        raise UnclearError(f"看不懂难度“{draft.difficulty.strip()}”，请写 易、中、难")
    return DIFFICULTIES.get(said)


def _absorb_labels(draft: Draft) -> None:
    """Take the label of the kind and the note of marks out of the stem."""
    stem = draft.stem.text.strip()
    for _ in range(2):  # either may stand inside of the other
        stem = replace(POINTS_NOTE, stem, "").strip()
        found = KIND_LABEL.search(fold(stem))
        if found:
            named = KINDS[found[1] or found[2]]
            draft.kind = draft.kind if named == "choice" and draft.kind else named
            stem = f"{stem[: found.start()]}{stem[found.end() :]}".strip()
    draft.stem = Words([stem], draft.stem.places[:1])


def _decide_kind(draft: Draft) -> str:
    """Return the item kind a label or heading names, else the one its form leaves no doubt about."""
    named = draft.kind or draft.part.kind
    if named == UNSUPPORTED:
        raise UnclearError("这种题型不在六种题型之内")
    if named in MAKERS:
        return named
    if draft.options:
        return "multiple_choice" if len(find_letters(draft, choice_stem(draft)[1])) > 1 else "single_choice"
    if named == "choice":
        raise UnclearError("选择题没有选项")
    if draft.answers and all(read_judgement(words.text) for words in draft.answers):
        return "true_false"
    if BLANK_MARK.search(fold(draft.stem.text)):
        return "fill_blank"
    raise UnclearError("看不出题型，请在题前写上题型标题")


MAKERS: dict[str, Callable[[Draft], dict[str, Any]]] = {
    "fill_blank": fill_blank,
    "single_choice": single_choice,
    "multiple_choice": multiple_choice,
    "true_false": true_false,
    "term_definition": term_definition,
    "short_answer": short_answer,
}
"""Item kind -> what it takes from a draft: stem and the kind's own fields."""
