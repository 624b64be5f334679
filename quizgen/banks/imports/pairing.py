"""Answers to their questions: by part and number, and only where no other reading is left."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.banks.imports.answers import Answer, Run
from quizgen.banks.imports.drafts import Draft, Part
from quizgen.banks.imports.folding import fold, squeeze
from quizgen.banks.imports.names import UNSUPPORTED
from quizgen.banks.imports.results import Problem
from quizgen.errors import show

CHAPTER_NUMBER = re.compile(r"第\s?[一二三四五六七八九十百\d]{1,4}\s?(?:章|单元|讲|节|课|模块|专题|编|篇)")
# 第二章 校园安全

CHOICES = ("single_choice", "multiple_choice", "choice")

Group = tuple[Part, list[Draft]]
Label = tuple[int, str | None, str, str | None, tuple[Part, ...] | None]


def pair(runs: list[Run], drafts: list[Draft]) -> list[Problem]:
    """Give every answer to its draft; return what found none. Drafts are changed in place."""
    full = [run for run in runs if run.answers]
    groups = _groups(drafts)
    if full:
        _number_by_position(groups)
    rivals: dict[Label, list[Run]] = {}
    for run in full:
        rivals.setdefault(_label(run), []).append(run)
    return [problem for alike in rivals.values() for problem in _pair_alike(alike, _fitting(alike[0], groups))]


def _pair_alike(runs: list[Run], fitting: list[Group]) -> list[Problem]:
    """Pair runs that stand under the same heading with the parts they may mean.

    Where numbering restarts as often on both sides, the k-th run answers the k-th part.
    """
    one_to_one = len(runs) == len(fitting) > 1
    shared = _by_number(fitting)
    problems: list[Problem] = []
    for at, run in enumerate(runs):
        meant = _by_number(fitting[at : at + 1]) if one_to_one else shared
        for answer in run.answers:
            problems += _give(answer, meant.get(answer.number, []))
    return problems


def _by_number(groups: list[Group]) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = {}
    for _, drafts in groups:
        for draft in drafts:
            if draft.number is not None:
                found.setdefault(draft.number, []).append(draft)
    return found


def _groups(drafts: list[Draft]) -> list[Group]:
    found: dict[int, Group] = {}
    for draft in drafts:
        found.setdefault(id(draft.part), (draft.part, []))[1].append(draft)
    return list(found.values())


def _number_by_position(groups: list[Group]) -> None:
    """Number the drafts of a part without any numbers by their position."""
    for _, drafts in groups:
        if all(draft.number is None for draft in drafts):
            for number, draft in enumerate(drafts, start=1):
                draft.number = number


def _label(run: Run) -> Label:
    return run.document, run.kind, run.ordinal, run.chapter, run.scope


def _fitting(run: Run, groups: list[Group]) -> list[Group]:
    if run.scope is not None:
        groups = [group for group in groups if group[0] in run.scope]
    elif run.document >= 0:
        groups = [group for group in groups if group[0].document == run.document]
    kinds = [group for group in groups if _may_be(run.kind, group[0].kind)]
    kinds = _narrowed(kinds, lambda part: _same_chapter(run.chapter, part.chapter))
    kinds = _narrowed(kinds, lambda part: run.kind is not None and part.kind == run.kind)
    return _narrowed(kinds, lambda part: bool(run.ordinal) and _count(part.ordinal) == _count(run.ordinal))


def _narrowed(groups: list[Group], fits: Callable[[Part], bool]) -> list[Group]:
    return [group for group in groups if fits(group[0])] or groups


def _count(ordinal: str) -> str:
    return "".join(c for c in ordinal if c in "一二三四五六七八九十IVX0123456789")


def _may_be(wanted: str | None, kind: str | None) -> bool:
    if wanted in (None, UNSUPPORTED) or kind is None or wanted == kind:
        return True
    return "choice" in (wanted, kind) and wanted in CHOICES and kind in CHOICES


def _same_chapter(wanted: str | None, chapter: str | None) -> bool:
    return bool(wanted and chapter) and _chapter_key(wanted or "") == _chapter_key(chapter or "")


def _chapter_key(title: str) -> str:
    found = CHAPTER_NUMBER.match(fold(title))
    return squeeze(found.group() if found else title)


def _give(answer: Answer, drafts: list[Draft]) -> list[Problem]:
    if len(drafts) == 1:
        draft = drafts[0]
        draft.answers += [answer.words] if answer.words.lines else []
        for words, more in ((draft.rationale, answer.rationale), (draft.note, answer.note)):
            words.lines += more.lines
            words.places += more.places
        return []
    why = f"有 {len(drafts)} 道第 {answer.number} 题，分不清是哪一道的答案" if drafts else f"没有第 {answer.number} 题"
    return [Problem(code="W-ANSWER", place=answer.place, message=f"{why}：{show(answer.words.tidy, 30)}")]
