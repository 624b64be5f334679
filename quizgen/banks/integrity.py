"""An item held against its own quotes: no booklet needed (CONTRACT.md section 4, "checkable without its booklet")."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from quizgen.banks.answers import Answer, answers_of
from quizgen.banks.complaints import Complaint
from quizgen.items import AnyItem
from quizgen.items.digests import digest
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse

ADVICE = "按资料改正"
CHANGED = "改回去；若是有意这样改，把 digest 改为 null"
MARKS = frozenset("，。；：、？！“”‘’《》（）〈〉—…· ")


def check_integrity(item: AnyItem) -> Iterator[Complaint]:
    """Yield what in an item the program wrote does not agree with its quotes or with itself.

    Answers are verbatim whoever reviewed them; a statement a person reviewed may be worded freely.
    """
    if item.template == "imported":
        return
    if not item.provenance:
        yield Complaint(item.id, "E-EVIDENCE", "没有出处（provenance 是空的）", "补上出处，或改为 template: imported")
        return
    for answer in answers_of(item):
        home = [entry.quote for entry in item.provenance] if answer.verbatim else [item.stem]
        if not answer.text or not any(answer.text in text for text in home):
            where = "引文" if answer.verbatim else "题干"
            yield Complaint(item.id, "E-KEY", f"{answer.field} “{answer.text}”不在{where}中", ADVICE)
        elif (before := _find_original(item, answer, home)) is not None:
            reason = f"{answer.field} “{answer.text}”被改动了一个字，原来是“{before}”"
            yield Complaint(item.id, "E-KEY", reason, CHANGED)
    yield from _check_statement(item)


def _find_original(item: AnyItem, answer: Answer, home: list[str]) -> str | None:
    """Return what an answer was before one letter of it changed, None where that is not what happened.

    The answer still stands in its quote (数据 became 数); only the digest tells. The original is one letter away and
    stands there too: the one with which the digest fits again.
    """
    if item.digest is None or item.digest == digest(item):
        return None
    near = dict.fromkeys(text for whole in home for text in _find_near(answer.text, whole))
    return next((text for text in near if digest(answer.replace(text)) == item.digest), None)


def _find_near(text: str, whole: str) -> Iterator[str]:
    """Yield the runs of ``whole`` one letter away from ``text``."""
    for size in range(max(len(text) - 1, 1), len(text) + 2):
        for at in range(len(whole) - size + 1):
            run = whole[at : at + size]
            if Levenshtein.distance(run, text, score_cutoff=1) == 1:
                yield run


def _check_statement(item: AnyItem) -> Iterator[Complaint]:
    """Yield what contradicts itself in a definition that lost a point or in a true/false item."""
    if isinstance(item, TermDefinition):
        for at, point in enumerate(item.points):
            if point.text.strip("。；，") not in item.answer:
                yield Complaint(item.id, "E-KEY", f"answer 里没有 points[{at}] “{point.text}”", ADVICE)
    if isinstance(item, TrueFalse):
        if item.key == (item.correction is not None):
            yield Complaint(item.id, "E-KEY", "key 与 correction 矛盾", "错误的说法要有 correction，正确的没有")
        elif item.status == "draft" and item.digest != digest(item) and (foreign := _find_foreign(item)) is not None:
            advice = f"{ADVICE}；若是有意改写，把 status 改为 reviewed"
            yield Complaint(item.id, "E-STEM", f"题干的“{foreign}”与引文不同", advice)


def _find_foreign(item: TrueFalse) -> str | None:
    """Return the first letters of an edited statement, put right, that stand in none of its quotes."""
    home = "\n".join([*(entry.quote for entry in item.provenance), item.section or "", *item.terms])
    statement = item.stem
    if item.correction is not None:
        statement = statement.replace(item.correction.wrong, item.correction.right, 1)
    for at, letter in enumerate(statement):
        pairs = [statement[max(at - 1, 0) : at + 1], statement[at : at + 2]]
        if letter not in MARKS and not any(len(pair) > 1 and pair in home for pair in pairs):
            return statement[max(at - 2, 0) : at + 3]
    return None
