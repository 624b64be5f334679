"""``quizgen bank import``: banks that schools already have, into one of ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from quizgen.banks.imports import ImportResult, Table, add, is_workbook, read_table, tie, understand
from quizgen.banks.results import FATES, MergeResult
from quizgen.banks.storage import save
from quizgen.cli.console import report, say, say_all, warn
from quizgen.errors import InputError, QuizgenError
from quizgen.files import read_bytes
from quizgen.items import KINDS
from quizgen.itemsets import Bank
from quizgen.model.document import Booklet, RawDocument

FILE = click.Path(path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("-o", "--output", "bank", required=True, type=FILE, metavar="BANK", help="写入这个题库；已有的题不改动。")
@click.option("--answers", type=FILE, metavar="FILE", help="答案在另一个文件里。")
@click.option(
    "--booklet", "booklets", multiple=True, type=FILE, metavar="FILE", help="学习资料：逐题找出处（可重复）。"
)
@click.option("--encoding", metavar="NAME", help="文本文件的编码，如 gb18030。")
def command(
    files: tuple[Path, ...], bank: Path, answers: Path | None, booklets: tuple[Path, ...], encoding: str | None
) -> int:
    """导入学校已有的题库（Word、txt、xlsx）。

    看不懂的题和答案逐条列出位置，不猜；其余照常导入。有一处没有导入时退出码为 1。

    \b
    例：quizgen bank import 期中题库.docx -o 题库.yaml --answers 答案.docx --booklet 学习资料.txt
    """
    documents, failed = _read_all(files, encoding)
    key = _read(answers, encoding) if answers else None
    result = understand(documents, key)
    texts = _read_booklets(booklets, encoding)
    tied = tie(result.items, texts) if texts else result.items
    _report_problems(result)
    if not tied:
        raise InputError("E-IMPORT", "没有可以导入的题，题库没有改动", "按列出的位置改好原文件再导入", file=str(bank))
    new = _bank_of(files[0].stem, texts).model_copy(update={"items": tied})
    merged = save(bank, lambda old: add(old, new, result.items))
    _report(merged, tied, bank)
    return 0 if result.complete and not failed else 1


def _read_all(paths: tuple[Path, ...], encoding: str | None) -> tuple[list[RawDocument | Table], int]:
    """Return the files that can be read and the number of the others, each of them reported."""
    documents, failed = [], 0
    for path in paths:
        try:
            documents.append(_read(path, encoding))
        except QuizgenError as error:
            failed += 1
            report(error)
    return documents, failed


def _read(path: Path, encoding: str | None) -> RawDocument | Table:
    from quizgen.readers import read_data

    data = read_bytes(path)
    if is_workbook(data):
        return read_table(path.name, data)
    document = read_data(path.name, data, encoding=encoding)
    warn(document.diagnostics, path.name)
    return document


def _read_booklets(paths: tuple[Path, ...], encoding: str | None) -> list[Booklet]:
    if not paths:
        return []
    from quizgen.pipeline import read_booklet

    return [read_booklet(path, encoding) for path in paths]


def _bank_of(title: str, booklets: list[Booklet]) -> Bank:
    if not booklets:
        return Bank(title=title)
    from quizgen.pipeline import bank_of

    return bank_of(booklets, ()).model_copy(update={"title": title})


def _report_problems(result: ImportResult) -> None:
    """List everything that was left out, every line of it: it is what the teacher has to do by hand."""
    for problem in result.problems:
        if problem.left_out:
            say(problem.line())
    say_all(problem.line() for problem in result.problems if not problem.left_out)


def _report(merged: MergeResult, items: tuple[object, ...], bank: Path) -> None:
    warn(merged.diagnostics, str(bank))
    kinds = Counter(getattr(item, "kind", "") for item in items)
    say("读出：" + "，".join(f"{cls.label} {kinds[kind]}" for kind, cls in KINDS.items() if kinds[kind]))
    evidence = Counter(getattr(item, "evidence", "") for item in items)
    if any(getattr(item, "provenance", ()) for item in items):
        say(f"出处：找到 {evidence['found']}，与原文不符 {evidence['differs']}，无出处 {evidence['none']}")
    say(f"题库 {bank}：" + "，".join(f"{FATES[fate]} {count}" for fate, count in merged.counts.items() if count))
