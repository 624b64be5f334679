"""Which word of a rule may be turned into its contrary, and which would make nonsense."""

from __future__ import annotations

import pytest

from quizgen.distractors import Inventory, find_contrast
from quizgen.resources import read_words

TURNED = {
    "学校应当公开图书采购目录": "可以自行决定是否",
    "用户不出示借书证的，图书馆不得为其办理借阅手续": "可以",
    "采集读者信息，应当限于借阅所需的最小范围": "最大",
    "借阅记录至少保存三年": "至多",
    "读者有权要求图书馆更正其借阅记录": "无权",
    "县教育局可以适当提高乡村学校的购书经费": "大幅",
    "学校应当遵守借阅章程": None,  # with 可以 it would be no rule at all
    "图书馆不得泄露读者的借阅记录": None,  # nobody would take the opposite for a rule
    "校园阅读应当面向每个学生": None,  # charges nobody
    "学校应当公开图书目录，并答复读者": None,  # the duty is one of several
    "读者可以依法要求图书馆更正其借阅记录": None,  # nobody may be forbidden what is lawful
    "学校应当承担图书推荐工作": None,  # who may do it may well do so
    "教师的购书补贴不低于或者高于学生的购书补贴": None,  # half of a pair
}


@pytest.mark.parametrize(("statement", "wanted"), TURNED.items())
def test_a_rule_is_turned_into_its_contrary(statement: str, wanted: str | None) -> None:
    inventory = Inventory((), (statement + "。",), contrasts=read_words("contrasts"))
    found = find_contrast(statement, inventory)
    assert (found and found[2]) == wanted
    assert found is None or statement[: found[0]] + statement[found[1] :] not in ("", statement)


def test_what_the_booklet_says_elsewhere_is_not_false() -> None:
    texts = ("学校应当公开图书采购目录。", "民办学校可以公开图书采购目录，学校可以公开图书采购目录。")
    assert find_contrast("学校应当公开图书采购目录", Inventory((), texts, contrasts=read_words("contrasts"))) is None
