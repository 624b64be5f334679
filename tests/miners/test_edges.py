"""Where a sentence may be cut: what stands alone, and what would say less or other than it does in its place."""

from __future__ import annotations

import pytest
from made_booklet import make_booklet

from quizgen.miners.edges import parted
from quizgen.miners.outlines import _limb
from quizgen.miners.statements import Statement, statements

LAW = "清河市校园阅读条例"
CUTS = {
    "half of an alternative": ("学校应当公开书目，或者向家长说明理由。", 0, 0, None),
    "the other half": ("学校应当公开书目，或者向家长说明理由。", 1, 1, None),
    "a definition without its genus": ("校园阅读是指学生在教师指导下，借阅图书的活动。", 0, 0, None),
    "a phrase that leads to a verb": ("各校针对新的情况，修订了借阅办法。", 0, 0, None),
    "a condition": ("为了方便学生借书，学校延长了开放时间。", 0, 0, None),
    "one of a series": ("坚持统筹规划，坚持分步实施。", 1, 1, None),
    "only the first of a series": ("坚持统筹规划，坚持分步实施。", 0, 0, None),
    "a law's norm without its case": ("不具备借阅条件的学校，申请图书补助，应当先行整改。", 1, 2, LAW),
    "a law's case without its norm": ("学校采购图书，应当公开书目。", 0, 0, LAW),
    "what a law says of something sent in": ("家长可以提出申诉，学校应当在接到申诉后答复。", 1, 1, LAW),
    "a subject without what is said of it": ("推进校园阅读，建好图书馆，是立德树人的基础。", 0, 1, None),
    "a definition without the noun that ends it": (
        "数字教研是教师唱主角，打破班级围墙，人人参加，面向未来课堂的新型教研形态。",
        0,
        2,
        None,
    ),
    "half of what a colon announces": ("阅读课程的要求是：读好书，写心得，常交流。", 0, 1, None),
    "what it is called for alone": ("推进校园阅读，建好图书馆，必须先培训教师。", 0, 1, None),
    "a law's case two clauses before its norm": ("学校采购图书，保管图书，应当公开书目。", 0, 0, LAW),
    "an aim without what is done for it": ("为了保障借阅权利，规范借阅活动，制定本办法。", 0, 1, None),
    "a call without what it is for": ("推进校园阅读，必须培训教师。", 1, 1, None),
    "a principle without what is done by it": ("学校采购应当遵循公平的原则，公开书目。", 0, 0, LAW),
    "half of what the end lies in": ("校园阅读的要义在课堂，在于师生共读。", 0, 0, None),
    "where it goes without what it is for": ("清河市健全借阅网络，可不分城乡、年级，方便师生借书。", 0, 1, None),
    "half of what it comes to": ("发展校园阅读，就是建好图书馆，培训教师。", 0, 1, None),
    "what others are let do": ("要让学生走进场馆，获得借阅的权利。", 1, 1, None),
    "a list that ends in later clauses": ("读者不得开设用于倒卖，转借图书等违规活动的账户。", 0, 0, LAW),
}
WHOLE = {
    "what is built of experience, not by way of it": ("经验来自课堂，校园阅读是教学改革的基础。", 1, 1, None),
    "both halves": ("学校应当公开书目，或者向家长说明理由。", 0, 1, None),
    "a whole definition": ("校园阅读是指学生在教师指导下，借阅图书的活动。", 0, 1, None),
    "what follows a condition": ("为了方便学生借书，学校延长了开放时间。", 0, 1, None),
    "verbs every official text repeats": ("学校要加强馆藏建设，加强借阅服务。", 0, 0, None),
    "a row of 以……为 with another end each": ("校园阅读以课堂为阵地，以教师为主导。", 0, 0, None),
    "one of the things it is": ("校园阅读是立德树人的基础，是提升素养的途径。", 0, 0, None),
    "a call and what it is for": ("推进校园阅读，必须培训教师。", 0, 1, None),
    "a principle that ends the sentence": ("学校采购图书，应当遵循公平的原则。", 0, 1, LAW),
    "a last clause that begins like a lead": ("要扩大场馆开放，为校园阅读营造良好环境。", 0, 1, None),
    "one who is given a task": ("图书馆担负使命，获得借阅的权利。", 1, 1, None),
    "a law's case with its norm": ("学校采购图书，应当公开书目。", 0, 1, LAW),
}


def statement(text: str, title: str | None) -> Statement:
    return statements(make_booklet(text, title=title))[0]


@pytest.mark.parametrize("case", CUTS.values(), ids=CUTS.keys())
def test_no_cut_that_takes_something_away(case: tuple[str, int, int, str | None]) -> None:
    text, begin, last, title = case
    assert parted(statement(text, title), begin, last)


@pytest.mark.parametrize("case", WHOLE.values(), ids=WHOLE.keys())
def test_what_is_whole_may_be_cut_out(case: tuple[str, int, int, str | None]) -> None:
    text, begin, last, title = case
    assert not parted(statement(text, title), begin, last)


def test_a_list_that_goes_on_behind_a_comma_stays_in_its_point() -> None:
    taught = "对学生进行图书分类知识的教育和文献检索、版本鉴别的教育，馆藏知识以及图书装帧、书目著录的教育"
    limb = _limb(f"{taught}，组织、带领学生参加读书会并记录每次读书会的收获", whole=True)
    assert limb is not None
    assert limb.text == taught
