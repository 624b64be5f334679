"""A large bank against the plain libyaml load of the same file, side by side.

Usage: python tests/benchmarks/bench_bank.py [ITEMS] [--jobs plain check …]   (default 10000 items, all jobs)

``paper`` makes the standard paper as far as the bank goes, ``blueprint`` one of a blueprint that it fills. The random
words are those of jieba's dictionary. Prints CPU seconds, ratio to two plain loads (the limit is 1.00) and peak memory,
each in a process of its own.
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
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import yaml
from click.testing import CliRunner

from quizgen import banks
from quizgen.checks import lint_item
from quizgen.cli import cli
from quizgen.items import AnyItem
from quizgen.items.base import Correction
from quizgen.items.fill_blank import FillBlank
from quizgen.items.single_choice import SingleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Provenance

BLUEPRINT = """\
schema_version: 1
title: 大题库测试卷
minutes: 90
total: 100
parts:
- {kind: single_choice, count: 30, points_each: 2}
- {kind: true_false, count: 20, points_each: 1}
- {kind: fill_blank, count: 10, points_each: 2}
difficulty: {easy: 0.4, medium: 0.4, hard: 0.2}
sections: even
numeric: 0.25
"""
JOBS = ("plain", "load", "check", "list", "paper", "blueprint", "dump", "merge")
SECTIONS = 20


def list_words() -> list[str]:
    """Return the words of two to four characters in jieba's dictionary that are common enough to be met."""
    lines = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split() for line in lines)
    return [word for word, count, _ in entries if 2 <= len(word) <= 4 and int(count) >= 500]


def make_item(number: int, words: list[str], random: Random) -> AnyItem:
    """Return an item on a sentence of random words: of ten, four fill_blank, three single_choice, three true_false."""
    said = random.sample(words, 12)
    quote = f"{''.join(said[:6])}第{number}项的关键在{said[6]}，目的是{''.join(said[7:])}。"
    name = hashlib.sha256(quote.encode()).hexdigest()
    common: dict[str, Any] = {
        "id": name[:12],
        "theme": "教研",
        "section": f"第{number % SECTIONS}篇",
        "terms": (said[0], said[1]),
        "fact": "attribute",
        "asks": name[12:24],
        "difficulty": random.choice(("easy", "medium", "hard")),
        "salience": random.randrange(20) / 20,
        "template": "attribute",
        "provenance": (
            Provenance(source="b1", section="1", page=1, span=(number * 60, number * 60 + len(quote)), quote=quote),
        ),
    }
    if number % 10 < 4:
        return FillBlank(stem=quote.replace(f"在{said[6]}，", "在____，"), blanks=((said[6],),), **common)
    others = tuple(random.sample(words, 3))
    if number % 10 < 7:
        stem = quote.replace(f"在{said[6]}，", "在（　　），")
        return SingleChoice(stem=stem, key=said[6], distractors=others, device="sibling-slot", **common)
    if number % 2:
        return TrueFalse(stem=quote, key=True, **common)
    swapped = quote.replace(f"在{said[6]}，", f"在{others[0]}，")
    return TrueFalse(stem=swapped, key=False, correction=Correction(wrong=others[0], right=said[6]), **common)


def write_bank(path: Path, count: int) -> None:
    """Write a bank of ``count`` items."""
    random, words = Random(count), list_words()
    items = tuple(banks.seal(make_item(number, words, random)) for number in range(count))
    source = Source(id="b1", name="booklet.txt", sha256="0" * 64)
    path.write_bytes(banks.dump(Bank(title="大题库", sources=(source,), items=items)))


def run_job(job: str, path: Path) -> None:
    """Do one job, as its command does."""
    if job == "plain":
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
        return
    if job in ("paper", "blueprint"):
        blueprint = path.with_name("blueprint.yaml")
        blueprint.write_text(BLUEPRINT, encoding="utf-8")
        wanted = ["--blueprint", str(blueprint)] if job == "blueprint" else []
        done = CliRunner().invoke(cli, ["paper", str(path), "-o", str(path.with_name("paper")), *wanted])
        assert done.exit_code == 0, done.output
        return
    bank = banks.load(path)
    if job == "check":
        banks.check(bank, lint_item)
    elif job == "list":
        print(len([banks.as_mapping(item) for item in banks.select(bank, banks.Wishes(text="第77"))]), file=sys.stderr)
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
                f"{job:9} {seconds:7.2f} s CPU  {seconds / (2 * plain):5.2f} of twice the first  {peak:6.0f} MiB",
                flush=True,
            )


if __name__ == "__main__":
    main()
