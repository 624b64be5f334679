"""Titles: one a reader would accept where the source has lost its own; made of the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.sections.sources import DATELINE
from quizgen.text import sentences
from quizgen.text.clauses import balanced

MAX_LENGTH = 36
MIN_LENGTH = 8
IDEAL_LENGTH = 24
LOOK_AHEAD = 3  # paragraphs a title may come from
MAX_CLAUSES = 3
QUOTES = "“”"

WHEN = re.compile(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)(?:至(?:\d{1,2}月)?\d{1,2}日)?|(?:\d{4}年)?\d{1,2}月|近日|日前|今天|昨天|近年来"
    r"|近来|当前|如今|目前|一年[前后]|会上|因此|同时|此外|其中|周[一二三四五六日])(?:上午|下午|晚)?[，,]?"
)
# 3月6日下午，

DAY = re.compile(r"(?<=[\u4e00-\u9fff])(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?(?=[\u4e00-\u9fff])")
# 市教育局3月6日下午就……

GREETING = re.compile(r"(?:尊敬的|各位|女士们|先生们|同志们|老师们|朋友们|大家好)")
# 各位来宾：

OPEN_START = re.compile(
    r"(?:我|你|在|对|为|由|以|从|随着|面对|作为|经过|围绕|针对|据|这|该|其|他|她|它|并|也|更|还|而|但|要|就|又|即|如何)"
)
# 在全市教研推进会上，

OCCASION = re.compile(r"在(.{6,}?)[上中]?[，,]?$")
# 在全市教研推进会上，

OPEN_END = re.compile(r"(?:[上中下时后前里的和与及]|期间|以来|来看|指出|强调|表示|认为|提出|如下|之一)$")
# ……推进会期间

CLAUSE_END = re.compile(r"(?<=[，；：])")
# 教研要重实效，……


def infer_title(paragraphs: Sequence[str], terms: Sequence[str]) -> str:
    """Return a title from the opening of an article: whole clauses of one sentence that name its terms."""
    found = [c for place, text in enumerate(paragraphs[:LOOK_AHEAD]) for c in _candidates(text, place, terms)]
    if found:
        return max(found)[1]
    return terms[0] if terms else _shorten(paragraphs[0]) if paragraphs else ""


def _candidates(text: str, place: int, terms: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Yield titles with what speaks for them; ``place``: the paragraph's, counted from 0."""
    if GREETING.match(text):
        return
    body = DATELINE.sub("", text, count=1)
    statements = [part for sentence in sentences.split(body)[:3] for part in sentence.split("；")]
    for nth, sentence in enumerate(statements):
        clauses = [clause for clause in CLAUSE_END.split(_undate(sentence)) if clause]
        for start in range(min(3, len(clauses))):
            whole = ["".join(clauses[start : start + size]) for size in range(1, MAX_CLAUSES + 1)]
            for title in map(_trim, [*whole, *_cores(clauses[start])]):
                if MIN_LENGTH <= len(title) <= MAX_LENGTH and balanced(title) and "。" not in title:
                    yield _weigh(title, terms) - 6 * place - 4 * nth - 4 * start, title


def _undate(sentence: str) -> str:
    """Return a sentence without the date it opens with, or without the one in its first clause."""
    opened = WHEN.match(sentence)
    return sentence[opened.end() :] if opened else DAY.sub("", sentence, count=1)


def _cores(clause: str) -> Iterator[str]:
    """Yield what a clause is about: behind its last attribute, or the occasion it names."""
    if OPEN_START.match(clause) and "的" in clause:
        yield clause[clause.rindex("的") + 1 :]
    occasion = OCCASION.match(clause)
    if occasion:
        yield occasion[1]


def _weigh(title: str, terms: Sequence[str]) -> float:
    hits = sum(len(term) for term in terms if term in title)
    openness = 6 * bool(OPEN_START.match(title)) + 6 * bool(OPEN_END.search(title)) + 4 * (title[-1] in "？?")
    return min(hits, 10) - openness - 0.15 * abs(len(title) - IDEAL_LENGTH)


def _trim(text: str) -> str:
    """Return clauses without marks at their ends, nor a quotation mark left alone."""
    bare = text.strip().rstrip("，；：。！—").lstrip("，")
    return bare if balanced(bare) else bare.strip(QUOTES)


def _shorten(text: str) -> str:
    bare = text.rstrip("，；：。！？")
    return bare if len(bare) <= MAX_LENGTH else bare[: MAX_LENGTH - 1] + "…"
