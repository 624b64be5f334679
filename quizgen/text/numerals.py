"""Numerals: Chinese and Arabic, read and written back in the same manner."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = re.compile(r"^[零〇一二两三四五六七八九十百千万亿]{1,12}$")
# 三十二


def read(text: str) -> int | None:
    """Return the whole number a Chinese numeral says, None when it is none."""
    if not CHINESE.match(text):
        return None
    total = section = digit = 0
    for char in text.replace("〇", "零").replace("两", "二"):
        if char in DIGITS:
            digit = DIGITS.index(char)
        elif char in UNITS:
            section += (digit or 1) * UNITS[char]
            digit = 0
        else:
            total = (total + section + digit) * MYRIADS[char]
            section = digit = 0
    return total + section + digit


def write(number: int) -> str:
    """Return a whole number from 0 to 99,999,999 as a Chinese numeral (十, not 一十, at the head)."""
    if number == 0:
        return "零"
    head, tail = divmod(number, 10**4)
    text = (
        (_below_myriad(head) + "万" if head else "")
        + ("零" if head and 0 < tail < 1000 else "")
        + (_below_myriad(tail) if tail else "")
    )
    return text[1:] if text.startswith("一十") else text


def _below_myriad(number: int) -> str:
    text, zero = "", False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return text
