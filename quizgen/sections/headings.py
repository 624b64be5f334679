"""Headings: which blocks are titles and sub-headings, by evidence added up in one table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgen.model.document import CleanBlock
from quizgen.sections.numbering import ARTICLE, order_of

THRESHOLD = 3.5
MAX_LENGTH = 50
LIST = 3  # more unfinished lines in a row are a list
TERMINALS = "。！？；：，、!?;:,.…"
CLOSERS = "”’）》】)"

HEADING_STYLE = re.compile(r"(?:heading|标题|title|副标题|subtitle)\s*\d*", re.IGNORECASE)
# Heading 2

STYLE_LEVEL = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
# heading 1


UNNUMBERED = re.compile(r"前言|引言|绪论|导言|导论|结语|结束语|后记|附录.{0,12}|附则|总则")
# 结语: a chapter without a number

CHAPTER, PLAIN = 1, 9  # orders: 第X章; lines without a number stand below all numbers

Rank = tuple[int, int, int]


@dataclass(frozen=True)
class Setting:
    """What the blocks of a booklet have in common, to measure one against."""

    blocks: Sequence[CleanBlock]
    body_size: float | None
    body_bold: bool

    def block(self, index: int) -> CleanBlock | None:
        """Return a block, None outside the booklet."""
        return self.blocks[index] if 0 <= index < len(self.blocks) else None


def survey(blocks: Sequence[CleanBlock]) -> Setting:
    """Return the setting of a booklet: the font size and weight most text is set in."""
    weight: Counter[tuple[float | None, bool]] = Counter()
    for block in blocks:
        weight[(block.font_size, block.bold)] += len(block.text)
    (size, bold), _ = weight.most_common(1)[0] if weight else ((None, False), 0)
    return Setting(blocks, size, bold)


def is_closed(text: str) -> bool:
    """Return whether a text ends with a mark that ends a sentence or clause."""
    bare = text.rstrip(CLOSERS)
    return bool(bare) and bare[-1] in TERMINALS


def has_style(block: CleanBlock) -> bool:
    """Return whether the writer marked the block as a heading."""
    return block.outline_level is not None or bool(block.style and HEADING_STYLE.fullmatch(block.style.strip()))


def _styled(s: Setting, i: int) -> float:
    return 6 if has_style(s.blocks[i]) else 0


def _numbered(s: Setting, i: int) -> float:
    order = order_of(s.blocks[i].text)
    return 0 if order is None else 2.5 if order < 3 else 1.5


def _unclosed(s: Setting, i: int) -> float:
    text = s.blocks[i].text
    if text[-1] in "？?":
        return 0
    return -4 if is_closed(text) else 1


def _short(s: Setting, i: int) -> float:
    length = len(s.blocks[i].text)
    return 1 if length <= 30 else 0 if length <= MAX_LENGTH else -4


def _statement_inside(s: Setting, i: int) -> float:
    text = s.blocks[i].text
    lead_in = text.endswith("——") and "，" in text
    return -5 if "。" in text[:-1] or "；" in text or lead_in else 0


def _after_statement(s: Setting, i: int) -> float:
    before = s.block(i - 1)
    return 1 if before is None or is_closed(before.text) or before.text[-1] == "—" or _looks_short(before) else -1.5


def _before_text(s: Setting, i: int) -> float:
    following = [s.block(i + k) for k in (1, 2)]
    if any(block is not None and is_text(block) for block in following):
        return 1
    return -2


def _in_list(s: Setting, i: int) -> float:
    """Four unfinished lines in a row are a list or a table, not headings."""
    run = 1
    for step in (1, -1):
        at = i + step
        while run <= LIST and (block := s.block(at)) is not None and _looks_short(block) and not has_style(block):
            run, at = run + 1, at + step
    return -3 if run > LIST else 0


def _large(s: Setting, i: int) -> float:
    block = s.blocks[i]
    larger = block.font_size is not None and s.body_size is not None and block.font_size >= 1.1 * s.body_size
    return 1.5 * larger + 1.5 * (block.bold and not s.body_bold)


def _reaches_edge(s: Setting, i: int) -> float:
    return -2 if s.blocks[i].full_line else 0


def _law_article(s: Setting, i: int) -> float:
    return -9 if ARTICLE.match(s.blocks[i].text) else 0


EVIDENCE: dict[str, Callable[[Setting, int], float]] = {
    "styled as a heading": _styled,
    "begins with a chapter or outline number": _numbered,
    "no mark at its end": _unclosed,
    "short": _short,
    "holds a whole statement": _statement_inside,
    "follows a finished sentence": _after_statement,
    "stands before running text": _before_text,
    "one of a list": _in_list,
    "larger or bolder than the text": _large,
    "its line reaches the column edge": _reaches_edge,
    "an article of a law": _law_article,
}
"""What speaks for (> 0) and against (< 0) a block being a heading; at THRESHOLD it is one."""


def weigh(setting: Setting, index: int) -> dict[str, float]:
    """Return the evidence on block ``index``, as far as there is any."""
    weights = {name: judge(setting, index) for name, judge in EVIDENCE.items()}
    return {name: weight for name, weight in weights.items() if weight}


def is_heading(setting: Setting, index: int) -> bool:
    """Return whether block ``index`` is a heading."""
    return sum(judge(setting, index) for judge in EVIDENCE.values()) >= THRESHOLD


def is_text(block: CleanBlock) -> bool:
    """Return whether a block is running text: it ends its sentence, or is long."""
    return is_closed(block.text) or len(block.text) > MAX_LENGTH


def _looks_short(block: CleanBlock) -> bool:
    return not is_text(block)


def rank(block: CleanBlock) -> Rank:
    """Return where a heading stands among headings, less is higher: by style, else by size, then by its number."""
    if block.outline_level is not None:
        return 0, block.outline_level, 0
    if block.style and HEADING_STYLE.fullmatch(block.style.strip()):
        level = STYLE_LEVEL.search(block.style)
        return 0, int(level[1]) if level else 0, 0
    order = order_of(block.text)
    size = -round(10 * (block.font_size or 0))
    if order is not None:
        return 1, size, order
    if UNNUMBERED.fullmatch(block.text):
        return 1, size, CHAPTER
    return 1, size, PLAIN + 2 * block.text.endswith("——")
