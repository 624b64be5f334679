"""Members of lists: wordings that could be taken for one and are none (RULES.md section 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from quizgen.distractors import Inventory, propose_clauses, propose_terms, refuted
from quizgen.distractors.likeness import shape
from quizgen.model.finding import ListFinding, Slot
from quizgen.text.words import tag

ONE_WORD = 2  # characters


def foreign_member(finding: ListFinding, keys: Sequence[Slot], inventory: Inventory, random: Random) -> str | None:
    """Return a wording of the members' frame that stands in no list which shares a member with this one."""
    own = {m.text for m in finding.members}
    related = [texts for texts in inventory.lists if own & texts]
    kin = frozenset().union(*related)
    for key in sorted(keys, key=lambda k: k.start):
        propose = propose_clauses if key.cls == "clause" else propose_terms
        for wording in propose(key.text, key, finding, inventory, random):
            known = key.cls == "clause" or inventory.is_term(wording)
            fits = known and wording not in kin and _matches(wording, finding, keys)
            if fits and refuted(wording, key.text, finding.statement, finding.start, finding.end, inventory):
                return wording
    return None


def is_closed(finding: ListFinding) -> bool:
    """Return whether a list surely holds all there is: three or more, or somebody's two of one length and ending."""
    texts = [member.text for member in finding.members]
    twins = len({len(text) for text in texts}) == 1 and len({text[-1] for text in texts}) == 1
    return len(texts) > 2 or (bool(finding.spoken) and twins)


def _matches(wording: str, finding: ListFinding, keys: Sequence[Slot]) -> bool:
    """Return whether a wording could be taken for a member: of their frame and length, and no part of one."""
    members = [m.text for m in finding.members]
    lengths = [len(wording), *(len(k.text) for k in keys)]
    if abs(lengths[0] - max(lengths[1:])) > 2 or max(lengths) > 2 * min(lengths) or _overlaps(wording, members):
        return False
    if keys[0].cls == "clause":
        return True
    if len({len(m) for m in members}) == 1 and lengths[0] != len(members[0]):
        return False
    return _of_their_frame(wording, members, keys)


def _of_their_frame(wording: str, members: Sequence[str], keys: Sequence[Slot]) -> bool:
    """Return whether a wording begins and ends as more than half of the members do; False where they share nothing.

    What sets it apart is a word at most (传播力、引导力, 竞争力), built as theirs: more of it would tell its own field.
    """
    if _built(wording) not in {_built(member) for member in members}:
        return False
    for size in (2, 1):
        ends = (
            (wording[-size:], Counter(member[-size:] for member in members)),
            (wording[:size], Counter(member[:size] for member in members)),
        )
        shared = [counts[text] for text, counts in ends if 2 * max(counts.values()) > len(members)]
        if shared:
            apart = [len(wording) - size, min(len(key.text) for key in keys) - size]
            return max(apart) <= ONE_WORD and all(2 * count > len(members) for count in shared)
    return False


def _built(phrase: str) -> tuple[str, bool]:
    """Return the word classes of a phrase, and whether it begins with what is done (宣传群众)."""
    return shape(phrase)[2], tag(phrase)[0].tag.startswith("v")


def _overlaps(wording: str, others: Sequence[str]) -> bool:
    """Return whether a wording is part of one of the others, or one of them part of it."""
    return any(wording in other or other in wording for other in others)
