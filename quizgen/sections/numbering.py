"""Numbering: how deep a heading's number stands in the usual order of Chinese outlines."""

from __future__ import annotations

import re

NUMERAL = r"[一二三四五六七八九十百零〇两\d]{1,4}"

# GB/T 9704 and the usage of laws: 编 章 节, then 一、 （一） 1. （1） ①
ORDERS = (
    re.compile(rf"第{NUMERAL}(?:编|部分|篇)(?!章)"),
    # 第一编 总则
    re.compile(rf"第{NUMERAL}(?:章|讲|单元|专题|课)"),
    # 第二章 数据安全与发展
    re.compile(rf"第{NUMERAL}节"),
    # 第一节 一般规定
    re.compile(r"[一二三四五六七八九十百]{1,4}、"),
    # 三、强化保障
    re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]"),
    # （二）数据汇聚
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    # 1.课程建设
    re.compile(r"[（(]\d{1,2}[）)]|\d{1,2}\.\d{1,2}(?!\d)"),
    # （1）平台; 2.1 平台
    re.compile(r"[①-⑳]|\d{1,2}(?:\.\d{1,2}){2}"),
    # ①课程; 2.1.3 课程
)

ARTICLE = re.compile(rf"第{NUMERAL}条")
# 第十三条 of a law: a paragraph, never a heading


def order_of(text: str) -> int | None:
    """Return the depth of the number ``text`` begins with, 0 = 编; None when it begins with none."""
    return next((order for order, pattern in enumerate(ORDERS) if pattern.match(text)), None)
