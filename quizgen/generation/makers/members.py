"""Members of lists: wordings that could be taken for one and are none (RULES.md section 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from quizgen.distractors import Inventory, propose_clauses, propose_terms, refuted
from quizgen.model.finding import ListFinding, Slot


def foreign_members(
    finding: ListFinding, keys: Sequence[Slot], inventory: Inventory, random: Random, count: int
) -> tuple[str, ...] | None:
    """Return ``count`` wordings of the members' frame that stand in no list which shares a member with this one."""
    kin = {m.text for other in inventory.lists if _akin(other, finding) for m in other.members}
    chosen: list[str] = []
    for key in sorted(keys, key=lambda k: k.start):
        propose = propose_clauses if key.cls == "clause" else propose_terms
        for wording in propose(key.text, key, finding, inventory, random):
            if (
                wording in kin
                or not _matches(wording, finding, keys)
                or any(wording in c or c in wording for c in chosen)
            ):
                continue
            if refuted(wording, key.text, finding.statement, finding.start, finding.end, inventory):
                chosen.append(wording)
            if len(chosen) == count:
                return tuple(chosen)
    return None


def _matches(wording: str, finding: ListFinding, keys: Sequence[Slot]) -> bool:
    """Return whether a wording could be taken for a member: of their frame and length, and no part of one."""
    members = [m.text for m in finding.members]
    lengths = [len(wording), *(len(k.text) for k in keys)]
    if (
        abs(lengths[0] - max(lengths[1:])) > 2
        or max(lengths) > 2 * min(lengths)
        or any(wording in m or m in wording for m in members)
    ):
        return False
    if keys[0].cls == "clause":
        return True
    if len({len(m) for m in members}) == 1 and lengths[0] != len(members[0]):
        return False
    for size in (2, 1):
        tails, heads = Counter(m[-size:] for m in members), Counter(m[:size] for m in members)
        common = [(c, text) for c, text in ((tails, wording[-size:]), (heads, wording[:size])) if _frames(c, members)]
        if common:
            return all(2 * counts[text] > len(members) for counts, text in common)
    return False


def _frames(counts: Counter[str], members: Sequence[str]) -> bool:
    """Return whether more than half of the members begin, or end, alike."""
    return 2 * max(counts.values()) > len(members)


def _akin(other: ListFinding, finding: ListFinding) -> bool:
    own = {m.text for m in finding.members}
    return bool(own & {m.text for m in other.members})
