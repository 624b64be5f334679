"""Every named check: an item that breaks it and one that does not."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.checks import CHECKS, faults, lint_item
from quizgen.items import AnyItem
from quizgen.items.base import Correction, Point
from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse


def fill(stem: str = "数字教研是提升____的重要抓手。", *keys: str, **more: Any) -> FillBlank:
    return FillBlank(id="a1", stem=stem, blanks=tuple((k,) for k in keys or ("课堂质量",)), template="t", **more)


def single(stem: str = "清河市数字教研的关键在（　　）。", key: str = "数据", *distractors: str) -> SingleChoice:
    return SingleChoice(id="a2", stem=stem, key=key, distractors=distractors or ("平台", "师资", "经费"), template="t")


def multiple(*keys: str) -> MultipleChoice:
    chosen = keys or ("统筹规划", "分步实施", "安全可控")
    return MultipleChoice(
        id="a3", stem="推进数字校园建设要坚持（　　）的原则。", keys=chosen, distractors=("收益优先",), template="t"
    )


@pytest.mark.parametrize(("size", "wanted"), [(60, False), (61, True)])
def test_what_is_read_of_a_stem_is_counted(size: int, wanted: bool) -> None:
    item = fill("阅" * (size - 2) + "____阅读。")
    assert any(check.code == "S6" for check in faults(item)) == wanted


def judged(stem: str = "清河市数字教研的特点是改进课堂。", *, wrong: str | None = "改进课堂") -> TrueFalse:
    correction = Correction(wrong=wrong, right="开放") if wrong else None
    return TrueFalse(id="a4", stem=stem, key=False, correction=correction, template="t")


def term(answer: str = "是指以网络平台为支撑，以教学数据为依据，由教师协同开展的教学研究活动") -> TermDefinition:
    points = tuple(Point(text=text) for text in answer.split("，"))
    return TermDefinition(id="a5", stem="数字教研", answer=answer, points=points, template="t")


def short(*points: str) -> ShortAnswer:
    texts = points or ("建强平台", "汇聚数据", "培训骨干")
    return ShortAnswer(
        id="a6", stem="清河市推进数字教研有哪三项任务？", points=tuple(Point(text=t) for t in texts), template="t"
    )


GOOD = (fill(), single(), multiple(), judged(), term(), short())

BAD: dict[str, AnyItem] = {
    "文字里有乱码、断行空格或半角标点": fill("数字教研是提升____的重要&&抓手。"),
    "引号、括号或书名号不成对": fill("“数字教研是提升____的重要抓手。"),
    "题干结尾的标点不对": fill("数字教研是提升____的重要抓手"),
    "题干以代词或连接词开头": fill("该方案提出，数字教研是提升____的重要抓手。"),
    "有脱离上下文就看不懂的指代": fill("数字教研是上述学校提升____的重要抓手。"),
    "有说不清是哪一年哪一天的时间": fill("今年数字教研是提升____的重要抓手。"),
    "题干太长": fill("数字教研" * 16 + "是提升____的重要抓手。"),
    "题干太短，看不出考什么": fill("提升____。"),
    "空格数与答案数对不上，或题干缺少括号": fill("数字教研是提升____的____。"),
    "空太多或挖去太多": fill("____、____和____是数字教研的三个方面。", "平台", "数据", "骨干"),
    "填空答案超过12字": fill(
        "数字教研的目的是____，这也是清河市教研工作的出发点和落脚点。", "全面改进课堂教学提升育人质量"
    ),
    "答案是没有信息的泛词": fill("数字教研是提升清河课堂____的重要抓手。", "水平"),
    "题干泄露了答案": fill("课堂质量高，是因为数字教研提升____。"),
    "选项重复或互相包含": single("清河市数字教研的关键在（　　）。", "数据", "大数据", "师资", "经费"),
    "选项长短悬殊": single("清河市数字教研的关键在（　　）。", "数据", "由教师协同开展的教学研究", "师资", "经费"),
    "有“以上都是”之类的选项": single("清河市数字教研的关键在（　　）。", "数据", "平台", "师资", "以上都是"),
    "选项或要点的个数不对": short("建强平台"),
    "错误的判断题没有注明改动，或改动处不唯一": judged(wrong=None),
    "名词解释的答案太短或太长": term("教学研究活动"),
}


@pytest.mark.parametrize("item", GOOD, ids=lambda item: item.kind)
def test_a_good_item_breaks_nothing(item: AnyItem) -> None:
    assert lint_item(item) == ()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.message)
def test_a_bad_item_breaks_its_check(check: Any) -> None:
    assert check in faults(BAD[check.message])


def test_house_rules_leave_imported_items_alone() -> None:
    imported = fill("今年数字教研是提升____的重要抓手").model_copy(update={"template": "imported"})
    assert lint_item(imported) == ()


def test_marks_of_the_layout_are_no_debris() -> None:
    assert lint_item(single("（　　）是清河市数字教研的关键所在。")) == ()
