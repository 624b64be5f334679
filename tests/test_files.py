"""The one door through which files leave: whole or not at all, and what is said when they cannot."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from quizgen import files
from quizgen.errors import WriteError


def _fail(error: OSError, times: int, then: object) -> object:
    left = [times]

    def double(*arguments: object) -> object:
        if left[0]:
            left[0] -= 1
            raise error
        return then(*arguments)  # type: ignore[operator]

    return double


def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "bank.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    files.write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["replace", "fsync", "chmod"])
def test_what_fails_before_the_file_is_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "bank.yaml"
    target.write_bytes(b"old")
    monkeypatch.setattr(files.os, call, _fail(OSError(28, "No space left"), 1, getattr(os, call)))
    with pytest.raises(WriteError, match="原文件未改动：磁盘已满"):
        files.write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []

    def sync(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(files.os, "fsync", sync)
    files.write_atomic(tmp_path / "paper.docx", b"new")
    assert len(synced) == 2
    assert (tmp_path / "paper.docx").read_bytes() == b"new"


def test_on_windows_a_reader_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "paper.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(files, "WINDOWS", True)
    monkeypatch.setattr(files, "REPLACE_PAUSE", 0)
    in_use, replace = PermissionError(13, "in use"), os.replace
    monkeypatch.setattr(files.os, "replace", _fail(in_use, 3, replace))
    files.write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
    monkeypatch.setattr(files.os, "replace", _fail(in_use, 99, replace))
    with pytest.raises(WriteError, match="没有写入权限"):
        files.write_atomic(target, b"newer")
    assert target.read_bytes() == b"new"
