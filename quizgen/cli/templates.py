"""``quizgen templates``: see what there is, read one, take copies to change."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen import resources
from quizgen.cli.console import say
from quizgen.errors import TemplateError
from quizgen.files import read_bytes, write_atomic

FAMILY_NAMES = {"items": "题目模板", "blueprints": "组卷蓝图", "styles": "版式", "lexicons": "词表"}

FOLDER = click.Path(path_type=Path)
first_option = click.option("--templates", "first", type=FOLDER, metavar="DIR", help="先在这个文件夹里找模板。")


@click.group(name="templates", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """查看或复制模板：题目模板、组卷蓝图、版式、词表。

    \b
    例：quizgen templates list
        quizgen templates show standard
        quizgen templates copy 我的模板
    """


@command.command(name="list")
@first_option
def list_templates(first: Path | None) -> None:
    """列出所有模板，一行一个：种类、名称、所在文件。

    \b
    例：quizgen templates list
    """
    for family in resources.FAMILIES:
        for name, path in resources.find_all(family, first).items():
            click.echo(f"{FAMILY_NAMES[family]}\t{name}\t{path}")


@command.command()
@click.argument("name", metavar="NAME")
@first_option
def show(name: str, first: Path | None) -> None:
    """显示一个模板的内容；名称不止一种模板在用时，写成 种类/名称（如 styles/standard）。

    \b
    例：quizgen templates show standard
    """
    click.echo(read_bytes(_find(name, first)).decode("utf-8", "replace"), nl=False)


@command.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@first_option
def copy(folder: Path, first: Path | None) -> None:
    """把全部模板复制到一个新文件夹，改好后用 --templates 指定它。

    \b
    例：quizgen templates copy 我的模板
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TemplateError("E-EXISTS", "这个文件夹里已有内容，没有复制", "换一个新的文件夹名", file=str(folder))
    copied = 0
    for family in resources.FAMILIES:
        for path in resources.find_all(family, first).values():
            write_atomic(folder / family / path.name, read_bytes(path))
            copied += 1
    say(f"已复制 {copied} 个模板到 {folder}；使用：quizgen generate 资料.txt -o 输出 --templates {folder}")


def _find(name: str, first: Path | None) -> Path:
    """Return the file of the template called ``name`` or ``family/name``. Raises TemplateError (E-TPL)."""
    wanted, _, stem = name.rpartition("/")
    families = [family for family in resources.FAMILIES if wanted in ("", family)]
    found = {family: resources.find_all(family, first).get(stem) for family in families}
    paths = {family: path for family, path in found.items() if path is not None}
    if not paths:
        raise TemplateError("E-TPL", f"没有名为“{name}”的模板", "用 quizgen templates list 看有哪些")
    if len(paths) > 1:
        choices = "、".join(f"{family}/{stem}" for family in paths)
        raise TemplateError("E-TPL", f"不止一个模板叫“{stem}”", f"写明是哪一个：{choices}")
    return next(iter(paths.values()))
