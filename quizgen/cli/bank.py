"""``quizgen bank``: check, list, stats, merge, import."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import click

from quizgen import banks
from quizgen.banks import FATES, MergeResult
from quizgen.cli.bank_faults import OpenedBank, open_bank, say_complaints
from quizgen.cli.bank_views import list_items, show_stats
from quizgen.cli.console import report, say, warn
from quizgen.errors import QuizgenError
from quizgen.itemsets import Bank

FILE = click.Path(path_type=Path)


class BankGroup(click.Group):
    """Loads the import of foreign banks only when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands in the order of daily use."""
        return ["check", "list", "stats", "merge", "import"]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return the subcommand called ``name``, None when there is none."""
        if name == "import":
            foreign: click.Command = importlib.import_module("quizgen.cli.bank_import").command
            return foreign
        return super().get_command(ctx, name)


@click.group(name="bank", cls=BankGroup, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """检查、查看、合并、导入题库。

    \b
    例：quizgen bank check 题库.yaml
        quizgen bank list 题库.yaml --kind single_choice --text 数字
        quizgen bank merge 我的题库.yaml 同事的题库.yaml -o 合并.yaml
    """


command.add_command(list_items)
command.add_command(show_stats)


@command.command(name="check")
@click.argument("paths", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True, metavar="BANK...")
@click.option("--all", "everything", is_flag=True, help="列出全部问题，不只前 8 条。")
def check_banks(paths: tuple[Path, ...], everything: bool) -> int:
    """检查题库：格式、出题规则、出处、重复、互相泄题、没解决的冲突。

    \b
    例：quizgen bank check 题库.yaml
    """
    opened = [_open_or_report(path) for path in paths]
    failed = [_check_one(one, everything) for one in opened if one is not None]
    usable = [one for one in opened if one is not None]
    if len(usable) > 1:
        twins = banks.compare([one.bank for one in usable])
        say_complaints(twins, usable[-1], everything)
    return 1 if None in opened or any(failed) else 0


def _open_or_report(path: Path) -> OpenedBank | None:
    try:
        return open_bank(path)
    except QuizgenError as error:
        report(error)
        return None


def _check_one(opened: OpenedBank, everything: bool) -> bool:
    """Say what is wrong with one bank; return whether it fails."""
    from quizgen.checks import lint_item

    complaints = banks.check(opened.bank, lint_item)
    say_complaints(complaints, opened, everything)
    if not opened.is_utf8:
        say(f"警告[W-ENC] {opened.path}：文件不是 UTF-8；建议：用编辑器另存为 UTF-8（程序下次改写时也会这样存）")
    errors = len(banks.keep_errors(complaints))
    verdict = f"{errors} 处错误" if errors else "没有错误"
    say(f"{opened.path}：{len(opened.bank.items)} 道题，{verdict}，{len(complaints) - errors} 处提醒")
    return errors > 0


@command.command(name="merge")
@click.argument("first", type=FILE, metavar="A")
@click.argument("second", type=FILE, metavar="B")
@click.option("-o", "--output", type=FILE, required=True, metavar="C", help="合并后的题库；可以就是 A。已有的会并入。")
def merge_banks(first: Path, second: Path, output: Path) -> int:
    """合并两个人的题库，谁改的都不丢；两人改了同一道题时留下两版，等人选定。

    \b
    例：quizgen bank merge 我的题库.yaml 同事的题库.yaml -o 合并.yaml
    """
    others = [banks.load(path) for path in (first, second) if not (_is_same(path, output) and output.exists())]
    result = banks.save(output, lambda present: _merge_all(present, others))
    warn((one for one in result.diagnostics if one.severity != "error"), str(output))
    for one in result.diagnostics:
        if one.severity == "error":
            report(QuizgenError(one.code, one.message, file=str(output)))
    fates = "，".join(f"{FATES[name]} {count}" for name, count in result.counts.items())
    say(f"{output}：{len(result.bank.items)} 道题（{fates}）")
    return 1 if any(one.severity == "error" for one in result.diagnostics) else 0


def _is_same(path: Path, other: Path) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def _merge_all(present: Bank | None, others: list[Bank]) -> MergeResult:
    """Return all banks as one, that of the output file first."""
    bank, *rest = [present, *others] if present is not None else others
    result = MergeResult(bank)
    for other in rest:
        result = banks.merge_people(result.bank, other)
    return result
