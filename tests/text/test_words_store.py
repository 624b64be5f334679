"""The private store: safe or absent, never an error; nobody else's files change a word."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.text import store

needs_accounts = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def folder(home: Path) -> Path:
    return home / "cache" / "quizgen"


def test_what_was_saved_is_loaded(home: Path) -> None:
    assert store.load("key") is None
    store.save("key", "县教育局\n")
    assert store.load("key") == "县教育局\n"
    assert [path.name for path in folder(home).iterdir()] == ["key"]


@posix
def test_only_the_user_can_enter(home: Path) -> None:
    store.save("key", "text")
    assert stat.S_IMODE(folder(home).stat().st_mode) == 0o700


DAMAGE = {
    "cut short": lambda data: data[:-1],
    "one letter changed": lambda data: data.replace(b"text", b"tent"),
    "another format": lambda data: data.replace(b"1", b"2", 1),
    "no lines": lambda data: b"",
    "not UTF-8": lambda data: data + b"\xff",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_as_good_as_none_and_is_written_anew(home: Path, damage) -> None:
    store.save("key", "text")
    path = folder(home) / "key"
    path.write_bytes(damage(path.read_bytes()))
    assert store.load("key") is None
    store.save("key", "text")
    assert store.load("key") == "text"


def test_a_file_under_another_key_is_refused(home: Path) -> None:
    store.save("one", "text")
    (folder(home) / "one").rename(folder(home) / "two")
    assert store.load("two") is None


@posix
def test_a_link_is_not_followed(home: Path) -> None:
    store.save("key", "text")
    path = folder(home) / "key"
    target = path.rename(home / "elsewhere")
    path.symlink_to(target)
    assert store.load("key") is None
    before = target.read_bytes()
    store.save("key", "new")
    assert (target.read_bytes(), store.load("key")) == (before, "new")


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_folder_others_can_write_is_no_store(home: Path, mode: int) -> None:
    folder(home).mkdir(parents=True)
    folder(home).chmod(mode)
    store.save("key", "text")
    assert store.load("key") is None
    assert list(folder(home).iterdir()) == []


@posix
def test_a_file_others_can_write_is_not_read(home: Path) -> None:
    store.save("key", "text")
    (folder(home) / "key").chmod(0o666)
    assert store.load("key") is None


@posix
def test_a_linked_folder_is_no_store(home: Path) -> None:
    (home / "elsewhere").mkdir()
    (home / "cache").mkdir()
    folder(home).symlink_to(home / "elsewhere")
    store.save("key", "text")
    assert list((home / "elsewhere").iterdir()) == []


@needs_accounts
def test_another_users_folder_or_file_is_not_used(home: Path) -> None:
    store.save("key", "text")
    os.chown(folder(home) / "key", 12345, 12345)
    assert store.load("key") is None
    store.save("key", "text")
    os.chown(folder(home), 12345, 12345)
    assert store.load("key") is None


@pytest.mark.parametrize("obstacle", ["file", "missing home"])
def test_no_place_is_no_error(home: Path, obstacle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if obstacle == "file":
        (home / "cache").write_text("in the way")
    else:
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    store.save("key", "text")
    assert store.load("key") is None


def test_a_relative_cache_home_is_ignored(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home))
    monkeypatch.chdir(home)
    store.save("key", "text")
    assert store.load("key") == "text"
    assert not (home / "relative").exists()


def test_old_files_make_room(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_FILES", 3)
    for number in range(5):
        store.save(str(number), "text")
        os.utime(folder(home) / str(number), (number, number))
    store.save("last", "text")
    assert sorted(path.name for path in folder(home).iterdir()) == ["3", "4", "last"]


TAG = "from quizgen.text import words; print(words.tag('牛顿第二定律描述物体的运动'))"


@pytest.mark.parametrize(
    "content", [b"", b"\xe3\x00", b"garbage", b"(\x02{i\x00"], ids=["empty", "code", "text", "tuple"]
)
def test_a_planted_jieba_cache_changes_nothing(home: Path, content: bytes) -> None:
    clean = _tag_in(home / "clean", home)
    planted = home / "planted"
    planted.mkdir()
    (planted / "jieba.cache").write_bytes(content)
    assert _tag_in(planted, home) == clean
    assert [(path.name, path.read_bytes()) for path in planted.iterdir()] == [("jieba.cache", content)]


def test_a_planted_table_of_words_changes_nothing(home: Path) -> None:
    import marshal

    table = marshal.dumps(({"牛顿第二": 10**6, "牛": 0, "牛顿": 0, "牛顿第": 0}, 10**6))
    test_a_planted_jieba_cache_changes_nothing(home, table)


def _tag_in(temporary: Path, home: Path) -> str:
    temporary.mkdir(exist_ok=True)
    environment = os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary), "XDG_CACHE_HOME": str(home / "c")}
    done = subprocess.run([sys.executable, "-c", TAG], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout
