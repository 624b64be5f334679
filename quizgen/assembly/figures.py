"""Figures among options: 数字、日期选项按大小排列 (RULES.md section 6)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.text import numerals

PLAIN_DIGITS = {c: str(value) for value, c in enumerate("零一二三四五六七八九")} | {"〇": "0"}
MYRIADS = {"万": 10**4, "亿": 10**8}

NUMBER = re.compile(
    r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[万亿]{0,2}|[零〇一二两三四五六七八九十百千万亿]+",
)
# 到2026年建成1,200所，资源4.4万条，第二十一次会议
NUMERALS_ONLY = re.compile(r"^第?[零〇一二两三四五六七八九十百千万亿半几数多分之]+[个年月日次届成倍]?$")
# 第二十一次


def is_figure(text: str) -> bool:
    """Return whether a key is a figure: it holds a digit, or is written in numerals only."""
    return any(c.isdecimal() for c in text) or NUMERALS_ONLY.match(text) is not None


def ascending(options: Sequence[str]) -> tuple[str, ...] | None:
    """Return the options by size when they differ in their figures only, else None (they may stand in any order)."""
    values = [_values(option) for option in options]
    frames = {NUMBER.sub("#", option) for option in options}
    if len(frames) > 1 or not all(values) or len(set(values)) < len(values):
        return None
    return tuple(option for _, option in sorted(zip(values, options, strict=True)))


def _values(text: str) -> tuple[float, ...]:
    """Return the figures of a text in reading order; a fraction is one figure."""
    found = tuple(_value(match.group()) for match in NUMBER.finditer(text))
    if "分之" in text and len(found) == 2 and found[0]:
        return (found[1] / found[0],)
    return found


def _value(text: str) -> float:
    """Return what a run of digits or numerals stands for: 4.4万 → 44000, 二十一 → 21, 二〇二四 → 2024."""
    plain = text.replace(",", "").replace("，", "")
    if all(c in PLAIN_DIGITS for c in plain):
        return float("".join(PLAIN_DIGITS[c] for c in plain))
    if not plain[0].isdecimal():
        return float(numerals.read(plain) or 0)
    digits = plain.rstrip("万亿")
    value = float(digits)
    for unit in plain[len(digits) :]:
        value *= MYRIADS[unit]
    return value
