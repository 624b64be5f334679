"""Answers as written -> letters, judgements, blanks, points. Nothing here guesses: what does not fit gives None."""

from __future__ import annotations

import re
from math import gcd
from typing import NamedTuple

from quizgen.banks.imports.folding import fold, stretches, tidy
from quizgen.banks.imports.names import FALSE_WORDS, TRUE_WORDS
from quizgen.items.base import Point

LETTERS = re.compile(r"(?:应?选|为|是)?\s?([A-Ha-h](?:[\s,、;和/]{0,3}[A-Ha-h])*)\s?(?:选?项)?\s?[.。;]?")
# A B D / ABD。 / A、B、D

JUDGEMENT = re.compile(
    rf"\(?\s?({'|'.join(re.escape(word) for word in sorted(TRUE_WORDS + FALSE_WORDS, key=len, reverse=True))})\s?\)?"
    r"(?:\s?$|\s?[,.。;:]\s?(?P<rest>.*)|\s(?P<more>\S.*)|(?P<should>[(应改].*))",
    re.IGNORECASE,
)
# ×，应为“二十分钟” / 正确

BRACED = re.compile(r"\(([^()]*)\)")
# （ B ）

MARKED_BLANK = re.compile(r"[①-⑳]|(?:^|(?<=[\s;,。]))(?:\(\d{1,2}\)|\d{1,2}\s?[.、)](?!\d))")
# ①晨读②午练 / (1)晨读 (2)午练

STRICT_BREAK = re.compile(r"[;|\n]|\s/\s|\s{3,}")
# 晨读；午练

LOOSE_BREAKS = (re.compile("、"), re.compile(","), re.compile(r"\s+"))
# 晨读、午练 / 晨读，午练 / 晨读 午练

VARIANTS = re.compile("[/／]")
# 120/一百二十

HAN = re.compile("[\u3400-\u9fff]")
# 一

