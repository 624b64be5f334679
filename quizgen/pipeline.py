"""The order of the stages; the only module that knows all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quizgen import layout, yamlfile
from quizgen.assembly import record
from quizgen.checks import faults
from quizgen.checks.sets import Entry, select
from quizgen.cleaning import clean
from quizgen.distractors import Inventory
from quizgen.exporters import EXPORTERS, ROOMS
from quizgen.generation import Candidate, Rejection, generate
from quizgen.items import AnyItem
from quizgen.itemsets import Bank, Paper, Source
from quizgen.miners import mine
from quizgen.miners.reading import widened
from quizgen.model.base import Record
from quizgen.model.document import Booklet, RawDocument
from quizgen.model.finding import Finding, ListFinding, SlotFinding
from quizgen.model.style import Style
from quizgen.model.template import ItemTemplate
from quizgen.readers import read
from quizgen.resources import find_all, read_words
from quizgen.sections import segment
from quizgen.text import words
from quizgen.text.script import refuse_mojibake


class Reason(Record):
    """How often candidates failed for one reason."""

    code: str
    message: str
    count: int


class Yield(Record):
    """What a booklet, or several, came to."""

    items: tuple[AnyItem, ...]
    reasons: tuple[Reason, ...]


def load_templates(folder: Path | None = None) -> tuple[ItemTemplate, ...]:
    """Return the item templates in force, by name. Raises ManyFaultsError for a broken one."""
    return tuple(
        yamlfile.read(path, ItemTemplate).model_copy(update={"id": name})
        for name, path in find_all("items", folder).items()
    )


def read_booklet(path: Path, encoding: str | None = None) -> Booklet:
    """Return a booklet read, cleaned and segmented. Raises InputError."""
    raw = read(path, encoding=encoding)
    refuse_mojibake(raw.text, str(path))
    with words.remembered(raw.sha256):
        return outline(raw)


def outline(raw: RawDocument) -> Booklet:
    """Return the booklet a raw document holds."""
    return segment(clean(raw))


def make_items(booklets: Sequence[Booklet], templates: Sequence[ItemTemplate], folder: Path | None = None) -> Yield:
    """Return the fit items of booklets, and how many candidates failed for which reason."""
    with words.remembered(*(booklet.sha256 for booklet in booklets)):
        findings = [f for number, booklet in enumerate(booklets, 1) for f in mine(booklet, f"b{number}")]
        return choose(candidates(findings, booklets, templates, folder))


def candidates(
    findings: Sequence[Finding],
    booklets: Sequence[Booklet],
    templates: Sequence[ItemTemplate],
    folder: Path | None = None,
) -> list[Candidate | Rejection]:
    """Return what the templates make of the findings."""
    read = [widened(booklet) for booklet in booklets]
    texts = [paragraph.text for booklet in read for s in booklet.sections for paragraph in s.paragraphs]
    levels = [read_words(name, folder) for name in ("metropolises", "cities", "provinces")]
    names = ("organs", "series", "alternatives", "contrasts", "rivals", "maxims")
    lexicons = [read_words(name, folder) for name in names]
    inventory = Inventory(findings, texts, levels, *lexicons)
    return list(generate(findings, templates, inventory))


def choose(made: Sequence[Candidate | Rejection]) -> Yield:
    """Return the candidates fit for a bank and the reasons of the others."""
    tally: Counter[tuple[str, str]] = Counter()
    entries = []
    for candidate in made:
        if isinstance(candidate, Rejection):
            tally[candidate.code, candidate.message] += 1
        elif broken := faults(candidate.item):
            tally[broken[0].code, broken[0].message] += 1
        else:
            entries.append(_entry(candidate))
    items, dropped = select(entries)
    tally.update((one.code, one.message) for one in dropped)
    reasons = [
        Reason(code=c, message=m, count=n) for (c, m), n in sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return Yield(items=items, reasons=tuple(reasons))


def _entry(candidate: Candidate) -> Entry:
    """Return a candidate as the choice among items sees it."""
    finding = candidate.finding
    return Entry(
        item=candidate.item,
        priority=candidate.priority,
        numeric=candidate.numeric,
        sentence=finding.where.sentence,
        anchor=finding.anchor if isinstance(finding, SlotFinding | ListFinding) else "",
    )


def make_bank(paths: Sequence[Path], *, encoding: str | None = None, templates: Path | None = None) -> Bank:
    """Return the bank of booklets, none merged into. Raises QuizgenError."""
    booklets = [read_booklet(path, encoding) for path in paths]
    return bank_of(booklets, make_items(booklets, load_templates(templates), templates).items)


def bank_of(booklets: Sequence[Booklet], items: Sequence[AnyItem]) -> Bank:
    """Return a bank of items with the booklets as its sources."""
    sources = tuple(Source(id=f"b{n}", name=b.name, sha256=b.sha256) for n, b in enumerate(booklets, 1))
    title = next((b.title for b in booklets if b.title), None) or (Path(booklets[0].name).stem if booklets else "")
    return Bank(title=title, sources=sources, items=tuple(items))


def print_paper(
    paper: Paper, style: Style, *, base: bytes | None = None, answer_card: bool = False, with_sources: bool = False
) -> dict[str, bytes]:
    """Return the files of a paper by name: per form the paper, its key and what else is asked for; then its record.

    ``base``: a school's own .docx. Raises InputError for a base that cannot be used.
    """
    files: dict[str, bytes] = {}
    style = style if base is None else layout.make_room(style, *ROOMS["docx"](base))
    for form in paper.forms:
        sheets = {"试卷": layout.paper_sheet(paper, form, style, with_card=answer_card)}
        sheets["参考答案"] = layout.key_sheet(paper, form, style)
        if answer_card:
            sheets["答题卡"] = layout.answer_card(paper, form, style)
        if with_sources:
            sheets["试卷{}（含出处）"] = layout.paper_sheet(paper, form, style, with_sources=True)
        for name, sheet in sheets.items():
            named = name.format(form.label) if "{}" in name else name + form.label
            files[f"{named}.docx"] = EXPORTERS["docx"](sheet, base=base)
    files["试卷.yaml"] = yamlfile.dump(record(paper).model_dump(mode="json"))
    return files
