"""``quizgen paper``: a paper from banks, or the same paper again from its record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from quizgen import assembly, banks, yamlfile
from quizgen.banks import MergeResult
from quizgen.cli.console import say, warn
from quizgen.cli.paper_options import PaperOptions, paper_options, read_settings, write_paper
from quizgen.errors import InputError, UsageError
from quizgen.items import KINDS
from quizgen.items.base import Use
from quizgen.itemsets import Bank, Paper
from quizgen.model.paper_record import PaperRecord

FILE = click.Path(path_type=Path, allow_dash=True)
RECORDED = ("blueprint", "seed", "versions", "shuffle_only", "title")
"""Options a record has already decided."""


@click.command(name="paper", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="BANK...")
@click.option("-o", "outdir", type=click.Path(path_type=Path), required=True, metavar="DIR", help="写到这个文件夹。")
@paper_options
@click.option(
    "--record", "record_file", type=FILE, default=None, metavar="FILE", help="照这份 试卷.yaml 原样再印一次。"
)
@click.option("--mark-used", default=None, metavar="DATE", help="在题库里记下这些题在 DATE（如 2024-05-06）考过。")
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    outdir: Path,
    options: PaperOptions,
    record_file: Path | None,
    mark_used: str | None,
) -> None:
    """用题库组卷：试卷、参考答案和组卷记录 试卷.yaml。

    \b
    例：quizgen paper 题库.yaml -o 输出
        quizgen paper 题库.yaml -o 输出 --versions 2 --answer-card
        quizgen paper 题库.yaml -o 输出 --record 输出/试卷.yaml
    """
    _check_usage(context, files, record_file, mark_used)
    settings = read_settings(options)
    opened = [banks.load(file) for file in files]
    if record_file is not None:
        record = yamlfile.read(record_file, PaperRecord, code="E-RECORD", error=InputError)
        paper = assembly.reprint(record, opened)
    else:
        paper = assembly.assemble(
            opened,
            settings.blueprint,
            seed=options.seed,
            versions=options.versions,
            shuffle_only=options.shuffle_only,
            title=options.title,
        )
    warn(paper.diagnostics)
    written = write_paper(paper, outdir, options, settings)
    say(_describe(paper))
    say(f"已写出：{'、'.join(str(path) for path in written)}")
    if mark_used is not None:
        _mark_used(files, paper, mark_used)


def _check_usage(context: click.Context, files: tuple[Path, ...], record: Path | None, mark_used: str | None) -> None:
    """Raise UsageError for options that contradict each other."""
    given = [name for name in RECORDED if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if record is not None and given:
        option = "--" + given[0].replace("_", "-")
        raise UsageError("E-USAGE", f"--record 已经定下了试卷，不能再给 {option}", "去掉其中一个")
    if mark_used is not None:
        if Path("-") in files:
            raise UsageError("E-USAGE", "从标准输入读的题库无法记下用过的题", "给出题库的文件名")
        _check_date(mark_used)


def _check_date(text: str) -> None:
    try:
        is_whole = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_whole = False
    if not is_whole:
        raise UsageError("E-USAGE", f"--mark-used 后面要写日期，“{text}”不是", "写成 2024-05-06 的样子")


def _describe(paper: Paper) -> str:
    """Return one line: marks, and how many items of each kind a form has."""
    form = paper.forms[0]
    total = sum(part.points for part in form.parts)
    parts = "，".join(f"{KINDS[part.kind].label} {len(part.items)} 题 {part.points:g} 分" for part in form.parts)
    return f"《{paper.title}》{len(paper.forms)} 份，满分 {total:g} 分：{parts}"


def _mark_used(files: tuple[Path, ...], paper: Paper, day: str) -> None:
    """Write into the banks which items the paper printed, and say how many."""
    printed = {placed.item.id for form in paper.forms for part in form.parts for placed in part.items}
    use = Use(paper=paper.title, date=day)
    for file in dict.fromkeys(files):
        result = banks.save(file, lambda bank: MergeResult(_with_use(bank or Bank(), printed, use)))
        warn(result.diagnostics, str(file))
        marked = sum(item.id in printed for item in result.bank.items)
        say(f"{file}：记下 {marked} 题于 {day} 考过")


def _with_use(bank: Bank, printed: set[str], use: Use) -> Bank:
    items = tuple(
        item.model_copy(update={"used": (*item.used, use)}) if item.id in printed and use not in item.used else item
        for item in bank.items
    )
    return bank.model_copy(update={"items": items})
