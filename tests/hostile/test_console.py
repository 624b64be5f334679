"""Any console, any locale, any file name: the same answer, no character that stops the program."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "校园阅读推进会召开\n（《清河教育报》 2024-03-07）\n会议指出，校园阅读是立德树人的重要抓手，𠮷图书馆要建好☑。\n" * 3
)
LOCALES = ("C", "C.UTF-8", "zh_CN.GBK", "POSIX")
ENCODINGS = (None, "ascii", "gbk", "utf-8", "latin-1")
UTF8_MODES = ("0", "1")
CONSOLES = [
    pytest.param(locale, encoding, mode, id=f"{locale}-{encoding}-{mode}")
    for locale, encoding, mode in itertools.product(LOCALES, ENCODINGS, UTF8_MODES)
    if mode == "0" or (locale, encoding) in {("C", None), ("zh_CN.GBK", "gbk")}
]
NAMES = {
    "spaces and 汉字": "学习 资料（一）.txt",
    "escape": "a\x1b[31mred.txt",
    "line end": "a\nb.txt",
    "bidi": "a\u202etxt.exe.txt",
    "rich markup": "[red]x.txt",
    "closing markup": "[bold].txt[]",
    "quotes": "a'b\"c.txt",
    "percent": "100%s{0}.txt",
    "not UTF-8": "a\udcff\udcfe.txt",
    "astral": "𠮷☑.txt",
    "long": "长" * 80 + ".txt",
    "no suffix": "资料",
    "dash": "-rf.txt",
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names and locales of POSIX systems")


def quizgen(
    *arguments: str | bytes,
    locale: str = "C.UTF-8",
    encoding: str | None = None,
    mode: str = "0",
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Return what the command line did on such a console."""
    chosen = {"LC_ALL": locale, "PYTHONUTF8": mode, "PYTHONCOERCECLOCALE": "0"}
    if encoding:
        chosen["PYTHONIOENCODING"] = encoding
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHONIO"))}
    return subprocess.run(
        [sys.executable, "-m", "quizgen", *arguments], capture_output=True, env=kept | chosen, cwd=cwd, timeout=60
    )


def talk(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("latin-1")


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("资料 夹") / "学习资料.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize(("locale", "encoding", "mode"), CONSOLES)
def test_help_is_shown_on_any_console(locale: str, encoding: str | None, mode: str) -> None:
    done = quizgen("--help", locale=locale, encoding=encoding, mode=mode)
    assert done.returncode == 0, talk(done)
    assert b"generate" in done.stdout


@pytest.mark.parametrize(("locale", "encoding", "mode"), CONSOLES)
def test_the_outline_says_the_same_on_any_console(booklet: Path, locale: str, encoding: str | None, mode: str) -> None:
    expected = quizgen("parse", str(booklet), "--json").stdout
    assert json.loads(expected)["source"]["name"] == "学习资料.txt"
    done = quizgen("parse", os.fsencode(booklet), "--json", locale=locale, encoding=encoding, mode=mode)
    assert done.returncode == 0, talk(done)
    assert done.stdout == expected


@pytest.mark.parametrize(("locale", "encoding", "mode"), CONSOLES)
def test_a_fault_is_one_line_on_any_console(locale: str, encoding: str | None, mode: str) -> None:
    done = quizgen("parse", "没有这个文件☑𠮷.txt".encode(), locale=locale, encoding=encoding, mode=mode)
    assert done.returncode == 1, talk(done)
    assert done.stdout == b""
    assert b"[E-FILE]" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
def test_names_do_no_harm(name: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.encode())
    fine = quizgen("parse", "--", os.fsencode(name), encoding=encoding, cwd=tmp_path)
    assert fine.returncode == 0, talk(fine)
    path.write_bytes(b"")
    empty = quizgen("parse", "--", os.fsencode(name), encoding=encoding, cwd=tmp_path)
    assert empty.returncode == 1, talk(empty)
    assert b"[E-EMPTY]" in empty.stderr
    for said in (fine.stdout, fine.stderr, empty.stderr):
        text = said.decode(encoding.replace("ascii", "utf-8"))  # click takes ascii for a mistake
        assert all(c.isprintable() or c == "\n" for c in text)
        assert "Traceback" not in text
    assert len(empty.stderr.splitlines()) == 1


def test_a_file_that_never_ends_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    (tmp_path / "圈.txt").symlink_to("圈.txt")
    for name in ("管道.txt", "圈.txt", "."):
        done = quizgen("parse", name, cwd=tmp_path)
        assert done.returncode == 1, talk(done)
        assert b"[E-FILE]" in done.stderr


def test_the_text_may_come_from_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "parse", "-", "--json"],
        input=TEXT.encode("gbk", "ignore"),
        capture_output=True,
    )
    assert done.returncode == 0, talk(done)
    assert json.loads(done.stdout)["source"]["encoding"] == "gb18030"
