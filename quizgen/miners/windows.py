"""Windows: the shortest run of a statement that still says who and what around a slot (RULES.md section 4).

A window begins at a clause that can stand alone. A clause without a subject gets the subject of its own sentence put
before it, an exhortation its modal verb; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.miners.speakers import ANAPHOR, IMPERATIVE
from quizgen.miners.statements import Statement
from quizgen.model.document import Provenance
from quizgen.text.clauses import balanced

LONGEST = 60
TARGET = 42  # a window grows to the left while it stays within this (RULES.md section 1, gate 7)
SHORTEST = 8
MODAL = re.compile(r"^(?P<modal>要|必须|应当|应|需要)")
# 要坚持
PREDICATE = re.compile(
    r"^(?P<subject>[^，。；：]{2,18}?)(?:不仅|不但|既是|既|就是|也是|都是|是|能够|能|已经|已|正在|正|成为|具有|旨在|包括|将|愿|要|必须|应当|应|可以|可|不得|"
    r"由|以|把|对|为|在|从|与|享有|负责|主管|代表|依法|建成|推动|坚持|履行|承担)"
)
# 教师是
DEICTIC = re.compile(
    r"(?:^|[，；：])(?:这|该|此|其(?!中)|那)|(?<![一-龥])这|本次|此次|这次|本届|上述|以上所|下列|如下|下面|前述|前款|本款|前条|本条|前项|本文|笔者|我校|他看来|她看来|我们|你们|我(?![国党军])|咱|您"
)
# 这一
TOPICAL = re.compile(
    r"^[^，；：]{4,24}(?:，(?:还|就|都)?(?:必须|要|应当|关键|根本|核心|重点|首先|离不开|需要|重在|贵在|归根到底)|(?:是|成为|有利于|意味着|需要|离不开|关系|事关))"
)
# 推进校园阅读，要……; 推进校园阅读是……
RELATIVE = re.compile(
    r"今年|去年|明年|前年|今天|昨天|明天|日前|近日|前不久|不久前|目前|截至目前|近年来|本月|上月|这些年|最近|刚才|彼时|当年|同年|次年|即将|如今|今日"
)
# 今年


@dataclass(frozen=True)
class Window:
    """A run of a statement: ``text`` = ``prefix`` + statement.text[start:end]."""

    statement: Statement
    prefix: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the self-contained text."""
        return self.prefix + self.statement.text[self.start : self.end]

    def at(self, offset: int) -> int:
        """Return where an offset of the statement stands in ``text``."""
        return len(self.prefix) + offset - self.start

    @property
    def verbless(self) -> bool:
        """Return whether the window is only a noun phrase, the subject of a clause to come."""
        position = 0
        for word in self.statement.words:
            if self.start <= position < self.end and ((word.tag[0] == "v" and word.tag != "vn") or word.text == "为"):
                return False
            position += len(word.text)
        return True

    def provenance(self) -> tuple[Provenance, ...]:
        """Return the evidence of the window."""
        return self.statement.provenance(self.start, self.end)


def window(
    statement: Statement, start: int, end: int, *, asked: tuple[int, int] | None = None, context: int = 6
) -> Window | None:
    """Return the best window around statement.text[start:end], None when no run of it can stand alone.

    It grows to the left while it stays within the target length. ``asked``: what will be taken out of it (the range);
    ``context``: characters it must hold beside that.
    """
    clauses = statement.clauses
    first = next((i for i, c in enumerate(clauses) if c.start <= start < c.end), None)
    last = next((i for i, c in enumerate(clauses) if c.start < end <= c.end), None)
    if first is None or last is None:
        return None
    gap = statement.text[slice(*(asked or (start, end)))]
    room = len(gap) - len(statement.anchor)  # what is asked does not stand in the stem, what is said before it does
    shortest: Window | None = None
    for begin in range(first, -1, -1):
        if "；" in statement.text[clauses[begin].start : clauses[last].end]:
            break
        made = _with_verb(statement, begin, last)
        if made is None or made.text.count(gap) != 1 or not standing(made.text):
            continue
        if len(made.text) - len(gap) < context:
            continue
        if len(made.text) - room > (LONGEST if shortest is None else TARGET):
            break
        shortest = made
    return shortest


