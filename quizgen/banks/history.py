"""What a bank was before: the last versions a merge replaced, and which items the last writes added."""

from __future__ import annotations

import re
from pathlib import Path

from quizgen.files import read_bytes, write_atomic

KEPT = 20
MAX_JOURNAL = 5000  # ids
MAX_BYTES = 200 * 1024 * 1024

VERSION = re.compile(r"[0-9]{4,9}\.yaml")
# 0007.yaml


def folder_of(bank: Path) -> Path:
    """Return where the history of a bank is kept; it need not exist."""
    return bank.parent / ".quizgen" / "history" / bank.name


def versions_of(bank: Path) -> list[Path]:
    """Return the kept versions, oldest first."""
    folder = folder_of(bank)
    return sorted(path for path in folder.glob("*.yaml") if VERSION.fullmatch(path.name)) if folder.is_dir() else []


def keep_version(bank: Path, data: bytes) -> Path:
    """Return the file that now holds these bytes as the bank's latest former version; the oldest ones go."""
    versions = versions_of(bank)
    if versions and versions[-1].stat().st_size == len(data) and read_bytes(versions[-1], limit=MAX_BYTES) == data:
        return versions[-1]
    number = int(versions[-1].stem) + 1 if versions else 1
    path = folder_of(bank) / f"{number:04}.yaml"
    write_atomic(path, data)
    for old in versions[: max(len(versions) + 1 - KEPT, 0)]:
        old.unlink(missing_ok=True)
    return path


def write_journal(bank: Path, added: list[str]) -> None:
    """Write down which items the last writes added, the latest last."""
    lines = "".join(f"{name}\n" for name in added[-MAX_JOURNAL:])
    write_atomic(folder_of(bank) / "journal.txt", lines.encode("utf-8"))


def read_journal(bank: Path) -> list[str]:
    """Return the ids the last writes added; none where there is no history."""
    path = folder_of(bank) / "journal.txt"
    return read_bytes(path, limit=MAX_BYTES).decode("utf-8", "replace").split() if path.is_file() else []
