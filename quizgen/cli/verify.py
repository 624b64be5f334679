"""``quizgen verify``: a bank held against its booklets."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen import banks
from quizgen.cleaning import clean
from quizgen.cli.bank_faults import open_bank, say_complaints
from quizgen.cli.console import say, warn
from quizgen.model.document import Booklet
from quizgen.readers import read
from quizgen.sections import segment

FILE = click.Path(path_type=Path, allow_dash=True)


@click.command(name="verify", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("bank", type=FILE, metavar="BANK")
@click.option("--booklet", "booklets", type=FILE, multiple=True, required=True, metavar="FILE", help="出题用的资料。")
@click.option("--all", "everything", is_flag=True, help="列出全部问题，不只前 8 条。")
def command(bank: Path, booklets: tuple[Path, ...], everything: bool) -> int:
    """拿资料原文核对题库：每句引文、每个答案、每处位置重读一遍，有一字之差就报错。

    \b
    例：quizgen verify 题库.yaml --booklet 学习资料.txt
    """
    opened = open_bank(bank)
    complaints = banks.verify(opened.bank, [_read_booklet(path) for path in booklets])
    say_complaints(complaints, opened, everything)
    if not complaints:
        say(f"{bank}：{len(opened.bank.items)} 道题与资料一致")
    return 1 if complaints else 0


def _read_booklet(path: Path) -> Booklet:
    booklet = segment(clean(read(path)))
    warn(booklet.diagnostics, str(path))
    return booklet