POINT_MARKS: tuple[tuple[re.Pattern[str], str, bool], ...] = (
    (re.compile(r"\((\d{1,2})\)[.、]?"), "0123456789", False),
    (re.compile(r"([①-⑳])[.、]?"), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", False),
    (re.compile(r"(?:^|(?<=[\s;。,:]))(\d{1,2})\s?[.、)](?!\d)"), "0123456789", False),
    (re.compile(r"(?:^|(?<=[\s;。,:]))([一二三四五六七八九十])是"), "一二三四五六七八九十", True),
)
# （1）到得早；（2）读得响 / ①到得早②读得响 / 1.到得早 2.读得响 / 一是到得早，二是读得响
"""Marks of points, the digits they count with, and whether the mark is part of the words."""

POINT_TRIM = "；;。，,、 \n\u3000"

MARKS = re.compile(r"\s?\(\s?(?:每点|各|本点)?(\d{1,2}(?:\.5)?)\s?分\s?\)\s?[;。.,、]?")
# 到得早（2分）；


def is_key(text: str) -> bool:
    """Return whether ``text`` is nothing but option letters or a judgement, which no line continues."""
    folded = fold(text).strip()
    return bool(LETTERS.fullmatch(folded)) or folded.lower() in TRUE_WORDS + FALSE_WORDS


def read_letters(text: str) -> str | None:
    """Return the option letters of an answer, upper case, in alphabetical order; None when it is something else."""
    folded = fold(text).strip()
    braced = BRACED.fullmatch(folded)
    m = LETTERS.fullmatch(braced[1].strip() if braced else folded)
    letters = [c.upper() for c in m[1] if c.isalpha() and c.isascii()] if m else []
    return "".join(sorted(letters)) if letters and len(set(letters)) == len(letters) else None


def read_judgement(text: str) -> tuple[bool, str] | None:
    """Return a judgement and the words after it (应为…); None when it is something else."""
    plain = text.strip()
    m = JUDGEMENT.match(fold(plain))
    if not m:
        return None
    group = next((name for name in ("rest", "more", "should") if m[name] is not None), "")
    return m[1].lower() in TRUE_WORDS, plain[m.start(group) :].strip() if group else ""


def read_blanks(text: str, count: int) -> tuple[tuple[str, ...], ...] | None:
    """Return the accepted wordings of ``count`` blanks; None when the answer does not come apart in just one way."""
    parts = _split(text.strip(), count)
    wordings = tuple(_wordings(part) for part in parts) if parts else ()
    return wordings if wordings and all(wordings) else None


def _split(text: str, count: int) -> list[str] | None:
    marked = _cut_at(text, list(MARKED_BLANK.finditer(fold(text))))
    if len(marked) == count and count > 1:
        return marked
    strict = _apart(text, STRICT_BREAK)
    if len(strict) == count or count == 1 or len(strict) > 1:
        return strict if len(strict) == count else None
    loose = [parts for parts in (_apart(text, gap) for gap in LOOSE_BREAKS) if len(parts) == count]
    return loose[0] if len(loose) == 1 else None


def _cut_at(text: str, marks: list[re.Match[str]]) -> list[str]:
    if not marks or marks[0].start() > 0:
        return []
    spans = stretches([m.start() for m in marks], len(text))
    return [text[m.end() : end].strip(POINT_TRIM) for m, (_, end) in zip(marks, spans, strict=True)]


def _apart(text: str, gap: re.Pattern[str]) -> list[str]:
    folded, parts, at = fold_lines(text), [], 0
    for m in gap.finditer(folded):
        parts.append(text[at : m.start()])
        at = m.end()
    return [part.strip() for part in [*parts, text[at:]] if part.strip()]


def fold_lines(text: str) -> str:
    """Return ``text`` folded, but with its line ends."""
    return "\n".join(fold(line) for line in text.split("\n"))


def _wordings(part: str) -> tuple[str, ...]:
    trimmed = tidy(part).rstrip("。；;")
    ways = tuple(way.strip() for way in VARIANTS.split(trimmed) if way.strip())
    if len(ways) > 1 and any(HAN.search(way) for way in ways):  # km/h is one wording, 120/一百二十 are two
        return ways
    return (trimmed,) if trimmed else ()


def read_points(text: str) -> tuple[str, tuple[Point, ...]]:
    """Return the words before the first point and the points; one point when the answer bears no marks of points."""
    marks, keep = _point_marks(fold(text))
    if not marks:
        return "", _weighed(_cut_behind_marks(text))
    spans = stretches([m.start() for m in marks], len(text))
    texts = [text[m.start(1) if keep else m.end() : end] for m, (_, end) in zip(marks, spans, strict=True)]
    return tidy(text[: marks[0].start()]), _weighed(texts)


def count_points(text: str) -> int:
    """Return how many points an answer has counted so far."""
    marks, _ = _point_marks(fold(text), fewest=1)
    return len(marks)


def _point_marks(folded: str, fewest: int = 2) -> tuple[list[re.Match[str]], bool]:
    """Return the marks that count up from one, of the family that begins first."""
    best: tuple[list[re.Match[str]], bool] = ([], False)
    for pattern, digits, keep in POINT_MARKS:
        marks: list[re.Match[str]] = []
        for m in pattern.finditer(folded):
            if _value(m[1], digits) == len(marks) + 1:
                marks.append(m)
        if len(marks) >= fewest and (not best[0] or marks[0].start() < best[0][0].start()):
            best = marks, keep
    return best


def _value(mark: str, digits: str) -> int:
    return int(mark) if digits.startswith("0") else digits.index(mark) + 1


def _cut_behind_marks(text: str) -> list[str]:
    """Return an answer cut behind every ``（2分）``, if all of its words bear such marks; else whole."""
    ends = [m.end() for m in MARKS.finditer(fold(text))]
    if len(ends) < 2 or text[ends[-1] :].strip(POINT_TRIM):
        return [text]
    return [text[a:b] for a, b in stretches([0, *ends[:-1]], len(text))]


def _weighed(texts: list[str]) -> tuple[Point, ...]:
    """Return the points; marks become weights where every point has them, in the smallest whole numbers."""
    read = [_read_point(text.strip()) for text in texts]
    halves = [point.halves for point in read]
    unit = gcd(*halves) if all(halves) else 0
    weights = [half // unit if unit else 1 for half in halves]
    pairs = zip(read, weights, strict=True)
    return tuple(Point(text=p.text, detail=p.detail or None, weight=weight) for p, weight in pairs if p.text)


class _ReadPoint(NamedTuple):
    text: str
    detail: str = ""
    halves: int = 0  # half marks; 0: it bears none


def _read_point(text: str) -> _ReadPoint:
    """Return what a point says: its marks stand at its end, or in front of its detail (``到得早（2分）：早于七点``)."""
    found = list(MARKS.finditer(fold(text)))
    m = found[-1] if found else None
    rest = text[m.end() :] if m else ""
    if m is None or (rest and fold(rest)[0] != ":"):
        return _ReadPoint(tidy(text).strip(POINT_TRIM))
    detail = tidy(rest[1:]).strip(POINT_TRIM)
    return _ReadPoint(tidy(text[: m.start()]).strip(POINT_TRIM), detail, round(float(m[1]) * 2))
