"""One writer at a time: a lock beside the bank, explained when somebody else holds it."""

from __future__ import annotations

import contextlib
import os
import platform
from collections.abc import Iterator
from pathlib import Path

import filelock

from quizgen.errors import InputError, WriteError, show
from quizgen.files import read_bytes, write_in_place

WAIT = 10.0  # seconds


@contextlib.contextmanager
def locked(bank: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the bank's lock, ``<bank>.lock``; the lock file is gone afterwards.

    Raises WriteError: E-LOCK after one holder kept it for ``wait`` seconds, saying who; E-WRITE where no lock can be
    made. As long as it changes hands we wait on.
    """
    path = bank.with_name(f"{bank.name}.lock")
    lock = filelock.FileLock(path)
    try:
        bank.parent.mkdir(parents=True, exist_ok=True)
        _acquire(lock, path, wait)
    except filelock.Timeout as error:
        raise _explain(path, bank) from error
    except (OSError, NotImplementedError) as error:
        reason = f"不能在这里写题库（{getattr(error, 'strerror', '') or '无法加锁'}）"
        raise WriteError("E-WRITE", reason, "检查文件夹的写入权限，或换一个位置", file=str(bank)) from error
    try:
        _sign(lock, path)
        yield
    finally:
        _remove(lock, path)
        lock.release()


def _acquire(lock: filelock.BaseFileLock, path: Path, wait: float) -> None:
    holder = _read_holder(path)
    while True:
        try:
            lock.acquire(timeout=wait)
            return
        except filelock.Timeout:
            before, holder = holder, _read_holder(path)
            if holder == before:
                raise


def _sign(lock: filelock.BaseFileLock, path: Path) -> None:
    """Write who holds the lock into it, in place: replacing the file would lose the lock."""
    if isinstance(lock, filelock.SoftFileLock):  # signs itself
        return
    with contextlib.suppress(OSError):  # the record is a courtesy; Windows forbids it
        write_in_place(path, f"{os.getpid()}\n{platform.node()}\n".encode("utf-8", "replace"))


def _remove(lock: filelock.BaseFileLock, path: Path) -> None:
    """Unlink the lock file while it is still held: whoever waits on it sees that it has no name and starts over."""
    if isinstance(lock, filelock.UnixFileLock):
        with contextlib.suppress(OSError):
            path.unlink()


def _explain(path: Path, bank: Path) -> WriteError:
    pid, host = _read_holder(path)
    if not pid:
        reason, advice = "另一个程序正在写这个题库", f"稍后再试；若确认没有程序在用，删去 {show(path.name)}"
    elif host == platform.node():
        reason, advice = f"这台电脑上的另一个 quizgen（进程 {pid}）正在写这个题库", "等它结束后再试"
    else:
        reason = f"电脑 {show(host)} 上的 quizgen（进程 {pid}）正在写这个题库"
        advice = f"等它结束后再试；若那台电脑已关机，删去 {show(path.name)}"
    return WriteError("E-LOCK", reason, advice, file=str(bank))


def _read_holder(path: Path) -> tuple[str, str]:
    """Return process and computer that signed the lock; empty where nobody did or the lock is just gone."""
    try:
        lines = read_bytes(path).decode("utf-8", "replace").split("\n")
    except InputError:
        return "", ""
    return (lines[0], lines[1]) if len(lines) > 1 and lines[0].isdigit() else ("", "")
