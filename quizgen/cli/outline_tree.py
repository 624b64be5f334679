"""The outline of a booklet as a tree a teacher can check at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.errors import show
from quizgen.model.document import Booklet, Section

REASONS = {
    "page_number": "页码",
    "running_header": "页眉",
    "running_footer": "页脚",
    "toc": "目录",
    "glyph_garbage": "乱码",
    "source_line": "来源行",
    "markup": "标记",
    "invisible": "不可见字符",
    "blank": "空白",
}


def draw(booklet: Booklet) -> str:
    """Return the tree: a head, one line per section, then what was left out."""
    return "".join(line + "\n" for line in _lines(booklet))


def _lines(booklet: Booklet) -> Iterator[str]:
    yield f"{show(booklet.name, 200)}  {booklet.characters} 字" + (f"  {booklet.pages} 页" if booklet.pages else "")
    if booklet.title:
        yield f"《{booklet.title}》"
    for section in booklet.sections:
        yield _line(section)
    yield "略去：" + ("，".join(_counts(booklet)) or "无")


def _line(section: Section) -> str:
    size = sum(len(paragraph.text) for paragraph in section.paragraphs)
    mark = "" if section.title_origin == "printed" else "〔拟〕"
    facts = [section.date, section.issuer, f"{len(section.paragraphs)} 段 {size} 字"]
    if section.level == 1:
        facts += [f"主题：{section.theme}", "、".join(section.terms)]
    indent = "  " * section.level
    return f"{indent}{section.id} {mark}{section.title}  （{'；'.join(fact for fact in facts if fact)}）"


def _counts(booklet: Booklet) -> Iterator[str]:
    counts: Counter[str] = Counter(run.reason for run in booklet.discarded)
    for reason, name in REASONS.items():
        if counts[reason]:
            yield f"{name} {counts[reason]} 处"
