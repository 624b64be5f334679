"""Start-up: a command loads what it needs and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANKS = sorted((ROOT / "banks").glob("*.yaml"))
HEAVY = {"jieba", "docx", "lxml", "highspy", "numpy", "pypdfium2", "openpyxl", "distributed"}
LOADED = """
import sys
from quizgen.cli import main
sys.argv[0] = "quizgen"
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def modules_loaded(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["-h"]], ids=" ".join)
def test_help_loads_click_alone(arguments: list[str]) -> None:
    assert modules_loaded(*arguments) & (HEAVY | {"pydantic", "yaml", "quizgen.model", "quizgen.text"}) == set()


@pytest.mark.parametrize("arguments", [["templates", "list"], ["templates", "--help"]], ids=" ".join)
def test_templates_load_no_heavy_library(arguments: list[str]) -> None:
    assert modules_loaded(*arguments) & HEAVY == set()


@pytest.mark.skipif(not BANKS, reason="no bank in banks/")
def test_bank_list_loads_no_heavy_library() -> None:
    assert modules_loaded("bank", "list", str(BANKS[0])) & HEAVY == set()


@pytest.mark.parametrize("command", ["generate", "parse", "paper", "bank", "verify", "handout", "templates"])
def test_the_help_of_a_command_loads_no_heavy_library(command: str) -> None:
    assert modules_loaded(command, "--help") & HEAVY == set()


@pytest.mark.skipif(not BANKS, reason="no bank in banks/")
def test_libraries_leave_stdout_to_the_product(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quizgen", "paper", str(BANKS[0]), "-o", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
