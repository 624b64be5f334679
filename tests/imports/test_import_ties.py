"""Imported items tied to their sentences: found, 与原文不符, 无出处."""

from __future__ import annotations

import pytest
from layouts import read

from quizgen.banks.imports import tie, understand
from quizgen.banks.verification import verify
from quizgen.cleaning import clean
from quizgen.items import AnyItem
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Booklet
from quizgen.sections import segment

BOOKLET = """校园阅读办法

一、总则
《清河县校园阅读办法》指出，晨读的目的是养成读书习惯，重点在坚持，方法是教师示范。晨读每天二十分钟，由语文教师轮流组织。
校园阅读日定在每年的3月6日，全县已建成读书角120个。晨读是指早晨集中读书的活动。

二、要求
晨读的要求包括到得早、读得响、记得牢。图书角实行借阅登记、按时归还、破损赔偿三项制度。
阅读周分三步进行：第一步是发布书目，第二步是组织共读，第三步是展示成果。
"""

FOUND = [
    "一、单选题\n1. 晨读的目的是（ A ）。\nA. 养成读书习惯 B. 坚持 C. 教师示范",
    "一、单选题\n1. 校园阅读日定在每年的（ A ）。\nA. 3月6日 B. 3月7日",
    "一、多选题\n1. 晨读的要求包括（ A B C ）。\nA. 到得早 B. 读得响 C. 记得牢 D. 走得快",
    "一、填空题\n1. 晨读每天____，由____轮流组织。\n答案：二十分钟；语文教师",
    "一、判断题\n1. 晨读每天二十分钟。（√）",
    "一、判断题\n1. 《清河县校园阅读办法》指出，晨读每天二十分钟。（√）",
    "一、判断题\n1. 晨读每天三十分钟。（×）",
    "一、名词解释\n1. 晨读\n答案：早晨集中读书的活动",
    "一、简答题\n1. 阅读周分哪三步？\n答案：（1）发布书目；（2）组织共读；（3）展示成果",
]
DIFFERS = [
    "一、单选题\n1. 晨读的目的是（ B ）。\nA. 养成读书习惯 B. 坚持 C. 教师示范",
    "一、单选题\n1. 校园阅读日定在每年的（ B ）。\nA. 3月6日 B. 3月7日",
    "一、多选题\n1. 晨读的要求包括（ A B D ）。\nA. 到得早 B. 读得响 C. 记得牢 D. 走得快",
    "一、填空题\n1. 全县已建成读书角____个。\n答案：130",
    "一、填空题\n1. 晨读每天____，由____轮流组织。\n答案：语文教师；二十分钟",
    "一、判断题\n1. 晨读每天三十分钟。（√）",
    "一、判断题\n1. 晨读每天二十分钟。（×）",
    "一、名词解释\n1. 晨读\n答案：傍晚集中读书的活动",
    "一、简答题\n1. 阅读周分哪三步？\n答案：（1）发布书目；（2）组织共读；（3）评选先进",
]
NONE = [
    "一、单选题\n1. 运动会每年举办（ A ）次。\nA. 一 B. 两 C. 三",
    "一、填空题\n1. 食堂留样不少于____小时。\n答案：48",
    "一、判断题\n1. 值日生由班长安排。（√）",
    "一、简答题\n1. 简述检录的步骤。\n答案：（1）核对姓名；（2）检查号码布",
    "一、单选题\n1. 晨读的要求不包括（ D ）。\nA. 到得早 B. 读得响 C. 记得牢 D. 走得快",
]


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    return segment(clean(read("办法.txt", BOOKLET.encode())))


def tied(text: str, booklet: Booklet) -> AnyItem:
    result = understand([read("题.txt", text.encode())])
    assert result.complete, result.problems
    return tie(result.items, [booklet])[0]


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str, booklet: Booklet) -> None:
    item = tied(text, booklet)
    assert item.evidence == "found"
    assert all(any(key in entry.quote for entry in item.provenance) for key in item.keys_asked)
    bank = Bank(sources=(Source(id="b1", name=booklet.name, sha256=booklet.sha256),), items=(item,))
    assert verify(bank, [booklet]) == ()


@pytest.mark.parametrize("text", DIFFERS)
def test_differs_from_the_booklet(text: str, booklet: Booklet) -> None:
    assert tied(text, booklet).evidence == "differs"


@pytest.mark.parametrize("text", NONE)
def test_not_in_the_booklet(text: str, booklet: Booklet) -> None:
    item = tied(text, booklet)
    assert item.evidence == "none"
    assert item.provenance == ()


def test_the_place_of_a_found_item(booklet: Booklet) -> None:
    item = tied(FOUND[2], booklet)
    (entry,) = item.provenance
    assert entry.quote == "晨读的要求包括到得早、读得响、记得牢。"
    assert BOOKLET[slice(*entry.span)] == entry.quote
    assert (entry.source, item.section) == ("b1", "二、要求")
    assert item.theme
