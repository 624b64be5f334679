"""Banks that schools already have -> items: Word, plain text, workbooks; tied to booklets where there are some.

What is understood becomes items (``template: imported``); everything else is listed with its place, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.banks.imports.adding import add
from quizgen.banks.imports.answers import AnswerKey
from quizgen.banks.imports.drafts import Draft, UnclearError
from quizgen.banks.imports.grammar import Token, has_strange_letters, is_title, read_answer_line, read_question_line
from quizgen.banks.imports.lines import Line, lines_of
from quizgen.banks.imports.making import make
from quizgen.banks.imports.pairing import pair
from quizgen.banks.imports.questions import Questions
from quizgen.banks.imports.results import ImportResult, Problem
from quizgen.banks.imports.stretches import cut
from quizgen.banks.imports.tables import read_answer_table, read_question_table
from quizgen.banks.imports.ties import tie
from quizgen.banks.imports.workbook import Table, is_workbook, read_table
from quizgen.errors import show
from quizgen.items import AnyItem
from quizgen.model.document import RawDocument

__all__ = ["ImportResult", "Problem", "Table", "add", "is_workbook", "read_table", "tie", "understand"]

ALL_DOCUMENTS = -1


def understand(documents: Sequence[RawDocument | Table], answers: RawDocument | Table | None = None) -> ImportResult:
    """Return the items of ``documents``, in their order, with the answers of an answer file given to them by number.

    Every line that is not blank is in an item, a heading, or a problem.
    """
    key, drafts, problems = AnswerKey(), [], []
    for number, document in enumerate(documents):
        questions = _read(number, document, key)
        drafts += questions.drafts
        problems += questions.problems
    if answers is not None:
        _read_answers(answers, key)
    unpaired = pair(key.runs, drafts)
    items, unclear = _make(drafts)
    return ImportResult(items=tuple(items), problems=(*problems, *key.problems, *unpaired, *unclear))


def _read(number: int, document: RawDocument | Table, key: AnswerKey) -> Questions:
    questions = Questions(number, key)
    lines = read_question_table(document, questions) if isinstance(document, Table) else lines_of(document)
    _read_lines(number, lines, questions, key)
    return questions


def _read_lines(number: int, lines: list[Line], questions: Questions, key: AnswerKey) -> None:
    """Sort the lines of a document. Several blocks of answers: each is for the questions since the one before."""
    stretches = cut(lines)
    several = sum(stretch.titled for stretch in stretches) > 1
    first = 0
    for stretch in stretches:
        read = read_answer_line if stretch.answering else read_question_line
        tokens = [token for line in stretch.lines for token in read(line)]
        if stretch.answering:
            scope = tuple(questions.parts[first:]) if several else None
            key.take(number, tokens, scope)
            first = len(questions.parts)
        else:
            questions.take(tokens)
        questions.problems += _strange(tokens)


def _read_answers(answers: RawDocument | Table, key: AnswerKey) -> None:
    lines = read_answer_table(answers, key) if isinstance(answers, Table) else lines_of(answers)
    words = [line for line in lines if not is_title(line)]
    if words:
        tokens = [token for line in words for token in read_answer_line(line)]
        key.take(ALL_DOCUMENTS, tokens)
        key.problems += _strange(tokens)


def _strange(tokens: list[Token]) -> list[Problem]:
    """Return one remark for every line with option letters of another script."""
    message = "选项字母是别种文字的形近字母，已按 A、B、C… 读取"
    places = dict.fromkeys(token.place for token in tokens if has_strange_letters(token))
    return [Problem(code="W-LETTER", place=place, message=message, left_out=False) for place in places]


def _make(drafts: list[Draft]) -> tuple[list[AnyItem], list[Problem]]:
    items: dict[str, AnyItem] = {}
    problems = []
    for draft in drafts:
        try:
            item = make(draft)
        except UnclearError as why:
            problems.append(_unclear(draft, str(why)))
            continue
        if item.id in items:
            problems.append(_repeated(draft, same=item == items[item.id]))
        items.setdefault(item.id, item)
    return list(items.values()), problems


def _unclear(draft: Draft, why: str) -> Problem:
    return Problem(code="W-ITEM", place=draft.place, message=f"{_called(draft)}没有导入：{why}")


def _repeated(draft: Draft, *, same: bool) -> Problem:
    message = f"{_called(draft)}与前面的一道题{'完全相同' if same else '题干和答案相同，其余不同'}，只留前一道"
    return Problem(code="W-TWICE", place=draft.place, message=message, left_out=not same)


def _called(draft: Draft) -> str:
    number = f"第 {draft.number} 题" if draft.number is not None else "题目"
    return f"{number}“{show(draft.stem.tidy, 24)}”"
