"""The command line: one module per command; the only place that prints and exits (CONTRACT.md section 1)."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import NoReturn

import click

from quizgen import __version__
from quizgen.cli.console import prepare_streams, report

GARBAGE_THRESHOLD = 1_000_000  # records hold no cycles: looking for some every 700 took an eighth of a run

COMMANDS = {
    "generate": "从资料出题：写出题库、试卷、参考答案",
    "parse": "看一份资料被读成了什么样",
    "paper": "用题库组卷",
    "bank": "检查、查看、合并、导入题库",
    "verify": "拿资料原文核对题库",
    "handout": "印学习讲义",
    "templates": "查看或复制模板",
}


class LazyGroup(click.Group):
    """Loads a command's module when the command is run, so that ``--help`` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the command names in the order of daily use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return the command called ``name``, None when there is none."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"quizgen.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", help="显示版本。")
@click.option("--traceback", is_flag=True, help="程序出错时显示详细信息（报告问题用）。")
def cli(traceback: bool) -> None:
    """从学习资料到打印试卷：离线、不用大模型，每个答案都有出处。

    \b
    例：quizgen generate 学习资料.txt -o 输出
    """


def main() -> NoReturn:
    """Run the command line and exit with the code of CONTRACT.md section 1."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # it would read the metadata of whatever else is installed
    prepare_streams()
    code = _run(sys.argv[1:])
    gc.freeze()  # nor is it worth looking for any on the way out
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    try:
        result = cli.main(args=arguments, prog_name="quizgen", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except BaseException as error:
        return report(error, with_traceback="--traceback" in arguments)
