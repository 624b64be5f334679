"""Findings x templates to candidate items; item ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from quizgen.distractors import Inventory
from quizgen.generation.difficulty import rate
from quizgen.generation.identity import core_clause
from quizgen.generation.makers import MAKERS, Kit
from quizgen.generation.makers.claims import DEFINES
from quizgen.generation.makers.openness import RANKED
from quizgen.generation.stems import fits
from quizgen.items import AnyItem
from quizgen.model.base import Record
from quizgen.model.finding import DefinitionFinding, Finding, ListFinding, SlotFinding
from quizgen.model.template import ItemTemplate
from quizgen.resources import read_words
from quizgen.text.words import tag

NUMERIC = frozenset({"number", "date"})
CLAIMS = frozenset({"attribute", "list", "slogan", "first", "purpose", "position", "change", "condition"})
"""Fact kinds somebody must be named for; a dated event, a figure and a definition stand for themselves."""
FORMULAS = frozenset({"attribute", "list", "slogan", "first", "position"})
"""… of them, those that are standing formulations where the booklet repeats them; a measure repeated is still one."""
OWN = frozenset({"slogan", "measure"})
"""Rules whose findings are somebody's even in an essay."""
CENTRAL = 0.75
"""Salience from which on what an essay says in its own voice is asked."""
TEACHES = 0.55
"""… and what a textbook says."""
TERMS = 3
"""Terms a textbook defines."""
FOREMOST = 0.85
"""… and of a position that what all is about has, whoever takes it."""
NAMES = frozenset({"ns", "nt", "nz"})
VERBS = frozenset(read_words("verbs"))
HELD = re.compile(r"^(?:20\d\d年?|首届|第[一二三四五六七八九十]+届)[一-龥]{2,20}(?:大会|论坛|峰会|展览会)以")
# 2024清河阅读大会以
PLAIN = re.compile(
    r"^(?:从[^，]{2,12}看，)?(?!许多|一些|不少|有的|很多|各国|国内外|他|她)[^，；：“”]{2,16}"
    r"(?:(?<![不还])是(?!一[个项种])|标志着|意味着|代表(?:着|一种))[^，；：]{4,30}$"
)
# 课堂是教研的主要阵地
OFFICIAL = 2
"""Times a booklet says what may be asked without naming who says it."""


class Candidate(Record):
    """An item and the finding it was made from; the checks decide whether it is fit."""

    item: AnyItem
    finding: Finding
    priority: int  # of its template
    numeric: bool = False  # its key is a figure or a date


class Rejection(Record):
    """Why a candidate came to nothing."""

    code: str
    message: str
    template: str
    quote: str


def generate(
    findings: Sequence[Finding], templates: Sequence[ItemTemplate], inventory: Inventory
) -> Iterator[Candidate | Rejection]:
    """Yield the candidates of every finding by every template that fits it, and the reasons of those not made."""
    kit = Kit.of(findings, inventory)
    reported = _find_reports(findings)
    central = TEACHES if _is_textbook(findings, reported) else CENTRAL
    terms = frozenset(term for finding in findings for term in finding.where.terms)
    for finding in findings:
        unattributed = _is_unattributed(finding, inventory, reported, central) and not (
            _is_about(finding, terms) or _is_by_name(finding, inventory.organs)
        )
        for template in templates:
            if template.enabled and fits(template, finding):
                nobodys = unattributed and not (template.device == "true" and _is_plain(finding, terms))
                made = "G2 没有出处的评价" if nobodys else MAKERS[template.kind](finding, template, kit)
                if isinstance(made, str):
                    code, _, message = made.partition(" ")
                    yield Rejection(code=code, message=message, template=template.id, quote=finding.provenance[0].quote)
                elif made is not None:
                    repeated = inventory.count(core_clause(finding)) > 1
                    rated = made.model_copy(update={"difficulty": rate(made, template.difficulty, repeated)})
                    yield Candidate(
                        item=rated, finding=finding, priority=template.priority, numeric=finding.kind in NUMERIC
                    )


def _find_reports(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the articles that report what others say; an essay or a chapter speaks for itself."""
    said = [finding for finding in findings if isinstance(finding, SlotFinding | ListFinding)]
    return frozenset(finding.where.section for finding in said if finding.anchor)


def _is_textbook(findings: Sequence[Finding], reports: Collection[str]) -> bool:
    """Return whether a booklet teaches: it defines its terms and names nobody for what it says."""
    return not reports and len({f.term for f in findings if isinstance(f, DefinitionFinding)}) >= TERMS


def _is_unattributed(finding: Finding, inventory: Inventory, reports: Collection[str], central: float) -> bool:
    """Return whether a claim is nobody's in particular and no standing formulation: others could be made as well.

    In an essay it is the author's, and stands if it is as salient as ``central``.
    """
    if finding.kind not in CLAIMS or not isinstance(finding, SlotFinding | ListFinding) or finding.anchor:
        return False
    if finding.where.section not in reports and finding.salience >= central and finding.rule not in OWN:
        return False
    said = core_clause(finding)
    standing = finding.kind in FORMULAS and inventory.count(said) >= OFFICIAL
    return finding.spoken != "law" and not standing and not (RANKED.search(said) or DEFINES.match(said))


def _is_about(finding: Finding, terms: Collection[str]) -> bool:
    """Return whether a claim is about what the booklet is about (``terms``), or about somebody by name."""
    if not isinstance(finding, SlotFinding | ListFinding):
        return False
    said, (first, *_) = finding.statement, tag(finding.statement)
    behind = said.removeprefix(first.text) if first.tag in ("n", "vn") else _without_verbs(said)
    themed = finding.salience >= FOREMOST and finding.kind == "position" and finding.where.theme in said
    return (
        themed
        or first.tag in NAMES
        or said.startswith(("《", "习近平"))
        or any(text.startswith(term) for text in (said, behind) for term in terms)
    )


def _is_plain(finding: Finding, terms: Collection[str]) -> bool:
    """Return whether a claim says what one thing is for what the booklet is about: it may be judged whoever says so."""
    texts = (finding.statement, finding.brief) if isinstance(finding, SlotFinding) else ()
    plain = (text for text in texts if PLAIN.match(text) and any(term in text for term in terms))
    return finding.kind == "position" and any(plain)


def _is_by_name(finding: Finding, organs: Sequence[str]) -> bool:
    """Return whether a claim tells what an organ does, or a meeting of which the year is told."""
    said = finding.statement if isinstance(finding, SlotFinding | ListFinding) else ""
    return said.startswith(tuple(organs)) or bool(HELD.match(said))


def _without_verbs(said: str) -> str:
    """Return a statement without the verbs it begins with: 加快发展数字教研 is about 数字教研."""
    verb = next((verb for verb in VERBS if said.startswith(verb)), "")
    return _without_verbs(said.removeprefix(verb)) if verb else said
