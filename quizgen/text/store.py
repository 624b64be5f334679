"""A private store of texts that cost time to work out again: one folder per user, one checked file per key.

Nothing in it is ever trusted blindly or needed: a missing, damaged or foreign file is as good as none, an unsafe folder
means no store. Each file: a line with the format, a line with the SHA-256 of key and text, the text in UTF-8.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.files import read_bytes, write_atomic

_FORMAT = "quizgen-store 1"
MOST_FILES = 64


def folder() -> Path | None:
    """Return the user's cache folder for quizgen, made if missing; None where others could write it or nobody can."""
    try:
        place = _base() / "quizgen"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if _is_ours(place, stat.S_ISDIR) else None
    except (OSError, RuntimeError):  # RuntimeError: the account has no home
        return None


def _base() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"


def _is_ours(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Return whether the path itself, not what it links to, is of that kind, ours, and writable by nobody else."""
    status = path.lstat()
    if not is_kind(status.st_mode):
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def load(key: str) -> str | None:
    """Return the text kept under ``key``; None when there is none or it is not exactly what was saved."""
    place = folder()
    if place is None:
        return None
    try:
        if not _is_ours(place / key, stat.S_ISREG):
            return None
        head, digest, text = read_bytes(place / key).decode("utf-8").split("\n", 2)
    except (OSError, ValueError, QuizgenError):
        return None
    return text if (head, digest) == (_FORMAT, _digest(key, text)) else None


def save(key: str, text: str) -> None:
    """Keep ``text`` under ``key`` if that can be done safely; the files not written for longest make room."""
    place = folder()
    if place is None:
        return
    with contextlib.suppress(OSError, QuizgenError):
        if (place / key).is_symlink():
            (place / key).unlink()
        write_atomic(place / key, f"{_FORMAT}\n{_digest(key, text)}\n{text}".encode())
        _make_room(place)


def _digest(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()


def _make_room(place: Path) -> None:
    kept = sorted(place.iterdir(), key=lambda path: path.lstat().st_mtime_ns, reverse=True)
    for path in kept[MOST_FILES:]:
        path.unlink()
