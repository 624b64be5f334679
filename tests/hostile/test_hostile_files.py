"""Every hostile file ends in a document or in a refusal, in time and within memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hostile_pdfs
import hostile_texts
import hostile_words
import pytest
from hostile_case import READ

CASES = hostile_texts.CASES | hostile_words.CASES | hostile_pdfs.CASES
PARSED = {
    name: case for name, case in CASES.items() if name not in hostile_words.BOMBS
}  # what is left of these is a line
SECONDS = 20
MEGABYTES = 800  # parent and child each
MESSAGE_LINES = 9  # eight, and the count of the rest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="measured by forking")
Ask = Callable[[str, Path], dict[str, Any]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Return what asks the server to "read" or to "parse" a file."""
    command = [sys.executable, str(Path(__file__).with_name("reading_server.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout

        def tell(way: str, path: Path) -> dict[str, Any]:
            server.stdin.write(f"{way} {path}\n")
            server.stdin.flush()
            return json.loads(server.stdout.readline())

        yield tell
        server.stdin.close()


def run(ask: Ask, way: str, name: str, folder: Path) -> tuple[dict[str, Any], Path]:
    """Return the report, and the path the file had; the folder is as empty as before."""
    path = folder / f"资料{CASES[name].suffix}"
    path.write_bytes(CASES[name].make())
    report = ask(way, path)
    path.unlink()
    assert list(folder.iterdir()) == []
    assert report["seconds"] <= SECONDS, report
    assert max(report["memory"], report["child_memory"]) <= MEGABYTES, report
    return report, path


@pytest.mark.parametrize("name", CASES)
def test_reading_ends_well(name: str, ask: Ask, tmp_path: Path) -> None:
    report, path = run(ask, "read", name, tmp_path)
    assert report["end"] in CASES[name].ends, report
    if report["end"] != READ:
        assert report["message"].startswith(f"错误[{report['end']}] {path}")
        assert "；建议：" in report["message"]
        assert report["message"].isprintable()


@pytest.mark.parametrize("name", [name for name, case in PARSED.items() if READ in case.ends])
def test_what_can_be_read_can_be_parsed_or_is_refused(name: str, ask: Ask, tmp_path: Path) -> None:
    report, _ = run(ask, "parse", name, tmp_path)
    lines = report["message"].splitlines()
    assert report["end"] in {"exit 0", "exit 1"}, report
    assert len(lines) <= MESSAGE_LINES
    assert all(line.isprintable() and not line.startswith("Traceback") for line in lines)
