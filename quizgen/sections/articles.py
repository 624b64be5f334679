"""Articles: where one ends and the next begins, by evidence added up in one table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quizgen.model.document import CleanBlock
from quizgen.sections.headings import is_closed
from quizgen.sections.numbering import inside_counts
from quizgen.sections.roles import Roles
from quizgen.sections.shifts import vocabulary_shifts
from quizgen.sections.sources import read_dateline

THRESHOLD = 2.5
RARE = 0.25  # of the blocks
MIN_TURNS = 4  # page turns; fewer tell nothing about articles
FULL_PAGE = 0.98  # of the lines of a full page
SHORT_PAGE = 0.95  # of the lines a page of its kind holds

SALUTATION = re.compile(r"(?:尊敬的|各位|女士们|先生们|同志们|老师们|同学们|朋友们|亲爱的).{0,40}[：！:!]$")
# 尊敬的各位来宾：

OCCASION = re.compile(r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|今天|昨日|近期|记者从)")
# 3月6日，……

CONTINUATION = re.compile(
    r"[一二三四五六七八九十]是|第[一二三四五六七八九十][，、]|[（(]|同时|此外|另外|因此|但|而|他|她|其|这|该|其中|最后|[①-⑳]|\d+[.．、]"
)
# 此外，还要完善机制。


@dataclass
class Scene:
    """The blocks of a booklet with what is known of all of them, and the articles that have begun so far."""

    roles: Roles
    shifts: list[float]  # 0–2
    counting: set[int]  # blocks inside a count
    titles: bool = False  # articles have printed titles
    first_fill: float = 1.0  # how full a page is on which an article begins, where titles are lost
    page_share: float | None = None  # of the pages begin articles; None where no turns are known
    rare_gaps: frozenset[int] = frozenset()  # empty lines beyond the usual that few paragraphs have before them
    starts: list[int] = field(default_factory=list)

    @property
    def blocks(self) -> Sequence[CleanBlock]:
        """Return the blocks of the booklet."""
        return self.roles.blocks


def stage(roles: Roles) -> Scene:
    """Return the scene of a booklet."""
    texts = [block.text for block in roles.blocks]
    scene = Scene(roles, vocabulary_shifts(texts), inside_counts(texts))
    scene.titles = len(roles.titled) > 1 and not any(_begins_untitled(scene, i) for i in range(1, len(texts)))
    scene.first_fill = _first_fill(scene)
    scene.page_share = _page_share(roles.blocks)
    scene.rare_gaps = _rare_gaps(roles.blocks)
    return scene


def _begins_untitled(scene: Scene, i: int) -> bool:
    """Return whether an article surely begins with block i and its title is lost."""
    if i in scene.roles.titled or i - 1 in scene.roles.headings or i - 1 in scene.roles.sources:
        return False
    return bool(_has_debris(scene, i) or _opens_as_report(scene, i)) and i not in scene.roles.headings


def _first_fill(scene: Scene) -> float:
    """Return how full the fullest of the pages is on which an article surely begins."""
    sure = (i for i in range(len(scene.blocks)) if i == 0 or _has_debris(scene, i) or _opens_as_report(scene, i))
    return max((fill for i in sure if (fill := scene.blocks[i].fill_page) and fill < 1), default=1.0)


def _rare_gaps(blocks: Sequence[CleanBlock]) -> frozenset[int]:
    """Return the unusual gaps that at least two, and not many, of the blocks have before them."""
    counts = Counter(block.gap for block in blocks[1:] if block.gap)
    return frozenset(gap for gap, count in counts.items() if 1 < count <= RARE * len(blocks))


def _page_share(blocks: Sequence[CleanBlock]) -> float | None:
    """Return the share of the pages that begin articles, 0 to 1.

    A page turn falls between two paragraphs by chance as often as a line end does; what is above that is articles.
    """
    turns = sum(block.turns + block.page_start for block in blocks[1:])
    between = sum(block.page_start for block in blocks[1:])
    chance = len(blocks) / max(1, sum(block.lines for block in blocks))
    if turns < MIN_TURNS or chance >= 1:
        return None
    return max(0.0, (between / turns - chance) / (1 - chance))


def _titled(scene: Scene, i: int) -> float:
    return 5 if i in scene.roles.titled else 0


def _untitled(scene: Scene, i: int) -> float:
    """Where articles have printed titles, a page or a gap alone begins none."""
    if not scene.titles or i in scene.roles.titled:
        return 0
    return 0 if _after_source(scene, i) or _has_debris(scene, i) or _opens_as_report(scene, i) else -3


def _after_source(scene: Scene, i: int) -> float:
    return 4 if i in scene.roles.closed else 0


def _has_debris(scene: Scene, i: int) -> float:
    """A line of debris between two articles is what is left of a source line."""
    return 4 if scene.roles.has_debris(i) else 0


def _opens_as_report(scene: Scene, i: int) -> float:
    """A dateline opens an article; a heading right before it is the article's title."""
    if i - 1 in scene.roles.headings or i - 1 in scene.roles.sources:
        return 0
    lead = i
    while lead in scene.roles.headings and lead + 1 < len(scene.blocks):
        lead += 1
    return 4 if read_dateline(scene.blocks[lead].text) else 0


