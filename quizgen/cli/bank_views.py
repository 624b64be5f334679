"""``quizgen bank list`` and ``quizgen bank stats``: looking at banks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from quizgen import banks
from quizgen.banks import Cell, KeySentence, Statistics, Wishes
from quizgen.cli.bank_faults import open_bank
from quizgen.cli.console import say
from quizgen.errors import show
from quizgen.items import KINDS, AnyItem
from quizgen.items.base import Difficulty, Status
from quizgen.model.finding import Fact
from quizgen.text.width import text_em

FILE = click.Path(path_type=Path, allow_dash=True)
KIND_NAMES = {name: kind.label for name, kind in KINDS.items()}
STATUSES = {"draft": "草稿", "reviewed": "已审", "retired": "停用"}
LEVELS = {"easy": "易", "medium": "中", "hard": "难"}
EVIDENCE = {"found": "有出处", "none": "无出处", "differs": "与原文不符", "vanished": "原文已不在资料中"}
MOST_SENTENCES = 20
Row = Sequence[str]


@click.command(name="list", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", type=FILE, nargs=-1, required=True, metavar="BANK...")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KIND_NAMES)), help="题型，可以多次给出。")
@click.option("--section", "sections", multiple=True, metavar="TEXT", help="章节或主题名（一部分即可）。")
@click.option("--fact", "facts", multiple=True, type=click.Choice(get_args(Fact)), help="知识点的种类。")
@click.option("--difficulty", "levels", multiple=True, type=click.Choice(get_args(Difficulty)), help="难度。")
@click.option("--status", "statuses", multiple=True, type=click.Choice(get_args(Status)), help="状态。")
@click.option("--text", default="", metavar="TEXT", help="题干、答案、引文或备注里有这段文字。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def list_items(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    sections: tuple[str, ...],
    facts: tuple[str, ...],
    levels: tuple[str, ...],
    statuses: tuple[str, ...],
    text: str,
    as_json: bool,
) -> None:
    """列出题目，可按题型、章节、知识点、难度、状态、文字挑选。

    \b
    例：quizgen bank list 题库.yaml --kind true_false --status draft
    """
    wishes = Wishes(kinds=kinds, sections=sections, facts=facts, difficulties=levels, statuses=statuses, text=text)
    found = [(path, item) for path in paths for item in banks.select(open_bank(path).bank, wishes)]
    if as_json:
        items = [{"bank": str(path), **banks.as_mapping(item)} for path, item in found]
        click.echo(
            json.dumps({"schema_version": 1, "items": items}, ensure_ascii=False, indent=1).encode()
        )  # UTF-8 on any console
    else:
        click.echo("\n".join(_align([_row(item) for _, item in found])))
        say(f"共 {len(found)} 道题")


def _row(item: AnyItem) -> Row:
    level = LEVELS.get(item.difficulty or "", "–")
    section = show(item.section or "–", 12)
    return (item.id, KIND_NAMES[item.kind], level, STATUSES[item.status], section, show(item.stem, 40))


def _align(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rows as lines with columns, 汉字 counted double."""
    widths = [max((_columns(cell) for cell in column), default=0) for column in zip(*rows, strict=True)]
    for row in rows:
        *cells, last = row
        yield "  ".join(
            [*(cell + " " * (width - _columns(cell)) for cell, width in zip(cells, widths, strict=False)), last]
        )


def _columns(text: str) -> int:
    return round(2 * text_em(text))


@click.command(name="stats", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", type=FILE, nargs=-1, required=True, metavar="BANK...")
@click.option(
    "--booklet", "booklets", type=FILE, multiple=True, metavar="FILE", help="资料：看哪些章节、要句还没有题。"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def show_stats(paths: tuple[Path, ...], booklets: tuple[Path, ...], as_json: bool) -> None:
    """统计题库：题型×章节×难度、审题进度、答案分布、覆盖情况。

    \b
    例：quizgen bank stats 题库.yaml --booklet 学习资料.txt
    """
    sections, sentences = _read_coverage(booklets)
    figures = banks.count([open_bank(path).bank for path in paths], sections, sentences)
    if as_json:
        click.echo(
            json.dumps({"schema_version": 1, **figures.model_dump(mode="json")}, ensure_ascii=False, indent=1).encode()
        )  # UTF-8 on any console
    else:
        for line in _describe(figures, covered=bool(booklets)):
            say(line)


def _read_coverage(booklets: Sequence[Path]) -> tuple[list[str], list[KeySentence]]:
    """Return the level-1 sections and the sentences worth asking of the booklets."""
    if not booklets:
        return [], []
    from quizgen.miners import mine
    from quizgen.pipeline import read_booklet

    read = [read_booklet(path) for path in booklets]
    sections = [section.title for booklet in read for section in booklet.sections if section.level == 1]
    findings = [finding for booklet in read for finding in mine(booklet)]
    best: dict[str, KeySentence] = {}
    for finding in sorted(findings, key=lambda finding: finding.salience):
        quote = finding.provenance[0].quote
        best[quote] = KeySentence(section=finding.where.section, quote=quote, salience=finding.salience)
    return sections, list(best.values())


def _describe(figures: Statistics, *, covered: bool) -> Iterator[str]:
    yield f"共 {figures.items} 道题"
    yield "审题进度：" + _name_counts(figures.statuses, STATUSES)
    yield "出处：" + _name_counts(figures.evidence, EVIDENCE)
    yield "题型×章节×难度（易/中/难）："
    yield from _align(list(_tabulate(figures.cells)))
    balance = figures.balance
    yield f"判断题：对 {balance.true}，错 {balance.false}"
    yield f"单选题：正确项最长的 {balance.longest_key}/{balance.single_choice}"
    keys = "，".join(f"{n} 个答案的 {count} 道" for n, count in balance.keys.items())
    yield f"多选题：{keys or '无'}；全选的 {balance.all_keyed} 道"
    if covered:
        yield f"没有题目的章节（{len(figures.silent_sections)}）：" + ("、".join(figures.silent_sections) or "无")
        yield f"没有题目的要句（{len(figures.silent_sentences)}）："
        for sentence in figures.silent_sentences[:MOST_SENTENCES]:
            yield f"  {sentence.salience:.2f} {show(sentence.section, 16)}：{show(sentence.quote, 60)}"


def _name_counts(counts: dict[str, int], names: dict[str, str]) -> str:
    return "，".join(f"{names[name]} {counts[name]}" for name in names if name in counts) or "无"


def _tabulate(cells: Iterable[Cell]) -> Iterator[Row]:
    """Yield a row per section: its name, then easy/medium/hard per kind."""
    counts = {(cell.section, cell.kind, cell.difficulty): cell.count for cell in cells}
    yield ("章节", *KIND_NAMES.values(), "合计")
    for section in dict.fromkeys(section for section, _, _ in counts):
        per_kind = ["/".join(str(counts.get((section, kind, level), 0)) for level in LEVELS) for kind in KIND_NAMES]
        total = sum(count for (name, _, _), count in counts.items() if name == section)
        yield (show(section, 16), *("–" if cell == "0/0/0" else cell for cell in per_kind), str(total))
