"""Tokens among questions -> drafts: one handler per kind of token, table HANDLERS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from quizgen.banks.imports.answers import AnswerKey, is_next_point
from quizgen.banks.imports.drafts import Draft, Option, Part, Words
from quizgen.banks.imports.folding import fold
from quizgen.banks.imports.grammar import GAP, Token
from quizgen.banks.imports.keyrows import read_key_row
from quizgen.banks.imports.names import KINDS
from quizgen.banks.imports.results import Problem
from quizgen.banks.imports.values import is_key
from quizgen.errors import show

NEAR = 5
"""How far a number may be ahead of the last one and still be taken for that of a question."""

ENDERS = ".。?？!！)）…”"
"""What the last line of a stem ends in; else the next line goes on with it."""


LISTED = ("short_answer", "term_definition")
"""Kinds whose questions are one line each where they bear no numbers."""


class Questions:
    """Collects the drafts of one document. Read ``drafts`` and ``problems`` afterwards."""

    def __init__(self, document: int, key: AnswerKey) -> None:
        self.document = document
        self.key = key
        self.drafts: list[Draft] = []
        self.problems: list[Problem] = []
        self.parts = [Part(document)]
        self.draft: Draft | None = None
        self.open: Words | None = None  # where a line without a mark goes
        self.tokens: list[Token] = []
        self.at = 0
        self.headed = False  # a heading stood before the first chapter: headings are outside, chapters inside
        self.has_headings = False

    def take(self, tokens: list[Token]) -> None:
        """Sort the tokens of a stretch of questions."""
        self.tokens, self.draft, self.open = tokens, None, None
        self.has_headings |= any(token.kind == "heading" for token in tokens)
        self._look_for_numbers(0)
        for self.at, token in enumerate(tokens):
            HANDLERS[token.kind](self, token)

    @property
    def part(self) -> Part:
        """Return the part being read."""
        return self.parts[-1]

    def _next(self) -> Token | None:
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None

    def _remark(self, token: Token, message: str, *, code: str, left_out: bool = False) -> None:
        self.problems.append(Problem(code=code, place=token.place, message=message, left_out=left_out))

    # -- headings ---------------------------------------------------------------------------------

    def heading(self, token: Token) -> None:
        """Begin a part."""
        self.headed = self.headed or self.part.chapter is None
        self.parts.append(Part(self.document, token.value or None, token.style, self.part.chapter))
        self._close()

    def chapter(self, token: Token) -> None:
        """Begin a chapter; the kind of the heading above stays only where headings are outside."""
        kind, ordinal = (self.part.kind, self.part.ordinal) if self.headed else (None, "")
        self.parts.append(Part(self.document, kind, ordinal, token.text))
        self._close()

    def _close(self) -> None:
        self.draft, self.open = None, None
        self._look_for_numbers(self.at + 1)

    def _look_for_numbers(self, start: int) -> None:
        for token in islice(self.tokens, start, None):
            if token.kind in ("heading", "chapter"):
                break
            self.part.numbered |= token.kind == "number" and token.style not in ("paren", "bare", "decimal")

    # -- questions --------------------------------------------------------------------------------

    def number(self, token: Token) -> None:
        """Begin a question, unless the number is one of the words."""
        digits, _, held = token.value.partition(" ")
        number = int(digits)
        if not self._is_item_number(token, number) or self._is_point(token, number):
            self._doubt(token, number)
            self.text(token)
            return
        if number == 1 and self.part.last > 0:
            self.parts.append(replace(self.part, style="", last=0))
        self.part.style, self.part.last = self.part.style or token.style, number
        self._begin(token.text, token.place, number)
        if held and self.draft:
            self.draft.answers.append(Words([held], [token.place]))

    def _is_item_number(self, token: Token, number: int) -> bool:
        if token.style in ("plain", "nth"):
            return True
        if not self._counts_on(number):
            return False
        if token.style == "decimal":
            return self.open is None or self.open.text.rstrip()[-1:] in ENDERS or self._asks(token)
        return token.style == "tight" or self.part.style in ("", token.style)

    def _counts_on(self, number: int) -> bool:
        first = self.part.last == 0 and len(self.parts) > 1 and number == self.parts[-2].last + 1
        return number == self.part.last + 1 or first

    def _asks(self, token: Token) -> bool:
        return GAP.search(fold(token.raw)) is not None or self._answer_follows()

    def _doubt(self, token: Token, number: int) -> None:
        """Keep the question being read out of the bank when its next line may be a question of its own."""
        if self.draft and token.style in ("decimal", "tight") and 0 < number - self.part.last <= NEAR:
            self.draft.faults.append(f"分不清“{show(token.raw, 20)}”是不是另一题（{token.place}）")

    def _is_point(self, token: Token, number: int) -> bool:
        """Return whether this is a point of the answer being read: marked alike, counted on, no answer of its own."""
        if not self.draft or not self.draft.answers or self.open is not self.draft.answers[-1]:
            return False
        if not is_next_point(self.open, token, number) or self._answer_follows():
            return False
        if number == self.part.last + 1:
            self.draft.faults.append(f"分不清“{show(token.raw, 20)}”是下一题还是答案的一点（{token.place}）")
            return False
        return True

    def _answer_follows(self) -> bool:
        for token in islice(self.tokens, self.at + 1, None):
            if token.kind in ("answer", "option"):
                return True
            if token.kind not in ("text", "rationale", "note"):
                return False
        return False

    def _begin(self, stem: str, place: str, number: int | None) -> None:
        self.draft = Draft(place, self.part, number, section=self.part.chapter)
        self.draft.stem.add(stem, place)
        self.drafts.append(self.draft)
        self.open = self.draft.stem

    def option(self, token: Token) -> None:
        """Add an option; an A behind other options begins a question whose number was lost."""
        if token.style == "bare" and not self._is_expected(token):
            self.text(token)
            return
        if token.value == "A" and self.draft and (self.draft.options or self.draft.answers):
            self._begin_before(token)
        if self.draft is None:
            self._remark(token, f"选项前面没有题干：{show(token.raw, 30)}", code="W-LINE", left_out=True)
            return
        self._add_option(self.draft, token)

    def _is_expected(self, token: Token) -> bool:
        return self.draft is not None and ord(token.value) == ord("A") + len(self.draft.options)

    def _add_option(self, draft: Draft, token: Token) -> None:
        if not self._is_expected(token):
            draft.faults.append(f"选项 {token.value} 的位置不对（{token.place}）")
        if token.style == "ambiguous":
            draft.faults.append(f"选项 {token.value} 从哪里开始有歧义（{token.place}）")
        option = Option(token.value, Words())
        option.words.add(token.text, token.place)
        draft.options.append(option)
        self.open = option.words

    def _begin_before(self, token: Token) -> None:
        """Give the lines that seemed to go on with the last option or answer to the question they are the stem of."""
        lines = self.open.lines[1:] if self.open else []
        if not lines or not self.open:
            return
        places = self.open.places[1:]
        del self.open.lines[1:], self.open.places[1:]
        self._begin(lines[0], places[0], None)
        if len(lines) > 1 and self.draft:
            self.draft.faults.append("题号缺失，题干从哪一行开始有歧义")
        for text, place in zip(lines[1:], places[1:], strict=True):
            self.open.add(text, place)

    # -- words ------------------------------------------------------------------------------------

    def text(self, token: Token) -> None:
        """Go on with what is open, begin a question without a number, or say that the line is not understood."""
        if self._begins_item(token):
            self._begin(token.raw.strip(), token.place, None)
        elif self.open is not None:
            self.open.add(token.raw.strip(), token.place)
        elif self.draft is None and (self.part.kind is None or self.part.numbered):
            self._remark(token, f"题目之前的文字，没有导入：{show(token.raw.strip(), 30)}", code="W-TEXT")
        else:
            self._remark(token, f"看不懂这一行：{show(token.raw.strip(), 30)}", code="W-LINE", left_out=True)

    def _begins_item(self, token: Token) -> bool:
        following = self._next()
        gap = GAP.search(fold(token.raw)) is not None and (self.part.kind is not None or not self.has_headings)
        leads = following is not None and following.kind in ("option", "answer") and following.value in ("", "A")
        if self.part.numbered:
            return self.draft is not None and self.open is None and (gap or leads)
        if self.draft is None or self.open is None:
            return gap or leads or self.part.kind in LISTED
        if self.open is self.draft.stem:
            return self.open.text.rstrip()[-1:] in ENDERS or self.part.kind in LISTED
        return gap or leads or any(self.open is option.words for option in self.draft.options)

    # -- labelled words ---------------------------------------------------------------------------

    def answer(self, token: Token) -> None:
        """Add the answer of the question being read, or the row of keys of its part."""
        if read_key_row(fold(token.text)):
            self.key.take_row(self.document, self.part, token)
        elif self.draft is None:
            self._remark(token, f"答案前面没有题目：{show(token.raw, 30)}", code="W-LINE", left_out=True)
        else:
            words = Words()
            words.add(token.text, token.place)
            self.draft.answers.append(words)
            self.open = None if is_key(token.text) else words

    def labelled(self, token: Token) -> None:
        """Add 解析, 难度, 章节, 题型 or a note."""
        if self.draft is None:
            self._remark(token, f"前面没有题目：{show(token.raw, 30)}", code="W-LINE", left_out=True)
        elif token.kind in ("rationale", "note"):
            self.open = self.draft.rationale if token.kind == "rationale" else self.draft.note
            self.open.add(token.text, token.place)
        else:
            self.open = None
            self._set(self.draft, token)

    def _set(self, draft: Draft, token: Token) -> None:
        if token.kind == "difficulty":
            draft.difficulty = token.text
        elif token.kind == "section":
            draft.section = token.text
        else:
            draft.kind = KINDS.get(fold(token.text).strip(" .。"), "unsupported")

    def keys(self, token: Token) -> None:
        """Hand a row of keys that stands among the questions to the answer key."""
        self.key.take_row(self.document, self.part, token)
        self.draft, self.open = None, None


HANDLERS: dict[str, Callable[[Questions, Token], None]] = {
    "heading": Questions.heading,
    "chapter": Questions.chapter,
    "keys": Questions.keys,
    "grid": Questions.text,
    "number": Questions.number,
    "option": Questions.option,
    "text": Questions.text,
    "answer": Questions.answer,
    "rationale": Questions.labelled,
    "difficulty": Questions.labelled,
    "section": Questions.labelled,
    "kind": Questions.labelled,
    "note": Questions.labelled,
}
"""Kind of token -> what is done with it."""
