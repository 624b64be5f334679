"""What other words could fill, and what the stem gives away: the rules one by one."""

from __future__ import annotations

import pytest

from quizgen.distractors import Inventory
from quizgen.generation.makers.claims import TRUISM
from quizgen.generation.makers.looseness import is_guessed, is_named
from quizgen.generation.makers.openness import is_open, is_told
from quizgen.miners.formulas import LEAST, _lessened
from quizgen.model.finding import ListFinding, Slot, SlotFinding, Where

WHERE = Where(section="清河教研", theme="清河教研")


def slotted(statement: str, key: str, cls: str) -> tuple[SlotFinding, Slot]:
    start = statement.index(key)
    slot = Slot(name="value", text=key, start=start, end=start + len(key), cls=cls)
    finding = SlotFinding(
        kind="slogan",
        rule="t",
        anchor="市教育局指出，",
        spoken="person",
        statement=statement,
        slots=(slot,),
        where=WHERE,
        provenance=(),
        salience=0.8,
    )
    return finding, slot


def listed(statement: str, *members: str, is_open_list: bool = False) -> ListFinding:
    slots = tuple(
        Slot(name=f"member{i}", text=m, start=statement.index(m), end=statement.index(m) + len(m), cls="member")
        for i, m in enumerate(members)
    )
    return ListFinding(
        rule="enumeration",
        statement=statement,
        members=slots,
        start=slots[0].start,
        end=slots[-1].end,
        open=is_open_list,
        where=WHERE,
        provenance=(),
        salience=0.8,
    )


OPEN = {
    "how something is to develop": ("要促进清河阅读事业高质量发展", "高质量发展", "formula", "", True),
    "what is to be pushed on": ("要依靠师生共读带动清河高质量发展", "师生共读", "formula", "", False),
    "what is to be carried out": ("确保三年计划确定的阅读任务落到实处", "阅读任务落到实处", "measure", "", True),
    "what anything can be furthered in": (
        "全面建好各校图书场馆，赋能校园管理团队",
        "校园管理团队",
        "measure",
        "",
        True,
    ),
    "what another stands for elsewhere": (
        "要促进数字阅读和课堂教学深度融合",
        "数字阅读",
        "formula",
        "各校促进馆藏建设和课堂教学深度融合。",
        True,
    ),
}


@pytest.mark.parametrize(("statement", "key", "cls", "elsewhere", "wanted"), OPEN.values(), ids=OPEN.keys())
def test_what_other_words_could_fill(statement: str, key: str, cls: str, elsewhere: str, wanted: bool) -> None:
    finding, slot = slotted(statement, key, cls)
    assert is_open(finding, slot, Inventory([finding], [statement + "。" + elsewhere])) == wanted


def test_a_formula_is_told_by_its_two_words() -> None:
    assert is_told(*slotted("绿色阅读是底色，新质生产力就是绿色生产力", "绿色生产力", "formula"))
    assert not is_told(*slotted("新质生产力就是绿色生产力", "绿色生产力", "formula"))


def test_of_acts_none_is_asked_even_where_the_tagger_takes_one_for_a_thing() -> None:
    assert is_guessed("整理", listed("要加强校史书目的挖掘、整理和研究", "挖掘", "整理", "研究"))
    assert not is_guessed("期刊", listed("要管好全校的图书、期刊和报纸", "图书", "期刊", "报纸"))


def test_what_goes_well_names_no_kind() -> None:
    assert not is_named(listed("书屋、书吧等建设快速推进", "书屋", "书吧", is_open_list=True))
    assert is_named(listed("书屋、书吧等校园场所", "书屋", "书吧", is_open_list=True))


def test_who_would_deny_it() -> None:
    assert TRUISM.search("校园的安宁不容侵犯")
    assert not TRUISM.search("校园安宁由学校负责")


@pytest.mark.parametrize(("salience", "wanted"), [(0.4, 0.4), (0.55, LEAST), (0.9, 0.65)])
def test_a_formula_is_worth_less_than_its_clause(salience: float, wanted: float) -> None:
    assert _lessened(salience) == wanted
