"""Distractors: where wrong wordings come from (RULES.md section 6) and the proof that they are wrong.

A strategy proposes wordings of the same class; ``refuted`` keeps those that the booklet nowhere makes true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from quizgen.model.finding import Finding, ListFinding, Slot, SlotFinding
from quizgen.text import numerals
from quizgen.text.words import tag

PUNCTUATION = re.compile(r"[\s，。；：、“”‘’（）《》！？·—…]")
# ，
CLAUSE_MARK = re.compile(r"[，。；：！？\n]")
# ；
FIGURE = re.compile(r"^(?P<digits>\d+(?:\.(?P<decimals>\d+))?)(?P<myriad>[万亿千百]*)$")
# 4.4万
DATE = re.compile(r"^(?P<year>\d{4})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?$")
# 2024年3月6日
ORDINAL = re.compile(r"^第(?P<number>[一二三四五六七八九十百\d]+)(?P<unit>次|届)$")
# 第十一次
LOOSE = re.compile(r"[—…，；“”（）《》]|^(?:不|很|更|也|都)")
# ——积极发展
FACTORS = (0.5, 0.6, 0.75, 0.8, 1.2, 1.25, 1.5, 2.0)
TERM_CLASSES = frozenset({"topic", "goal", "filler", "genus", "measure", "member", "state", "condition", "slogan", "term"})
SHARED = 0.6
LIKE = 2.7
LIKE_OF_CLASS = {"measure": 3.4, "member": 3.0}  # no frame of their own: only their form makes a wording plausible
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Wording:
    """A phrase of the booklet that stood in a slot: raw material of distractors."""

    text: str
    name: str
    cls: str
    kind: str
    section: str
    unit: str
    anchor: str


class Inventory:
    """All wordings of a booklet's findings, and its clauses, for proofs of falsity."""

    def __init__(self, findings: Sequence[Finding], texts: Sequence[str], places: Sequence[str] = (), organs: Sequence[str] = ()) -> None:
        self.wordings = tuple(dict.fromkeys(_wordings(findings)))
        self.text = "\n".join(texts)
        self.sentences = [s for s in re.split(r"[。！？\n]", self.text) if s]
        self._bigrams = [_bigrams(s) for s in self.sentences]
        self.places = tuple(places)
        self.organs = tuple(organs)
        self._counts: dict[str, int] = {}
        self._places_of: dict[str, list[int]] = {}
        self._terms: dict[tuple[str, int], list[Wording]] = defaultdict(list)
        for wording in self.wordings:
            if wording.cls in TERM_CLASSES and not LOOSE.search(wording.text):
                self._terms[_shape(wording.text)[1], len(wording.text)].append(wording)
        self.lists = [f for f in findings if isinstance(f, ListFinding)]

    def count(self, wording: str) -> int:
        """Return how often a wording stands in the booklet: what stands there often is a term, not a turn of phrase."""
        if wording not in self._counts:
            self._counts[wording] = self.text.count(wording)
        return self._counts[wording]

    def terms_like(self, key: str) -> Iterator[Wording]:
        """Yield the terms that end in a word of the key's class and differ little from it in length."""
        for length in range(max(2, len(key) - 3), len(key) + 4):
            yield from (w for w in self._terms[_shape(key)[1], length] if w.text != key)

    def shares(self, wording: str, context: str) -> bool:
        """Return whether one sentence of the booklet holds ``wording`` together with most of ``context``."""
        wanted = _bigrams(context)
        if not wanted:
            return False
        need = SHARED * len(wanted)
        return any(len(wanted & self._bigrams[index]) >= need for index in self.places_of(wording))

    def places_of(self, wording: str) -> list[int]:
        """Return the numbers of the sentences that hold a wording."""
        if wording not in self._places_of:
            self._places_of[wording] = [i for i, sentence in enumerate(self.sentences) if wording in sentence]
        return self._places_of[wording]

    def follows(self, left: str, wording: str) -> bool:
        """Return whether somewhere in the booklet ``left`` goes on with something that has to do with ``wording``."""
        if len(left) < 2:
            return False
        position = self.text.find(left)
        while position >= 0:
            rest = CLAUSE_MARK.split(self.text[position + len(left) : position + len(left) + 24], maxsplit=1)[0]
            if rest and (wording in rest or rest in wording):
                return True
            position = self.text.find(left, position + 1)
        return False


def _wordings(findings: Iterable[Finding]) -> Iterable[Wording]:
    for finding in findings:
        for term in (*finding.where.terms, finding.where.theme):
            yield Wording(term, "subject", "topic", "term", finding.where.section, "", "")
        if isinstance(finding, SlotFinding):
            for slot in finding.slots:
                yield _wording(slot, finding.kind, finding.where.section, finding.unit, finding.anchor)
        elif isinstance(finding, ListFinding):
            for slot in finding.members:
                yield _wording(slot, finding.kind, finding.where.section, "", finding.anchor)


