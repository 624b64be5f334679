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

CASES = hostile_texts.CASES | hostile_words.CASES | hostile_pdfs.CASES
SECONDS = 20
MEGABYTES = 800  # parent and child each

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="measured by forking")
Read = Callable[[Path], dict[str, Any]]


@pytest.fixture(scope="module")
def read() -> Iterator[Read]:
    command = [sys.executable, str(Path(__file__).with_name("reading_server.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout

        def ask(path: Path) -> dict[str, Any]:
            server.stdin.write(f"{path}\n")
            server.stdin.flush()
            return json.loads(server.stdout.readline())

        yield ask
        server.stdin.close()


@pytest.mark.parametrize("name", CASES)
def test_it_ends_well(name: str, read: Read, tmp_path: Path) -> None:
    case = CASES[name]
    path = tmp_path / f"资料{case.suffix}"
    path.write_bytes(case.make())
    report = read(path)
    path.unlink()
    assert report["end"] in case.ends, report
    assert report["seconds"] <= SECONDS, report
    assert max(report["memory"], report["child_memory"]) <= MEGABYTES, report
    if report["end"] != "read":
        assert report["message"].startswith(f"错误[{report['end']}] {path}")
        assert "；建议：" in report["message"]
        assert report["message"].isprintable()
    assert list(tmp_path.iterdir()) == []
