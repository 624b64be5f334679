"""Salience: what an examiner would ask, 0–1, from evidence added up in one table (RULES.md section 3)."""

from __future__ import annotations

import re

from quizgen.miners.statements import Statement
from quizgen.miners.windows import Window

CUES = (
    # what it is                                weight  pattern
    (
        "official formulation",
        0.12,
        re.compile(r"高质量|现代化|战略|体系|机制|改革|创新|规划|纲要|方针|原则|理念|思想|核心|根本|关键|基础|保障"),
        # 高质量的阅读机制
    ),
    (
        "campus scenery",
        -0.30,
        re.compile(
            r"大学|学院|(?<!程)中学|(?<!中)小学|专业(?![化性人技])|课程平台|同学|学员|实训|实验室|食堂|宿舍|校区|教室|记者|受访"
        ),
        # 清河一中的食堂
    ),
    ("first person", -0.40, re.compile(r"我们|我(?![国党军省市县区校])|咱")),
    # 我在图书馆
    ("loose quotation", -0.12, re.compile(r"“[^”]{12,}”")),
    # “孩子们放学以后都愿意留下来读书”
    (
        "praise of a speech",
        -0.40,
        re.compile(r"(?:讲话|论述|指示)[^，]{0,4}(?:高屋建瓴|思想深邃|内涵丰富|温暖人心)|思想和行动统一到|奔走相告"),
        # 讲话高屋建瓴
    ),
    ("trouble", -0.30, re.compile(r"难题|困难|短板|薄弱|不足(?!以)|突出问题")),
    # 藏书不足等难题
    ("attendance", -0.40, re.compile(r"出席|主持(?:会议|开幕|仪式)|参加(?:会议|大会|活动)|同志|陪同|致辞$|发言")),
    # 出席开幕式
    (
        "figure of speech",
        -0.30,
        re.compile(r"仿佛|好比|犹如|如同|就像|希望之门|星辰大海|眷顾|千里马|及时雨|翅膀|春风|画卷|乐章"),
        # 阅读仿佛翅膀
    ),
)
CLAUSE = re.compile(r"[，；：]")
# ，
KIND_BONUS = {
    "definition": 0.30,
    "attribute": 0.25,
    "position": 0.28,
    "list": 0.22,
    "outline": 0.30,
    "change": 0.18,
    "condition": 0.02,
    "purpose": 0.10,
    "slogan": 0.15,
    "first": 0.15,
    "document": 0.15,
    "meeting": 0.12,
    "date": 0.05,
    "place": 0.08,
    "organ": 0.08,
    "number": 0.15,
    "person": 0.0,
}
SPOKEN_BONUS = {"law": 0.15, "document": 0.15, "meeting": 0.12, "person": 0.08, "unnamed": 0.0, "": 0.0}


def salience(kind: str, window: Window) -> float:
    """Return how much a window is worth asking, 0–1, to two decimals."""
    statement, text = window.statement, window.text
    score = 0.35 + KIND_BONUS[kind] + SPOKEN_BONUS.get(statement.spoken, 0.0)
    law = statement.spoken == "law"  # whatever a law speaks of, it rules
    score += sum(weight for _, weight, cue in CUES if not (law and weight < 0) and cue.search(text))
    score -= 0.06 * (not statement.spoken and kind in ("list", "purpose", "change"))
    score += 0.12 * _repeated(statement, text) + 0.05 * statement.lead
    score += 0.10 * any(term in text for term in statement.article.terms)
    return round(min(1.0, max(0.0, score)), 2)


def _repeated(statement: Statement, text: str) -> bool:
    """Return whether a clause of the text stands in another place of the booklet too: an official wording."""
    clauses = [c for c in CLAUSE.split(text) if len(c) >= 8]
    return any(statement.booklet.text.count(clause) > 1 for clause in clauses)
