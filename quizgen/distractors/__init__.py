"""Distractors: where wrong wordings come from (RULES.md section 6) and the proof that they are wrong.

A strategy proposes wordings of the key's class; ``refuted`` keeps those that the booklet nowhere makes true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from quizgen.distractors.contrasts import find_contrast
from quizgen.distractors.figures import (
    propose_dates,
    propose_far_dates,
    propose_far_figures,
    propose_figures,
    propose_ordinals,
)
from quizgen.distractors.inventory import CLAUSE_MARK, NEGATIVE, QUALITY, Inventory
from quizgen.distractors.proofs import refuted
from quizgen.distractors.rows import is_parted, isolate, propose_rivals, propose_siblings, restate, siblings_of
from quizgen.distractors.terms import (
    propose_alternatives,
    propose_charged,
    propose_clauses,
    propose_counterparts,
    propose_definienda,
    propose_neighbours,
    propose_organs,
    propose_places,
    propose_series,
    propose_terms,
    propose_titles,
)
from quizgen.model.finding import Finding, Slot, SlotFinding

__all__ = [
    "CLAUSE_MARK",
    "NEGATIVE",
    "QUALITY",
    "STRATEGIES",
    "Inventory",
    "choose",
    "find_contrast",
    "isolate",
    "propose_clauses",
    "propose_terms",
    "refuted",
    "restate",
]

Strategy = Callable[[str, Slot, Finding, Inventory, Random], list[str]]
STRATEGIES: dict[str, Strategy] = {
    "siblings": propose_siblings,
    "rivals": propose_rivals,
    "series": propose_series,
    "neighbours": propose_neighbours,
    "definienda": propose_definienda,
    "figures": propose_figures,
    "far-figures": propose_far_figures,
    "dates": propose_dates,
    "far-dates": propose_far_dates,
    "ordinals": propose_ordinals,
    "places": propose_places,
    "organs": propose_organs,
    "alternatives": propose_alternatives,
    "counterparts": propose_counterparts,
    "charged": propose_charged,
    "titles": propose_titles,
}
EXACT = frozenset({"figures", "far-figures", "dates", "far-dates", "ordinals"})  # false by what they are
LISTED = frozenset({"alternatives"})  # a set of their own, alike but for what is asked


def choose(
    key: str,
    slot: Slot,
    finding: SlotFinding,
    strategies: Sequence[str],
    inventory: Inventory,
    random: Random,
    count: int = 3,
) -> tuple[tuple[str, ...], str] | None:
    """Return ``count`` safe wordings and the strategy they came from, None when no strategy yields that many."""
    echoes = _echoes(key, finding, slot)
    for name in strategies:
        chosen: list[str] = []
        numeric = name in EXACT
        for wording in STRATEGIES[name](key, slot, finding, inventory, random):
            fits = (
                numeric or name in LISTED or (_fits(wording, key, chosen) and all(echo in wording for echo in echoes))
            )
            if (
                fits
                and wording != key
                and wording not in chosen
                and _false(wording, key, slot, finding, inventory, numeric)
            ):
                chosen.append(wording)
            if len(chosen) == count:
                return tuple(chosen), name
    return None


def _echoes(key: str, finding: SlotFinding, slot: Slot) -> list[str]:
    """Return the pairs of characters of the key that the stem shows: options must not give the key away by them."""
    stem = finding.anchor + finding.statement[: slot.start] + "\n" + finding.statement[slot.end :]
    pairs = [key[i : i + 2] for i in range(len(key) - 1)]
    return [pair for pair in pairs if pair in stem and not pair.isdigit()]


def _false(wording: str, key: str, slot: Slot, finding: SlotFinding, inventory: Inventory, numeric: bool) -> bool:
    if numeric:
        context = finding.statement[: slot.start] + finding.statement[slot.end :]
        return not inventory.shares(wording, context)
    if wording in siblings_of(finding, slot, inventory):
        return is_parted(wording, finding, slot, inventory)
    return refuted(wording, key, finding.statement, slot.start, slot.end, inventory)


def _fits(wording: str, key: str, chosen: Sequence[str]) -> bool:
    """Return whether a wording makes a good fourth of a set: lengths alike, none inside or nearly another."""
    lengths = [len(key), len(wording), *(len(c) for c in chosen)]
    if max(lengths) > 4 and max(lengths) > 2 * min(lengths):
        return False
    return all(wording not in c and c not in wording and not _nearly(wording, c) for c in (*chosen, key))


def _nearly(one: str, two: str) -> bool:
    """Return whether two wordings differ only in how strongly they say the same."""
    common = len(set(one) & set(two))
    return common >= 0.75 * min(len(set(one)), len(set(two)))
