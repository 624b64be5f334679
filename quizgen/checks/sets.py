"""Checks of items together: the same item twice, too many of one sentence, of one fact, of figures; enemies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from quizgen.checks.wording import printed
from quizgen.items import AnyItem
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.items.single_choice import BRACKET, SingleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.model.base import Record
from quizgen.text.pairs import share_said

PER_SENTENCE = 4
PER_FACT = 4
PER_KEY = 4  # blanks, and choices, of one key in a bank: a theme is asked often, but not everywhere
PER_KIND_OF_FACT = {"fill_blank": 2, "true_false": 2}  # other kinds: one
NUMERIC_SHARE = 0.22
LOWEST_SALIENCE = 0.48
ALIKE = 0.5  # of a stem said by another item: then even a short key in it tells
SAME_END = 14  # characters two statements of one fact, or one clause of theirs, end with
CLAUSE = 10  # characters of a clause that says something


class Entry(Record):
    """A fit item with what the choice among items needs to know."""

    item: AnyItem
    priority: int
    numeric: bool
    sentence: str  # names the evidence sentence
    anchor: str = ""  # who says it, as the stem begins


class Dropped(Record):
    """A fit item left out for the sake of the set."""

    code: str
    message: str
    item: AnyItem


def select(entries: Sequence[Entry]) -> tuple[tuple[AnyItem, ...], tuple[Dropped, ...]]:
    """Return the items a bank keeps, in booklet order with their enemies noted, and those left out with the reason.

    The worthiest come first; each sentence gives at most four items, each fact four, at most two of a kind.
    """
    order = _by_turns(entries)
    kept: list[Entry] = []
    dropped: list[Dropped] = []
    tally = _Tally()
    for entry in order:
        reason = tally.refuses(entry)
        if reason:
            dropped.append(Dropped(code=reason[0], message=reason[1], item=entry.item))
        else:
            tally.take(entry)
            kept.append(entry)
    kept, surplus = _limited(kept)
    items = sorted((e.item for e in kept), key=lambda i: (i.provenance[0].source, i.provenance[0].span, i.kind, i.id))
    return with_enemies(items), tuple(dropped + surplus)


def _by_turns(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries so that every fact gets its best item before any gets a second; the worthiest facts first.

    True statements come last, since anything else asks more, and mere measures last of them.
    """
    ranked = sorted(entries, key=lambda e: (-(e.item.salience * 100 + e.priority), e.item.id))
    turn: Counter[str] = Counter()
    turns: list[tuple[int, int, Entry]] = []
    for entry in ranked:
        if not _is_true(entry):
            fact = entry.item.asks or entry.item.id
            turns.append((turn[fact], len(turns), entry))
            turn[fact] += 1
    true = sorted((entry for entry in ranked if _is_true(entry)), key=lambda e: -e.priority)
    return [entry for *_, entry in sorted(turns, key=lambda t: t[:2])] + true


