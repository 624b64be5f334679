"""The doors of the file system: all bytes come in through ``read_bytes``, all files leave through ``write_atomic``."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from quizgen.errors import InputError, WriteError

MAX_INPUT_BYTES = 50 * 1024 * 1024
WINDOWS = os.name == "nt"
REPLACE_TRIES, REPLACE_PAUSE = 10, 0.03  # seconds (RELIABILITY.md T6)


def read_bytes(path: Path, *, limit: int = MAX_INPUT_BYTES) -> bytes:
    """Return the bytes of a regular file of at most ``limit`` bytes; "-" is standard input.

    Raises InputError (E-FILE, E-SIZE). A FIFO or a device never blocks: it is opened without waiting and refused.
    """
    if str(path) == "-":
        return _within(sys.stdin.buffer.read(limit + 1), limit, "标准输入")
    name = str(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        return _read_regular(descriptor, limit, name)
    except OSError as error:
        raise InputError("E-FILE", _why_unreadable(error), "检查文件名和权限", file=name) from error


def _read_regular(descriptor: int, limit: int, name: str) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)  # a folder opens, but cannot be wrapped
        reason = "这是一个文件夹，不是文件" if stat.S_ISDIR(status.st_mode) else "这不是普通文件"
        raise InputError("E-FILE", reason, "请给出一个文件", file=name)
    with os.fdopen(descriptor, "rb") as stream:
        if status.st_size > limit:
            _within(b"", limit, name, size=status.st_size)
        return _within(stream.read(limit + 1), limit, name)


def _within(data: bytes, limit: int, name: str, size: int | None = None) -> bytes:
    if (size or len(data)) > limit:
        raise InputError("E-SIZE", f"文件超过 {limit // 1024 // 1024} MB 的上限", "拆成几份再处理", file=name)
    return data


def _why_unreadable(error: OSError) -> str:
    reasons = {
        errno.ENOENT: "找不到文件",
        errno.EACCES: "没有读取权限",
        errno.EISDIR: "这是一个文件夹，不是文件",
        errno.ENOTDIR: "路径中有一段不是文件夹",
        errno.ELOOP: "链接绕成了圈",
        errno.ENAMETOOLONG: "文件名太长",
    }
    return reasons.get(error.errno or 0, f"文件无法读取（{error.strerror}）")


def write_atomic(
    path: Path, data: bytes, *, prefix: str = ".qg-", just_before: Callable[[], None] | None = None
) -> None:
    """Write the file whole or not at all: temporary file in the same folder, fsync, replace, fsync of the folder.

    A link is followed, the mode of an existing file kept. ``prefix`` begins the temporary file's name;
    ``just_before`` is called with everything ready and stops the replacement by raising. Raises WriteError (E-WRITE).
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(target.parent, prefix) as (descriptor, name):
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, _mode_of(target))
            if just_before is not None:
                just_before()
            _replace(name, target)
    except OSError as error:
        reason = f"没有写成，原文件未改动：{_why_unwritable(error)}"
        raise WriteError("E-WRITE", reason, "换一个位置，或关闭正在使用它的程序", file=str(path)) from error
    _sync_folder(target.parent)


def write_in_place(path: Path, data: bytes) -> None:
    """Overwrite an existing file as it stands: for the record in a lock file, whose lock goes with its file.

    Raises OSError.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _temporary(folder: Path, prefix: str) -> Iterator[tuple[int, str]]:
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=folder)
    try:
        yield descriptor, name
    finally:
        with contextlib.suppress(FileNotFoundError):  # replaced: nothing left to remove
            os.unlink(name)


def _mode_of(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _replace(name: str, target: Path) -> None:
    """Put the new file in the old one's place; on Windows a reader of the old one is waited for a little while."""
    for _ in range(REPLACE_TRIES if WINDOWS else 0):
        with contextlib.suppress(PermissionError):  # the last try, below, says so
            os.replace(name, target)
            return
        time.sleep(REPLACE_PAUSE)
    os.replace(name, target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last. The file is in place already: where folders cannot be synced, there is nothing to say."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _why_unwritable(error: OSError) -> str:
    reasons = {
        errno.EACCES: "没有写入权限",
        errno.EPERM: "没有写入权限",
        errno.EROFS: "这个位置是只读的",
        errno.ENOSPC: "磁盘已满",
        errno.ENOTDIR: "路径中有一段不是文件夹",
        errno.EEXIST: "同名的文件挡住了文件夹",
        errno.EISDIR: "这个名字是一个文件夹",
        errno.ENAMETOOLONG: "文件名太长",
    }
    return reasons.get(error.errno or 0, error.strerror or "系统拒绝")
