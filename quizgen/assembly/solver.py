"""Zero-one programs and their exact solution by HiGHS (MIT licence, one wheel, no further services).

The only importer of ``highspy``. One thread, a fixed seed, no clock: the answer depends on the program alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

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
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in _options(node_limit).items():
        highs.setOptionValue(name, value)
    highs.passModel(_model(program, gains))
    highs.run()
    status = highs.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None, True
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    if not found and status != highspy.HighsModelStatus.kSolutionLimit:
        raise RuntimeError(f"HiGHS stopped with {status}")
    return (_clean(program, highs.getSolution().col_value) if found else None), found


def _options(node_limit: int) -> dict[str, Any]:
    return {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.99,  # gains are whole numbers: nothing lies between
        "mip_max_nodes": node_limit,
    }


def _model(program: Program, gains: list[int]) -> Any:
    import highspy
    import numpy as np

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(gains), len(program.rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array(gains, dtype=float)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(gains)), np.array(program.highs, dtype=float)
    lp.row_lower_ = np.array([row.low for row in program.rows], dtype=float)
    lp.row_upper_ = np.array([row.high for row in program.rows], dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in program.rows)])
    lp.a_matrix_.index_ = np.array([column for row in program.rows for column, _ in row.terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([factor for row in program.rows for _, factor in row.terms], dtype=float)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in program.whole]
    return lp


def _clean(program: Program, values: Any) -> list[float]:
    """Return the values, whole ones without the solver's rounding dust."""
    return [round(value) if whole else value for value, whole in zip(values, program.whole, strict=True)]
