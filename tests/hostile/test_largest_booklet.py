"""The largest booklet that is read at all, of words that never come twice in a row: within memory (RELIABILITY G11)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from quizgen.readers import limits
from quizgen.text import dictionary

MEGABYTES = 800
LINE = 12  # words of two characters

pytestmark = [pytest.mark.full, pytest.mark.skipif(not hasattr(os, "wait4"), reason="peak memory of a child")]


def largest_booklet() -> str:
    """Return as many sentences as a booklet may have characters, words of the dictionary in random order."""
    lines = (dictionary.data_folder() / "dict.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split(" ")[0] for line in lines if line.index(" ") == 2]
    random = Random(5)
    count = limits.MAX_CHARACTERS // (2 * LINE + 2)
    assert count <= limits.MAX_BLOCKS
    return "".join(f"{''.join(random.choices(words, k=LINE))}。\n" for _ in range(count))


@pytest.mark.parametrize("command", ["parse", "generate"])
def test_the_largest_booklet_stays_within_memory(command: str, tmp_path: Path) -> None:
    path = tmp_path / "资料.txt"
    path.write_text(largest_booklet(), encoding="utf-8")
    arguments = {"parse": ["--json"], "generate": ["-o", str(tmp_path / "out")]}[command]
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", command, str(path), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")},
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1)  # words at random may hold nothing to ask
    assert usage.ru_maxrss / 1024 <= MEGABYTES
