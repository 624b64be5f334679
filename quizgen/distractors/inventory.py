"""The inventory: all wordings of a booklet's findings, and its sentences for proofs of falsity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.distractors.likeness import shape
from quizgen.model.finding import Finding, ListFinding, Slot, SlotFinding

PUNCTUATION = re.compile(r"[\s，。；：、“”‘’（）《》！？·—…]")
# ，
CLAUSE_MARK = re.compile(r"[，。；：！？\n]")
# ；
SENTENCE_MARK = re.compile(r"[。！？\n]")
# 。
LOOSE = re.compile(r"[—…，；“”（）《》]|^(?:不|很|更|也|都)")
# ——积极发展
NEGATIVE = re.compile(r"整治|打击|反对|防止|惩治|禁止|杜绝|克服|消除|抵制|防范|不得|严禁|破除|遏制")
# 反对形式主义: what is fought against must not be mixed with what is wanted
MOST_SENTENCES = 1 << 14  # whose bigrams are held
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
    ) -> None:
        self.wordings = tuple(dict.fromkeys(_wordings(findings)))
        self.acts = frozenset(w.text for w in self.wordings if w.name == "act")
        self.text = "\n".join(texts)
        self.sentences = [s for s in SENTENCE_MARK.split(self.text) if s]
        self._pairs_of = lru_cache(MOST_SENTENCES)(_bigrams)
        self.places = tuple(tuple(level) for level in places)  # of one level each: cities, provinces
        self.organs = tuple(organs)
        self.series = tuple(tuple(line.split()) for line in series)  # words often listed side by side
        self.alternatives = tuple(tuple(line.split()) for line in alternatives)  # of which a law means one
        self._counts: dict[str, int] = {}
        self._places_of: dict[str, list[int]] = {}
        self._terms: dict[tuple[str, int], list[Wording]] = defaultdict(list)
        for wording in self.wordings:
            if wording.cls in TERM_CLASSES and not LOOSE.search(wording.text):
                self._terms[shape(wording.text)[1], len(wording.text)].append(wording)
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

    def kindred(self, members: Sequence[str]) -> list[str]:
        """Return the words not said nearby that could stand among members of one length.

        They are of a series that has two of the members, or else of the first with their ending, which is what stands
        behind two characters: 传播力, 战略思维.
        """
        sizes = {len(member) for member in members}
        if len(sizes) > 1:
            return []
        end = {member[2:] for member in members}
        tail = "".join(end) if len(end) == 1 else ""
        near = [line for line in self.series if sum(m in line for m in members) > 1]
        ending = [line for line in self.series if tail and line[0][2:] == tail]
        best = next(iter(near + ending), ())
        both = set(self.places_of(members[0])) & set(self.places_of(members[1]))
        beside = "\n".join(s for place in both for s in self.sentences[max(0, place - NEARBY) : place + NEARBY + 1])
        return [word for word in best if len(word) in sizes and word not in beside]

    def shares(self, wording: str, context: str) -> bool:
        """Return whether one sentence of the booklet holds ``wording`` together with most of ``context``."""
        wanted = _bigrams(context)
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


def _wordings(findings: Iterable[Finding]) -> Iterable[Wording]:
    for finding in findings:
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


def _bigrams(text: str) -> frozenset[str]:
    bare = PUNCTUATION.sub("", text)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))