def _with_verb(statement: Statement, begin: int, last: int) -> Window | None:
    """Return the window from clause ``begin`` to ``last``, or one further where that has no verb yet."""
    made = _made(statement, begin, last)
    if made is not None and made.verbless and last + 1 < len(statement.clauses):
        return _made(statement, begin, last + 1)
    return None if made is None or made.verbless else made


def _made(statement: Statement, begin: int, last: int) -> Window | None:
    clauses = statement.clauses
    start, end = clauses[begin].start, clauses[last].end
    text = statement.text[start:end]
    if any(clauses[i].joint in "：:" for i in range(begin)) and not IMPERATIVE.match(text):
        return None
    prefix = _prefix(statement, text) if begin else ""
    if prefix is None or _headless(prefix + text, statement):
        return None
    return Window(statement, prefix, start, end)


def _prefix(statement: Statement, text: str) -> str | None:
    """Return what must stand before a later clause: a modal, the sentence's subject, nothing; None when not known."""
    modal = MODAL.match(statement.text)
    if modal or IMPERATIVE.match(statement.text):
        if MODAL.match(text) or not IMPERATIVE.match(text):
            return "" if MODAL.match(text) or _own_subject(statement, text) else None
        return modal.group("modal") if modal else ""
    if _own_subject(statement, text):
        return ""
    match = PREDICATE.match(statement.text)
    if match is None or ANAPHOR.match(match.group("subject")) or not _noun_ends(statement, match.end("subject")):
        return None
    crossed = statement.text[: statement.text.find(text)]
    return None if "；" in crossed or not _noun_phrase(statement, match.end("subject")) else match.group("subject")


def _noun_phrase(statement: Statement, end: int) -> bool:
    """Return whether text[:end] is a noun phrase: no verb, no preposition or adverb at its head."""
    inside = [
        (start, word) for (start, stop, _), word in zip(statement.classes, statement.words, strict=True) if stop <= end
    ]
    if not inside or (inside[0][1].tag[0] in "vpdcru" and inside[0][1].tag != "vn"):
        return False
    return all(word.tag[0] != "v" or word.tag == "vn" for _, word in inside)


def _noun_ends(statement: Statement, offset: int) -> bool:
    """Return whether a noun ends at an offset of the statement."""
    position = 0
    for word in statement.words:
        position += len(word.text)
        if position == offset:
            return word.tag[0] in "nljir" or word.tag in ("vn", "an", "eng") or word.text.endswith(("”", "》", "）"))
    return False


def _own_subject(statement: Statement, text: str) -> bool:
    """Return whether a clause begins with a noun that its verb follows."""
    match = PREDICATE.match(text)
    if not match or IMPERATIVE.match(text):
        return False
    position = 0
    at = statement.text.find(text)
    for word in statement.words:
        if position == at:
            return word.tag[0] in "najlrzemt" or word.tag == "vn"
        position += len(word.text)
    return False


def _headless(text: str, statement: Statement) -> bool:
    """Return whether a text has nobody to do what it says: an exhortation nobody is named for, a bare predicate."""
    if text.startswith(("是", "也", "又", "还", "都", "而", "并", "的", "等", "和", "与", "及", "则", "就")):
        return True
    return bool(IMPERATIVE.match(text)) and not statement.anchor and not TOPICAL.match(text)


def standing(text: str) -> bool:
    """Return whether a text can stand on a paper alone: no pronoun, no relative date, marks in pairs."""
    if len(text) < SHORTEST or DEICTIC.search(text) or RELATIVE.search(text) or ANAPHOR.match(text):
        return False
    return (
        balanced(text)
        and not text.endswith(("的", "时", "后", "中", "上"))
        and "……" not in text
        and "？" not in text
        and "！" not in text
    )
