"""The inventory: all wordings of a booklet's findings, and its sentences for proofs of falsity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.distractors.likeness import shape
from quizgen.model.finding import Finding, ListFinding, OutlineFinding, Slot, SlotFinding
from quizgen.text.pairs import pairs_of
from quizgen.text.words import tag

CLAUSE_MARK = re.compile(r"[，。；：！？\n]")
# ；
SENTENCE_MARK = re.compile(r"[。！？\n]")
# 。
LOOSE = re.compile(r"[—…，；“”（）《》]|^(?:不|很|更|也|都)")
# ——积极发展
NEGATIVE = re.compile(r"整治|打击|反对|防止|惩治|禁止|杜绝|克服|消除|抵制|防范|不得|严禁|破除|遏制")
# 反对形式主义: what is fought against must not be mixed with what is wanted
CLAIM = re.compile(r"^(?P<subject>[^，；：、的是要应须]{2,8})是(?=[^，；：]{4})")
# 课堂是改进教研最直接的途径: the subject of a claim none of whose parts is asked
MOST_SENTENCES = 1 << 14  # whose bigrams are held
KNOWN = 2  # members in a series
QUALITY = "性"  # ending of what a thing is like
NEARBY = 3  # sentences before and behind
TERM = 2  # times a term stands in a booklet
SHARED = 0.6  # of the bigrams of a context in one sentence: the sentence speaks of it
TERM_CLASSES = frozenset(
    {"topic", "goal", "filler", "genus", "measure", "member", "state", "condition", "slogan", "term"}
)


@dataclass(frozen=True)
class Wording:
    """A phrase of the booklet that stood in a slot: raw material of distractors."""

    text: str
    name: str
    cls: str
    kind: str
    section: str


class Inventory:
    """All wordings of a booklet's findings, and its clauses, for proofs of falsity."""

    def __init__(
        self,
        findings: Sequence[Finding],
        texts: Sequence[str],
        places: Sequence[Sequence[str]] = (),
        organs: Sequence[str] = (),
        series: Sequence[str] = (),
        alternatives: Sequence[str] = (),
        contrasts: Sequence[str] = (),
        rivals: Sequence[str] = (),
        maxims: Sequence[str] = (),
    ) -> None:
        self.wordings = tuple(dict.fromkeys(_wordings(findings)))
        self.acts = frozenset(w.text for w in self.wordings if w.name == "act")
        self.text = "\n".join(texts)
        self.sentences = [s for s in SENTENCE_MARK.split(self.text) if s]
        self._pairs_of = lru_cache(MOST_SENTENCES)(pairs_of)
        self.places = tuple(tuple(level) for level in places)  # of one level each: cities, provinces
        self.organs = tuple(organs)
        self.series = tuple(tuple(line.split()) for line in (*series, *rivals))  # words often listed side by side
        self.maxims = tuple(maxims)
        self.rivals = tuple(tuple(line.split()) for line in rivals)  # words of which one stands and no other
        self.contrasts = [(right, wrong) for right, wrong in map(str.split, contrasts)]
        self.alternatives = tuple(tuple(line.split()) for line in alternatives)  # of which a law means one
        self._counts: dict[str, int] = {}
        self._places_of: dict[str, list[int]] = {}
        self._terms: dict[tuple[str, int], list[Wording]] = defaultdict(list)
        for wording in self.wordings:
            if wording.cls in TERM_CLASSES and not LOOSE.search(wording.text):
                self._terms[shape(wording.text)[1], len(wording.text)].append(wording)
        self.rows: dict[str, list[str]] = defaultdict(list)  # sentence to the fillers of its attributes
        for finding in findings:
            if finding.kind == "attribute" and isinstance(finding, SlotFinding):
                self.rows[finding.where.sentence] += [slot.text for slot in finding.slots if slot.name == "value"]
        self.outlines = [finding for finding in findings if isinstance(finding, OutlineFinding)]
        self.lists = [frozenset(m.text for m in f.members) for f in findings if isinstance(f, ListFinding)]

    def count(self, wording: str) -> int:
        """Return how often a wording stands in the booklet: what stands there often is a term, not a turn of phrase."""
        if wording not in self._counts:
            self._counts[wording] = self.text.count(wording)
        return self._counts[wording]

    def terms_like(self, key: str, reach: int = 3) -> list[Wording]:
        """Return the terms that end in a word of the key's class and differ from it by ``reach`` in length at most."""
        kind, lengths = shape(key)[1], range(max(2, len(key) - reach), len(key) + reach + 1)
        return [w for length in lengths for w in self._terms[kind, length] if w.text != key]

    def is_term(self, wording: str) -> bool:
        """Return whether a wording stands in the booklet more than once, or in a list of its like."""
        return self.count(wording) >= TERM or self.is_sibling(wording, wording[-2:])

    def is_sibling(self, wording: str, tail: str) -> bool:
        """Return whether a wording is a member of a list in which another ends with ``tail`` too."""
        return any(wording in texts and sum(text.endswith(tail) for text in texts) > 1 for texts in self.lists)

    def kindred(self, members: Sequence[str], *, framed: bool = True) -> list[str]:
        """Return the words not said nearby that could stand among members.

        They are of the series that has most of the members, two at least, or else of the first that has their frame,
        the characters all of three members or more share in one place: 传播力, 战略思维, 跨部门; not 长期性, since few
        things have the qualities of another. ``framed``: these too, which do not stand before every noun (结构型短缺).
        """
        sizes = {len(member) for member in members}
        ranked = sorted(((_held(line, members), line) for line in self.series), key=lambda pair: -pair[0])
        near = [line for held, line in ranked if held >= KNOWN]
        frame = _frame(members) if framed and len(members) > KNOWN and members[0][-1] != QUALITY else ()
        alike = [line for line in self.series if frame and frame == _frame(line)]
        best = next(iter(near or alike), ())
        return [word for word in best if min(sizes) <= len(word) <= max(sizes) and self.is_apart(word, members)]

    def is_apart(self, word: str, members: Sequence[str]) -> bool:
        """Return whether the booklet says a word nowhere near the place where it lists the members."""
        both = set(self.places_of(members[0])) & set(self.places_of(members[1]))
        beside = (s for place in both for s in self.sentences[max(0, place - NEARBY) : place + NEARBY + 1])
        return not any(word in sentence for sentence in beside)

    def rivals_of(self, word: str) -> list[str]:
        """Return the lexicon's rivals of a word that are about as long."""
        near = (other for line in self.rivals if word in line for other in line)
        reach = max(1, len(word) // 2)
        return [other for other in dict.fromkeys(near) if other != word and abs(len(other) - len(word)) <= reach]

    def shares(self, wording: str, context: str) -> bool:
        """Return whether one sentence of the booklet holds ``wording`` together with most of ``context``."""
        wanted = pairs_of(context)
        if not wanted:
            return False
        need = SHARED * len(wanted)
        return any(len(wanted & self._pairs_of(self.sentences[index])) >= need for index in self.places_of(wording))

    def places_of(self, wording: str) -> list[int]:
        """Return the numbers of the sentences that hold a wording."""
        if wording not in self._places_of:
            self._places_of[wording] = [i for i, sentence in enumerate(self.sentences) if wording in sentence]
        return self._places_of[wording]

    def follows(self, left: str, wording: str) -> bool:
        """Return whether somewhere in the booklet ``left`` goes on with something that has to do with ``wording``."""
        return len(left) > 1 and any(rest and (wording in rest or rest in wording) for rest in self.sequels(left))

    def sequels(self, left: str) -> Iterator[str]:
        """Yield what ``left`` goes on with, to the end of its clause, wherever it stands in the booklet."""
        position = self.text.find(left)
        while position >= 0:
            start = position + len(left)
            yield CLAUSE_MARK.split(self.text[start : start + 24], maxsplit=1)[0]
            position = self.text.find(left, position + 1)


def _held(line: Sequence[str], members: Sequence[str]) -> int:
    """Return how many members a series holds; what leads up to the first is no part of it (产业智能化、绿色化)."""
    first = any(members[0].endswith(word) for word in line)
    return first + sum(member in line for member in members[1:])


def _frame(words: Sequence[str]) -> tuple[str, ...]:
    """Return the characters all words share, each in its place, "" elsewhere; empty where nothing is shared."""
    if len({len(word) for word in words}) != 1:
        return ()
    shared = tuple(column[0] if len(set(column)) == 1 else "" for column in zip(*words, strict=True))
    return shared if any(shared) else ()


def _wordings(findings: Iterable[Finding]) -> Iterable[Wording]:
    for finding in findings:
        claim = CLAIM.match(_said(finding)) if finding.kind == "position" else None
        if claim and not tag(claim.group("subject"))[0].tag.startswith("v"):
            yield Wording(claim.group("subject"), "subject", "topic", "position", finding.where.section)
        for term in (*finding.where.terms, finding.where.theme):
            yield Wording(term, "subject", "topic", "term", finding.where.section)
        for slot in () if NEGATIVE.search(_said(finding)) else _parts(finding):
            yield Wording(slot.text, slot.name, slot.cls, finding.kind, finding.where.section)


def _said(finding: Finding) -> str:
    return finding.statement if isinstance(finding, SlotFinding | ListFinding) else ""


def _parts(finding: Finding) -> tuple[Slot, ...]:
    match finding:
        case SlotFinding():
            return finding.slots
        case ListFinding():
            return finding.members
        case _:
            return ()
