"""The answer key of a bank: answers by number in runs, from blocks at the end, rows of keys or a second file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from quizgen.banks.imports.drafts import Part, Words
from quizgen.banks.imports.folding import fold
from quizgen.banks.imports.grammar import Token, number_style
from quizgen.banks.imports.keyrows import KeyRow, read_grid, read_key_row, read_numbers
from quizgen.banks.imports.results import Problem
from quizgen.banks.imports.values import count_points
from quizgen.errors import show

TEXT_KINDS = ("short_answer", "term_definition")


@dataclass
class Answer:
    """What the key says about one number."""

    number: int
    place: str
    words: Words = field(default_factory=Words)
    rationale: Words = field(default_factory=Words)
    note: Words = field(default_factory=Words)


@dataclass
class Run:
    """Answers numbered in one go. ``scope``: the only parts it may answer; kind … chapter: what stood above it."""

    document: int
    kind: str | None = None
    ordinal: str = ""
    chapter: str | None = None
    scope: tuple[Part, ...] | None = None
    answers: list[Answer] = field(default_factory=list)


def is_next_point(words: Words, token: Token, number: int) -> bool:
    """Return whether a numbered line goes on with the points of an answer: marked alike, counted on."""
    alike = not words.lines or number_style(words.text) == token.style
    return alike and number == count_points(words.text) + 1


class AnswerKey:
    """Collects the answers of all documents. Read ``runs`` and ``problems`` afterwards."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.problems: list[Problem] = []
        self.open: Words | None = None
        self.grid: list[int] = []  # numbers of the upper row of a grid whose lower row is awaited

    def take_row(self, document: int, part: Part, token: Token) -> None:
        """Add a row of keys that stands among the questions of ``part``."""
        if not self.runs or self.runs[-1].scope != (part,):
            self.runs.append(Run(document, part.kind, part.ordinal, part.chapter, (part,)))
        self._add_row(read_key_row(token.value or fold(token.text), fewest=1), token)

    def take(self, document: int, tokens: list[Token], scope: tuple[Part, ...] | None = None) -> None:
        """Sort the tokens of a block of answers. ``document``: -1 when it is for all of them."""
        self.runs.append(Run(document, scope=scope))
        self.open = None
        for token in tokens:
            HANDLERS[token.kind](self, token)

    def heading(self, token: Token) -> None:
        """Begin a run."""
        last = self.runs[-1]
        self.runs.append(Run(last.document, token.value or None, token.style, last.chapter, last.scope))
        self.open = None

    def chapter(self, token: Token) -> None:
        """Begin a run of another chapter."""
        last = self.runs[-1]
        self.runs.append(Run(last.document, chapter=token.text, scope=last.scope))
        self.open = None

    def keys(self, token: Token) -> None:
        """Add a row of keys."""
        self._add_row(read_key_row(token.value, fewest=1), token)

    def _add_row(self, row: KeyRow | None, token: Token) -> None:
        if row is None or row.fault:
            self._leave_out(token, row.fault if row else "看不懂这一行答案")
            return
        for number, key in row.keys:
            self._begin(number, token.place).words.add(key, token.place)
        self.open = None

    def _leave_out(self, token: Token, why: str) -> None:
        message = f"{why}：{show(token.raw.strip(), 30)}"
        self.problems.append(Problem(code="W-ANSWER", place=token.place, message=message))

    def _begin(self, number: int, place: str) -> Answer:
        run = self.runs[-1]
        if number == 1 and run.answers:
            run = Run(run.document, run.kind, run.ordinal, run.chapter, run.scope)
            self.runs.append(run)
        run.answers.append(Answer(number, place))
        return run.answers[-1]

    def number(self, token: Token) -> None:
        """Begin an answer, unless the number is that of a point."""
        digits, _, held = token.value.partition(" ")
        number = int(digits)
        if token.style in ("paren", "bare") or self._is_point(token, number) or self._is_figure(token, number):
            self.text(token)
            return
        self.open = self._begin(number, token.place).words
        self.open.add(held, token.place)
        self.open.add(token.text, token.place)

    def _is_point(self, token: Token, number: int) -> bool:
        run = self.runs[-1]
        if run.kind not in TEXT_KINDS or not run.answers or self.open is None or number == run.answers[-1].number + 1:
            return False
        return is_next_point(self.open, token, number)

    def _is_figure(self, token: Token, number: int) -> bool:
        """Return whether ``3.5`` is a figure of the answer being read, and not the answer 5 of number 3."""
        answers = self.runs[-1].answers
        return token.style == "decimal" and self.open is not None and bool(answers) and number <= answers[-1].number

    def text(self, token: Token) -> None:
        """Go on with the answer being read."""
        if self.open is None and not self.runs[-1].answers:
            message = f"答案之前的文字，没有导入：{show(token.raw.strip(), 30)}"
            self.problems.append(Problem(code="W-TEXT", place=token.place, message=message, left_out=False))
        elif self.open is None:
            self._leave_out(token, "看不懂这一行答案")
        else:
            self.open.add(token.raw.strip(), token.place)

    def answer(self, token: Token) -> None:
        """Add the words behind 答案, or the lower row of a grid."""
        if self.grid:
            row, self.grid = read_grid(self.grid, fold(token.text)), []
            self._add_row(row, token)
        elif self.runs[-1].answers:
            self.open = self.runs[-1].answers[-1].words
            self.open.add(token.text, token.place)
        else:
            self._leave_out(token, "答案没有题号")

    def upper_row(self, token: Token) -> None:
        """Remember the numbers of a grid."""
        self.grid = read_numbers(fold(token.text))

    def labelled(self, token: Token) -> None:
        """Add 解析 or a note to the answer being read."""
        answers = self.runs[-1].answers
        if not answers:
            self._leave_out(token, "前面没有答案")
            return
        self.open = answers[-1].rationale if token.kind == "rationale" else answers[-1].note
        self.open.add(token.text if token.kind in ("rationale", "note") else token.raw.strip(), token.place)


HANDLERS: dict[str, Callable[[AnswerKey, Token], None]] = {
    "heading": AnswerKey.heading,
    "chapter": AnswerKey.chapter,
    "keys": AnswerKey.keys,
    "grid": AnswerKey.upper_row,
    "number": AnswerKey.number,
    "text": AnswerKey.text,
    "answer": AnswerKey.answer,
    "rationale": AnswerKey.labelled,
    "difficulty": AnswerKey.labelled,
    "section": AnswerKey.labelled,
    "kind": AnswerKey.labelled,
    "note": AnswerKey.labelled,
}
"""Kind of token -> what is done with it."""
