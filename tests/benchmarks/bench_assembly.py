#!/usr/bin/env python3
"""What assembling costs, by size of the bank; a script, never part of the tests.

usage: python tests/benchmarks/bench_assembly.py [--rounds N] [--largest N]

Processor milliseconds, median of the rounds, each round with another seed: the whole of ``assemble`` and, of it, what
HiGHS takes. "loads" is the time of one plain libyaml load of the same bank's file, the yardstick for large banks.
"impossible" wants shares that cannot hold together and gets the explanation.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "assembly"))
from bank_factory import make_bank

from quizgen import banks
from quizgen.assembly import assemble, solver
from quizgen.assembly.scaling import read_standard
from quizgen.errors import AssemblyError
from quizgen.itemsets import Bank

SIZES = (50, 200, 500, 2000, 10_000)
STANDARD = read_standard()
IMPOSSIBLE = STANDARD.model_copy(update={"difficulty": {"easy": 0.9, "hard": 0.9}})
spent_solving: list[float] = []


def explain_only(bank: Bank, seed: int) -> None:
    """Run into the explanation."""
    try:
        assemble([bank], IMPOSSIBLE, seed=seed)
    except AssemblyError:
        return
    raise SystemExit("the impossible blueprint was filled")


CASES: dict[str, Callable[[Bank, int], object]] = {
    "auto": lambda bank, seed: assemble([bank], None, seed=seed),
    "A and B": lambda bank, seed: assemble([bank], None, seed=seed, versions=2),
    "impossible": explain_only,
}


def watch_solver() -> None:
    """Let every run of HiGHS add its time to ``spent_solving``."""
    run = solver._run

    def timed(*arguments):
        start = time.process_time()
        result = run(*arguments)
        spent_solving[-1] += time.process_time() - start
        return result

    solver._run = timed


def measure(case: Callable[[Bank, int], object], bank: Bank, rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of a case, and of HiGHS within it."""
    whole = []
    spent_solving.clear()
    for seed in range(rounds):
        spent_solving.append(0.0)
        start = time.process_time()
        case(bank, seed)
        whole.append(time.process_time() - start)
    return median(whole) * 1000, median(spent_solving) * 1000


def load_plainly(bank: Bank) -> float:
    """Return the milliseconds one plain libyaml load of the bank takes."""
    data = banks.dump(bank)
    start = time.process_time()
    yaml.load(data, yaml.CSafeLoader)
    return (time.process_time() - start) * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--largest", type=int, default=10_000)
    given = parser.parse_args()
    assemble([make_bank(50)], None)  # loads HiGHS
    watch_solver()
    print(f"{'items':>6} {'loads':>8} " + " ".join(f"{name + ' (HiGHS)':>22}" for name in CASES))
    for size in (size for size in SIZES if size <= given.largest):
        bank = make_bank(size)
        figures = [measure(case, bank, given.rounds) for case in CASES.values()]
        shown = " ".join(f"{whole:>12.0f} ({solving:>7.0f})" for whole, solving in figures)
        print(f"{size:>6} {load_plainly(bank):>8.0f} {shown}", flush=True)


if __name__ == "__main__":
    main()
