"""Where booklets are worked on: in this process, in several, or on a cluster – any ``concurrent.futures`` executor.

The results come in the order of the inputs, so that the number of workers never shows in the output.
"""

from __future__ import annotations

import importlib
import logging
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from quizgen.errors import InputError, QuizgenError, UsageError

MOST_PROCESSES = 61  # Windows waits for no more
CONNECT_SECONDS = 10
TRIES_ALONE = 2

P = ParamSpec("P")
Given = TypeVar("Given")
Made = TypeVar("Made")


class SerialExecutor(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[P, Made], /, *args: P.args, **kwargs: P.kwargs) -> Future[Made]:
        """Return the finished call; what an interrupt or an exit raises passes through."""
        future: Future[Made] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def open_executor(jobs: int, scheduler: str | None = None) -> Iterator[Executor]:
    """Yield the executor the command line asks for: the scheduler's if named, else this process (1 job) or ``jobs``.

    Raises UsageError (E-CLUSTER, E-JOBS).
    """
    if scheduler is not None:
        with _open_cluster(scheduler) as executor:
            yield executor
    elif jobs == 1:
        yield SerialExecutor()
    else:
        with _open_processes(jobs) as executor:
            yield executor


def map_booklets(
    function: Callable[[Given], Made], booklets: Sequence[Given], *, jobs: int = 1, scheduler: str | None = None
) -> list[Made | QuizgenError]:
    """Return what ``function`` makes of each booklet, in their order; for one that cannot be used, the reason.

    ``function``, the booklets and what is made of them must be picklable. Where a worker dies, what it and its
    neighbours were at is tried again, each with a worker of its own; InputError (E-WORKER) tells which one kills.
    """
    with open_executor(min(jobs, max(1, len(booklets))), scheduler) as executor:
        results = _run(function, booklets, executor)
    for index in [index for index, result in enumerate(results) if isinstance(result, _Lost)] * TRIES_ALONE:
        if isinstance(results[index], _Lost):
            with open_executor(2, scheduler) as executor:
                [results[index]] = _run(function, [booklets[index]], executor)
    return [_blame(booklets[i]) if isinstance(result, _Lost) else result for i, result in enumerate(results)]


class _Lost:
    """Stands for a result that died with its worker."""


def _run(
    function: Callable[[Given], Made], booklets: Sequence[Given], executor: Executor
) -> list[Made | QuizgenError | _Lost]:
    futures = [_submit(executor, function, booklet) for booklet in booklets]
    results: list[Made | QuizgenError | _Lost] = []
    for future in futures:
        result = _collect(future)
        results.append(result)
    return results


def _submit(executor: Executor, function: Callable[[Given], Made], booklet: Given) -> Future[Made]:
    try:
        return executor.submit(function, booklet)
    except BrokenExecutor as error:  # an earlier booklet has killed it already
        future: Future[Made] = Future()
        future.set_exception(error)
        return future


def _collect(future: Future[Made]) -> Made | QuizgenError | _Lost:
    try:
        return future.result()
    except QuizgenError as error:
        return error
    except Exception as error:
        if isinstance(error, (BrokenExecutor, CancelledError)) or type(error).__name__ == "KilledWorker":
            return _Lost()
        raise


def _blame(booklet: object) -> InputError:
    reason = "处理这份资料时工作进程一再中断（内存不足或被系统终止）"
    return InputError("E-WORKER", reason, "单独处理这一份，或拆成几份", file=str(booklet))


@contextmanager
def _open_processes(jobs: int) -> Iterator[Executor]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    try:
        context = multiprocessing.get_context("spawn")
        executor = ProcessPoolExecutor(min(jobs, MOST_PROCESSES), mp_context=context, initializer=_ignore_interrupt)
    except (OSError, ImportError, NotImplementedError) as error:
        raise UsageError("E-JOBS", "这台机器不能同时开几个进程", "改用 --jobs 1") from error
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    executor.shutdown()


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which stops its workers: theirs would each print a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _open_cluster(scheduler: str) -> Iterator[Executor]:
    client = _connect(scheduler)
    try:
        yield client.get_executor(pure=False)
    finally:
        client.close()


def _connect(scheduler: str) -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        advice = '先安装：pip install "quizgen[cluster]"'
        raise UsageError("E-CLUSTER", "没有安装集群支持", advice) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        return distributed.Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError("E-CLUSTER", "连不上这个调度器", "检查 --scheduler 的地址", file=scheduler) from error
