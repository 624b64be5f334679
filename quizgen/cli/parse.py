"""``quizgen parse``: what the program understood of a booklet."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quizgen.cleaning import clean
from quizgen.cli.console import warn
from quizgen.cli.outline_tree import draw
from quizgen.readers import read
from quizgen.sections import describe, segment


@click.command(name="parse", help="看一份资料被读成了什么样：章节、日期、主题词、字数、略去的内容。")
@click.argument("booklet", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON（契约第 2 节）。")
@click.option("--encoding", default=None, metavar="NAME", help="文本文件的编码，例如 gb18030。")
def command(booklet: Path, as_json: bool, encoding: str | None) -> None:
    """Print the outline of BOOKLET."""
    parsed = segment(clean(read(booklet, encoding=encoding)))
    warn(parsed.diagnostics, str(booklet))
    if as_json:
        click.echo(json.dumps(describe(parsed), ensure_ascii=False, indent=1).encode())  # UTF-8 on any console
    else:
        click.echo(draw(parsed), nl=False)
