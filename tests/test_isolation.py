"""No network, and nothing written but the output and the cache: watched by an audit hook in every Python started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOOKLETS = sorted(path for path in (ROOT / "examples").glob("*") if path.suffix in {".txt", ".docx", ".pdf"})

WATCH = """
import os, sys

log = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
changes = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}

def watch(event, arguments):
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, (str, bytes)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
            note("write", os.fsdecode(path))
    elif event in changes:
        for path in arguments[: 2 if event == "os.rename" else 1]:
            if isinstance(path, (str, bytes, os.PathLike)):
                note("write", os.fsdecode(path))
    elif event == "socket.__new__":
        if arguments[1] not in (1, -1):  # sockets within the machine are no network
            note("network", f"socket of family {arguments[1]}")
    elif event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"}:
        note("network", f"{event} {arguments[1:]}")

def note(kind, what):
    os.write(log, f"{kind} {os.path.realpath(what) if kind == 'write' else what}\\n".encode("utf-8", "replace"))

sys.addaudithook(watch)
"""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which every Python notes what it opens; the home cannot be written, even by root."""
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    (tmp_path / "home").touch()
    (tmp_path / "temporary").mkdir()
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "LANG"}}
    return kept | {
        "PYTHONPATH": f"{tmp_path / 'watch'}{os.pathsep}{ROOT}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "WATCH_LOG": str(tmp_path / "log"),
        "HOME": str(tmp_path / "home"),
        "USERPROFILE": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "temporary"),
        "TEMP": str(tmp_path / "temporary"),
    }


def run(arguments: list[str], environment: dict[str, str]) -> tuple[set[Path], list[str]]:
    """Return the paths written and the uses of the network of one command."""
    command = [sys.executable, "-m", "quizgen", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    lines = Path(environment["WATCH_LOG"]).read_text(encoding="utf-8").splitlines()
    written = {Path(line.removeprefix("write ")) for line in lines if line.startswith("write ")}
    tried = Path(environment["HOME"]).resolve()  # a file: what is looked for under it cannot come to be
    written = {path for path in written if not path.is_relative_to(tried) and path != Path(os.devnull)}
    return written, [line for line in lines if line.startswith("network ")]


def outside(paths: set[Path], *allowed: Path) -> list[Path]:
    folders = [folder.resolve() for folder in allowed]
    return sorted(path for path in paths if not any(path.is_relative_to(folder) for folder in folders))


def test_the_watch_sees(watched: dict[str, str], tmp_path: Path) -> None:
    code = "import socket, pathlib; pathlib.Path('seen').touch(); socket.socket(socket.AF_INET)"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=watched, check=True)
    lines = Path(watched["WATCH_LOG"]).read_text(encoding="utf-8").splitlines()
    assert lines == [f"write {(tmp_path / 'seen').resolve()}", "network socket of family 2"]


@pytest.mark.parametrize("booklet", BOOKLETS, ids=lambda path: path.suffix[1:] + str(len(path.stem)))
def test_generate_keeps_to_its_folders(booklet: Path, watched: dict[str, str], tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    written, network = run(["generate", str(booklet), "-o", str(tmp_path / "out")], watched | cache)
    assert outside(written, tmp_path / "out", tmp_path / "cache") == []
    assert network == []
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("booklet", BOOKLETS, ids=lambda path: path.suffix[1:] + str(len(path.stem)))
def test_parse_writes_nothing_and_needs_no_home(booklet: Path, watched: dict[str, str], tmp_path: Path) -> None:
    assert run(["parse", str(booklet), "--json"], watched) == (set(), [])
    assert list((tmp_path / "temporary").iterdir()) == []


def test_generate_needs_no_home(watched: dict[str, str], tmp_path: Path) -> None:
    written, network = run(["generate", str(BOOKLETS[0]), "-o", str(tmp_path / "out")], watched)
    assert outside(written, tmp_path / "out") == []
    assert network == []


def test_several_processes_keep_to_their_folders(watched: dict[str, str], tmp_path: Path) -> None:
    arguments = ["generate", *map(str, BOOKLETS[:2]), "-o", str(tmp_path / "out"), "--jobs", "2"]
    written, network = run(arguments, watched)
    assert outside(written, tmp_path / "out") == []
    assert network == []
    assert list((tmp_path / "temporary").iterdir()) == []
