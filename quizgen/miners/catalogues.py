"""Catalogues (F4): what a lead names – principles, tasks, aims – listed behind its colon in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.lists import mine_lists
from quizgen.miners.outlines import HEADING, NUMERALS, is_sound, outline
from quizgen.miners.standing import standing
from quizgen.miners.statements import Statement
from quizgen.model.finding import Limb, OutlineFinding
from quizgen.text.clauses import split
from quizgen.text.words import tag

LEAD = re.compile(
    rf"^(?P<lead>[^，。；：]{{4,44}}?{HEADING.pattern[:-1]})(?:主要)?(?:是|包括|有|为)?：(?P<body>[^：]+)$"
)
# 推进校园阅读的三项原则：学生为本、全科融入、家校共育
LISTS = re.compile(r"(?<=》)(提出|规定|明确)了")
# 《校园阅读行动方案》规定了三项原则: those 规定的 are asked for
COUNT = re.compile(r"(?P<number>[二两三四五六七八九十])(?:大|项|个|条|点)")
# 三项
TOTAL = re.compile(r"(?P<number>[2-9两三四五六七八九])(?P<rest>(?:大|个|项|种|类|条|方面)[^，；：、]{0,14}?)(?=，|$)")
# （学生为本、全科融入、家校共育）三项原则
OPEN = re.compile(r"等$|等(?:方面|内容|原则)?$")
# 家校共育等
FEWEST, MOST = 3, 8
LONGEST = 30  # characters of a point
LEAST = 15  # characters of the fewest points: less is a gap to fill, no answer to write


def mine_catalogues(statement: Statement) -> Iterator[OutlineFinding]:
    """Yield the question a lead answers in its own sentence, each part of the list a point."""
    match = LEAD.match(statement.text)
    if match is None or OPEN.search(match.group("body")) or not _is_owned(statement, match.group("lead")):
        return
    lead = LISTS.sub(r"\1的", match.group("lead"))
    points = _parts(match.group("body"))
    count = COUNT.search(lead)
    wanted = _number(count) if count else len(points)
    if not FEWEST <= len(points) <= MOST or len(points) != wanted or max(map(len, points)) > LONGEST:
        return
    limbs = [Limb(text=point) for point in points]
    if is_sound(limbs, None):
        evidence = statement.provenance(0, len(statement.text))
        yield outline(statement, f"{statement.anchor}{lead}有哪些", limbs, evidence)


def mine_totals(statement: Statement) -> Iterator[OutlineFinding]:
    """Yield the question a list answers whose number is told behind it: 立足哪三项原则."""
    for found in mine_lists(statement):
        total = TOTAL.match(found.statement, found.end)
        if total is None or found.rule != "enumeration" or _number(total) != len(found.members):
            continue
        if len(found.members) == FEWEST and sum(len(member.text) for member in found.members) < LEAST:
            continue
        limbs = [Limb(text=member.text) for member in found.members]
        head = found.anchor + found.statement[: found.start]
        asked = f"{head}哪{total.group()}"
        if not found.anchor and tag(head or "在")[0].tag.startswith(("v", "d", "p")):  # nobody does it
            continue
        if len(limbs) >= FEWEST and is_sound(limbs, None, shortest=2):
            yield outline(statement, asked, limbs, found.provenance)


def _number(match: re.Match[str]) -> int:
    """Return the number a match names in its group of that name."""
    text = match.group("number")
    return int(text) if text.isdigit() else NUMERALS.find(text) + 1 or 2


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
