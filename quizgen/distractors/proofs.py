"""Proofs of falsity: no sentence of the booklet becomes true with the wording in the key's place."""

from __future__ import annotations

from quizgen.distractors.inventory import CLAUSE_MARK, Inventory
from quizgen.text.words import tag

WORD = 2  # characters


def refuted(wording: str, key: str, statement: str, start: int, end: int, inventory: Inventory) -> bool:
    """Return whether the booklet nowhere makes the statement true with ``wording`` in place of statement[start:end]."""
    if not wording or wording in key or key in wording or wording in statement:
        return False
    left, right = statement[:start], statement[end:]
    frame = CLAUSE_MARK.split(left)[-1][-8:]
    clause = CLAUSE_MARK.split(left)[-1] + CLAUSE_MARK.split(right)[0]
    if inventory.follows(frame, wording) and len(frame) >= 3:
        return False
    if left and inventory.count(left[-WORD:] + wording) and tag(left[-WORD:])[0].tag.startswith("n"):
        return False  # 国际竞争力: a name of its own
    if inventory.shares(wording, clause) or inventory.shares(wording, left + right):
        return False
    if not right and wording in inventory.acts:  # what a law lets another organ do
        return True
    return not (len(CLAUSE_MARK.split(left)[-1]) < 2 and _precedes(wording, right, inventory))


def _precedes(wording: str, right: str, inventory: Inventory) -> bool:
    """Return whether ``wording`` is said elsewhere of the same thing: same predicate behind it."""
    tail = CLAUSE_MARK.split(right)[0]
    core = tail[-6:]
    return any(core in inventory.sentences[index] for index in inventory.places_of(wording))
