"""Modals: whether a clause calls for something, and what a later one takes over from it (RULES.md section 4)."""

from __future__ import annotations

import re

from quizgen.miners.statements import Statement
from quizgen.text.words import tag

MODAL = re.compile(r"^(?P<modal>将(?=[^，]{0,4}(?:推|建|加|构|实|深|强|完|开|成|着|聚|积|持|全))|要|必须|应当|应|需要)")
# 要坚持
MODALS = frozenset({"将", "要", "必须", "应当", "应", "需要"})
PREDICATE = re.compile(
    r"^(?P<subject>[^，。；：]{2,18}?)(?P<verb>不仅|不但|既是|既|就是|也是|都是|是|能够|能|已经|已|正在|正|成为|具有|旨在|包括|将|愿|要|必须|应当|(?<!相)应|可以|可|不得|"
    r"由|以(?!及)|把|对|为|在|从|与|(?:累计|突破|超过|达到?)(?=[^，]{0,8}\d)|享有|负责|主管|代表|依法|建成|推动|坚持|履行|承担|作出|着力|积极|大力|持续|不断|努力|立足|呈现|体现|意味着|标志着|有利于|离不开|需要)"
)
# 教师是
WISH = re.compile(r"(?P<modal>愿|将|要|必须|应当|应|可以)$")
# 清河市愿
CALLED_FOR = re.compile(r"要(?![义求素点领害])|必须|应当")
# 要推进校园阅读


def calls_between(statement: Statement, head: int, begin: int, *, wished: bool) -> bool:
    """Return whether another call stands between a subject and a later clause: X是基础，要……，（为……提供支撑）.

    ``wished``: the subject is called on itself; then only a call on somebody else: 学校要开馆，教师要荐书，（培养……）.
    """
    for clause in statement.clauses[head + 1 : begin]:
        match = PREDICATE.match(statement.text[clause.start :])
        if match and WISH.search(match.group()) and tag(match.group("subject"))[-1].tag[0] == "n":
            return True
        if not wished and CALLED_FOR.match(statement.text, clause.start):
            return True
    return False


def modal_between(statement: Statement, begin: int, head: str) -> str:
    """Return the modal of the clauses before a later one, "" when there is none: 清河市将建馆，（将）培训教师."""
    between = (MODAL.match(statement.text[clause.start : clause.end]) for clause in statement.clauses[1:begin])
    modals = [match.group("modal") for match in (WISH.search(head), *between) if match]
    return modals[-1] if modals else ""
