"""Zero-one programs and their exact solution."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from quizgen.assembly import highs
from quizgen.errors import AssemblyError

INFINITY = float("inf")
MOST_NODES = 50_000
"""Nodes after which a search is given up; papers take one, or a few."""


class Row(NamedTuple):
    """``low`` ≤ sum of coefficient x column ≤ ``high``; ``terms`` are (column, coefficient)."""

    terms: tuple[tuple[int, int], ...]
    low: float
    high: float


@dataclass
class Program:
    """Columns from 0, whole or continuous, each with a gain; rows bind them. The total gain is maximised."""

    gains: list[int] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def add_column(self, gain: int = 0, *, high: float = 1.0, whole: bool = False) -> int:
        """Return the number of a new column of 0 to ``high``."""
        self.gains.append(gain)
        self.highs.append(high)
        self.whole.append(whole)
        return len(self.gains) - 1

    def copy(self) -> Program:
        """Return a program of its own with the same columns and rows."""
        return Program(list(self.gains), list(self.highs), list(self.whole), list(self.rows))

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Take more rows in; a row without terms is kept: it may be what cannot hold."""
        self.rows.extend(rows)


def solve(program: Program, *, node_limit: int = 0) -> list[float] | None:
    """Return a best value of every column, None when no values meet all rows.

    ``node_limit`` > 0 bounds the search for the best (a count, never a time, so that the answer is the same on every
    machine); whether any values exist is decided exactly. Raises AssemblyError (E-SEARCH) where that takes too long.
    """
    if any(not row.terms and not row.low <= 0 <= row.high for row in program.rows):
        return None
    if not program.gains:
        return []
    values, decided = _run(program, program.gains, node_limit or MOST_NODES)
    if values is None and not decided:  # the limit came before the first answer: ask for any
        values, decided = _run(program, [0] * len(program.gains), MOST_NODES)
    if not decided:
        reason = "搜索了很久，没有找到试卷，也没能证明它不存在"
        raise AssemblyError("E-SEARCH", reason, "让分值整齐一些，或减少比例方面的要求")
    return values


def _run(program: Program, gains: list[int], node_limit: int) -> tuple[list[float] | None, bool]:
    """Return the values found (None: none) and whether that answer is final."""
    outcome = highs.search(_model(program, gains), node_limit)
    if outcome.status == highs.INFEASIBLE:
        return None, True
    if outcome.values is None:
        if outcome.status != highs.SOLUTION_LIMIT:
            raise RuntimeError(f"HiGHS stopped with status {outcome.status}")
        return None, False
    return _clean(program, outcome.values), True


def _model(program: Program, gains: list[int]) -> highs.Model:
    return highs.Model(
        gains=array("d", gains),
        column_lows=array("d", bytes(8 * len(gains))),
        column_highs=array("d", program.highs),
        whole=array("i", program.whole),
        row_lows=array("d", [row.low for row in program.rows]),
        row_highs=array("d", [row.high for row in program.rows]),
        starts=array("i", accumulate((len(row.terms) for row in program.rows), initial=0)),
        columns=array("i", [column for row in program.rows for column, _ in row.terms]),
        factors=array("d", [factor for row in program.rows for _, factor in row.terms]),
    )


def _clean(program: Program, values: Iterable[float]) -> list[float]:
    """Return the values, whole ones without the solver's rounding dust."""
    return [round(value) if whole else value for value, whole in zip(values, program.whole, strict=True)]
