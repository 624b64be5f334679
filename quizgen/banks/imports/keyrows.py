"""Rows of keys: ``1—5 ABCDA　6—10 …``, ``1.A 2.B``, ``题号 1 2 3`` over ``答案 A B C``."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.banks.imports.folding import stretches

RANGE = re.compile(r"(?:第\s?)?(\d{1,4})\s?题?\s?(?:-{1,3}|至|到)\s?(?:第\s?)?(\d{1,4})\s?题?\s?[:.、)\]]?")
# 1-5:ABCDA

VALUES = re.compile(r"[A-Ha-hTFXx√×✓✔✗✘╳对错正确误是否,、;;。/|()\s]+")
# ABCDA  √×√×√  对 错 对  AB ACD

PAIR = re.compile(
    r"(?:\(?(\d{1,4})\s?[.、:)\s]\s?|(\d{1,4}))\(?"
    r"([A-H](?:[,、]?[A-H])*(?![A-Za-z])|[a-h]+(?![A-Za-z])|[TFX](?![A-Za-z])|[√×✓✔✗✘╳]|正确|错误|对|错)\)?(?=[\s,;;。、\d]|$)"
)
# 1.A 2.BD 3、√ 4C

GAPS = frozenset(" ,;、。|/")

GROUPS = re.compile(r"[\s,、;;。/|]+")
# AB ACD，BC

NUMBERS = re.compile(r"题号[\s:|]*(\d{1,4}(?:[\s|]+\d{1,4})*)[\s|]*")
# 题号 | 1 | 2 | 3

CELLS = re.compile(r"[\s|]+")
# 1 | 2 | 3

MAX_RANGE = 500


class KeyRow(NamedTuple):
    """Keys by item number; ``fault`` says in Chinese what does not add up (then ``keys`` is empty)."""

    keys: tuple[tuple[int, str], ...]
    fault: str = ""


def read_key_row(folded: str, *, fewest: int = 2) -> KeyRow | None:
    """Return the keys of a line that is nothing but a row of at least ``fewest`` keys, None when it is no such row."""
    return _read_ranges(folded) or _read_pairs(folded, fewest)


def _read_ranges(folded: str) -> KeyRow | None:
    body = folded.strip().lstrip("([")
    found = list(RANGE.finditer(body))
    if not found or found[0].start() > 0:
        return None
    spans = stretches([m.start() for m in found], len(body))
    texts = [body[m.end() : end].strip(" ([;,。") for m, (_, end) in zip(found, spans, strict=True)]
    if not all(VALUES.fullmatch(text) for text in texts):
        return None
    spread = [_spread(int(m[1]), int(m[2]), text) for m, text in zip(found, texts, strict=True)]
    faults = [f"第{m[1]}—{m[2]}题的答案个数对不上" for m, keys in zip(found, spread, strict=True) if not keys]
    return KeyRow((), "；".join(faults)) if faults else KeyRow(tuple(pair for keys in spread for pair in keys))


def _spread(first: int, last: int, text: str) -> list[tuple[int, str]]:
    count = last - first + 1
    if not 1 <= count <= MAX_RANGE:
        return []
    groups = [group for group in GROUPS.split(text.replace("(", " ").replace(")", " ")) if group]
    for values in (groups, list("".join(groups))):
        if len(values) == count:
            return list(zip(range(first, last + 1), values, strict=True))
    return []


def _read_pairs(folded: str, fewest: int) -> KeyRow | None:
    keys, at = [], 0
    for m in PAIR.finditer(folded):
        if not GAPS.issuperset(folded[at : m.start()]):
            return None
        keys.append((int(m[1] or m[2]), m[3]))
        at = m.end()
    return KeyRow(tuple(keys)) if len(keys) >= fewest and GAPS.issuperset(folded[at:]) else None


def read_numbers(folded: str) -> list[int]:
    """Return the item numbers of the upper row of an answer grid, nothing when the line is none."""
    m = NUMBERS.fullmatch(folded.strip())
    return [int(number) for number in CELLS.split(m[1])] if m else []


def read_grid(numbers: list[int], folded: str) -> KeyRow:
    """Return the keys of the lower row of an answer grid, whose label 答案 is already off."""
    values = [group for group in CELLS.split(folded) if group]
    if len(values) != len(numbers):
        return KeyRow((), f"答案表里有 {len(numbers)} 个题号、{len(values)} 个答案")
    return KeyRow(tuple(zip(numbers, values, strict=True)))
