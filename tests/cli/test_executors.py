"""One process, several or a cluster: the same results in the same order, and a dead worker is told by its booklet."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from quizgen.cli.executors import map_booklets
from quizgen.errors import InputError, QuizgenError, UsageError

posix = pytest.mark.skipif(os.name == "nt", reason="kills by signal")


def measure(path: Path) -> int:
    if path.name == "bad":
        raise InputError("E-TYPE", "不是资料", file=str(path))
    if path.name == "bug":
        raise ZeroDivisionError
    return len(path.name)


def die(marks: Path, path: Path) -> int:
    """Die on "deadly" always, on "weak" the first time."""
    first = not (marks / path.name).exists()
    (marks / path.name).touch()
    if path.name == "deadly" or (path.name == "weak" and first):
        os.kill(os.getpid(), signal.SIGKILL)
    return len(path.name)


def shown(results: list[object]) -> list[object]:
    return [(result.code, result.file) if isinstance(result, QuizgenError) else result for result in results]


BOOKLETS = [Path(name) for name in ("one", "three", "bad", "seven11")]
RESULTS = [3, 5, ("E-TYPE", "bad"), 7]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_stand_in_the_order_of_the_booklets(jobs: int) -> None:
    assert shown(map_booklets(measure, BOOKLETS, jobs=jobs)) == RESULTS
    assert map_booklets(measure, [], jobs=jobs) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_is_no_fault_of_the_booklet(jobs: int) -> None:
    with pytest.raises(ZeroDivisionError):
        map_booklets(measure, [Path("one"), Path("bug")], jobs=jobs)


@posix
def test_a_dead_worker_is_told_by_its_booklet_and_the_others_stand(tmp_path: Path) -> None:
    booklets = [Path(name) for name in ("one", "weak", "deadly", "four", "five5")]
    results = map_booklets(partial(die, tmp_path), booklets, jobs=2)
    assert shown(results) == [3, 4, ("E-WORKER", "deadly"), 4, 5]


INTERRUPTED = textwrap.dedent("""
    import os, signal, sys, time
    from quizgen.cli.executors import map_booklets
    def wait(path):
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(600)
    if __name__ == "__main__":
        signal.signal(signal.SIGINT, signal.default_int_handler)  # tests started in the background inherit it ignored
        try:
            map_booklets(wait, ["a", "b"], jobs=2)
        except KeyboardInterrupt:
            sys.exit(130)
""")


@posix
def test_an_interrupt_ends_the_workers_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(INTERRUPTED, encoding="utf-8")
    done = subprocess.run([sys.executable, str(tmp_path / "run.py")], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (130, "")


def test_a_scheduler_that_does_not_answer_is_a_usage_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.cli.executors.CONNECT_SECONDS", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(UsageError, match="E-CLUSTER"):
            map_booklets(measure, BOOKLETS, scheduler=address)


def test_a_missing_cluster_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"E-CLUSTER") as caught:
        map_booklets(measure, BOOKLETS, scheduler="tcp://127.0.0.1:9")
    assert "quizgen[cluster]" in caught.value.advice


@pytest.fixture
def scheduler() -> Iterator[str]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same(scheduler: str) -> None:
    assert shown(map_booklets(measure, BOOKLETS, scheduler=scheduler)) == RESULTS


def test_a_worker_of_a_cluster_that_dies_is_told_by_its_booklet(scheduler: str, tmp_path: Path) -> None:
    booklets = [Path(name) for name in ("one", "weak", "deadly", "four")]
    results = map_booklets(partial(die, tmp_path), booklets, scheduler=scheduler)
    assert shown(results) == [3, 4, ("E-WORKER", "deadly"), 4]
