"""Frames: what stands beside a slot in its clause, and what else the booklet puts there."""

from __future__ import annotations

import re

from quizgen.distractors import CLAUSE_MARK, Inventory
from quizgen.model.finding import Slot, SlotFinding
from quizgen.text.words import tag

MARK = re.compile(r"[，；：、]")
# ，
FEWEST = 2  # characters of a frame that says in what place a word stands
TELLING = 4  # characters behind a slot that do so alone: 为核心标志
LONGEST = 12  # characters of a filler


def frame_of(finding: SlotFinding, slot: Slot) -> tuple[str, str]:
    """Return what stands beside a slot in its clause."""
    before, behind = finding.statement[: slot.start], finding.statement[slot.end :]
    return CLAUSE_MARK.split(before)[-1], CLAUSE_MARK.split(behind)[0]


def fillers_of(left: str, right: str, inventory: Inventory) -> set[str]:
    """Return the words that stand in a frame anywhere in the booklet."""
    sentences = (inventory.sentences[place] for place in inventory.places_of(right or left))
    if right:
        found = {sentence.partition(right)[0].rpartition(left)[2] for sentence in sentences}
    else:
        found = {CLAUSE_MARK.split(sentence.partition(left)[2])[0] for sentence in sentences}
    return {filler for filler in found if 2 <= len(filler) <= LONGEST and not MARK.search(filler)}


def wordings_of(finding: SlotFinding, slot: Slot, inventory: Inventory) -> tuple[str, ...]:
    """Return the key and what the booklet says in its place in fuller or fewer words: 阅读(大幅)提升 (RULES.md K7)."""
    left, right = frame_of(finding, slot)
    left = left[-1:] if len(right) >= TELLING else left
    others = fillers_of(left, right, inventory) if len(left + right) > FEWEST else set()
    alike = (text for text in others if text != slot.text and (_within(text, slot.text) or _within(slot.text, text)))
    return (slot.text, *sorted(alike))


def is_manner(key: str) -> bool:
    """Return whether a key only says how something is done: 广泛深入应用, not 全面发展."""
    first, *rest = tag(key)
    return len(rest) > 1 and first.tag[0] in "ad" and all(word.tag.startswith("v") for word in rest)


def _within(short: str, long: str) -> bool:
    """Return whether a text is another without some of its characters, its last among the rest."""
    rest = iter(long)
    return short[-1] == long[-1] and all(char in rest for char in short)
