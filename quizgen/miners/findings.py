"""Builders of findings from windows: the one place where slots, salience and evidence come together."""

from __future__ import annotations

from quizgen.miners.salience import salience
from quizgen.miners.statements import Statement
from quizgen.miners.windows import Window, window
from quizgen.model.finding import Fact, ListFinding, Slot, SlotFinding

Range = tuple[str, int, int, str]
"""Slot name, start and end in the statement, class."""


def slot(found: Window, name: str, start: int, end: int, cls: str) -> Slot:
    """Return a slot of the window; ``start`` and ``end`` are offsets of the statement."""
    return Slot(name=name, text=found.statement.text[start:end], start=found.at(start), end=found.at(end), cls=cls)


def slot_finding(
    kind: Fact,
    rule: str,
    statement: Statement,
    ranges: list[Range],
    *,
    unit: str = "",
    cover: tuple[int, int] | None = None,
    context: int = 5,
) -> SlotFinding | None:
    """Return a finding over the window around ``ranges``, None when there is none that stands alone.

    A range whose text stands twice in the window is no slot. ``cover``: more of the statement the window must hold.
    """
    low, high = cover or (min(r[1] for r in ranges), max(r[2] for r in ranges))
    found = window(statement, low, high, asked=ranges[0][1:3], context=context)
    if found is None:
        return None
    text = found.text
    own = [r for r in ranges if -1 not in statement.origin[r[1] : r[2]]]  # what was put in is nobody's words
    slots = tuple(slot(found, *r) for r in own if text.count(statement.text[r[1] : r[2]]) == 1)
    if not slots:
        return None
    return SlotFinding(
        kind=kind,
        rule=rule,
        anchor=statement.anchor,
        spoken=statement.spoken,
        statement=text,
        brief=found.brief,
        slots=slots,
        unit=unit,
        where=statement.where,
        provenance=found.provenance(),
        salience=salience(kind, found),
    )


def list_finding(
    rule: str,
    statement: Statement,
    members: list[tuple[int, int]],
    region: tuple[int, int],
    *,
    open_: bool,
    cls: str = "member",
) -> ListFinding | None:
    """Return a finding over a list whose members are ranges of the statement, None when no window stands alone."""
    found = window(statement, *region, least=min(b - a for a, b in members))
    if found is None:
        return None
    return ListFinding(
        rule=rule,
        anchor=statement.anchor,
        spoken=statement.spoken,
        statement=found.text,
        brief=found.brief,
        members=tuple(slot(found, f"member{i}", a, b, cls) for i, (a, b) in enumerate(members)),
        start=found.at(region[0]),
        end=found.at(region[1]),
        open=open_,
        where=statement.where,
        provenance=found.provenance(),
        salience=salience("list", found),
    )
