"""The bank that comes with the project is sound, fits its booklet, and its verdicts were given for these very words."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from examples_tools.make_bank import BANK, BOOKLET, read_verdicts, show

from quizgen import banks
from quizgen.items import KINDS

ENOUGH = {"fill_blank": 10, "single_choice": 10, "multiple_choice": 5, "true_false": 10}
ENOUGH |= {"term_definition": 2, "short_answer": 3}  # of the standard paper


def run_quizgen(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "quizgen", *map(str, arguments)], capture_output=True, timeout=120)


@pytest.mark.parametrize("arguments", [("bank", "check", BANK), ("verify", BANK, "--booklet", BOOKLET)])
def test_bank_is_sound_and_fits_its_booklet(arguments: tuple[str | Path, ...]) -> None:
    done = run_quizgen(*arguments)
    assert done.returncode == 0, done.stderr.decode("utf-8")


def test_every_verdict_was_given_for_these_words() -> None:
    verdicts = read_verdicts()
    judged = [item for item in banks.load(BANK).items if item.status != "draft"]
    assert [item.stem for item in judged if verdicts.get(item.id) != (item.status, show(item))] == []


def test_reviewed_items_fill_a_standard_paper() -> None:
    reviewed = Counter(item.kind for item in banks.load(BANK).items if item.status == "reviewed")
    assert {kind: count for kind, count in ENOUGH.items() if reviewed[kind] < count} == {}
    assert ENOUGH.keys() == KINDS.keys()


def test_the_standard_paper_can_be_made(tmp_path: Path) -> None:
    done = run_quizgen("paper", BANK, "-o", tmp_path)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    assert "\n  total: 100\n" in (tmp_path / "试卷.yaml").read_text("utf-8")
