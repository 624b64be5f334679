#!/usr/bin/env python3
"""What the main job costs, as ratios measured side by side in one run; a script, never part of the tests.

usage: python tests/benchmarks/bench_run.py [--rounds N] [--shared DIR] [--skip-large]

The yardstick is floor.py of the shared folder: the shortest honest script for the job on stock jieba. Each round runs
every case once, so that a slow minute of the machine falls on all of them. "first" has an empty output folder and an
empty cache, "again" generates into a folder of its own with the cache of "first".
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
MAIN = "theory-2024-01.txt"
PARAGRAPH = """会议综述

　　6月3日，清河县教育局召开数字教育推进会。会议指出，数字教育的特点是开放，关键在数据，目的是改进课堂。\
全县有28所学校参加，共1260名教师。会议要求，各校要做到有计划、有检查、有总结。
"""


@dataclass
class Case:
    """A command and what its runs cost: wall and processor seconds, peak MiB of it or a child."""

    name: str
    command: list[str]
    fresh: tuple[Path, ...] = ()
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def run(self, environment: dict[str, str], *, counted: bool = True) -> None:
        """Run the command once; fails loudly if it does."""
        for folder in self.fresh:
            shutil.rmtree(folder, ignore_errors=True)
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{self.name}: exit {process.returncode}\n{said.decode('utf-8', 'replace')}")
        if counted:
            self.wall.append(time.perf_counter() - start)
            self.processor.append(usage.ru_utime + usage.ru_stime)
            self.peak.append(usage.ru_maxrss / 1024)

    def line(self, yardstick: Case | None) -> str:
        """Return one row of the table."""
        wall, low, high = median(self.wall) * 1000, min(self.wall) * 1000, max(self.wall) * 1000
        row = f"{self.name:32}{wall:8.0f} ({low:.0f}-{high:.0f})".ljust(60)
        row += f"{median(self.processor) * 1000:8.0f}{max(self.peak):8.0f}"
        return row + (f"{ratio(self, yardstick):8.2f}" if yardstick else "")


def ratio(case: Case, yardstick: Case) -> float:
    """Return the median over the rounds of the processor time against the yardstick's of the same round."""
    return median(ours / theirs for ours, theirs in zip(case.processor, yardstick.processor, strict=False))


def joined(booklets: Path, times: int) -> str:
    """Return ``times`` the characters of the main booklet, from all text booklets joined over and over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(booklets.glob("*.txt"))]
    wanted = times * len((booklets / MAIN).read_text(encoding="utf-8"))
    text = ""
    while len(text) < wanted:
        text += "".join(f"{one}\n\n" for one in texts)
    return text[:wanted]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--skip-large", action="store_true", help="leave out the 50 x text")
    options = parser.parse_args()
    if not (options.shared / "score" / "floor.py").is_file():
        sys.exit(f"no floor.py under {options.shared}; name the shared folder with --shared")
    with tempfile.TemporaryDirectory() as place:
        cases = make_cases(options.shared, Path(place), skip_large=options.skip_large)
        measure(cases, Path(place), options.rounds)
    show(cases)


def make_cases(shared: Path, place: Path, *, skip_large: bool) -> dict[str, Case]:
    """Return the cases by name; their inputs are written to ``place``."""
    booklets = shared / "booklets"
    sizes = {"T0": PARAGRAPH} | {f"T{n}": joined(booklets, n) for n in ((10,) if skip_large else (10, 50))}
    for name, text in sizes.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    quizgen = [sys.executable, "-m", "quizgen"]
    booklet, out, cache = str(booklets / MAIN), place / "out", place / "cache" / "quizgen"
    generate = [*quizgen, "generate"]
    cases = [
        Case("floor", [sys.executable, str(shared / "score" / "floor.py"), booklet, str(place / "floor")]),
        Case("T1 first", [*generate, booklet, "-o", str(out / "1")], fresh=(out, cache)),
        Case("T1 again", [*generate, booklet, "-o", str(out / "1b")], fresh=(out / "1b",)),
        *(
            Case(name, [*generate, str(place / f"{name}.txt"), "-o", str(out / name)], fresh=(out / name, cache))
            for name in sizes
        ),
        Case("help", [*quizgen, "--help"]),
        Case("import click", [sys.executable, "-c", "import click"]),
    ]
    return {case.name: case for case in cases}


def measure(cases: dict[str, Case], place: Path, rounds: int) -> None:
    """Run every case once uncounted (bytecode, disk cache, jieba's own cache), then ``rounds`` times; T50 once."""
    environment = os.environ | {"XDG_CACHE_HOME": str(place / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is not compiled anew for every run
    for name in ("floor", "T1 first", "help", "import click"):
        cases[name].run(environment, counted=False)
    for number in range(rounds):
        for case in cases.values():
            if case.name != "T50" or number == 0:
                case.run(environment)


def show(cases: dict[str, Case]) -> None:
    """Print the table and the figures that are promised."""
    print(f"{'case':32}{'wall ms':>8}{'':20}{'cpu ms':>8}{'MiB':>8}{'x floor':>8}")
    for case in cases.values():
        print(case.line(cases["floor"]))
    seconds = {name: median(case.processor) for name, case in cases.items()}
    print()
    print(f"whole process / floor      {ratio(cases['T1 first'], cases['floor']):6.2f}   (bar 1.0, goal 0.65)")
    print(f"second run / floor         {ratio(cases['T1 again'], cases['floor']):6.2f}   (goal 0.30)")
    print(f"help / import click        {ratio(cases['help'], cases['import click']):6.2f}   (bar 3)")
    for size in (10, 50):
        if f"T{size}" in seconds:
            growth = (seconds[f"T{size}"] - seconds["T0"]) / (seconds["T1 first"] - seconds["T0"])
            print(f"(T{size} - T0) / (T1 - T0)".ljust(27) + f"{growth:6.1f}" + ("   (bar 11)" if size == 10 else ""))
    print(f"peak memory, T1            {max(cases['T1 first'].peak):6.0f} MiB   (bar 300)")


if __name__ == "__main__":
    main()
