"""Findings x templates to candidate items; item ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.distractors import Inventory
from quizgen.generation.difficulty import rate
from quizgen.generation.identity import core_clause
from quizgen.generation.makers import MAKERS, Kit
from quizgen.generation.stems import fits
from quizgen.items import AnyItem
from quizgen.model.base import Record
from quizgen.model.finding import Finding
from quizgen.model.template import ItemTemplate

NUMERIC = frozenset({"number", "date"})


class Candidate(Record):
    """An item and the finding it was made from; the checks decide whether it is fit."""

    item: AnyItem
    finding: Finding
    priority: int  # of its template
    numeric: bool = False  # its key is a figure or a date


class Rejection(Record):
    """Why a candidate came to nothing."""

    code: str
    message: str
    template: str
    quote: str


def generate(
    findings: Sequence[Finding], templates: Sequence[ItemTemplate], inventory: Inventory
) -> Iterator[Candidate | Rejection]:
    """Yield the candidates of every finding by every template that fits it, and the reasons of those not made."""
    kit = Kit.of(findings, inventory)
    for finding in findings:
        for template in templates:
            if template.enabled and fits(template, finding):
                made = MAKERS[template.kind](finding, template, kit)
                if isinstance(made, str):
                    code, _, message = made.partition(" ")
                    yield Rejection(code=code, message=message, template=template.id, quote=finding.provenance[0].quote)
                elif made is not None:
                    repeated = inventory.count(core_clause(finding)) > 1
                    rated = made.model_copy(update={"difficulty": rate(made, template.difficulty, repeated)})
                    yield Candidate(
                        item=rated, finding=finding, priority=template.priority, numeric=finding.kind in NUMERIC
                    )
