"""Debris: what is left of a line whose font could not be decoded, told by its characters, never by its wording."""

from __future__ import annotations

import re
from datetime import date

from quizgen.cleaning.characters import is_debris, is_han

STRANGE = frozenset("!\"#$&'*<>?@[\\]^`{|}~")  # half-width marks Chinese prose does without
BRACKETS = (("(", ")"), ("<", ">"), ("[", "]"), ("{", "}"))
MIN_LENGTH = 6
MIN_STRANGE = 0.1  # share of the characters
MIN_STRANGE_WITH_WORDS = 0.4
MIN_UNPRINTABLE = 0.3
MAX_HAN = 0.2

WORD = re.compile(r"[a-z]{2,}|https?:|www\.|\w@\w")
# Science; https://…; name@school.cn

MOJIBAKE = re.compile(r"[\u0080-\u024f]")
# ÖÐÑëÕþ¸®

DATE_SHAPE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s{0,2}\S\s{0,2}(\d{1,2})\s{0,2}\S\s{0,2}(\d{1,2})(?!\d)")
# 2024/ 1) 31*


def is_debris_line(text: str) -> bool:
    """Return whether a line is glyph debris: nearly no 汉字, and more odd marks than prose or a formula has."""
    marks = [c for c in text if not c.isspace()]
    if len(marks) < MIN_LENGTH or sum(map(is_han, marks)) > MAX_HAN * len(marks):
        return False
    unprintable = sum(is_debris(c) or MOJIBAKE.match(c) is not None for c in marks) / len(marks)
    if unprintable >= MIN_UNPRINTABLE:
        return True
    strange = [c for c in marks if c in STRANGE]
    least = MIN_STRANGE_WITH_WORDS if WORD.search(text) else MIN_STRANGE
    return len(strange) >= least * len(marks) and (len(set(strange)) > 1 or _is_lopsided(text)) and len(set(marks)) > 3


def _is_lopsided(text: str) -> bool:
    return any(text.count(opened) != text.count(closed) for opened, closed in BRACKETS)


def date_by_shape(text: str) -> str | None:
    """Return the ISO date a line of debris still shows: digits survive, 年 月 日 became other signs."""
    for found in DATE_SHAPE.finditer(text):
        try:
            return date(*(int(part) for part in found.groups())).isoformat()
        except ValueError:
            continue
    return None
