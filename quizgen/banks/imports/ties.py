"""Imported items tied to the sentences of a booklet: found, 无出处 (none) or 与原文不符 (differs)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from quizgen.items import AnyItem
from quizgen.items.base import Evidence
from quizgen.items.true_false import TrueFalse
from quizgen.model.document import Booklet, Paragraph, Provenance, Section, Sentence

COVERAGE = 0.72
"""Share of a stem's letters that must stand, in runs of two or more, in the sentence it was made from."""

CANDIDATES = 12
"""Sentences compared letter by letter: those that share most pairs of letters with the item."""

NEAR = 3
"""Letters beside a gap that are looked for in the sentence, to see what stands in the gap there."""

GAP = re.compile("____|（　　）")
# 晨读的目的是（　　）。

BESIDE_THE_POINT = re.compile(r"[\W_]+")
# ，“” 《》 、

NEGATIVE = re.compile("不(?:属于|包括|正确|恰当|符合)|错误的|有误的|无关的")
# 下列不属于晨读要求的是（　　）。

SPEAKER = re.compile("^[^，。；]{0,40}(?:指出|强调|提出|要求|规定|明确|认为|表示|提到)[，：]")
# 《晨读办法》指出，晨读每天二十分钟。


class _Home(NamedTuple):
    """A sentence with everything a provenance needs; ``letters``: without marks and spaces."""

    letters: str
    source: str
    booklet: Booklet
    section: Section
    top: Section
    paragraph: Paragraph
    sentence: Sentence


def tie(items: Sequence[AnyItem], booklets: Sequence[Booklet]) -> tuple[AnyItem, ...]:
    """Return the items with evidence and provenance from ``booklets`` (sources b1, b2, … in their order).

    ``found``: a sentence carries the stem and, in the stem's gap, the key; ``differs``: a sentence carries the stem but
    another key; ``none``: no sentence. Stems that ask for what is wrong (不属于) are never tied.
    """
    index = _Index(booklets)
    return tuple(_tie(item, index) for item in items)


class _Index:
    """The sentences of all booklets by the pairs of letters they hold."""

    def __init__(self, booklets: Sequence[Booklet]) -> None:
        self.homes = [home for number, booklet in enumerate(booklets, 1) for home in _homes(f"b{number}", booklet)]
        self.holders: dict[str, list[int]] = {}
        for at, home in enumerate(self.homes):
            for pair in sorted(_pairs(home.letters)):
                self.holders.setdefault(pair, []).append(at)

    def nearest(self, letters: str) -> list[_Home]:
        """Return the sentences that share most with ``letters``; rare pairs count more. Ties: reading order."""
        votes: Counter[int] = Counter()
        for pair in sorted(_pairs(letters)):
            holders = self.holders.get(pair, [])
            for at in holders:
                votes[at] += 1_000_000 // len(holders)
        ranked = sorted(votes, key=lambda at: (-votes[at], at))
        return [self.homes[at] for at in ranked[:CANDIDATES]]


def _homes(source: str, booklet: Booklet) -> list[_Home]:
    homes, top = [], None
    for section in booklet.sections:
        top = section if section.level == 1 or top is None else top
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                letters = _letters(sentence.text)
                homes.append(_Home(letters, source, booklet, section, top, paragraph, sentence))
    return homes


def _letters(text: str) -> str:
    return BESIDE_THE_POINT.sub("", text)


def _pairs(letters: str) -> set[str]:
    return {letters[at : at + 2] for at in range(len(letters) - 1)}


def _tie(item: AnyItem, index: _Index) -> AnyItem:
    if NEGATIVE.search(item.stem):
        return item
    if item.kind in ("term_definition", "short_answer"):
        return _tie_points(item, index)
    if isinstance(item, TrueFalse):
        return _tie_statement(item, index)
    likely: _Home | None = None
    pieces = [_letters(piece) for piece in GAP.split(SPEAKER.sub("", item.stem))]
    for home in index.nearest("".join(pieces) + "".join(map(_letters, item.keys_asked))):
        if _coverage("".join(pieces), home.letters) < COVERAGE:
            continue
        if _agrees(item, pieces, home):
            return _settle(item, "found", [home])
        likely = likely or home
    return _settle(item, "differs", [likely]) if likely else item