def _begins_page(scene: Scene, i: int) -> float:
    if not scene.blocks[i].page_start:
        return 0
    return 1 if scene.titles else 1 + 8 * max(0.0, (scene.page_share or 0.0) - 0.5)


def _after_short_page(scene: Scene, i: int) -> float:
    """A page of an article is full unless the article ends on it; its first page lacks the lines of the lost title."""
    fill = scene.blocks[i].fill_before
    if fill is None or not scene.blocks[i].page_start:
        return 0
    usual = scene.first_fill if _page_before_began_article(scene, i) else 1.0
    share = fill / usual
    return 0 if share > SHORT_PAGE else 1.5 if share > 0.8 else 2.5


def _page_before_began_article(scene: Scene, i: int) -> bool:
    turn = next((k for k in range(i - 1, -1, -1) if scene.blocks[k].page_start or scene.blocks[k].turns), 0)
    return turn in scene.starts and not scene.blocks[turn].turns


def _leaves_room(scene: Scene, i: int) -> float:
    """A page that a lost title shares cannot hold as many lines of text as a full one."""
    fill = scene.blocks[i].fill_page
    if fill is None or not scene.blocks[i].page_start or i in scene.roles.headings:
        return 0
    if fill >= FULL_PAGE:
        return -1.5
    return 1.2 if abs(fill - scene.first_fill) < 1 - FULL_PAGE else 0.3


def _spaced(scene: Scene, i: int) -> float:
    """Where a dump marks no page turns, spacing that is rare stands for them."""
    if scene.blocks[i].gap not in scene.rare_gaps or scene.blocks[i].page_start:
        return 0
    return 0.5 if scene.page_share is not None or i in scene.roles.headings else 2.7


def _opening(scene: Scene, i: int) -> float:
    text = scene.blocks[i].text
    return 1.5 if SALUTATION.match(text) and not _salutes(scene, i - 1) else 0.5 if OCCASION.match(text) else 0


def _salutes(scene: Scene, i: int) -> bool:
    """Return whether the article that runs at block ``i`` has greeted already."""
    begin = scene.starts[-1] if scene.starts else 0
    return any(SALUTATION.match(scene.blocks[k].text) for k in range(begin, i + 1))


def _continues(scene: Scene, i: int) -> float:
    before = scene.blocks[i - 1].text
    lead_in = before[-1] in "：:，、" or before.endswith("——")
    return (-4 if lead_in else 0) + (-2 if CONTINUATION.match(scene.blocks[i].text) else 0)


def _counts_on(scene: Scene, i: int) -> float:
    """A count that goes on from before a block to behind it (第四章 … 第五章, 二是 … 三是) runs through one work."""
    return -4 if i in scene.counting else 0


def _inside_heading(scene: Scene, i: int) -> float:
    if i in scene.roles.titled:
        return 0
    return (
        -4
        if i - 1 in scene.roles.headings or (not is_closed(scene.blocks[i - 1].text) and i not in scene.roles.closed)
        else 0
    )


def _shift(scene: Scene, i: int) -> float:
    return scene.shifts[i]


EVIDENCE: dict[str, Callable[[Scene, int], float]] = {
    "a printed title with its source line": _titled,
    "no title, though others have one": _untitled,
    "a source line closed the article before": _after_source,
    "debris of a source line before it": _has_debris,
    "opens with a dateline": _opens_as_report,
    "begins a page": _begins_page,
    "the page before ended early": _after_short_page,
    "its page leaves room for a title": _leaves_room,
    "empty lines before it": _spaced,
    "opens as articles do": _opening,
    "reads on from the text before": _continues,
    "belongs to the heading before": _inside_heading,
    "a count goes on across it": _counts_on,
    "other words than before": _shift,
}
"""What speaks for (> 0) and against (< 0) an article beginning with a block; at THRESHOLD one does."""


def weigh(scene: Scene, index: int) -> dict[str, float]:
    """Return the evidence on block ``index``, as far as there is any."""
    weights = {name: judge(scene, index) for name, judge in EVIDENCE.items()}
    return {name: weight for name, weight in weights.items() if weight}


def find_starts(scene: Scene) -> list[int]:
    """Return the first block of every article, its title's where one is printed; the booklet begins with one."""
    for index in range(len(scene.blocks)):
        if index == 0 or sum(judge(scene, index) for judge in EVIDENCE.values()) >= THRESHOLD:
            scene.starts.append(index)
    return scene.starts
