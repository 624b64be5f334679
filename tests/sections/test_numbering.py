"""Numbers of headings and counts that run on."""

from __future__ import annotations

import pytest

from quizgen.sections import numbering
from quizgen.sections.numbering import ARTICLE, inside_counts, order_of, value_of

ORDERS = [
    ("第一编 总则", 0),
    ("第二章 发展", 1),
    ("第一节 规定", 2),
    ("三、强化保障", 3),
    ("（二）数据汇聚", 4),
    ("1.课程建设", 5),
    ("（1）平台", 6),
    ("2.1 平台", 6),
    ("①课程", 7),
    ("2.1.3 课程", 7),
    ("第三条 国家保护", None),
    ("教研的关键", None),
    ("3.5万名教师", None),
]


@pytest.mark.parametrize(("text", "order"), ORDERS)
def test_order(text: str, order: int | None) -> None:
    assert order_of(text) == order


@pytest.mark.parametrize(
    ("numeral", "value"), [("三", 3), ("十", 10), ("二十一", 21), ("一百零五", 105), ("12", 12), ("甲", None)]
)
def test_value(numeral: str, value: int | None) -> None:
    assert value_of(numeral) == value


def test_counts_hold_what_lies_between() -> None:
    assert inside_counts(["第一章 总则", "正文", "第二章 附则", "正文"]) == {1, 2}
    assert inside_counts(["一是建平台。", "说明。", "二是聚数据。"]) == {1, 2}
    assert inside_counts(["第一，建平台。", "第二，聚数据。"]) == {1}
    assert inside_counts(["（一）建平台", "（二）聚数据"]) == {1}
    assert inside_counts(["第五条 甲", "第七条 乙", "一、丙", "一、丁"]) == set()


def test_patterns() -> None:
    assert ARTICLE.match("第十三条 国家") and not ARTICLE.match("第十三章")
    assert numbering.LEADING.sub("", "第三条国家保护", count=1) == "国家保护"
    assert all(
        p.match(t)
        for p, t in zip(numbering.COUNTS, ["第一编", "第二章", "第三条", "四是", "第五，", "（六）"], strict=True)
    )
    assert [
        p.match(t) is not None
        for p, t in zip(numbering.ORDERS, [t for t, o in ORDERS if o is not None][:5], strict=False)
    ] == [True] * 5
