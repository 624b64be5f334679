"""The bank file is the old one or the new one, whatever happens, and nobody's save is lost."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import filelock
import pytest
from bank_samples import TOWNS, make_bank, make_booklet
from bank_writer import numbered

from quizgen import banks
from quizgen.banks import history, locks
from quizgen.errors import InputError, ManyFaultsError, WriteError
from quizgen.itemsets import Bank

BANK = make_bank(towns=TOWNS[:1])
MORE = make_bank(make_booklet("别的.txt", ("南山",)), ("南山",))
WRITER = Path(__file__).with_name("bank_writer.py")


def add(old: Bank | None) -> banks.MergeResult:
    return banks.merge_people(old, MORE) if old else banks.MergeResult(MORE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "题库.yaml"
    banks.save(path, BANK)
    return path


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


# -- what is written --------------------------------------------------------------------------------------------------


def test_a_new_bank_leaves_nothing_else(path: Path) -> None:
    assert banks.load(path) == BANK
    assert names(path.parent) == {"题库.yaml"}


def test_an_unchanged_bank_keeps_its_bytes(path: Path) -> None:
    odd = b"# \xe6\xb3\xa8\r\n" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(odd)
    before = path.stat()
    banks.save(path, lambda old: banks.merge(old, BANK))
    assert path.read_bytes() == odd
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_a_merge_replaced_is_kept(path: Path) -> None:
    before = path.read_bytes()
    banks.save(path, add)
    [kept] = history.versions_of(path)
    assert kept.read_bytes() == before


def test_only_the_last_twenty_versions_are_kept(path: Path) -> None:
    for number in range(25):
        banks.save(path, lambda old, number=number: banks.merge_people(old, numbered("甲", number)))
    kept = history.versions_of(path)
    assert [version.name for version in kept] == [f"{number:04}.yaml" for number in range(6, 26)]
    assert len(banks.load(kept[-1]).items) == len(BANK.items) + 24


def test_comments_are_warned_about_and_backed_up(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("  note: ''", "  note: '' # 李老师", 1), encoding="utf-8")
    result = banks.save(path, add)
    assert "W-COMMENT" in [one.code for one in result.diagnostics]
    assert "李老师" in history.versions_of(path)[-1].read_text(encoding="utf-8")


def test_a_number_sign_in_a_text_is_no_comment(path: Path) -> None:
    noted = BANK.items[0].model_copy(update={"note": "第 #3 题"})
    banks.save(path, BANK.model_copy(update={"items": (noted, *BANK.items[1:])}))
    assert "W-COMMENT" not in [one.code for one in banks.save(path, add).diagnostics]


def test_items_an_editor_wrote_over_are_reported_once(path: Path) -> None:
    before = path.read_bytes()
    banks.save(path, add)
    path.write_bytes(before)
    result = banks.save(path, lambda old: banks.merge_people(old, numbered("甲", 1)))
    assert [one.message[:12] for one in result.diagnostics if one.code == "W-LOST"] == ["先前加入的 7 道题不见"]
    assert banks.save(path, lambda old: banks.merge_people(old, numbered("甲", 2))).diagnostics == ()


def test_mode_and_link_are_kept(path: Path) -> None:
    link = path.with_name("链接.yaml")
    link.symlink_to(path)
    path.chmod(0o640)
    banks.save(link, add)
    assert link.is_symlink() and stat.S_IMODE(path.stat().st_mode) == 0o640
    assert len(banks.load(path).items) == len(BANK.items) + 7


def test_a_long_name_leaves_room_for_everything(tmp_path: Path) -> None:
    path = tmp_path / ("题" * 80 + ".yaml")
    banks.save(path, BANK)
    banks.save(path, add)
    assert len(history.versions_of(path)) == 1


def test_a_broken_bank_is_left_alone(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])
    before = path.read_bytes()
    with pytest.raises(ManyFaultsError):
        banks.save(path, add)
    assert path.read_bytes() == before
    assert names(path.parent) == {"题库.yaml"}


# -- other writers ----------------------------------------------------------------------------------------------------


def test_an_editor_who_saves_in_between_loses_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    calls: list[int] = []

    def change(old: Bank | None) -> banks.MergeResult:
        calls.append(1)
        if len(calls) < 4:
            path.write_text(text.replace("note: ''", f"note: 第{len(calls)}次保存", 1), encoding="utf-8")
        return add(old)

    banks.save(path, change)
    merged = banks.load(path)
    assert merged.items[0].note == "第3次保存"
    assert len(merged.items) == len(BANK.items) + 7


def test_an_editor_who_never_stops_is_named(path: Path) -> None:
    def change(old: Bank | None) -> banks.MergeResult:
        path.write_bytes(path.read_bytes() + b"\n")
        return add(old)

    with pytest.raises(WriteError, match="E-BUSY"):
        banks.save(path, change)


def test_a_half_saved_file_is_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    parse = banks.storage.parse

    def finish_saving(data: bytes, name: str) -> Bank:
        path.write_bytes(whole)
        return parse(data, name)

    monkeypatch.setattr(banks.storage, "parse", finish_saving)
    assert len(banks.save(path, add).bank.items) == len(BANK.items) + 7


def test_a_holder_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "WAIT", 0.0)
    with locks.locked(path), pytest.raises(WriteError) as caught, locks.locked(path, 0.0):
        pass
    assert (caught.value.code, f"进程 {os.getpid()}" in caught.value.reason) == ("E-LOCK", True)
    assert names(path.parent) == {"题库.yaml"}


def test_a_lock_that_changes_hands_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holders = iter([("", ""), ("2", "甲"), ("3", "甲"), ("4", "甲"), ("4", "甲"), ("4", "甲")])
    asked: list[int] = []
    monkeypatch.setattr(locks, "_read_holder", lambda _: (asked.append(1), next(holders))[1])
    with locks.locked(path), pytest.raises(WriteError, match="E-LOCK"), locks.locked(path, 0.0):
        pass
    assert next(holders, None) is None and len(asked) == 6


@pytest.mark.parametrize(("record", "words"), [
    ("4711\n别的电脑\n", ("电脑 别的电脑", "进程 4711", "若那台电脑已关机")),
    ("", ("另一个程序", "若确认没有程序在用")),
])  # fmt: skip
def test_a_foreign_lock_is_explained(path: Path, record: str, words: tuple[str, ...]) -> None:
    lock = path.with_name("题库.yaml.lock")
    with filelock.FileLock(lock):
        lock.write_text(record, encoding="utf-8")
        with pytest.raises(WriteError) as caught, locks.locked(path, 0.0):
            pass
    assert all(word in caught.value.message() for word in words)


def test_a_lock_file_left_behind_stops_nobody(path: Path) -> None:
    path.with_name("题库.yaml.lock").write_text("4711\n别的电脑\n", encoding="utf-8")
    banks.save(path, add)
    assert "题库.yaml.lock" not in names(path.parent)


def run_writers(path: Path, count: int, each: int) -> None:
    writers = [
        subprocess.Popen([sys.executable, WRITER, path, f"w{number}", str(each)], stdout=subprocess.DEVNULL)
        for number in range(count)
    ]
    assert [writer.wait() for writer in writers] == [0] * count


def expect_all(path: Path, count: int, each: int) -> None:
    ids = {item.id for item in banks.load(path).items}
    assert ids >= {f"w{number}-{n}" for number in range(count) for n in range(each)}


def test_writers_at_once_lose_nothing(path: Path) -> None:
    run_writers(path, 4, 5)
    expect_all(path, 4, 5)


@pytest.mark.full
def test_eight_writers_200_merges(path: Path) -> None:
    run_writers(path, 8, 25)
    expect_all(path, 8, 25)


# -- faults and kills -------------------------------------------------------------------------------------------------

CALLS = ("open", "write", "fsync", "chmod", "replace", "unlink", "mkdir")


class Sabotage:
    """Makes the n-th of the system calls a write needs fail, or counts them."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int, fault: Callable[[], None]) -> None:
        self.at, self.fault, self.count = at, fault, 0
        for name in CALLS:
            patch.setattr(os, name, self.wrap(getattr(os, name)))

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            self.count += 1
            if self.count == self.at:
                self.fault()
            return call(*args, **kwargs)

        return wrapped


