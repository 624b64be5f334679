"""Numbering: how deep a heading's number stands in the usual order of Chinese outlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMERAL = r"[一二三四五六七八九十百零〇两\d]{1,4}"

# GB/T 9704 and the usage of laws: 编 章 节, then 一、 （一） 1. （1） ①
ORDERS = (
    re.compile(rf"第{NUMERAL}(?:编|部分|篇)(?!章)"),
    # 第一编 总则
    re.compile(rf"第{NUMERAL}(?:章|讲|单元|专题|课)"),
    # 第二章 校园阅读与指导
    re.compile(rf"第{NUMERAL}节"),
    # 第一节 一般规定
    re.compile(r"[一二三四五六七八九十百]{1,4}、"),
    # 三、强化保障
    re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]"),
    # （二）数据汇聚
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    # 1.课程建设
    re.compile(r"[（(]\d{1,2}[）)]|\d{1,2}\.\d{1,2}(?![\d.%％万亿千百倍个])"),
    # （1）平台; 2.1 平台
    re.compile(r"[①-⑳]|\d{1,2}(?:\.\d{1,2}){2}"),
    # ①课程; 2.1.3 课程
)

LEADING = re.compile(rf"第{NUMERAL}[编章节条]|[（(]?{NUMERAL}[）)、]")
# 第三条 before 国家保护……

ARTICLE = re.compile(rf"第{NUMERAL}条")
# 第十三条 of a law: a paragraph, never a heading


def order_of(text: str) -> int | None:
    """Return the depth of the number ``text`` begins with, 0 = 编; None when it begins with none."""
    return next((order for order, pattern in enumerate(ORDERS) if pattern.match(text)), None)


COUNTS = (
    *(re.compile(rf"第({NUMERAL})(?:{unit})") for unit in ("编|篇|部分", "章|讲|单元|专题", "条")),
    # 第十三条
    re.compile(r"([一二三四五六七八九十]{1,3})[、是]"),
    # 二是……; 三、……
    re.compile(r"第([一二三四五六七八九十]{1,2})[，、]"),
    # 第二，……
    re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]"),
    # （三）……
)

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def value_of(numeral: str) -> int | None:
    """Return the value of a Chinese or Arabic numeral below 1000; None for anything else."""
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else None
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        elif character in DIGITS:
            digit = DIGITS[character]
        else:
            return None
    return total + digit


def inside_counts(texts: Sequence[str]) -> set[int]:
    """Return the indices of the texts that stand behind a number n of some count and at or before its n + 1."""
    inside: set[int] = set()
    for pattern in COUNTS:
        last: tuple[int, int] | None = None  # index and value
        for index, text in enumerate(texts):
            found = pattern.match(text)
            value = value_of(found[1]) if found else None
            if value is None:
                continue
            if last is not None and value == last[1] + 1:
                inside.update(range(last[0] + 1, index + 1))
            last = index, value
    return inside
