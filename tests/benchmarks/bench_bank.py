"""A large bank against the plain libyaml load of the same file, side by side.

Usage: python tests/benchmarks/bench_bank.py [ITEMS] [--jobs plain check …]   (default 10000 items, all jobs)

Prints CPU seconds, ratio to two plain loads (the limit is 1.00) and peak memory, each in a process of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import yaml
from click.testing import CliRunner

from quizgen import banks
from quizgen.checks import lint_item
from quizgen.cli import cli
from quizgen.items.single_choice import SingleChoice
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Provenance

WORDS = (
    "教研",
    "数据",
    "课堂",
    "平台",
    "教师",
    "学生",
    "评价",
    "资源",
    "机制",
    "标准",
    "质量",
    "管理",
    "服务",
    "安全",
    "创新",
)
BLUEPRINT = """\
schema_version: 1
title: 大题库测试卷
minutes: 60
total: 100
parts:
- {kind: single_choice, count: 50, points_each: 2}
sections: even
"""
JOBS = ("plain", "load", "check", "list", "paper", "dump", "merge")


def make_item(number: int, random: Random) -> SingleChoice:
    """Return an item on a sentence of random words."""
    words = random.choices(WORDS, k=12)
    quote = f"{''.join(words[:6])}第{number}项的关键在{words[6]}，目的是{''.join(words[7:])}。"
    name = hashlib.sha256(quote.encode()).hexdigest()
    span = (number * 60, number * 60 + len(quote))
    return SingleChoice(
        id=name[:12],
        stem=quote.replace(f"在{words[6]}，", "在（　　），"),
        key=words[6],
        distractors=tuple(random.sample([word for word in WORDS if word not in words], 3)),
        theme="教研",
        section=f"第{number % 40}篇",
        terms=("教研", words[0]),
        fact="attribute",
        asks=name[12:24],
        difficulty="medium",
        salience=0.5,
        template="attribute-single",
        device="sibling-slot",
        provenance=(Provenance(source="b1", section=str(number % 40), page=1, span=span, quote=quote),),
    )


def write_bank(path: Path, count: int) -> None:
    """Write a bank of ``count`` single-choice items."""
    random = Random(count)
    items = tuple(banks.seal(make_item(number, random)) for number in range(count))
    source = Source(id="b1", name="booklet.txt", sha256="0" * 64)
    path.write_bytes(banks.dump(Bank(title="大题库", sources=(source,), items=items)))


def run_job(job: str, path: Path) -> None:
    """Do one job, as its command does."""
    if job == "plain":
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
        return
    if job == "paper":
        blueprint = path.with_name("blueprint.yaml")
        blueprint.write_text(BLUEPRINT, encoding="utf-8")
        done = CliRunner().invoke(
            cli, ["paper", str(path), "-o", str(path.with_name("paper")), "--blueprint", str(blueprint)]
        )
        assert done.exit_code == 0, done.output
        return
    bank = banks.load(path)
    if job == "check":
        banks.check(bank, lint_item)
    elif job == "list":
        print(len([banks.as_mapping(item) for item in banks.select(bank, banks.Wishes(text="课堂"))]), file=sys.stderr)
    elif job == "dump":
        banks.dump(bank)
    elif job == "merge":
        banks.merge(bank, bank)


def measure(job: str, path: Path) -> tuple[float, float]:
    """Return CPU seconds and peak MiB of a job in a fresh process."""
    command = [sys.executable, __file__, "--job", job, str(path)]
    seconds, peak = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return seconds, peak


def main() -> None:
    """Measure every job."""
    parser = argparse.ArgumentParser()
    parser.add_argument("items", nargs="?", type=int, default=10_000)
    parser.add_argument("--jobs", nargs="+", choices=JOBS, default=JOBS)
    parser.add_argument("--job", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        start = time.process_time()
        run_job(options.job[0], Path(options.job[1]))
        print(json.dumps([time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.yaml"
        write_bank(path, options.items)
        print(f"{options.items} items, {path.stat().st_size / 1e6:.1f} MB")
        plain = 0.0
        for job in options.jobs:
            seconds, peak = measure(job, path)
            plain = plain or seconds
            print(
                f"{job:6} {seconds:7.2f} s CPU  {seconds / (2 * plain):5.2f} of twice the first  {peak:6.0f} MiB",
                flush=True,
            )


if __name__ == "__main__":
    main()
