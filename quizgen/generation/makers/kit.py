"""The kit: what every maker needs besides a finding and a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.distractors import Inventory
from quizgen.generation.identity import core, facts, item_id
from quizgen.items import AnyItem
from quizgen.model.finding import Finding
from quizgen.model.template import ItemTemplate

KEYS = 3  # of the four options of a 多选; of a list of two both, beside two that the lexicon lists with them
Made = AnyItem | str | None
"""An item, why there is none ("CODE 说明", RULES.md section 12), or None where the template has nothing to ask."""


@dataclass(frozen=True)
class Kit:
    """What a booklet's findings share: its inventory of wordings and the names of its facts."""

    inventory: Inventory
    fact_names: dict[str, str]  # core -> name

    @classmethod
    def of(cls, findings: Sequence[Finding], inventory: Inventory) -> Kit:
        """Return the kit of one booklet's findings."""
        return cls(inventory, dict(zip(map(core, findings), facts(findings), strict=True)))

    def fields(self, finding: Finding, template: ItemTemplate, asked: str) -> dict[str, Any]:
        """Return the fields every kind of item has; ``asked``: the words taken out, part of the item's id."""
        return {
            "id": item_id(template.kind, template.id, finding.provenance[0].quote, asked),
            "theme": finding.where.theme,
            "section": finding.where.section,
            "terms": finding.where.terms,
            "fact": finding.kind,
            "asks": self.fact_names[core(finding)],
            "difficulty": template.difficulty,
            "salience": finding.salience,
            "template": template.id,
            "provenance": finding.provenance,
        }
