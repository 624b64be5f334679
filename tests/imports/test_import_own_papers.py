"""The round trip: a paper and its key as quizgen prints them, read back as a school's bank."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.banks import load
from quizgen.items import AnyItem

BOOKLET = Path(__file__).parents[2] / "examples" / "清河教育资料.txt"


def run(*arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", *map(str, arguments)], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


def essence(item: AnyItem) -> tuple[object, ...]:
    """Return what a printed paper tells of an item."""
    own = {"key", "keys", "distractors", "blanks", "points"} & set(type(item).model_fields)
    fields = item.model_dump(include=own, exclude={"points": {"__all__": {"weight"}}})
    options = {name: sorted(v) if isinstance(v, tuple) and name != "points" else v for name, v in fields.items()}
    return item.kind, "".join(item.stem.split()), repr(sorted(options.items()))


@pytest.mark.parametrize("seed", [1, 2])
def test_own_paper_and_key_read_back(tmp_path: Path, seed: int) -> None:
    run("generate", BOOKLET, "-o", tmp_path, "--seed", seed)
    run("bank", "import", tmp_path / "试卷.docx", "--answers", tmp_path / "参考答案.docx", "-o", tmp_path / "读回.yaml")
    known = {essence(item) for item in load(tmp_path / "题库.yaml").items}
    back = [essence(item) for item in load(tmp_path / "读回.yaml").items]
    assert len(back) >= 30
    assert [item for item in back if item not in known] == []
