"""``quizgen generate``: from booklets to a bank, a paper, its key and its record – the main job."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from quizgen import assembly, banks, pipeline
from quizgen.cli.console import say, say_all, warn
from quizgen.cli.executors import map_booklets
from quizgen.cli.paper_options import PaperOptions, PaperSettings, make_files, paper_options, read_settings, write_all
from quizgen.errors import InputError, ManyFaultsError, QuizgenError
from quizgen.files import read_bytes
from quizgen.items import KINDS
from quizgen.itemsets import Bank
from quizgen.model.document import Booklet

FILE = click.Path(path_type=Path, allow_dash=True)
BANK = "题库.yaml"
REASONS = 6


@click.command(name="generate", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="BOOKLET...")
@click.option("-o", "outdir", type=click.Path(path_type=Path), required=True, metavar="DIR", help="写到这个文件夹。")
@paper_options
@click.option("--templates", type=click.Path(path_type=Path), default=None, metavar="DIR", help="优先用这里的模板。")
@click.option("--encoding", default=None, metavar="NAME", help="文本文件的编码，例如 gb18030。")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="几份资料同时处理。")
@click.option("--scheduler", default=None, metavar="URL", help="用 Dask 集群处理（tcp://…）。")
def command(
    files: tuple[Path, ...],
    outdir: Path,
    options: PaperOptions,
    templates: Path | None,
    encoding: str | None,
    jobs: int,
    scheduler: str | None,
) -> int:
    """从资料出题：写出题库、试卷、参考答案和组卷记录。

    资料可以是 txt、md、docx 或有文字层的 pdf。已有的题库会合并，人工改过的题一字不动。

    \b
    例：quizgen generate 学习资料.txt -o 输出
        quizgen generate 资料1.pdf 资料2.docx -o 输出 --versions 2 --answer-card
    """
    settings = read_settings(options, templates)
    item_templates = pipeline.load_templates(templates)
    booklets, faults = _read(files, encoding, jobs, scheduler)
    _progress("出题")
    made = pipeline.make_items(booklets, item_templates, templates)
    if not made.items:
        raise InputError("E-NOITEMS", "这份资料里没有找到可以出题的内容", "先用 quizgen parse 看看读成了什么样")
    new = pipeline.bank_of(booklets, made.items)
    _progress("组卷")
    files_made = _paper(outdir, new, booklets, options, settings)
    merged = banks.save(outdir / BANK, partial(_merged, new=new, booklets=booklets))
    write_all({outdir / name: data for name, data in files_made.items()})
    _progress("")
    warn(merged.diagnostics, str(outdir / BANK))
    _summarise(booklets, made, merged, [outdir / BANK, *(outdir / name for name in files_made)])
    say_all(fault.message() for fault in faults)
    return 1 if faults else 0


def _read(
    files: Sequence[Path], encoding: str | None, jobs: int, scheduler: str | None
) -> tuple[list[Booklet], list[QuizgenError]]:
    """Return the booklets that can be used and the faults of the others. Raises ManyFaultsError when none can."""
    _progress("阅读")
    results = map_booklets(partial(pipeline.read_booklet, encoding=encoding), files, jobs=jobs, scheduler=scheduler)
    booklets = [result for result in results if not isinstance(result, QuizgenError)]
    faults = [result for result in results if isinstance(result, QuizgenError)]
    if not booklets:
        raise faults[0] if len(faults) == 1 else ManyFaultsError(faults)
    for booklet in booklets:
        warn(booklet.diagnostics, booklet.name)
    return booklets, faults


def _merged(old: Bank | None, *, new: Bank, booklets: Sequence[Booklet]) -> banks.MergeResult:
    return banks.merge(old, new, booklets)


def _paper(
    outdir: Path, new: Bank, booklets: Sequence[Booklet], options: PaperOptions, settings: PaperSettings
) -> dict[str, bytes]:
    """Return the files of a paper from the bank as it will be; nothing is written yet."""
    place = outdir / BANK
    if place.exists():
        read_bytes(place)  # a folder or a device in the bank's place is said before any work is lost
    old = banks.load(place) if place.exists() else None
    bank = banks.merge(old, new, booklets).bank
    paper = assembly.assemble(
        [bank],
        settings.blueprint,
        seed=options.seed,
        versions=options.versions,
        shuffle_only=options.shuffle_only,
        title=options.title,
    )
    warn(paper.diagnostics)
    return make_files(paper, settings, options)


def _progress(stage: str) -> None:
    """Show on a terminal what is being done; an empty stage clears the line."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{stage + '……' if stage else ''}", err=True, nl=False)


def _summarise(
    booklets: Sequence[Booklet], made: pipeline.Yield, merged: banks.MergeResult, written: list[Path]
) -> None:
    """Say what was found, what was made of it, what was rejected and why, and what was written."""
    sections = sum(section.level == 1 for booklet in booklets for section in booklet.sections)
    themes = sorted({section.theme for booklet in booklets for section in booklet.sections})
    say(f"读到 {len(booklets)} 份资料，{sections} 篇文章或章，主题：{'、'.join(themes[:5])}")
    kinds = Counter(item.kind for item in made.items)
    listed = "，".join(f"{cls.label} {kinds[kind]}" for kind, cls in KINDS.items() if kinds[kind])
    say(f"出题 {len(made.items)} 道：{listed}")
    fates = "，".join(f"{name} {merged.counts[fate]}" for fate, name in banks.FATES.items() if merged.counts.get(fate))
    say(f"题库 {len(merged.bank.items)} 道：{fates}")
    rejected = sum(reason.count for reason in made.reasons)
    reasons = "，".join(f"{r.message} {r.count}" for r in made.reasons[:REASONS])
    say(f"舍弃 {rejected} 道：{reasons}{'……' if len(made.reasons) > REASONS else ''}")
    say(f"已写出：{'、'.join(str(path) for path in written)}")
