"""Why no paper exists: a smallest set of wishes that cannot hold together, each with what could be had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, lay_grid
from quizgen.assembly.rules import RULES, Rule
from quizgen.assembly.selection import bind, open_program
from quizgen.assembly.solver import INFINITY, Program, Row, solve
from quizgen.assembly.wishes import MARKS, Demand, Wish, list_wishes
from quizgen.errors import AssemblyError, Shortfall
from quizgen.model.blueprint import Blueprint

_DUST = 0.5
"""Rows hold whole numbers: less than this is the solver's rounding."""


def explain(candidates: Sequence[Candidate], blueprint: Blueprint) -> AssemblyError:
    """Return the error (E-BLUEPRINT) for a blueprint these candidates cannot fill.

    Its ``wishes`` cannot hold together with the rules no paper breaks, and could if any one of them fell; its
    ``rules`` are those of the rules that this needs.
    """
    grid = lay_grid(candidates, blueprint)
    ruled = _bound(grid, RULES)
    wishes = _find_core(ruled, list_wishes(blueprint, grid))
    rules = _find_rules(grid, wishes)
    shortfalls = tuple(_measure(ruled, grid, wish, wishes) for wish in wishes)
    listed = "；".join(f"{one.label}要{one.wanted}，{one.available}" for one in shortfalls)
    under = f"（同时要守住：{'、'.join(rules)}）" if rules else ""
    together = "这些要求不能同时满足" if len(wishes) > 1 else "这个要求满足不了"
    error = AssemblyError("E-BLUEPRINT", f"题库里{together}：{listed}{under}", "减少题数、放宽比例，或往题库里补题")
    error.wishes = shortfalls
    error.rules = rules
    return error


def _bound(grid: Grid, rules: Iterable[Rule]) -> Program:
    program = open_program(grid)
    bind(program, grid, rules)
    return program


def _find_core(ruled: Program, wishes: list[Wish]) -> list[Wish]:
    """Return a smallest set of wishes that cannot hold under the rules.

    Smallest by hitting sets: whatever must give way to let the rest hold meets every set that cannot hold; the first
    smallest set to meet all that is known and still not to hold is the answer.
    """
    yielding: list[list[int]] = []
    core: list[int] = []
    while _holds(ruled, [wishes[number] for number in core]):
        kept = list(core)
        for number in range(len(wishes)):
            if number not in kept and _holds(ruled, [wishes[other] for other in (*kept, number)]):
                kept.append(number)
        if len(kept) == len(wishes):
            raise ValueError("these wishes hold together: there is nothing to explain")
        yielding.append([number for number in range(len(wishes)) if number not in kept])
        core = _hit(yielding, len(wishes))
    return [wishes[number] for number in core]


def _find_rules(grid: Grid, wishes: list[Wish]) -> tuple[str, ...]:
    """Return the labels of rules these wishes cannot hold under, none of them idle."""
    rules: tuple[Rule, ...] = RULES
    for rule in RULES:
        fewer = tuple(other for other in rules if other is not rule)
        rules = rules if _holds(_bound(grid, fewer), wishes) else fewer
    return tuple(rule.label for rule in rules)


def _holds(ruled: Program, wishes: list[Wish]) -> bool:
    return solve(_wish(ruled, wishes)) is not None


def _wish(ruled: Program, wishes: list[Wish]) -> Program:
    program = ruled.copy()
    for wish in wishes:
        program.add_rows(wish.rows)
    return program


def _hit(sets: list[list[int]], count: int) -> list[int]:
    """Return a smallest set of numbers below ``count`` with one of each set in it, the lower the better."""
    program = Program()
    for number in range(count):
        program.add_column(-count * count - number, whole=True)
    program.add_rows(Row(tuple((number, 1) for number in one), 1, INFINITY) for one in sets)
    values = solve(program) or []
    return [number for number, value in enumerate(values) if value]


def _measure(ruled: Program, grid: Grid, wish: Wish, wishes: list[Wish]) -> Shortfall:
    """Return a wish with the nearest that can be had while the other wishes hold."""
    program = _wish(ruled, [other for other in wishes if other is not wish])
    slack = [_loosen(program, demand.row) for demand in wish.demands]
    values = solve(program) or []
    off = [values[over] + values[under] > _DUST for over, under in slack]
    missed = [demand for demand, is_off in zip(wish.demands, off, strict=True) if is_off]
    got = [_say_amount(grid, demand, _sum(demand.row, values)) for demand in missed]
    return Shortfall(
        name=wish.name,
        label="、".join(demand.label for demand in missed),
        wanted="、".join(dict.fromkeys(_say_wanted(grid, demand) for demand in missed)),
        available="只能做到" + "、".join(got),
    )


def _loosen(program: Program, row: Row) -> tuple[int, int]:
    """Return the columns for what is above and below a row that need not hold any more, as little as possible."""
    over = program.add_column(-1, high=INFINITY)
    under = program.add_column(-1, high=INFINITY)
    program.add_rows([Row((*row.terms, (over, -1), (under, 1)), row.low, row.high)])
    return over, under


def _sum(row: Row, values: Sequence[float]) -> int:
    return round(sum(factor * values[column] for column, factor in row.terms))


def _say_amount(grid: Grid, demand: Demand, amount: float) -> str:
    """Return an amount as a person counts it: items, blanks, or marks with their share."""
    if demand.unit != MARKS:
        return f"{amount:g}{demand.unit}"
    return f"{amount / 2:g}分（{amount / grid.total:.0%}）"


def _say_wanted(grid: Grid, demand: Demand) -> str:
    low, high = demand.row.low, demand.row.high
    if low == high:
        return _say_amount(grid, demand, low)
    if low <= 0:
        return f"至多{_say_amount(grid, demand, high)}"
    if high >= grid.total:
        return f"至少{_say_amount(grid, demand, low)}"
    return f"{_say_amount(grid, demand, low)}到{_say_amount(grid, demand, high)}"
