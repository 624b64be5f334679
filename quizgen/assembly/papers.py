"""Bank, blueprint and seed made a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from string import ascii_uppercase

from quizgen.assembly.candidates import gather
from quizgen.assembly.explanation import explain
from quizgen.assembly.forms import Form as ChosenForm
from quizgen.assembly.forms import choose_forms, count_repeats
from quizgen.assembly.placement import place_form
from quizgen.assembly.preferences import rate
from quizgen.assembly.relaxation import may_hold
from quizgen.assembly.scaling import list_shapes, read_standard, shrink_to_one
from quizgen.assembly.selection import Stock
from quizgen.assembly.shortlist import shorten
from quizgen.errors import AssemblyError, Shortfall, show
from quizgen.itemsets import Bank, Paper
from quizgen.model.blueprint import Blueprint
from quizgen.model.diagnostic import Diagnostic

MOST_VERSIONS = len(ascii_uppercase)


def assemble(
    banks: Sequence[Bank],
    blueprint: Blueprint | None,
    *,
    seed: int = 0,
    versions: int = 1,
    shuffle_only: bool = False,
    title: str | None = None,
) -> Paper:
    """Return the best paper the banks hold for a blueprint; None: the standard shape, scaled to what they yield.

    ``versions``: forms A, B, … with as few common facts as can be; ``shuffle_only``: the same items in another order.
    ``title`` stands for the blueprint's title; ``{title}`` in either is the banks' title. Raises AssemblyError:
    E-BLUEPRINT with the ``wishes`` that cannot hold together, E-TOTAL, E-VERSIONS.
    """
    if not 1 <= versions <= MOST_VERSIONS:
        raise AssemblyError("E-VERSIONS", f"份数应是 1 到 {MOST_VERSIONS}", "改 --versions 后面的数")
    _check_total(blueprint or read_standard())
    shape, chosen, remarks = _choose(banks, blueprint, seed, 1 if shuffle_only else versions)
    source_title = "、".join(dict.fromkeys(bank.title for bank in banks if bank.title))
    labels = ascii_uppercase[:versions] if versions > 1 else [""]
    forms = [
        place_form(
            chosen[number % len(chosen)],
            shape,
            label,
            Random(f"form {seed} {number}"),
            shuffled=number >= len(chosen),
        )
        for number, label in enumerate(labels)
    ]
    return Paper(
        title=(title or shape.title).replace("{title}", source_title),
        source_title=source_title,
        blueprint=shape,
        seed=seed,
        forms=tuple(forms),
        diagnostics=(*remarks, *_remark(chosen, shape)),
    )


def _check_total(blueprint: Blueprint) -> None:
    if blueprint.marks != blueprint.total:
        wanted, available = f"{blueprint.total:g} 分", f"{blueprint.marks:g} 分"
        reason = f"蓝图的总分（total）写的是 {wanted}，各大题合计 {available}"
        error = AssemblyError("E-TOTAL", reason, "改 total，或改题数、分值，使两者相等")
        error.wishes = (Shortfall("total", "满分", wanted, available),)
        raise error


Made = tuple[Blueprint, list[ChosenForm], tuple[Diagnostic, ...]]


def _choose(banks: Sequence[Bank], blueprint: Blueprint | None, seed: int, versions: int) -> Made:
    """Return the blueprint that is met, the items of every form, and what is to be said. Raises AssemblyError."""
    wanted = blueprint or read_standard()
    candidates = gather(banks, wanted.exclude_used_within)
    gains = rate(candidates, seed, sum(part.count for part in wanted.parts))
    stocks = [Stock(kept, gains, candidates) for kept in shorten(candidates, wanted, gains, versions)]
    for shape, remarks in [(wanted, ())] if blueprint else list_shapes(wanted, [stock.candidates for stock in stocks]):
        forms = _choose_first(stocks, shape, versions)
        if forms is not None:
            return shape, forms, remarks
    raise explain(candidates, stocks[0].candidates, blueprint or shrink_to_one(wanted, candidates))


def _choose_first(stocks: Sequence[Stock], shape: Blueprint, versions: int) -> list[ChosenForm] | None:
    """Return the forms of the first stock that has them without common facts, else the last; None when none has."""
    forms: list[ChosenForm] | None = None
    for stock in stocks:
        forms = choose_forms(stock, shape, versions) or forms
        done = not may_hold(stocks[-1].candidates, shape) if forms is None else not count_repeats(forms)
        if done:
            break
    return forms


def _remark(forms: Sequence[ChosenForm], blueprint: Blueprint) -> Iterator[Diagnostic]:
    """Yield what a teacher should know about the items chosen."""
    if repeats := count_repeats(forms):
        message = f"题库不够大：各卷之间有 {repeats} 处考的是同一事实"
        yield Diagnostic(code="W-FORMS", message=message)
    items = {one.candidate.item.id: one.candidate.item for form in forms for one in form}
    doubtful = [item.id for item in items.values() if item.evidence in ("vanished", "differs")]
    if doubtful:
        message = f"{len(doubtful)} 题的依据在资料中已找不到或与原文不符：{'、'.join(doubtful[:8])}"
        yield Diagnostic(code="W-EVIDENCE", message=message)
    if isinstance(blueprint.sections, dict):
        known = {name for item in items.values() for name in (item.theme, item.section)}
        for name in blueprint.sections:
            if name not in known:
                yield Diagnostic(code="W-SECTION", message=f"试卷里没有主题或篇目“{show(name, 30)}”的题")
