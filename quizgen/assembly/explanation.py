"""Why no paper exists: a smallest set of wishes that cannot hold together, each with what could be had."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, lay_grid
from quizgen.assembly.relaxation import Relaxation
from quizgen.assembly.rules import RULES, Rule
from quizgen.assembly.selection import NODES, bind, open_program
from quizgen.assembly.solver import INFINITY, Program, Row, solve
from quizgen.assembly.wishes import MARKS, SHARE, Demand, Wish, list_wishes
from quizgen.errors import AssemblyError, Shortfall
from quizgen.model.blueprint import Blueprint


def explain(candidates: Sequence[Candidate], likely: Sequence[Candidate], blueprint: Blueprint) -> AssemblyError:
    """Return the error (E-BLUEPRINT) for a blueprint these candidates cannot fill; ``likely``: the shortlist of them.

    Its ``wishes`` cannot hold together with the rules no paper breaks, and could if any one of them fell; its
    ``rules`` are those of the rules that this needs.
    """
    case = _Case(candidates, likely, blueprint)
    core = _find_core(case)
    rules = _find_rules(case, core)
    shortfalls = tuple(_measure(case, number, core) for number in core)
    listed = "；".join(f"{one.label}要{one.wanted}，{one.available}" for one in shortfalls)
    under = f"（同时要守住：{'、'.join(rules)}）" if rules else ""
    together = "这些要求不能同时满足" if len(core) > 1 else "这个要求满足不了"
    error = AssemblyError("E-BLUEPRINT", f"题库里{together}：{listed}{under}", "减少题数、放宽比例，或往题库里补题")
    error.wishes = shortfalls
    error.rules = rules
    return error


class _Model:
    """Wishes over a grid, under some of the rules."""

    def __init__(self, grid: Grid, wishes: Sequence[Wish], rules: Iterable[Rule]) -> None:
        self.rows = {wish.name: wish.rows for wish in wishes}
        self.ruled = open_program(grid)
        bind(self.ruled, grid, rules)

    def wish(self, names: Collection[str]) -> Program:
        """Return the program with the wishes of these names."""
        program = self.ruled.copy()
        for name in names:
            program.add_rows(self.rows[name])
        return program


class _Case:
    """A blueprint under suspicion. Most questions are settled by a smaller model than the whole."""

    def __init__(self, candidates: Sequence[Candidate], likely: Sequence[Candidate], blueprint: Blueprint) -> None:
        self.grid = lay_grid(candidates, blueprint)
        self.wishes = list_wishes(blueprint, self.grid)
        self.names = [wish.name for wish in self.wishes]
        self.lawless = Relaxation(self.grid, self.wishes)
        ids = {candidate.item.id for candidate in likely}
        self._rows = {row for row, candidate in enumerate(candidates) if candidate.item.id in ids}
        self._blueprint = blueprint

    @cached_property
    def whole(self) -> _Model:
        """Return the wishes over all items under all rules."""
        return _Model(self.grid, self.wishes, RULES)

    @cached_property
    def likely(self) -> _Model:
        """Return the wishes over the likely items under all rules."""
        return self.bind_likely(RULES) or self.whole

    def bind_likely(self, rules: Iterable[Rule]) -> _Model | None:
        """Return the wishes over the likely items under these rules, None when all items are likely."""
        if len(self._rows) == len(self.grid.candidates):
            return None
        everything = self.grid.candidates
        grid = lay_grid([everything[row] for row in sorted(self._rows)], self._blueprint, everything)
        return _Model(grid, list_wishes(self._blueprint, grid), rules)

    def holds(self, names: Collection[str]) -> bool:
        """Return whether these wishes hold together under the rules.

        They do not if all items without any rule forbid it; they do if the likely items alone allow it, or those that
        would do without rules.
        """
        rows = self.lawless.suggest(names)
        if rows is None:
            return False
        if solve(self.likely.wish(names)) is not None:
            return True
        if self._widen(rows) and solve(self.likely.wish(names)) is not None:
            return True
        return self.likely is not self.whole and solve(self.whole.wish(names)) is not None

    def _widen(self, rows: set[int]) -> bool:
        """Take more items for likely; return whether there were more to take."""
        if rows <= self._rows:
            return False
        self._rows |= rows
        del self.likely
        return True


def _find_core(case: _Case) -> list[str]:
    """Return a smallest set of wishes that cannot hold under the rules.

    Smallest by hitting sets: a set that cannot hold has a wish in common with everything that must give way to let the
    rest hold; the first smallest set to have that with all that is known, and not to hold, is the answer.
    """
    yielding: list[list[str]] = []
    core: list[str] = []
    while case.holds(core):
        kept = list(core)
        for name in case.names:
            if name not in kept and case.holds([*kept, name]):
                kept.append(name)
        if len(kept) == len(case.names):
            raise ValueError("these wishes hold together: there is nothing to explain")
        yielding.append([name for name in case.names if name not in kept])
        core = _hit(yielding, case.wishes)
    return core


def _find_rules(case: _Case, core: list[str]) -> tuple[str, ...]:
    """Return the labels of rules these wishes cannot hold under, none of them idle."""
    if solve(case.lawless.wish(core)) is None:
        return ()
    rules: tuple[Rule, ...] = RULES
    for rule in RULES:
        fewer = tuple(other for other in rules if other is not rule)
        likely = case.bind_likely(fewer)
        if likely is not None and solve(likely.wish(core)) is not None:
            continue
        if solve(_Model(case.grid, case.wishes, fewer).wish(core)) is None:
            rules = fewer
    return tuple(rule.label for rule in rules)


def _hit(sets: list[list[str]], wishes: list[Wish]) -> list[str]:
    """Return a lightest set of names with one of each set in it, the earlier the better."""
    program, names = Program(), [wish.name for wish in wishes]
    for place, wish in enumerate(wishes):
        program.add_column(-wish.weight * len(wishes) * len(wishes) - place, whole=True)
    program.add_rows(Row(tuple((names.index(name), 1) for name in one), 1, INFINITY) for one in sets)
    values = solve(program) or []
    return [name for name, value in zip(names, values, strict=True) if value]


def _measure(case: _Case, name: str, core: list[str]) -> Shortfall:
    """Return a wish with the nearest that can be had while the other wishes hold."""
    grid, wish = case.grid, case.wishes[case.names.index(name)]
    near = _find_nearest(case, name, [other for other in core if other != name])
    missed = [(demand, got) for demand, got in zip(wish.demands, near.amounts, strict=True) if _is_missed(demand, got)]
    return Shortfall(
        name=wish.name,
        label="、".join(demand.label for demand, _ in missed),
        wanted="、".join(dict.fromkeys(_say_wanted(grid, demand) for demand, _ in missed)),
        available="只能做到" + "、".join(_say_amount(grid, demand, got) for demand, got in missed),
    )


def _is_missed(demand: Demand, amount: int) -> bool:
    return not demand.row.low <= amount <= demand.row.high


class _Near(NamedTuple):
    """How far a wish is missed, over all its demands, and what each then comes to."""

    distance: int
    amounts: list[int]


def _find_nearest(case: _Case, name: str, others: list[str]) -> _Near:
    """Return how near a wish can be come to while others hold.

    No rule lets it come nearer than it does without rules: where the likely items come as near, nobody need look on.
    """
    bound = _come_near(case.lawless, name, others)
    near = _come_near(case.likely, name, others)
    if near is not None and bound is not None and near.distance == bound.distance:
        return near
    return _come_near(case.whole, name, others) or _Near(0, [])


def _come_near(model: _Model | Relaxation, name: str, others: list[str]) -> _Near | None:
    program, rows = model.wish(others), model.rows[name]
    slack = [column for row in rows for column in _loosen(program, row)]
    values = solve(program, node_limit=NODES)
    if values is None:
        return None
    amounts = [round(sum(factor * values[column] for column, factor in row.terms)) for row in rows]
    return _Near(round(sum(values[column] for column in slack)), amounts)


def _loosen(program: Program, row: Row) -> tuple[int, int]:
    """Return the columns for what is above and below a row that need not hold any more, as little as possible."""
    over = program.add_column(-1, high=INFINITY)
    under = program.add_column(-1, high=INFINITY)
    program.add_rows([Row((*row.terms, (over, -1), (under, 1)), row.low, row.high)])
    return over, under


def _say_amount(grid: Grid, demand: Demand, amount: float) -> str:
    """Return an amount as a person counts it: items, blanks, or marks with their share."""
    if demand.unit == SHARE:
        return f"{amount / 2:g}分（{amount / grid.total:.0%}）"
    return f"{amount / 2:g}分" if demand.unit == MARKS else f"{amount:g}{demand.unit}"


def _say_wanted(grid: Grid, demand: Demand) -> str:
    low, high = demand.row.low, demand.row.high
    if low == high:
        return _say_amount(grid, demand, low)
    if low <= 0:
        return f"至多{_say_amount(grid, demand, high)}"
    if high >= grid.total:
        return f"至少{_say_amount(grid, demand, low)}"
    return f"{_say_amount(grid, demand, low)}到{_say_amount(grid, demand, high)}"
