"""Essays: terms to define and questions to answer in points (RULES.md sections 9 and 10)."""

from __future__ import annotations

from quizgen.generation.makers.kit import Kit, Made
from quizgen.generation.stems import fill
from quizgen.items.base import Point
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.term_definition import TermDefinition
from quizgen.model.finding import DefinitionFinding, Finding, OutlineFinding
from quizgen.model.template import ItemTemplate

HEAVIER = 2
"""How many times as long as the other of two points one is that weighs double: the core (RULES.md section 9)."""


def make_term_definition(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the term and the points of its definition; the genus weighs no less than a feature."""
    if not isinstance(finding, DefinitionFinding):
        return None
    if len(finding.points) < 2:
        return "T3 只有一个得分点"
    longest = max(map(len, finding.points))
    heavy = len(finding.points) == 2 and HEAVIER * min(map(len, finding.points)) <= longest
    points = tuple(Point(text=text, weight=2 if heavy and len(text) == longest else 1) for text in finding.points)
    stem = fill(template, {"term": finding.term})
    answer = "，".join(finding.points)
    return TermDefinition(stem=stem, answer=answer, points=points, **kit.fields(finding, template, finding.term))


def make_short_answer(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the outline's question and its limbs as points."""
    if not isinstance(finding, OutlineFinding):
        return None
    points = tuple(Point(text=limb.text, detail=limb.detail) for limb in finding.limbs)
    stem = fill(template, {"question": finding.question})
    return ShortAnswer(
        stem=stem, points=points, ordered=finding.ordered, **kit.fields(finding, template, finding.question)
    )
