"""What is wrong with a paper, worked out the slow and plain way from the texts of CONTRACT.md and RULES.md.

Shares nothing with quizgen.assembly but the definition of a figure: it is what the assembly is judged by.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

from quizgen.assembly.figures import is_figure
from quizgen.itemsets import Bank, Form
from quizgen.model.blueprint import Blueprint

Entry = tuple[object, int, float]
"""An item, the number of its part from 0, its marks per item (blank)."""


def units(item) -> int:
    return len(item.blanks) if item.kind == "fill_blank" else 1


def entries(form: Form) -> list[Entry]:
    """Return what a form prints."""
    return [
        (placed.item, number, placed.points / units(placed.item))
        for number, part in enumerate(form.parts)
        for placed in part.items
    ]


def rule_faults(chosen: list[Entry]) -> set[str]:
    """Return the rules of RULES.md section 11 that these entries break."""
    items = [item for item, _, _ in chosen]
    faults = set()
    if any(item.status == "retired" for item in items):
        faults.add("retired")
    for one, other in combinations(items, 2):
        if one.id == other.id or (one.asks and one.asks == other.asks):
            faults.add("fact")
        if other.id in one.enemies or one.id in other.enemies:
            faults.add("enemies")
        if leaks(one, other) or leaks(other, one):
            faults.add("leak")
    if any(count > 2 for count in Counter(item.provenance[0].quote for item in items if item.provenance).values()):
        faults.add("sentence")
    if crowded(items):
        faults.add("sentence")
    return faults | part_faults(chosen)


def crowded(items) -> bool:
    spans = [item.provenance[0].span for item in items if item.provenance]
    return any(sum(start <= place < end for start, end in spans) > 2 for place, _ in spans)


def part_faults(chosen: list[Entry]) -> set[str]:
    faults = set()
    for number in {number for _, number, _ in chosen}:
        part = [item for item, own, _ in chosen if own == number]
        if part[0].kind == "true_false" and abs(2 * sum(not item.key for item in part) - len(part)) > 1:
            faults.add("halves")
        if part[0].kind == "multiple_choice" and 100 * sum(not i.distractors for i in part) > 15 * len(part):
            faults.add("keyed")
    return faults


def keys(item) -> list[str]:
    if item.kind == "fill_blank":
        return [entry[0] for entry in item.blanks]
    if item.kind == "true_false":
        return [item.correction.right] if item.correction else []
    if item.kind == "single_choice":
        return [item.key]
    return list(item.keys) if item.kind == "multiple_choice" else [point.text for point in item.points]


def choices(item) -> list[str]:
    if item.kind == "single_choice":
        return [item.key, *item.distractors]
    return [*item.keys, *item.distractors] if item.kind == "multiple_choice" else []


def leaks(asking, showing) -> bool:
    """Return whether ``showing`` gives a key of ``asking`` away."""
    shown = [showing.stem, *choices(showing)]
    return any(key in choices(showing) if len(key) < 3 else any(key in text for text in shown) for key in keys(asking))


def wish_faults(chosen: list[Entry], blueprint: Blueprint, banks: list[Bank]) -> set[str]:
    """Return the wishes of a blueprint that these entries miss, by their names in the file."""
    faults = set()
    for number, part in enumerate(blueprint.parts):
        got = Counter(marks for item, own, marks in chosen if own == number for _ in range(units(item)))
        if got != Counter(part.marks):
            faults.add(f"parts[{number + 1}] {part.kind}")
    if not math.isclose(sum(units(item) * marks for item, _, marks in chosen), blueprint.total):
        faults.add("total")
    for name, share, belongs in wished_shares(blueprint, banks):
        if not is_met(share, blueprint, sum(units(i) * m for i, _, m in chosen if belongs(i))):
            faults.add(name)
    numeric = sum(units(i) * m for i, _, m in chosen if is_numeric(i))
    if blueprint.numeric is not None and numeric > blueprint.numeric * blueprint.total + 1e-9:
        faults.add("numeric")
    papers = sorted({(use.date, use.paper) for bank in banks for item in bank.items for use in item.used})
    recent = papers[max(len(papers) - blueprint.exclude_used_within, 0) :]
    if any((use.date, use.paper) in recent for item, _, _ in chosen for use in item.used):
        faults.add("exclude_used_within")
    return faults


def is_numeric(item) -> bool:
    return item.fact in ("number", "date") and (not keys(item) or any(is_figure(key) for key in keys(item)))


def is_met(share: float, blueprint: Blueprint, marks: float) -> bool:
    """Return whether marks are a share of the total, give or take a tenth, or one item where items are coarser."""
    tolerance = max(blueprint.total / 10, max(max(part.marks) for part in blueprint.parts))
    return abs(marks - share * blueprint.total) <= tolerance + 1e-6


def wished_shares(blueprint: Blueprint, banks: list[Bank]):
    for level, share in (blueprint.difficulty or {}).items():
        yield f"difficulty.{level}", share, lambda item, level=level: item.difficulty == level
    if isinstance(blueprint.sections, dict):
        for name, share in blueprint.sections.items():
            yield f"sections.{name}", share, lambda item, name=name: name in (item.theme, item.section)
    elif blueprint.sections == "even":
        fitting = [item for bank in banks for item in bank.items if item.status != "retired" and fits(item, blueprint)]
        articles = {item.section for item in fitting if item.section}
        for article in articles:
            yield "sections", 1 / len(articles), lambda item, article=article: item.section == article


def fits(item, blueprint: Blueprint) -> list[tuple[int, float]]:
    """Return the parts and marks an item could be printed with: half a mark for every point, the rest to the first."""
    weights = [point.weight for point in item.points] if item.kind in ("term_definition", "short_answer") else [1]
    return [
        (number, marks)
        for number, part in enumerate(blueprint.parts)
        for marks in dict.fromkeys(part.marks)
        if part.kind == item.kind
        and units(item) <= part.marks.count(marks)
        and all(marks * 2 * weight >= sum(weights) for weight in weights[1:])
    ]


def printing_faults(form: Form, blueprint: Blueprint) -> set[str]:
    """Return what is wrong with numbers, marks, order of marks and options of a printed form."""
    faults = set()
    placed = [one for part in form.parts for one in part.items]
    if [one.number for one in placed] != list(range(1, len(placed) + 1)):
        faults.add("numbers")
    if not math.isclose(sum(one.points for one in placed), blueprint.total):
        faults.add("total")
    if any(sorted(one.options) != sorted(choices(one.item)) for one in placed):
        faults.add("options")
    for part, wanted in zip(form.parts, blueprint.parts, strict=True):
        if part.kind != "fill_blank" and tuple(one.points for one in part.items) != wanted.marks:
            faults.add("marks")
        if part.kind == "true_false" and longest_run([one.item.key for one in part.items]) > 3:
            faults.add("run")
    return faults


def longest_run(values: list) -> int:
    longest = run = 0
    for place, value in enumerate(values):
        run = run + 1 if place and value == values[place - 1] else 1
        longest = max(longest, run)
    return longest