def _wording(slot: Slot, kind: str, section: str, unit: str, anchor: str) -> Wording:
    return Wording(slot.text, slot.name, slot.cls, kind, section, unit, anchor)


def _bigrams(text: str) -> frozenset[str]:
    bare = PUNCTUATION.sub("", text)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


# ---- strategies ------------------------------------------------------------------------------------------------------


def propose_terms(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return phrases of the booklet like the key in word class, length and ending, the likest first."""
    scored: dict[str, float] = {}
    least = LIKE_OF_CLASS.get(slot.cls, LIKE)
    for wording in inventory.terms_like(key):
        likeness = _likeness(key, wording.text)
        if likeness < least:
            continue
        bonus = 0.8 * (wording.name == slot.name) + 0.3 * (wording.section == finding.where.section)
        bonus += 0.2 * min(3, inventory.count(wording.text) - 1)
        scored[wording.text] = max(scored.get(wording.text, 0.0), likeness + bonus)
    return sorted(sorted(scored), key=lambda text: -round(scored[text], 1))


@lru_cache(maxsize=8192)
def _shape(text: str) -> tuple[str, str, str]:
    """Return the coarse word classes of a phrase: first, last, all."""
    tags = [{"vn": "n", "an": "n", "j": "n", "l": "n", "i": "n", "eng": "n"}.get(w.tag, w.tag[0]) for w in tag(text)]
    return tags[0], tags[-1], "".join(tags)


def _likeness(key: str, other: str) -> float:
    """Return how well a phrase could stand where the key stood, 0–5."""
    gap = abs(len(key) - len(other))
    if gap > 3 or (len(key) <= 4 and gap > 2) or ("、" in key) != ("、" in other):
        return 0.0
    one, two = _shape(key), _shape(other)
    if one[1] != two[1]:
        return 0.0
    score = 1.0 + 0.8 * (one[0] == two[0]) + 0.7 * (one[2] == two[2])
    score += 0.6 * (gap == 0) + 0.3 * (gap == 1) + 0.7 * (key[-1] == other[-1]) + 0.4 * (key[-2:] == other[-2:])
    return score


def propose_figures(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return figures of the key's own precision, the key's rank among them uniform (RULES section 6, F5)."""
    parsed = FIGURE.match(key)
    if parsed is None:
        return _han_figures(key, random)
    value, decimals = float(parsed.group("digits")), len(parsed.group("decimals") or "")
    rank = random.randrange(4)
    below = [f for f in FACTORS if f < 1]
    above = [f for f in FACTORS if f > 1]
    random.shuffle(below)
    random.shuffle(above)
    per_cent = isinstance(finding, SlotFinding) and finding.unit == "%"
    made = []
    for factor in [*below[:rank], *above[: 3 - rank], *below[rank:], *above[3 - rank :]]:
        figure = _rounded(value * factor, value, decimals)
        if figure is not None and not (per_cent and float(figure) > 100):
            made.append(figure + parsed.group("myriad"))
    return list(dict.fromkeys(made))


def _rounded(number: float, key: float, decimals: int) -> str | None:
    """Return the number with as many significant digits as the key has; None when it comes out as the key or nothing."""
    if decimals:
        text = f"{number:.{decimals}f}"
        return text if float(text) not in (key, 0.0) else None
    digits = str(int(key))
    zeros = len(digits) - len(digits.rstrip("0"))
    step = 10**zeros if zeros else 1
    rounded = round(number / step) * step
    if rounded in (int(key), 0) or abs(rounded - key) < 0.1 * key:
        return None
    return str(rounded)


def _han_figures(key: str, random: Random) -> list[str]:
    value = numerals.read(key)
    if value is None:
        return []
    steps = [1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180] if value <= 180 else [int(value * f) for f in FACTORS]
    near = sorted((s for s in steps if s != value), key=lambda s: abs(s - value))[:4]
    random.shuffle(near)
    return [numerals.write(n) for n in near]


def propose_dates(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return calendar dates of the key's granularity, near it and never later in its year than December."""
    match = DATE.match(key)
    if match is None:
        return []
    year, month, day = int(match.group("year")), int(match.group("month")), match.group("day")
    shifts = [-3, -2, -1, 1, 2, 3]
    random.shuffle(shifts)
    made = []
    for shift in shifts:
        other = month + shift
        if 1 <= other <= 12:
            made.append(f"{year}年{other}月" + (f"{min(int(day), DAYS[other - 1])}日" if day else ""))
    return made


def propose_ordinals(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return neighbouring ordinals (RULES section 6, F10: N±1, ±2)."""
    match = ORDINAL.match(key)
    if match is None:
        return []
    text = match.group("number")
    value = int(text) if text.isdigit() else numerals.read(text)
    if value is None:
        return []
    near = [n for n in (value - 2, value - 1, value + 1, value + 2) if n >= 1]
    random.shuffle(near)
    return [f"第{n if text.isdigit() else numerals.write(n)}{match.group('unit')}" for n in near]


def propose_places(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return places of the key's level: those of the booklet, then the lexicon's."""
    own = [w.text for w in inventory.wordings if w.cls == "place"]
    every = [p for p in dict.fromkeys([*own, *inventory.places]) if (p[-1] in "市县区省镇州") == (key[-1] in "市县区省镇州")]
    if key not in inventory.places:
        every = [p for p in every if p in own]
    random.shuffle(every)
    return every


def propose_organs(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return organs of the key's level: those of the booklet and, for ministries, the lexicon's."""
    every = [w.text for w in inventory.wordings if w.cls == "organ" and ("、" in w.text) == ("、" in key)]
    every += inventory.organs if key in inventory.organs else ()
    every = list(dict.fromkeys(every))
    random.shuffle(every)
    return sorted(every, key=lambda text: -_likeness(key, text))


def propose_titles(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return other titles of the booklet, those of the key's genre first."""
    found = list(dict.fromkeys(re.findall(r"《([^《》]{4,40})》", inventory.text)))
    random.shuffle(found)
    return sorted(found, key=lambda text: (text[-2:] != key[-2:], abs(len(text) - len(key))))


def propose_modals(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return what a law does not say of a duty: may for must, must for may, must for must not."""
    return {"应当": ["可以"], "必须": ["可以"], "可以": ["必须"], "不得": ["可以"], "有权": ["无权"]}.get(key, [])


def propose_siblings(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return the fillers of the other slots of the same statement."""
    return [s.text for s in finding.slots if s.text != key] if isinstance(finding, SlotFinding) else []


Strategy = Callable[[str, Slot, Finding, Inventory, Random], list[str]]
STRATEGIES: dict[str, Strategy] = {
    "same-class": propose_terms,
    "figures": propose_figures,
    "dates": propose_dates,
    "ordinals": propose_ordinals,
    "places": propose_places,
    "organs": propose_organs,
    "titles": propose_titles,
    "modals": propose_modals,
    "sibling-slot": propose_siblings,
}
EXACT = frozenset({"figures", "dates", "ordinals", "modals"})  # false by what they are


# ---- proof -----------------------------------------------------------------------------------------------------------


def refuted(wording: str, key: str, statement: str, start: int, end: int, inventory: Inventory) -> bool:
    """Return whether the booklet nowhere makes the statement true with ``wording`` in place of statement[start:end]."""
    if not wording or wording in key or key in wording or wording in statement:
        return False
    left, right = statement[:start], statement[end:]
    frame = CLAUSE_MARK.split(left)[-1][-4:]
    clause = CLAUSE_MARK.split(left)[-1] + CLAUSE_MARK.split(right)[0]
    if inventory.follows(frame, wording) and len(frame) >= 3:
        return False
    if inventory.shares(wording, clause) or inventory.shares(wording, left + right):
        return False
    return not (len(CLAUSE_MARK.split(left)[-1]) < 2 and _precedes(wording, right, inventory))


def _precedes(wording: str, right: str, inventory: Inventory) -> bool:
    """Return whether ``wording`` is said elsewhere of the same thing: same predicate behind it."""
    tail = CLAUSE_MARK.split(right)[0]
    core = tail[-6:]
    return any(core in inventory.sentences[index] for index in inventory.places_of(wording))


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
    for name in strategies:
        chosen: list[str] = []
        numeric = name in EXACT
        for wording in STRATEGIES[name](key, slot, finding, inventory, random):
            fits = numeric or _fits(wording, key, chosen)
            if fits and wording != key and wording not in chosen and _false(wording, key, slot, finding, inventory, numeric):
                chosen.append(wording)
            if len(chosen) == count:
                return tuple(chosen), name
    return None


def _false(wording: str, key: str, slot: Slot, finding: SlotFinding, inventory: Inventory, numeric: bool) -> bool:
    if numeric:
        context = finding.statement[: slot.start] + finding.statement[slot.end :]
        return not inventory.shares(wording, context)
    return refuted(wording, key, finding.statement, slot.start, slot.end, inventory)


def _fits(wording: str, key: str, chosen: Sequence[str]) -> bool:
    """Return whether a wording makes a good fourth of a set: lengths alike, none inside another, none nearly another."""
    lengths = [len(key), len(wording), *(len(c) for c in chosen)]
    if max(lengths) > 4 and max(lengths) > 2 * min(lengths):
        return False
    return all(wording not in c and c not in wording and not _nearly(wording, c) for c in (*chosen, key))


def _nearly(one: str, two: str) -> bool:
    """Return whether two wordings differ only in how strongly they say the same."""
    common = len(set(one) & set(two))
    return common >= 0.75 * min(len(set(one)), len(set(two)))
