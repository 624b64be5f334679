"""Members of lists: wordings that could be taken for one and are none (RULES.md section 7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from random import Random

from quizgen.distractors import QUALITY, Inventory, propose_clauses, propose_terms, refuted
from quizgen.distractors.likeness import shape
from quizgen.model.finding import ListFinding, Slot
from quizgen.text.words import tag

ONE_WORD = 2  # characters
RULED = re.compile(r"的[一-龥]{0,8}?(?:方针|原则|要求|机制|平台|格局|模式)")
# 统筹规划、分步实施（的工作机制）
DERIVED = ("化", "性", "型")  # endings under which what leads up to the first leads up to all: 产业智能化、绿色化
HANGING = ("以", "从", "在", "把", "将", "对", "由", "用", "向", "通过")
"""Words that call for more than a list behind them."""
TELLING = 2  # first characters of a member, which tell it from others
KNOWN = 2  # members that show how long the others are


def foreign_members(
    finding: ListFinding,
    keys: Sequence[Slot],
    inventory: Inventory,
    random: Random,
    *,
    count: int = 1,
    own: bool = False,
    listed: bool = False,
) -> tuple[str, ...]:
    """Return wordings of the members' frame that stand in no list which shares a member with this one.

    Fewer than ``count`` where there are no more. Those of the lexicon's series come first: they fit wherever the
    members do. ``own``: the booklet's own wordings alone; ``listed``: the lexicon's alone, as of qualities always.
    """
    members = {text for m in finding.members for text in (m.text, bare(m, finding).text)}
    kin = frozenset().union(*(texts for texts in inventory.lists if members & texts))
    tails = [m.text[-2:] for m in finding.members]
    seen = {m.text[-2:] for m in finding.members if m not in keys} if len(set(tails)) == len(tails) else set()
    found: list[str] = []
    for key in sorted(keys, key=lambda k: k.start):
        kindred = [] if own else _kindred(finding, inventory, random, count)
        named = listed or key.text.endswith(QUALITY)
        for wording in (*kindred, *(() if named else _booklets(key, finding, keys, inventory, random))):
            fits = wording not in kin and not _overlaps(wording, found) and _is_marked(wording, members)
            fits = fits and wording[-2:] not in seen  # (读写为要、)育人为要: it echoes what the stem shows
            if fits and refuted(wording, key.text, finding.statement, finding.start, finding.end, inventory):
                found.append(wording)
            if len(found) == count:
                return tuple(found)
    return tuple(found)


def _is_marked(wording: str, members: Collection[str]) -> bool:
    """Return whether a wording begins or ends as all members do, where all do: 补短板、锻长板, not 打基础.

    Of two common last characters it has both: 商业道德、职业道德, not 个人品德.
    """
    first, last, tail = ({text[place] for text in members} for place in (slice(1), slice(-1, None), slice(-2, None)))
    alike = len(first) > 1 or wording[0] in first, len(last) > 1 or wording[-1] in last
    return all(alike) and (len(tail) > 1 or wording[-2:] in tail) and _keeps_middle(wording, members)


def _keeps_middle(wording: str, members: Collection[str]) -> bool:
    """Return whether a wording has the character all members have in one place: 选得精当、读得精细, not 讲得生动."""
    columns = [set(column) for column in zip(*members, strict=False)]
    alike = len({len(text) for text in members}) == 1
    return not alike or all(len(column) > 1 or char in column for char, column in zip(wording, columns, strict=False))


def _kindred(finding: ListFinding, inventory: Inventory, random: Random, count: int) -> list[str]:
    """Return words of the members' series that share no character with one but those all share; an open list may go on.

    What leads up to the first or follows the last is no part of it.
    """
    members = [bare(m, finding).text for m in finding.members]
    before_noun = finding.end < len(finding.statement) and finding.statement[finding.end] not in "的，；、"
    kindred = [] if finding.open else inventory.kindred(members, framed=not before_noun)
    words = [] if finding.open else kindred or (_maxims(finding, members, inventory) if count == 1 else [])
    random.shuffle(words)
    common = set.intersection(*(set(text) for text in [*members, *words])) if words else set()
    apart: list[str] = []
    for word in words:
        told = set("".join(text[:TELLING] for text in [*members, *apart] if text))
        if not (set(word[:TELLING]) - common) & told:
            apart.append(word)
    return apart


def _maxims(finding: ListFinding, members: Sequence[str], inventory: Inventory) -> list[str]:
    """Return the lexicon's maxims where the members are such: four characters each, of a rule or a scheme."""
    ruled = RULED.match(finding.statement, finding.end) and {len(text) for text in members} == {len("统筹规划")}
    return [word for word in inventory.maxims if inventory.is_apart(word, members)] if ruled else []


def bare(member: Slot, finding: ListFinding) -> Slot:
    """Return the member without what leads up to it or follows it, where the others show its size.

    阅读个性化、多样化、终身化; 有目标、有步骤、有成效特点.
    """
    others = [m.text for m in finding.members if m != member]
    size = len(others[0])
    if len(others) < KNOWN or any(len(text) != size for text in others) or len(member.text) <= size:
        return member
    ends, starts = {text[-1] for text in others}, {text[0] for text in others}
    if member == finding.members[0] and ends == {member.text[-1]} and member.text.endswith(DERIVED):
        return member.model_copy(update={"start": member.end - size, "text": member.text[-size:]})
    if member == finding.members[-1] and starts == {member.text[0]}:
        return member.model_copy(update={"end": member.start + size, "text": member.text[:size]})
    return member


def _booklets(
    key: Slot, finding: ListFinding, keys: Sequence[Slot], inventory: Inventory, random: Random
) -> Iterator[str]:
    """Yield the booklet's own wordings that could be taken for a member, the likest the key first."""
    propose = propose_clauses if key.cls == "clause" else propose_terms
    for wording in propose(key.text, key, finding, inventory, random):
        if (key.cls == "clause" or inventory.is_term(wording)) and _matches(wording, finding, keys):
            yield wording


def hangs(finding: ListFinding) -> bool:
    """Return whether a statement breaks off with its list: 学校正以新理念、新模式."""
    return finding.end == len(finding.statement) and finding.statement[: finding.start].endswith(HANGING)


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