class _Tally:
    """What has been taken so far."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self.stems: set[str] = set()
        self.said: set[str] = set()  # ends of the clauses of true statements
        self.asked: set[tuple[str, ...]] = set()  # sentences and facts, each with a key blanked
        self.of_sentence: Counter[str] = Counter()
        self.of_fact: dict[str, Counter[str]] = defaultdict(Counter)
        self.of_key: Counter[tuple[str, str]] = Counter()

    def refuses(self, entry: Entry) -> tuple[str, str] | None:
        item = entry.item
        if item.salience < LOWEST_SALIENCE:
            return "S7", "不够重要"
        if item.id in self.ids or item.stem in self.stems:
            return "P1", "同一道题"
        if self.of_sentence[entry.sentence] >= PER_SENTENCE:
            return "P1", "同一句话已出四题"
        if self.said & _judged(entry):
            return "P1", "同一道题"
        if self.asked & _asked(entry):
            return "P1", "同一道题"
        taken = self.of_fact[item.asks or item.id]
        if taken[item.kind] >= PER_KIND_OF_FACT.get(item.kind, 1) or taken.total() >= PER_FACT:
            return "P1", "同一事实已有同类题"
        if isinstance(item, FillBlank | SingleChoice) and any(
            self.of_key[item.kind, key] >= PER_KEY for key in item.keys_asked
        ):
            return "P1", "同一答案已考四次"
        return None

    def take(self, entry: Entry) -> None:
        item = entry.item
        self.ids.add(item.id)
        self.stems.add(item.stem)
        self.asked |= _asked(entry)
        self.said |= _judged(entry)
        self.of_sentence[entry.sentence] += 1
        self.of_fact[item.asks or item.id][item.kind] += 1
        self.of_key.update((item.kind, key) for key in item.keys_asked)


def _limited(kept: list[Entry]) -> tuple[list[Entry], list[Dropped]]:
    """Return the entries with at most the numeric share of figures and not too many true statements.

    A paper takes as many false ones: what is true beyond a third of the bank, and beyond half as many again as the
    false ones, would never be printed.
    """
    false = sum(isinstance(e.item, TrueFalse) and not e.item.key for e in kept)
    true_left = max(false * 3 // 2, len(kept) // 3)
    beyond = {e.item.id for e in [e for e in kept if _is_true(e)][true_left:]}
    dropped = [Dropped(code="P5", message="正确的判断题已够", item=e.item) for e in kept if e.item.id in beyond]
    kept = [e for e in kept if e.item.id not in beyond]
    numeric_left = int(NUMERIC_SHARE * sum(not e.numeric for e in kept) / (1 - NUMERIC_SHARE))
    result = []
    for entry in kept:
        if entry.numeric and numeric_left == 0:
            dropped.append(Dropped(code="P8", message="纯数字题已够", item=entry.item))
        else:
            numeric_left -= entry.numeric
            result.append(entry)
    return result, dropped


def _asked(entry: Entry) -> set[tuple[str, ...]]:
    """Return the sentence and the fact with each key a fill-in blanks: two windows on one blank are one item."""
    keys = entry.item.keys_asked if isinstance(entry.item, FillBlank) else ()
    return {(entry.sentence, entry.item.asks or "", key) for key in keys}


def _judged(entry: Entry) -> set[str]:
    """Return the ends of the clauses a true statement puts to be judged: none is judged twice."""
    clauses = entry.item.stem.removeprefix(entry.anchor).rstrip("。").split("，") if _is_true(entry) else ()
    return {clause[-SAME_END:] for clause in clauses if len(clause) >= CLAUSE}


def _is_true(entry: Entry) -> bool:
    return isinstance(entry.item, TrueFalse) and entry.item.key


def _tells(item: AnyItem) -> list[str]:
    """Return what would answer an item if another showed it: a long key, or a short one in its place in the stem."""
    tells = [key for key in item.keys_asked if len(key) >= 4]
    for gap in (BLANK, BRACKET):
        left, found, right = item.stem.partition(gap)
        if found and item.keys_asked and len(item.keys_asked[0]) < 4:
            tells += [left[-4:] + item.keys_asked[0], item.keys_asked[0] + right[:4]]
    return tells


def _filled(item: AnyItem) -> str:
    """Return a fill-in's stem with its keys in place, nothing for other items: they show their keys."""
    if not isinstance(item, FillBlank):
        return ""
    parts = item.stem.split(BLANK)
    return "".join(part + key for part, key in zip_longest(parts, item.keys_asked, fillvalue=""))


def with_enemies(items: Sequence[AnyItem]) -> tuple[AnyItem, ...]:
    """Return the items with their enemies: those that ask the same fact or show a key of theirs in a stem or option.

    Of two that say nearly the same, the key of one may be the key of the other too: then they ask one thing.

    RULES.md section 11: no item of a paper hints at the answer of another.
    """
    facts: dict[str, list[str]] = defaultdict(list)
    for item in items:
        facts[item.asks or ""].append(item.id)
    shown = [
        (item.id, "\x1f".join(printed(item) if not isinstance(item, FillBlank) else (item.stem,))) for item in items
    ]
    told = [(other, text + _filled(item)) for (other, text), item in zip(shown, items, strict=True)]
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        found[item.id].update(facts[item.asks or ""])
        for tell in _tells(item):
            found[item.id].update(other for other, text in shown if tell in text)
        for key in item.keys_asked:
            found[item.id].update(other for other, text in told if key in text and share_said(item.stem, text) > ALIKE)
    for one, others in list(found.items()):
        for other in others:
            found[other].add(one)
    return tuple(item.model_copy(update={"enemies": tuple(sorted(found[item.id] - {item.id}))}) for item in items)
