"""HiGHS (MIT licence), asked by the C interface of the library in its wheel; the only importer of ``highspy``.

Where the wheel has no such library (Windows), its Python package asks the same solver. The package needs numpy, and
loading that takes longer than solving a paper. One thread, a fixed seed, no clock: the answer depends on the program.
"""

from __future__ import annotations

import ctypes
import importlib.util
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

INFEASIBLE, SOLUTION_LIMIT, FEASIBLE_POINT = 8, 16, 2
"""Of kHighsModelStatus and kHighsSolutionStatus: the numbers of HiGHS's C interface."""
_ROW_WISE, _MAXIMISE = 2, -1
_SETTERS = {bool: "Highs_setBoolOptionValue", int: "Highs_setIntOptionValue", float: "Highs_setDoubleOptionValue"}


class Model(NamedTuple):
    """A program as HiGHS takes it: columns, then rows with their terms one row after the other; gains are maximised."""

    gains: array[float]
    column_lows: array[float]
    column_highs: array[float]
    whole: array[int]  # 1 for a column of whole numbers
    row_lows: array[float]
    row_highs: array[float]
    starts: array[int]  # where the terms of each row begin; the last entry is where they end
    columns: array[int]
    factors: array[float]


class Outcome(NamedTuple):
    """How a search ended: the model's status, and the values of all columns where some meet all rows."""

    status: int
    values: list[float] | None


def search(model: Model, node_limit: int) -> Outcome:
    """Return the outcome of a search for the values of the greatest gain."""
    library = load_library()
    return ask_package(model, node_limit) if library is None else ask_library(library, model, node_limit)


def _options(node_limit: int) -> dict[str, bool | int | float | str]:
    return {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.99,  # gains are whole numbers: nothing lies between
        "mip_max_nodes": node_limit,
    }


@cache
def load_library() -> ctypes.CDLL | None:
    """Return HiGHS's shared library from the installed wheel, None where there is none with 32-bit indices."""
    for path in _list_libraries():
        library = ctypes.CDLL(str(path))
        if library.Highs_getSizeofHighsInt(None) == array("i").itemsize:
            library.Highs_create.restype = ctypes.c_void_p
            return library
    return None


def _list_libraries() -> Iterator[Path]:
    package = importlib.util.find_spec("highspy")
    for folder in (package and package.submodule_search_locations) or ():
        yield from sorted(Path(folder).glob("libhighs.*"))


def ask_library(library: ctypes.CDLL, model: Model, node_limit: int) -> Outcome:
    """Return the outcome by the C interface."""
    highs = ctypes.c_void_p(library.Highs_create())
    try:
        for name, value in _options(node_limit).items():
            _set_option(library, highs, name.encode(), value)
        _call(library.Highs_passMip, highs, *_sizes(model), ctypes.c_double(0), *_addresses(model))
        _call(library.Highs_run, highs)
        status, found = library.Highs_getModelStatus(highs), ctypes.c_int()
        _call(library.Highs_getIntInfoValue, highs, b"primal_solution_status", ctypes.byref(found))
        return Outcome(status, _read_values(library, highs, model) if found.value == FEASIBLE_POINT else None)
    finally:
        library.Highs_destroy(highs)


def _set_option(library: ctypes.CDLL, highs: ctypes.c_void_p, name: bytes, value: bool | int | float | str) -> None:
    if isinstance(value, str):
        _call(library.Highs_setStringOptionValue, highs, name, value.encode())
    else:
        given = ctypes.c_double(value) if isinstance(value, float) else value
        _call(getattr(library, _SETTERS[type(value)]), highs, name, given)


def _sizes(model: Model) -> tuple[int, ...]:
    """Return how many columns, rows and terms there are, and how they are to be read."""
    return len(model.gains), len(model.row_lows), len(model.columns), _ROW_WISE, _MAXIMISE


def _addresses(model: Model) -> Iterator[ctypes.c_void_p]:
    """Yield where the arrays of the model lie, in the order of ``Highs_passMip``; HiGHS copies them."""
    bounds = (model.gains, model.column_lows, model.column_highs, model.row_lows, model.row_highs)
    for numbers in (*bounds, model.starts, model.columns, model.factors, model.whole):
        yield ctypes.c_void_p(numbers.buffer_info()[0])


def _read_values(library: ctypes.CDLL, highs: ctypes.c_void_p, model: Model) -> list[float]:
    columns, rows = len(model.gains), len(model.row_lows)
    vectors = [(ctypes.c_double * size)() for size in (columns, columns, rows, rows)]  # values and duals of both
    _call(library.Highs_getSolution, highs, *vectors)
    return list(vectors[0])


def _call(function: Any, *arguments: Any) -> None:
    """Call a function of the library; it answers 0, or 1 for a warning such as a limit reached."""
    if function(*arguments) not in (0, 1):
        raise RuntimeError(f"HiGHS refused {function.__name__}")


def ask_package(model: Model, node_limit: int) -> Outcome:
    """Return the outcome by the Python package."""
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in _options(node_limit).items():
        highs.setOptionValue(name, value)
    highs.passModel(_package_model(model))
    highs.run()
    found = int(highs.getInfo().primal_solution_status) == FEASIBLE_POINT
    return Outcome(int(highs.getModelStatus()), list(highs.getSolution().col_value) if found else None)


def _package_model(model: Model) -> Any:
    import highspy
    import numpy as np

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.gains), len(model.row_lows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array(model.gains)
    lp.col_lower_, lp.col_upper_ = np.array(model.column_lows), np.array(model.column_highs)
    lp.row_lower_, lp.row_upper_ = np.array(model.row_lows), np.array(model.row_highs)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
    lp.a_matrix_.start_, lp.a_matrix_.index_ = np.array(model.starts), np.array(model.columns)
    lp.a_matrix_.value_ = np.array(model.factors)
    kinds: Sequence[Any] = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in model.whole]
    return lp