def fail_with(number: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


def count_calls(path: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        sabotage = Sabotage(patch, 0, lambda: None)
        banks.save(path, add)
    return sabotage.count


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_every_failing_system_call_leaves_the_old_bank_or_the_new(path: Path, tmp_path: Path, number: int) -> None:
    before = path.read_bytes()
    calls = count_calls(path)
    after = path.read_bytes()
    assert calls > 15
    for at in range(1, calls + 1):
        path.write_bytes(before)
        with pytest.MonkeyPatch.context() as patch:
            Sabotage(patch, at, fail_with(number))
            try:
                banks.save(path, add)
            except (WriteError, InputError) as error:
                assert error.code in ("E-WRITE", "E-FILE")
        assert path.read_bytes() in (before, after)
        banks.save(path, add)
        assert path.read_bytes() == after, at
    assert not [name for name in names(tmp_path) if name.endswith((".tmp", ".lock"))]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_death_at_every_system_call_leaves_the_old_bank_or_the_new(path: Path) -> None:
    before = path.read_bytes()
    calls = count_calls(path)
    after = path.read_bytes()
    for at in range(1, calls + 1):
        path.write_bytes(before)
        child = os.fork()
        if child == 0:
            with pytest.MonkeyPatch.context() as patch:
                Sabotage(patch, at, lambda: os._exit(9))
                banks.save(path, add)
            os._exit(0)
        os.waitpid(child, 0)
        assert path.read_bytes() in (before, after), at
    banks.save(path, add)
    assert path.read_bytes() == after
    assert not [name for name in names(path.parent) if name.endswith((".tmp", ".lock"))]


def kill_at_random(path: Path, kills: int) -> None:
    """Kill a writer again and again at random moments; what it said it wrote must be there."""
    random = Random(kills)
    for number in range(kills):
        writer = subprocess.Popen([sys.executable, WRITER, path, f"k{number}", "1000"], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(random.randint(1, 4))]
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(random.random() * 0.05)
        writer.kill()
        writer.wait()
        ids = {item.id for item in banks.load(path).items}
        assert ids >= {f"k{number}-{int(line)}" for line in said}
        assert ids >= {item.id for item in BANK.items}


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.full)])
def test_kill_9_at_random_moments(path: Path, kills: int) -> None:
    kill_at_random(path, kills)
    banks.save(path, lambda old: banks.merge_people(old, numbered("完", 0)))
    assert not [name for name in names(path.parent) if name.endswith(".tmp")]


@pytest.mark.parametrize("towns", [TOWNS[:1]])
def test_a_folder_that_cannot_be_written(
    tmp_path: Path, towns: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "mkdir", lambda *args, **kwargs: fail_with(errno.EROFS)())
    with pytest.raises(WriteError) as caught:
        banks.save(tmp_path / "新" / "题库.yaml", make_bank(towns=towns))
    assert caught.value.code == "E-WRITE"
