"""What the program says: streams that never fail on a character, faults as one line each, exit codes."""

from __future__ import annotations

import io
import sys
import traceback as tracebacks
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from quizgen.cli.usage import wrong_usage
from quizgen.errors import ManyFaultsError, QuizgenError, show

if TYPE_CHECKING:  # pydantic would double the time of --help
    from quizgen.model.diagnostic import Diagnostic

MAX_LINES = 8


def prepare_streams() -> None:
    """Make stdout and stderr print any character on any console."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print one line of talk to stderr; stdout carries only the product."""
    click.echo(text, err=True)


def say_all(lines: Iterable[str], most: int = MAX_LINES) -> None:
    """Print at most ``most`` lines of talk, then the count of the rest."""
    every = list(lines)
    for line in every[:most]:
        say(line)
    if len(every) > most:
        say(f"……另有 {len(every) - most} 条")


def warn(diagnostics: Iterable[Diagnostic], file: str = "") -> None:
    """Print diagnostics as warnings, at most eight."""
    place = f" {show(file, 200)}" if file else ""
    say_all(f"警告[{d.code}]{place}：{d.message}" for d in diagnostics if d.severity != "info")


def report(error: BaseException, *, with_traceback: bool = False) -> int:
    """Say what went wrong and return the exit code."""
    if isinstance(error, ManyFaultsError):
        whole = error.code == "E-BANK"  # the bank loader lists all (CONTRACT.md section 1)
        say_all((one.message() for one in error.errors), most=len(error.errors) if whole else MAX_LINES)
        return max(one.exit_code for one in error.errors)
    if isinstance(error, QuizgenError):
        say(error.message())
        return error.exit_code
    if isinstance(error, click.ClickException):
        return _usage(error)
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        say("已中断，没有写出不完整的文件。")
        return 130
    if isinstance(error, BrokenPipeError):
        sys.stderr.close()
        return 0
    return _bug(error, with_traceback)


def _usage(error: click.ClickException) -> int:
    say(f"错误[E-USAGE]：{show(wrong_usage(error), 200)}；建议：加 --help 看用法")
    return 2


def _bug(error: BaseException, with_traceback: bool) -> int:
    say(f"错误[E-BUG]：程序出错了（{type(error).__name__}）；建议：加 --traceback 重试，把显示的内容发给开发者")
    if with_traceback:
        tracebacks.print_exception(error)
    return 3
