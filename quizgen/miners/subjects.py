"""Subjects: who does what a later clause of a sentence says."""

from __future__ import annotations

import re

from quizgen.miners.edges import charges
from quizgen.miners.statements import Statement
from quizgen.resources import read_words
from quizgen.text.words import tag

TOPICAL = re.compile(
    r"^只有[^，]{3,24}，才|^[^，；：]{4,24}(?:(?:要(?![义求素点领害])|必须|应当|需要)(?=[一-龥])|(?<!的)，(?:还|就|都)?(?:必须|要|应当|关键|根本|核心|重点|首先|离不开|需要|重在|贵在|归根到底)|(?:是|成为|有利于|意味着|需要|离不开|关系|事关)|(?<=[步骤办法标准程序])由)"
)
# 推进校园阅读，要……; 推进校园阅读是……
RULED = re.compile(
    r"^(?!确需|有|造成|情节|构成|逾期|拒不|但|需要)(?:[^，；：]{3,20}，)?[^，；：]{3,40}的(?:[一-龥]{2,8})?，?(?:[^，；]{2,16}，)?(?:应当|不得|必须|可以|有权|不能|由|依法|依照|按照|根据|给予|处以)"
)
# 取得借阅证的学生，应当……; 损坏图书的，应当……: whoever does it is the subject
DOINGS = frozenset({"推动", "坚持", "履行", "承担"})
ACTS = frozenset({"指导", "督促", "支持", "引导", "协调", "监督", "鼓励"})
CASES = frozenset({"为", "对", "在", "从", "与", "把"})
"""What leads to the case a law is for: 学校为履行职责收集信息，应当……"""
ADVERBIAL = re.compile(
    r"^(?:从[^，]{2,20}(?:看|说|讲|出发)$|截至|截止|自|到|在|为了|为|对|对于|根据|按照|依照|通过|利用|借助|依托|随着|面对|围绕|针对|经|当|(?:19|20)\d\d年)"
)
# 截至2023年底
TIMED = re.compile(r"^(?:截至|截止|到|自)?(?:19|20)\d\d年[^，]{0,8}$")
# 截至2023年底
ALSO = ("并", "也", "还", "又", "可能", "使", "让")
VERBS = frozenset(read_words("verbs"))
LONGEST_RULER = 14  # characters of a subject put before a later clause


def noun_phrase(statement: Statement, start: int, end: int) -> bool:
    """Return whether text[start:end] is a whole noun phrase: it ends with a word, and no verb or adverb is in it."""
    placed = zip(statement.classes, statement.words, strict=True)
    inside = [word for (low, stop, _), word in placed if start <= low and stop <= end]
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
    return statement.text[:length] if noun_phrase(statement, 0, length) else None


def ruled(text: str) -> bool:
    """Return whether a law's text tells whom or what it is for, even if with a verb: 取得借阅证，应当登记."""
    return bool(RULED.match(text) or TOPICAL.match(text)) and not text.startswith("被")


def acts_only(subject: str, verb: str, *, law: bool) -> bool:
    """Return whether what looks like a subject is an act: 指导（推动学校办馆）, 尝试（对……）; in a law 制作、传播."""
    doing = all(word.tag[0] in "vx" for word in tag(subject))
    return (verb in DOINGS and subject in ACTS) or ((law or verb in CASES) and doing)


def adverbial(statement: Statement, begin: int) -> bool:
    """Return whether a clause only says when or for what: the next one has the subject."""
    clause = statement.clauses[begin]
    return bool(ADVERBIAL.match(statement.text[clause.start : clause.end]))


def timed(statement: Statement, begin: int) -> bool:
    """Return whether a clause only says when, and another follows: 截至2023年底，（图书馆藏书累计……）."""
    clause = statement.clauses[begin]
    return begin + 1 < len(statement.clauses) and bool(TIMED.match(statement.text[clause.start : clause.end]))
