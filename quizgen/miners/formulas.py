"""Formulas (F12): official wordings a lexicon knows, wherever they stand in a clause (提法, RULES.md section 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import slot_finding
from quizgen.miners.phrases import whole
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding
from quizgen.resources import read_words
from quizgen.text.clauses import Clause

FORMULA = re.compile("|".join(sorted(map(re.escape, read_words("formulas")), key=len, reverse=True)))
# 立德树人
PART_OF_NAME = re.compile(
    r"思想|理论|主义|新时代|领导小组|委员会|法(?![治律])|部(?!署|分)|司|局|网|报|会议|大会|讲话|办公室|专题|主题|方式"
)
# 社会主义市场经济(理论): half of a longer name
LEADS_NAME = re.compile(r"(?:思想|主义|新时代|特色|[《])$")
# 特色(社会主义)
FOR_ALL = re.compile(r"(?:为|谱写|书写|开创|开启)[^，；]{0,14}$")
# 为(教育强国)建设作出贡献: or for anything else
CONTRIBUTES = re.compile(r"[^，；]{0,8}(?:作出|做出|提供|注入|奠定|贡献|凝聚|篇章|华章|局面|征程)")
# 作出贡献
LEAST = 0.5
IN_PASSING = 0.25
CONTEXT = 12  # characters beside the slot: 实现____ could be any


def mine_formulas(statement: Statement) -> Iterator[SlotFinding]:
    """Yield each official wording somebody named uses, whole in its clause and no part of a name."""
    for clause in statement.clauses if statement.anchor else ():
        for match in FORMULA.finditer(statement.text, clause.start, clause.end):
            if _stands_alone(statement, clause, match):
                slots = [("formula", *match.span(), "formula")]
                finding = slot_finding("slogan", "formula", statement, slots, context=CONTEXT)
                if finding is not None:
                    yield finding.model_copy(update={"salience": _lessened(finding.salience)})


def _lessened(salience: float) -> float:
    """Return what a formula is worth: less than what its clause itself says, so that it comes behind that."""
    return round(max(min(LEAST, salience), salience - IN_PASSING), 2)


def _stands_alone(statement: Statement, clause: Clause, match: re.Match[str]) -> bool:
    """Return whether a wording is made of whole words and is neither part of a title nor of another name."""
    before = statement.text[clause.start : match.start()]
    return (
        whole(statement, *match.span())
        and before.count("《") == before.count("》")
        and not LEADS_NAME.search(before)
        and not PART_OF_NAME.match(statement.text, match.end())
        and not (FOR_ALL.search(before) and CONTRIBUTES.match(statement.text, match.end()))
    )
