"""``quizgen handout``: what a booklet teaches, printed for study and for self-testing."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen import banks, layout, pipeline, yamlfile
from quizgen.cli.console import say
from quizgen.cli.paper_options import write_all
from quizgen.errors import InputError
from quizgen.exporters import EXPORTERS
from quizgen.itemsets import Bank
from quizgen.model.style import Style
from quizgen.resources import find

FILE = click.Path(path_type=Path)
BANK_SUFFIXES = (".yaml", ".yml")


@click.command(name="handout", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", type=FILE, metavar="BANK|BOOKLET")
@click.option("-o", "outdir", type=FILE, required=True, metavar="DIR", help="写到这个文件夹。")
@click.option("--cloze", is_flag=True, help="另出自测版：要记住的词留成空。")
@click.option("--style", default="a4", metavar="NAME|FILE", help="版式：a4、large……")
@click.option("--encoding", default=None, metavar="NAME", help="资料是文本文件时的编码，例如 gb18030。")
def command(file: Path, outdir: Path, cloze: bool, style: str, encoding: str | None) -> None:
    """印学习讲义：按专题列出概念、要点、重要表述、数字与时间；来自题库，或直接来自资料。

    \b
    例：quizgen handout 题库.yaml -o 输出
        quizgen handout 学习资料.txt -o 输出 --cloze
    """
    look = yamlfile.read(find("styles", style), Style)
    bank = banks.load(file) if file.suffix.lower() in BANK_SUFFIXES else pipeline.make_bank([file], encoding=encoding)
    if not bank.items:
        raise InputError("E-NOITEMS", "没有可以印进讲义的内容", "先用 quizgen parse 看看读成了什么样", file=str(file))
    files = {outdir / name: data for name, data in print_handouts(bank, look, cloze).items()}
    write_all(files)
    say(f"已写出：{'、'.join(str(path) for path in files)}")


def print_handouts(bank: Bank, style: Style, cloze: bool) -> dict[str, bytes]:
    """Return the handout by file name, and the one with blanks when asked for: the first is its key."""
    sheets = {"讲义.docx": layout.handout_sheet(bank, style)}
    if cloze:
        sheets["讲义（自测版）.docx"] = layout.handout_sheet(bank, style, cloze=True)
    return {name: EXPORTERS["docx"](sheet) for name, sheet in sheets.items()}
