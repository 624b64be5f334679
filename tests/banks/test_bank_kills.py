"""``generate`` and ``bank merge`` killed at random moments: the bank is the old one or the new one, never less."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from quizgen import banks

BOOKLET = Path(__file__).parents[2] / "examples" / "清河教育资料.txt"
QUIZGEN = [sys.executable, "-m", "quizgen"]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the bank of the example booklet."""
    folder = tmp_path_factory.mktemp("generated")
    subprocess.run([*QUIZGEN, "generate", BOOKLET, "-o", folder], check=True, capture_output=True)
    return folder / "题库.yaml"


def prepare(folder: Path, generated: Path, number: int) -> None:
    """Write a bank a person worked on: two edits, two deletions that the next run puts back."""
    bank = banks.load(generated)
    first, second, *rest = bank.items
    edited = first.model_copy(update={"stem": f"老师第{number}次改____。"}), second.model_copy(update={"note": "老师"})
    mine = bank.model_copy(update={"items": (*edited, *rest[:-2])})
    (folder / "题库.yaml").write_bytes(banks.dump(mine))


def generate(folder: Path, generated: Path) -> list[str]:
    return [*QUIZGEN, "generate", str(BOOKLET), "-o", str(folder)]


def merge(folder: Path, generated: Path) -> list[str]:
    bank = str(folder / "题库.yaml")
    return [*QUIZGEN, "bank", "merge", bank, str(generated), "-o", bank]


def run_for(command: list[str], seconds: float | None) -> float:
    """Run a command, killed after some seconds if given; return how long it ran."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return time.monotonic() - start


@pytest.mark.parametrize("command", [generate, merge])
@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.full)])
def test_a_killed_run_harms_no_bank(
    tmp_path: Path, generated: Path, command: Callable[[Path, Path], list[str]], kills: int
) -> None:
    random = Random(kills)
    every = {item.id for item in banks.load(generated).items}
    prepare(tmp_path, generated, 0)
    whole = run_for(command(tmp_path, generated), None)
    for number in range(1, kills + 1):
        prepare(tmp_path, generated, number)
        run_for(command(tmp_path, generated), whole * random.uniform(0.3, 1.1))
        bank = banks.load(tmp_path / "题库.yaml")
        assert bank.items[0].stem == f"老师第{number}次改____。"
        assert bank.items[1].note == "老师"
        assert len(bank.items) in (len(every) - 2, len(every))
    run_for(command(tmp_path, generated), None)
    assert {item.id for item in banks.load(tmp_path / "题库.yaml").items} == every
    assert not list(tmp_path.glob(".qg-*-*.tmp")) and not list(tmp_path.glob("*.lock"))
