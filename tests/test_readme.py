"""The commands in both READMEs are the same, and they run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
MAIN_JOB = "pip install . && quizgen generate examples/清河教育资料.txt -o out"
TEST_JOB = 'pip install ".[test]" && python -m pytest'

SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
# ```sh
PICTURE_OR_LINK = re.compile(r"\]\(([^):]+)\)")
# [CONTRIBUTING.md](CONTRIBUTING.md)


def read_commands(name: str) -> list[str]:
    blocks = SHELL_BLOCK.findall((ROOT / name).read_text("utf-8"))
    return [line for block in blocks for line in block.splitlines()]


def find_quizgen_commands() -> list[list[str]]:
    """Arguments of every quizgen command of the README, in order; installing is the business of .ci/run."""
    parts = [part.strip() for line in read_commands(READMES[0]) for part in line.split("&&")]
    return [shlex.split(part)[1:] for part in parts if part.startswith("quizgen ")]


def test_both_readmes_give_the_same_commands() -> None:
    assert read_commands(READMES[0]) == read_commands(READMES[1])


@pytest.mark.parametrize("command", [MAIN_JOB, TEST_JOB])
def test_the_two_commands_stand_in_the_readme(command: str) -> None:
    assert command in read_commands(READMES[0])


@pytest.mark.parametrize("name", READMES)
def test_links_and_pictures_exist(name: str) -> None:
    targets = PICTURE_OR_LINK.findall((ROOT / name).read_text("utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_the_commands_run_one_after_the_other(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commands = find_quizgen_commands()
    assert len(commands) >= 10
    for arguments in commands:
        done = subprocess.run(
            [sys.executable, "-m", "quizgen", *arguments], cwd=tmp_path, capture_output=True, timeout=120
        )
        assert done.returncode == 0, (arguments, done.stderr.decode("utf-8", "replace"))
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        "题库.yaml",
        "试卷.docx",
        "参考答案.docx",
        "试卷.yaml",
    }
