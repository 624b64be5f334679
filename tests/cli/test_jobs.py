"""Several booklets at once: however many workers, the same bytes; one that cannot be used does not stop the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BOOKLETS = [str(path) for path in sorted((ROOT / "examples").glob("*")) if path.suffix in {".txt", ".docx"}]


def generate(out: Path, *arguments: str, expected: int = 0) -> tuple[dict[str, bytes], str]:
    """Return the files written and what was said."""
    command = [sys.executable, "-m", "quizgen", "generate", *arguments, "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == expected, done.stderr
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}, done.stderr.replace(str(out), "OUT")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    return generate(tmp_path_factory.mktemp("alone") / "out", *BOOKLETS)


def test_two_processes_give_the_same(alone: tuple[dict[str, bytes], str], tmp_path: Path) -> None:
    assert generate(tmp_path / "out", *BOOKLETS, "--jobs", "2") == alone


def test_a_cluster_gives_the_same(alone: tuple[dict[str, bytes], str], tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    options = {"n_workers": 2, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with distributed.LocalCluster(**options, silence_logs=50) as cluster:
        assert generate(tmp_path / "out", *BOOKLETS, "--scheduler", cluster.scheduler_address) == alone


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_bad_booklet_does_not_stop_the_rest(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    files, said = generate(tmp_path / "out", BOOKLETS[0], str(tmp_path / "bad.txt"), "--jobs", jobs, expected=1)
    assert "题库.yaml" in files
    assert said.count("错误[") == 1
    assert "bad.txt" in said
