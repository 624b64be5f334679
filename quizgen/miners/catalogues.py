"""Catalogues (F4): what a lead names – principles, tasks, aims – listed behind its colon in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.outlines import HEADING, NUMERALS, is_sound, outline
from quizgen.miners.standing import standing
from quizgen.miners.statements import Statement
from quizgen.model.finding import Limb, OutlineFinding
from quizgen.text.clauses import split

LEAD = re.compile(rf"^(?P<lead>[^，。；：]{{4,44}}?{HEADING.pattern[:-1]})(?:主要)?(?:是|包括|有|为)?：(?P<body>[^：]+)$")
# 推进校园阅读的三项原则：学生为本、全科融入、家校共育
COUNT = re.compile(r"(?P<number>[二两三四五六七八九十])(?:大|项|个|条|点)")
# 三项
OPEN = re.compile(r"等$|等(?:方面|内容|原则)?$")
# 家校共育等
FEWEST, MOST = 3, 8
LONGEST = 30  # characters of a point


def mine_catalogues(statement: Statement) -> Iterator[OutlineFinding]:
    """Yield the question a lead answers in its own sentence, each part of the list a point."""
    match = LEAD.match(statement.text)
    if match is None or OPEN.search(match.group("body")) or not _is_owned(statement, match.group("lead")):
        return
    points = _parts(match.group("body"))
    count = COUNT.search(match.group("lead"))
    wanted = (NUMERALS.find(count.group("number")) + 1 or 2) if count else len(points)
    if not FEWEST <= len(points) <= MOST or len(points) != wanted or max(map(len, points)) > LONGEST:
        return
    limbs = [Limb(text=point) for point in points]
    if is_sound(limbs, None):
        evidence = statement.provenance(0, len(statement.text))
        yield outline(statement, f"{statement.anchor}{match.group('lead')}有哪些", limbs, evidence)


def _is_owned(statement: Statement, lead: str) -> bool:
    """Return whether a lead says whose principles or aims it names."""
    return bool(statement.anchor) or ("的" in lead and standing(lead))


def _parts(body: str) -> list[str]:
    """Return the parts of a list: set apart by ；, clauses that begin alike, or members joined by 、."""
    by_semicolon = [body[c.start : c.end] for c in split(body, "；")]
    if len(by_semicolon) >= FEWEST:
        return by_semicolon
    clauses = [body[c.start : c.end] for c in split(body, "，；")]
    if len(clauses) >= FEWEST:
        return clauses if len({clause[:2] for clause in clauses}) == 1 else []
    return [body[c.start : c.end] for c in split(body, "、")] if len(clauses) == 1 else []
