"""Choices and false statements out of lists, outlines, positions: what is asked and what is left alone."""

from __future__ import annotations

from random import Random

import pytest
from made_booklet import make_booklet

from quizgen.distractors import Inventory
from quizgen.generation import Candidate
from quizgen.generation.makers.limbs import WHICH, WHOSE, _stem_of
from quizgen.generation.makers.members import RULED, _is_marked, bare, foreign_members, hangs
from quizgen.items import AnyItem
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.miners import mine
from quizgen.model.finding import ListFinding, Slot, Where
from quizgen.pipeline import candidates, load_templates


def made(text: str) -> list[AnyItem]:
    booklet = make_booklet(text)
    found = candidates(list(mine(booklet)), [booklet], load_templates())
    return [one.item for one in found if isinstance(one, Candidate)]


def listed(statement: str, members: list[str]) -> ListFinding:
    places = [statement.index(text) for text in members]
    slots = [
        Slot(name=f"member{i}", text=text, start=at, end=at + len(text), cls="member")
        for i, (text, at) in enumerate(zip(members, places, strict=True))
    ]
    where = Where(section="清河教研", theme="清河教研")
    return ListFinding(
        rule="enumeration",
        statement=statement,
        members=tuple(slots),
        start=slots[0].start,
        end=slots[-1].end,
        open=False,
        where=where,
        provenance=(),
        salience=0.8,
    )


BARE = [
    ("推进阅读个性化、多样化、终身化", ["阅读个性化", "多样化", "终身化"], 0, "个性化"),
    ("形成有目标、有步骤、有成效特点", ["有目标", "有步骤", "有成效特点"], 2, "有成效"),
    ("打通家庭阅读链、借阅链、配送链", ["家庭阅读链", "借阅链", "配送链"], 0, "家庭阅读链"),  # only the first is 家庭
    ("推进个性化、多样化", ["个性化", "多样化"], 0, "个性化"),
]


@pytest.mark.parametrize(("statement", "members", "number", "wanted"), BARE)
def test_what_leads_up_to_all_members_is_no_part_of_one(
    statement: str, members: list[str], number: int, wanted: str
) -> None:
    finding = listed(statement, members)
    member = bare(finding.members[number], finding)
    assert member.text == wanted == statement[member.start : member.end]


def test_a_sentence_that_breaks_off_with_its_list_is_not_asked() -> None:
    assert hangs(listed("学校正以新课程、新教材、新方法", ["新课程", "新教材", "新方法"]))
    assert not hangs(listed("学校要用好新课程、新教材、新方法", ["新课程", "新教材", "新方法"]))


RULE = "《清河行动方案》提出，要坚持积极稳妥、协同推进、开放办馆的{}。"


def test_maxims_stand_beside_maxims_only() -> None:
    multiple = [item for item in made(RULE.format("原则")) if isinstance(item, MultipleChoice)]
    assert multiple
    assert all(len(wording) == 4 for wording in multiple[0].distractors)
    assert not [item for item in made(RULE.format("校长")) if isinstance(item, MultipleChoice)]
    assert RULED.match("的工作机制")
    assert RULED.match("的工作方针")
    assert not RULED.match("的校长")


STEMS = {
    "《借阅办法》规定，读者享有哪些权利": "《借阅办法》规定，读者享有的权利包括（　　）",
    "《清河倡议》提出了哪些倡议": "《清河倡议》提出的倡议包括（　　）",
    "校园阅读的新特征有哪些": "校园阅读的新特征包括（　　）",
    "怎样推进校园阅读": None,
    "读者有哪些情形之一的，由图书馆停止其借阅": None,
}


@pytest.mark.parametrize(("question", "wanted"), STEMS.items())
def test_a_question_becomes_a_statement_with_a_gap(question: str, wanted: str | None) -> None:
    assert _stem_of(question) == wanted
    assert bool(WHICH.match(question) or WHOSE.match(question)) == (wanted is not None)


def falsified(text: str) -> list[str]:
    return [item.stem for item in made(text) if isinstance(item, TrueFalse) and not item.key]


LISTED = "《清河行动方案》提出，要增强校园阅读{}。"


def test_a_false_list_takes_a_word_of_its_series() -> None:
    assert falsified(LISTED.format("公信力、影响力、引导力"))
    assert not falsified(LISTED.format("真实、全面、生动"))  # who would deny 准确
    assert not falsified("教育局局长李卫国强调，" + LISTED.format("公信力、影响力、引导力")[11:])


def test_of_an_act_its_key_may_be_falsified_without_the_speaker() -> None:
    row = "教育局局长李卫国指出，推进校园阅读，根基在课堂教学，关键在课程建设，方向是家校共育。"
    false = falsified(row)
    assert false
    assert not any("李卫国" in stem for stem in false)


def test_limbs_of_duties_stand_beside_limbs_of_rights() -> None:
    text = """借阅办法
第一条 读者享有下列权利：（一）借阅馆藏图书；（二）参加读书活动；（三）查询借阅记录。
第二条 借书人应履行下列义务：（一）爱护馆藏图书；（二）按期归还图书；（三）保持阅览安静。"""
    multiple = [item for item in made(text) if item.template == "outline-multiple"]
    for item in multiple:
        assert isinstance(item, MultipleChoice)
        assert not set(item.keys) & set(item.distractors)
    assert all("包括（　　）" in item.stem for item in multiple)


def test_a_false_predicate_is_of_its_family() -> None:
    false = [
        i for i in made("《清河行动方案》提出，阅读是改进教学的第一动力。") if isinstance(i, TrueFalse) and not i.key
    ]
    assert false
    assert all(i.correction and i.correction.wrong.startswith("第一") for i in false)
    metaphor = made("《清河行动方案》提出，阅读是改进教学的底色。")
    assert not [i for i in metaphor if isinstance(i, TrueFalse) and not i.key and i.template == "predicate-false"]


def test_a_foreign_member_does_not_echo_what_the_stem_shows() -> None:
    finding = listed("清河市的阅读理念是读者为先、内容为本、分享为要", ["读者为先", "内容为本", "分享为要"])
    series = ["读者为先 内容为本 分享为要 服务为要 馆藏为先 教师为主"]
    known = Inventory([], ["清河市的阅读理念是读者为先、内容为本、分享为要。"], series=series)
    assert foreign_members(finding, [finding.members[1]], known, Random(1), count=3) == ("教师为主",)


@pytest.mark.parametrize(("foreign", "wanted"), [("版式精当", True), ("版式新颖", False), ("讲得精彩而生动", True)])
def test_a_foreign_member_has_the_character_all_members_have_in_one_place(foreign: str, wanted: bool) -> None:
    assert _is_marked(foreign, ["选文精良", "讲解精细", "插图精美"]) == wanted
