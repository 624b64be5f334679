"""What ``paper`` and ``generate`` ask about a paper, and the files it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from quizgen import pipeline, yamlfile
from quizgen.errors import WriteError
from quizgen.files import read_bytes, write_atomic
from quizgen.itemsets import Paper
from quizgen.model.blueprint import Blueprint
from quizgen.model.style import Style
from quizgen.resources import find

AUTO = "auto"
FILE = click.Path(path_type=Path)

OPTIONS = (
    click.option("--blueprint", default=AUTO, metavar="NAME|FILE", help="组卷蓝图；不给时用标准卷，题库小就缩小。"),
    click.option("--style", default="a4", metavar="NAME|FILE", help="版式：a4、a3、large……"),
    click.option("--seed", type=int, default=0, metavar="N", help="换一个数就换一份卷；同一个数总是同一份卷。"),
    click.option("--versions", type=click.IntRange(1, 26), default=1, metavar="N", help="出 N 份平行卷：A 卷、B 卷……"),
    click.option("--shuffle-only", is_flag=True, help="各份用同样的题，只换次序。"),
    click.option("--title", default=None, metavar="TEXT", help="卷名；其中的 {title} 代表题库名。"),
    click.option("--answer-card", is_flag=True, help="另出答题卡，试卷上不留答题处。"),
    click.option("--with-sources", is_flag=True, help="另出教师用卷，每题下注明出处。"),
    click.option("--base-doc", type=FILE, default=None, metavar="FILE", help="学校的 .docx 模板：沿用它的样式和页眉。"),
)


@dataclass(frozen=True)
class PaperOptions:
    """The paper options of one command line."""

    blueprint: str
    style: str
    seed: int
    versions: int
    shuffle_only: bool
    title: str | None
    answer_card: bool
    with_sources: bool
    base_doc: Path | None


@dataclass(frozen=True)
class PaperSettings:
    """The files the options name, read: so that a fault in one is said before any work is done."""

    blueprint: Blueprint | None  # None: auto
    style: Style
    base: bytes | None


def paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command's function with the paper options, which it receives as one ``options``."""

    @wraps(command)
    def collected(**given: Any) -> Any:
        named = {field.name: given.pop(field.name) for field in fields(PaperOptions)}
        return command(options=PaperOptions(**named), **given)

    for option in reversed(OPTIONS):
        option(collected)
    return collected


def read_settings(options: PaperOptions, templates: Path | None = None) -> PaperSettings:
    """Return what the options name. Raises TemplateError, ManyFaultsError, InputError."""
    auto = options.blueprint == AUTO
    return PaperSettings(
        blueprint=None if auto else yamlfile.read(find("blueprints", options.blueprint, templates), Blueprint),
        style=yamlfile.read(find("styles", options.style, templates), Style),
        base=read_bytes(options.base_doc) if options.base_doc else None,
    )


def make_files(paper: Paper, settings: PaperSettings, options: PaperOptions) -> dict[str, bytes]:
    """Return every file of a paper by its name."""
    return pipeline.print_paper(
        paper,
        settings.style,
        base=settings.base,
        answer_card=options.answer_card,
        with_sources=options.with_sources,
    )


def write_paper(paper: Paper, outdir: Path, options: PaperOptions, settings: PaperSettings | None = None) -> list[Path]:
    """Return the files a paper was written to, in the order a teacher looks for them. Raises QuizgenError."""
    made = make_files(paper, settings or read_settings(options), options)
    files = {outdir / name: data for name, data in made.items()}
    write_all(files)
    return list(files)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all of the files or none. Raises WriteError: those already in place are then as they were.

    Every file is on the disk before the first is put in its place.
    """
    waiting = list(files.items())
    placed: list[tuple[Path, bytes | None]] = []

    def write_rest() -> None:
        if waiting:
            path, data = waiting.pop()
            before = read_bytes(path) if path.is_file() else None
            write_atomic(path, data, just_before=write_rest)
            placed.append((path, before))

    try:
        write_rest()
    except WriteError:
        for path, before in placed:
            path.unlink() if before is None else write_atomic(path, before)
        raise
