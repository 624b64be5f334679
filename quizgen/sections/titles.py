"""Titles: one a reader would accept where the source has lost its own; made of the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.sections.sources import DATELINE

MAX_LENGTH = 34
MIN_LENGTH = 8
LOOK_AHEAD = 3  # paragraphs a title may come from

LEAD = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:至(?:\d{1,2}月)?\d{1,2}日)?|近日|日前|今天|近年来|当前|一年前|截至\S{1,6}|据\S{1,8})(?:上午|下午|晚|，|,)*"
)
# 3月6日下午，

SPEAKER = re.compile(r"^\S{2,24}?(?:指出|强调|表示|认为|说|提出|介绍)，?")
# 王局长指出，

GREETING = re.compile(r"(?:尊敬的|各位|女士们|同志们|大家好|老师们|朋友们)")
# 各位来宾：

CLAUSE_END = re.compile(r"(?<=[，；：。！？])")
# 教研要重实效，……


def infer_title(paragraphs: Sequence[str], terms: Sequence[str]) -> str:
    """Return a title from the opening of an article: the clauses that hold most of its terms, whole and short."""
    candidates = [c for rank, text in enumerate(paragraphs[:LOOK_AHEAD]) for c in _candidates(text, rank, terms)]
    if candidates:
        return max(candidates)[1]
    return terms[0] if terms else _shorten(paragraphs[0]) if paragraphs else ""


def _candidates(text: str, rank: int, terms: Sequence[str]) -> Iterator[tuple[float, str]]:
    if GREETING.match(text):
        return
    body = DATELINE.sub("", text, count=1)
    clauses = [clause for clause in CLAUSE_END.split(body) if clause]
    for start in range(min(4, len(clauses))):
        for size in (1, 2, 3):
            title = _trim("".join(clauses[start : start + size]))
            if MIN_LENGTH <= len(title) <= MAX_LENGTH and _is_balanced(title):
                hits = sum(len(term) for term in terms if term in title)
                yield hits - 3 * rank - 1.5 * start - 0.05 * abs(len(title) - 22), title


def _trim(text: str) -> str:
    return (
        LEAD.sub("", text, count=1).rstrip("，；：。！ ").lstrip("，“" if text.count("“") != text.count("”") else "，")
    )


def _is_balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("“”", "（）", "《》"))


def _shorten(text: str) -> str:
    bare = text.rstrip("，；：。！？")
    return bare if len(bare) <= MAX_LENGTH else bare[: MAX_LENGTH - 1] + "…"
