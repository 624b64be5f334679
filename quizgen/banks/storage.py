"""A bank file changed safely: one writer, read again before it is replaced, whole or not at all, backed up."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from quizgen.banks.history import folder_of, keep_version, read_journal, write_journal
from quizgen.banks.loading import MAX_BYTES, parse
from quizgen.banks.locks import locked
from quizgen.banks.results import MergeResult, name_some, remark
from quizgen.banks.writing import dump
from quizgen.errors import ManyFaultsError, WriteError
from quizgen.files import read_bytes, write_atomic
from quizgen.itemsets import Bank
from quizgen.model.diagnostic import Diagnostic

TRIES = 20

COMMENT = re.compile(rb"(?:^|[ \t])#", re.MULTILINE)
#   key: 数据  # 李老师：这题太难

Change = Callable[[Bank | None], MergeResult]


class _ChangedError(Exception):
    """Somebody saved the file while we worked on what it was before."""


def save(path: Path, change: Bank | Change) -> MergeResult:
    """Return what ``change`` made of the bank at ``path`` (None: no file yet), now in that file; a bank replaces it.

    The change may be called again when an editor saves in between. A file whose bank is unchanged keeps its bytes.
    Raises WriteError (E-LOCK, E-WRITE, E-BUSY), ManyFaultsError (E-BANK): the file is then as it was.
    """
    target = Path(os.path.realpath(path))
    made = (lambda _: MergeResult(change)) if isinstance(change, Bank) else change
    prefix = f".qg-{hashlib.sha256(target.name.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}-"
    with locked(target):
        try:
            return _replace_until_still(target, made, prefix)
        except OSError as error:
            reason = f"没有写成，题库未改动（{error.strerror or '系统拒绝'}）"
            raise WriteError("E-WRITE", reason, "检查文件夹的权限和磁盘空间", file=str(path)) from error


def _replace_until_still(target: Path, change: Change, prefix: str) -> MergeResult:
    _sweep(target.parent, prefix)
    _sweep(folder_of(target), ".qg-")
    for _ in range(TRIES):
        with contextlib.suppress(_ChangedError):
            return _replace(target, change, prefix)
    raise WriteError("E-BUSY", "另一个程序不停地改这个题库，没有写成", "关闭编辑器后再试", file=str(target))


def _sweep(folder: Path, prefix: str) -> None:
    """Remove what a killed writer of this bank left; nobody else writes under its prefix while we hold the lock."""
    for orphan in folder.glob(f"{prefix}*.tmp"):
        orphan.unlink(missing_ok=True)


def _replace(target: Path, change: Change, prefix: str) -> MergeResult:
    before = _read(target)
    if before is None:
        result = change(None)
        write_atomic(target, dump(result.bank), prefix=prefix, just_before=lambda: _recheck(target, None))
        return result
    old = _parse(target, before)
    result = change(old)
    if result.bank == old:
        return result
    kept = keep_version(target, before)
    write_atomic(target, dump(result.bank), prefix=prefix, just_before=lambda: _recheck(target, before))
    remarks = (*_remark_losses(target, old, result.bank), *_remark_comments(before, old, kept))
    return result._replace(diagnostics=(*result.diagnostics, *remarks))


def _read(target: Path) -> bytes | None:
    return read_bytes(target, limit=MAX_BYTES) if target.exists() else None


def _parse(target: Path, data: bytes) -> Bank:
    try:
        return parse(data, str(target))
    except ManyFaultsError:
        _recheck(target, data)  # half saved by an editor: look again
        raise


def _recheck(target: Path, data: bytes | None) -> None:
    if _read(target) != data:
        raise _ChangedError


def _remark_losses(target: Path, old: Bank, new: Bank) -> Iterator[Diagnostic]:
    """Yield a remark about items the last writes added and somebody's editor wrote over; write the journal anew."""
    journal = read_journal(target)
    known = {item.id for item in old.items}
    if lost := [name for name in journal if name not in known]:
        advice = "若不是有意删去，把上次的命令再运行一次就能找回"
        yield remark("W-LOST", f"先前加入的 {len(lost)} 道题不见了：{name_some(lost)}；{advice}")
    added = [item.id for item in new.items if item.id not in known]
    try:
        write_journal(target, [name for name in journal if name in known] + added)
    except WriteError:
        yield remark("W-HISTORY", "题库已写好，但没能在 .quizgen/history 里记下这次加入了哪些题")


def _remark_comments(before: bytes, old: Bank, kept: Path) -> Iterator[Diagnostic]:
    if len(COMMENT.findall(before)) > len(COMMENT.findall(dump(old))):
        where = f".quizgen/history/{kept.parent.name}/{kept.name}"
        yield remark("W-COMMENT", f"改写后不保留 # 注释（写进 note: 的会保留）；原文件存在 {where}")
