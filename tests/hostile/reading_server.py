"""Reads files one by one, each in a process of its own, and reports how it ended: run by test_hostile_files.py.

Each line of standard input is a way and a path: "read" reads the file, "parse" runs ``quizgen parse --json`` on it.
Each line of standard output is one JSON object: ``end`` ("read", "exit 1", a code, or the name of an exception that
must not be), ``seconds`` of processor time, peak ``memory`` and ``child_memory`` in MB, ``message``.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import signal
import sys
from pathlib import Path

from quizgen import cleaning, cli, sections
from quizgen.cli import parse
from quizgen.errors import QuizgenError
from quizgen.readers import docx, markdown, pdf, plain, read  # loaded here, so that each child has them

LOADED = (docx, markdown, pdf, plain, parse, cleaning, sections)
KB_PER_MB = 1024
DEADLINE = 60  # seconds after which a child that hangs is ended


def read_file(path: Path) -> tuple[str, str]:
    """Return how reading ended: "read", or the code and the message of a refusal."""
    try:
        document = read(path)
        json.dumps(document.model_dump(mode="json"), ensure_ascii=False).encode()
    except QuizgenError as error:
        return error.code, error.message()
    return "read", ""


def parse_file(path: Path) -> tuple[str, str]:
    """Return the exit code of the command line and what it said."""
    with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        code = cli._run(["parse", str(path), "--json"])
    return f"exit {code}", said.getvalue()


WAYS = {"read": read_file, "parse": parse_file}


def attempt(way: str, path: Path) -> dict[str, object]:
    """Return how it ended, measured in this process."""
    try:
        end, message = WAYS[way](path)
    except BaseException as error:
        end, message = type(error).__name__, repr(error)[:300]
    own, child = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "end": end,
        "seconds": round(own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime, 2),
        "memory": own.ru_maxrss // KB_PER_MB,
        "child_memory": child.ru_maxrss // KB_PER_MB,
        "message": message,
    }


def in_child(way: str, path: Path) -> str:
    """Return the report of a child, or of its death."""
    readable, writable = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(DEADLINE)
        os.write(writable, json.dumps(attempt(way, path)).encode())
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable) as pipe:
        report = pipe.read()
    _, status = os.waitpid(child, 0)
    return report or json.dumps({"end": f"died {status}", "seconds": 0, "memory": 0, "child_memory": 0, "message": ""})


if __name__ == "__main__":
    for line in sys.stdin:
        way, _, path = line.rstrip("\n").partition(" ")
        print(in_child(way, Path(path)), flush=True)
