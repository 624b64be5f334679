"""A paper written down, and printed again from what was written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.errors import AssemblyError, show
from quizgen.items import AnyItem
from quizgen.items.digests import digest
from quizgen.items.marks import reach_all
from quizgen.itemsets import Bank, Form, Paper, PaperPart, PlacedItem
from quizgen.model.paper_record import PaperRecord, PrintedForm, PrintedItem, PrintedPart

NAMED = 8
"""Items named in one message."""


def record(paper: Paper) -> PaperRecord:
    """Return what is needed to print the paper again from its banks."""
    return PaperRecord(
        title=paper.title,
        source_title=paper.source_title,
        seed=paper.seed,
        blueprint=paper.blueprint,
        forms=tuple(
            PrintedForm(label=form.label, parts=tuple(_note_part(part) for part in form.parts)) for form in paper.forms
        ),
    )


def _note_part(part: PaperPart) -> PrintedPart:
    items = tuple(
        PrintedItem(id=placed.item.id, points=placed.points, options=placed.options, digest=digest(placed.item))
        for placed in part.items
    )
    return PrintedPart(kind=part.kind, instructions=part.instructions, points_each=part.points_each, items=items)


def reprint(record: PaperRecord, banks: Sequence[Bank]) -> Paper:
    """Return the recorded paper, letter by letter, from banks that still hold its items.

    Raises AssemblyError (E-RECORD) naming the items that are gone, were changed or are retired since.
    """
    items: dict[str, AnyItem] = {}
    for item in (item for bank in banks for item in bank.items):
        items.setdefault(item.id, item)
    printed = [one for form in record.forms for part in form.parts for one in part.items]
    faults = dict.fromkeys(fault for one in printed if (fault := _find_fault(one, items.get(one.id))))
    if faults:
        named = "、".join(list(faults)[:NAMED]) + (f"等 {len(faults)} 题" if len(faults) > NAMED else "")
        raise AssemblyError("E-RECORD", f"题库已不是出卷时的样子：{named}", "换回出卷时的题库，或重新组卷")
    return Paper(
        title=record.title,
        source_title=record.source_title,
        blueprint=record.blueprint,
        seed=record.seed,
        forms=tuple(Form(label=form.label, parts=tuple(_place_again(form, items))) for form in record.forms),
    )


def _find_fault(printed: PrintedItem, item: AnyItem | None) -> str:
    """Return what is wrong with an item of the record, "" when it can be printed as it was."""
    name = show(printed.id)
    if item is None:
        return f"{name}（已不在题库中）"
    if digest(item) != printed.digest:
        return f"{name}（已被修改）"
    if item.status == "retired":
        return f"{name}（已停用）"
    fits = reach_all(printed.points, item.weights) and sorted(printed.options) == sorted(item.choices)
    return "" if fits else f"{name}（记录里的分值或选项被改过）"


def _place_again(form: PrintedForm, items: dict[str, AnyItem]) -> Iterator[PaperPart]:
    number = 1
    for part in form.parts:
        placed = tuple(
            PlacedItem(item=items[one.id], number=place, points=one.points, options=one.options)
            for place, one in enumerate(part.items, number)
        )
        number += len(placed)
        yield PaperPart(kind=part.kind, instructions=part.instructions, points_each=part.points_each, items=placed)
