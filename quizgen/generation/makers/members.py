"""Members of lists: wordings that could be taken for one and are none (RULES.md section 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from quizgen.distractors import Inventory, propose_clauses, propose_terms, refuted
from quizgen.distractors.likeness import shape
from quizgen.model.finding import ListFinding, Slot
from quizgen.text.words import tag

ONE_WORD = 2  # characters


def foreign_members(
    finding: ListFinding,
    keys: Sequence[Slot],
    inventory: Inventory,
    random: Random,
    *,
    count: int = 1,
    own: bool = False,
) -> tuple[str, ...]:
    """Return wordings of the members' frame that stand in no list which shares a member with this one.

    Fewer than ``count`` where there are no more. Those of the lexicon's series come first: they fit wherever the
    members do. ``own``: the booklet's own wordings alone.
    """
    members = {m.text for m in finding.members}
    kin = frozenset().union(*(texts for texts in inventory.lists if members & texts))
    found: list[str] = []
    for key in sorted(keys, key=lambda k: k.start):
        kindred = [] if own else _kindred(finding, inventory, random)
        for wording in (*kindred, *_booklets(key, finding, keys, inventory, random)):
            fits = wording not in kin and not _overlaps(wording, found)
            if fits and refuted(wording, key.text, finding.statement, finding.start, finding.end, inventory):
                found.append(wording)
            if len(found) == count:
                return tuple(found)
    return tuple(found)


def _kindred(finding: ListFinding, inventory: Inventory, random: Random) -> list[str]:
    """Return words of the members' series that share no character with one but the ending; an open list may go on."""
    members = [m.text for m in finding.members]
    words = [] if finding.open else inventory.kindred(members)
    random.shuffle(words)
    told = "".join(member[:2] for member in members)
    apart: list[str] = []
    for word in words:
        if not set(word[:2]) & set(told + "".join(other[:2] for other in apart)):
            apart.append(word)
    return apart


def _booklets(
    key: Slot, finding: ListFinding, keys: Sequence[Slot], inventory: Inventory, random: Random
) -> Iterator[str]:
    """Yield the booklet's own wordings that could be taken for a member, the likest the key first."""
    propose = propose_clauses if key.cls == "clause" else propose_terms
    for wording in propose(key.text, key, finding, inventory, random):
        if (key.cls == "clause" or inventory.is_term(wording)) and _matches(wording, finding, keys):
            yield wording


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