def _coverage(wanted: str, letters: str) -> float:
    """Return the share of ``wanted`` that stands in ``letters`` in the same order, in runs of two letters or more."""
    if not wanted:
        return 0.0
    runs = [op.src_end - op.src_start for op in LCSseq.opcodes(wanted, letters) if op.tag == "equal"]
    return sum(run for run in runs if run > 1) / len(wanted)


def _agrees(item: AnyItem, pieces: list[str], home: _Home) -> bool:
    """Return whether the sentence says what the item holds to be right."""
    if not all(key in home.sentence.text for key in item.keys_asked):
        return False
    if item.kind == "multiple_choice":
        return True
    return all(
        _fits(left, _letters(key), right, home.letters)
        for left, key, right in zip(pieces, item.keys_asked, pieces[1:], strict=False)
    )


def _tie_statement(item: TrueFalse, index: _Index) -> AnyItem:
    """Tie a statement: a true one stands in a sentence, of a false one all but the words exchanged in its middle."""
    statement = _letters(SPEAKER.sub("", item.stem))
    near = [(home, _coverage(statement, home.letters)) for home in index.nearest(statement)]
    whole = next((home for home, share in near if share == 1.0), None)
    if whole is not None:
        return _settle(item, "found" if item.key else "differs", [whole])
    likely = [home for home, share in near if share >= COVERAGE]
    if not likely:
        return item
    exchanged = next((home for home in likely if not item.key and _is_exchanged(statement, home.letters)), None)
    return _settle(item, "found" if exchanged else "differs", [exchanged or likely[0]])


def _is_exchanged(statement: str, letters: str) -> bool:
    """Return whether behind words of the sentence the statement has others than the sentence."""
    behind = False
    gap: set[str] = set()
    for op in LCSseq.opcodes(statement, letters):
        gap = set() if op.tag == "equal" else gap | {op.tag}
        if behind and gap == {"insert", "delete"}:
            return True
        behind = behind or (op.tag == "equal" and op.src_end - op.src_start > 1)
    return False


def _fits(left: str, key: str, right: str, letters: str) -> bool:
    """Return whether the sentence has the key where the stem has its gap, if it has the words beside the gap."""
    before, after = left[-NEAR:], right[:NEAR]
    if len(before) == NEAR and before in letters:
        return before + key in letters
    if len(after) == NEAR and after in letters:
        return key + after in letters
    return True


def _tie_points(item: AnyItem, index: _Index) -> AnyItem:
    """Tie an open question by its points: every point must stand letter by letter in some sentence."""
    homes: list[_Home] = []
    missing, near = 0, False
    for text in item.keys_asked:
        nearest = index.nearest(_letters(text))
        home = next((one for one in nearest if text in one.sentence.text), None)
        missing += home is None
        near |= home is None and any(_coverage(_letters(text), one.letters) >= COVERAGE for one in nearest)
        homes += [home] if home and home not in homes else []
    if not missing:
        return _settle(item, "found", homes)
    return _settle(item, "differs", homes) if near or homes else item


def _settle(item: AnyItem, evidence: Evidence, homes: list[_Home]) -> AnyItem:
    top = homes[0].top if homes else None
    return item.model_copy(
        update={
            "evidence": evidence,
            "provenance": tuple(_provenance(home) for home in homes),
            "section": item.section or (top.title if top else None),
            "theme": item.theme or (top.theme if top else None),
        }
    )


def _provenance(home: _Home) -> Provenance:
    span = home.booklet.raw_span(home.sentence.start, home.sentence.end)
    return Provenance(
        source=home.source, section=home.section.id, page=home.paragraph.page, span=span, quote=home.sentence.text
    )
