"""Sections to findings: one file per fact family, table MINERS."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizgen.miners.attributes import mine_attributes
from quizgen.miners.catalogues import mine_catalogues, mine_totals
from quizgen.miners.changes import mine_changes
from quizgen.miners.conditions import mine_conditions
from quizgen.miners.definitions import mine_definitions
from quizgen.miners.events import mine_events
from quizgen.miners.formulas import mine_formulas
from quizgen.miners.lists import mine_lists
from quizgen.miners.outlines import mine_outlines
from quizgen.miners.positions import mine_positions
from quizgen.miners.purposes import mine_purposes
from quizgen.miners.quantities import mine_quantities
from quizgen.miners.reading import cited, widened
from quizgen.miners.rulings import mine_powers, mine_rulings
from quizgen.miners.slogans import mine_slogans
from quizgen.miners.statements import Statement, statements
from quizgen.model.document import Booklet
from quizgen.model.finding import Finding

MINERS: tuple[Callable[[Statement], Iterator[Finding]], ...] = (
    mine_definitions,
    mine_catalogues,
    mine_totals,
    mine_attributes,
    mine_positions,
    mine_lists,
    mine_changes,
    mine_conditions,
    mine_events,
    mine_quantities,
    mine_slogans,
    mine_formulas,
    mine_purposes,
    mine_rulings,
    mine_powers,
)
"""Each looks at one statement; ``mine_outlines`` needs all of them."""


def mine(booklet: Booklet, source: str = "b1") -> tuple[Finding, ...]:
    """Return what is worth asking, in reading order; ``source`` is the id of the booklet in the bank."""
    read = widened(booklet)
    made = statements(read, source)
    found: list[Finding] = list(mine_outlines(made))
    found += [finding for statement in _use_up(made) for miner in MINERS for finding in miner(statement)]
    if read is not booklet:
        found = [cited(finding, booklet) for finding in found]
    return tuple(sorted(found, key=lambda f: (f.provenance[0].span, f.kind, f.rule)))


def _use_up(made: list[Statement]) -> Iterator[Statement]:
    """Yield the statements in order and let go of each: what is worked out about one takes a hundred times its text."""
    made.reverse()
    while made:
        yield made.pop()
