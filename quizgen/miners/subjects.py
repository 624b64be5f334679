"""Subjects: who does what a later clause of a sentence says."""

from __future__ import annotations

from quizgen.miners.edges import charges
from quizgen.miners.statements import Statement
from quizgen.resources import read_words

CASES = frozenset({"为", "对", "在", "从", "与", "把"})
"""What leads to the case a law is for: 学校为履行职责收集信息，应当……"""
ALSO = ("并", "也", "还", "又", "可能", "使", "让")
VERBS = frozenset(read_words("verbs"))
LONGEST_RULER = 14  # characters of a subject put before a later clause


def noun_phrase(statement: Statement, end: int) -> bool:
    """Return whether text[:end] is a whole noun phrase: it ends with a word, and no verb or adverb is in it."""
    inside = [word for (_, stop, _), word in zip(statement.classes, statement.words, strict=True) if stop <= end]
    if not inside or end not in statement.edges or (inside[0].tag[0] in "vpdcru" and inside[0].tag != "vn"):
        return False
    whole = (
        inside[-1].tag[0] in "nljiv" or inside[-1].tag in ("an", "eng") or inside[-1].text.endswith(("”", "》", "）"))
    )
    return whole and all(word.tag[0] not in "vd" or word.tag == "vn" for word in inside)


def ruler(statement: Statement, begin: int) -> str | None:
    """Return who does what a law's sentence says, the nouns before its first verb; None where they are not alone.

    What is due in a case (学校利用档案评选读者，应当……) is not due without it.
    """
    verb, length = "", 0
    for word in statement.words:
        if word.tag[0] not in "njcx":
            verb = word.text
            break
        length += len(word.text)
    later = statement.text[statement.clauses[begin].start :]
    if (
        verb not in VERBS - CASES
        or charges(statement.text)
        or later.startswith(ALSO)
        or not 2 <= length <= LONGEST_RULER
    ):
        return None
    return statement.text[:length] if noun_phrase(statement, length) else None
