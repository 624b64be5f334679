"""Identity: what makes an item the same item, and two items ask the same fact (CONTRACT.md section 4)."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from quizgen.model.finding import DefinitionFinding, Finding, ListFinding, OutlineFinding, SlotFinding

BLANKS = re.compile(r"\s+")
# "  "
MARKS = re.compile(r"[\s，。；：、“”‘’（）《》]")
# ，
CLAUSE = re.compile(r"[，；：]")
# ；
SAME_FACT = 84
GRAM = 4


def digest_of(*parts: str) -> str:
    """Return twelve hexadecimal digits naming ``parts``."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:12]


def item_id(kind: str, template: str, quote: str, asked: str) -> str:
    """Return an item's id: never from offset, page, section, source, distractors or seed."""
    return digest_of(kind, template, BLANKS.sub("", quote), asked)


def core(finding: Finding) -> str:
    """Return the words that carry a finding's fact, without marks."""
    return MARKS.sub("", core_clause(finding))


def core_clause(finding: Finding) -> str:
    """Return the clause, term or question that carries a finding's fact."""
    match finding:
        case SlotFinding():
            low = min(slot.start for slot in finding.slots)
            high = max(slot.end for slot in finding.slots)
            return _clauses(finding.statement, low, high)
        case ListFinding():
            return _clauses(finding.statement, finding.start, finding.end)
        case OutlineFinding():
            return finding.question + "".join(limb.text for limb in finding.limbs)
        case DefinitionFinding():
            return finding.term + "".join(finding.points)


def _clauses(statement: str, low: int, high: int) -> str:
    """Return the clauses of the statement that statement[low:high] touches."""
    start = max((m.end() for m in CLAUSE.finditer(statement, 0, low)), default=0)
    stop = next((m.start() for m in CLAUSE.finditer(statement, high)), len(statement))
    return statement[start:stop]


def facts(findings: Sequence[Finding]) -> list[str]:
    """Return one fact name per finding; findings of the same fact, in whatever wording, share it.

    Cores are compared only where they share a run of four characters.
    """
    cores = [core(finding) for finding in findings]
    index: dict[str, list[int]] = defaultdict(list)
    names: list[str] = []
    for number, text in enumerate(cores):
        rivals = sorted({other for gram in _grams(text) for other in index[gram]})
        twin = next((other for other in rivals if _same(text, cores[other])), None)
        names.append(names[twin] if twin is not None else digest_of("fact", text))
        for gram in _grams(text):
            index[gram].append(number)
    return names


def _grams(text: str) -> list[str]:
    return sorted({text[i : i + GRAM] for i in range(max(1, len(text) - GRAM + 1))})


def _same(one: str, two: str) -> bool:
    if one == two or (min(len(one), len(two)) >= 8 and (one in two or two in one)):
        return True
    return fuzz.ratio(one, two) >= SAME_FACT
