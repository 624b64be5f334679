"""Where wrong wordings come from, and the proof that they are wrong."""

from __future__ import annotations

from random import Random

import pytest
from made_booklet import make_booklet

from quizgen.distractors import STRATEGIES, Inventory, choose, refuted
from quizgen.distractors.figures import propose_dates, propose_far_figures, propose_figures, propose_ordinals
from quizgen.miners import mine
from quizgen.model.finding import Slot, SlotFinding, Where

TEXT = """办好清河教育，根基在课堂教学，关键在课程建设，方向是家校共育。
清河市要加强师资建设、场馆建设、队伍建设、网络建设、数据建设。
各校的师资建设、场馆建设、队伍建设和网络建设都有专人负责。
数字教研是提升课堂质量的重要抓手。校园阅读是涵养学生品格的重要途径。家校共育是守护学生安全的重要保障。劳动教育是磨炼学生意志的重要课堂。"""


def inventory(text: str = TEXT) -> Inventory:
    booklet = make_booklet(text)
    cities = ("北京", "上海", "南京", "武汉")
    return Inventory(
        mine(booklet), [p.text for s in booklet.sections for p in s.paragraphs], (cities,), ("教育部", "科技部")
    )


def finding(statement: str, key: str, *, cls: str = "filler", kind: str = "attribute", unit: str = "") -> SlotFinding:
    start = statement.index(key)
    slot = Slot(name="value", text=key, start=start, end=start + len(key), cls=cls)
    where = Where(section="清河教研", theme="清河教研")
    return SlotFinding(
        kind=kind, rule="test", statement=statement, slots=(slot,), unit=unit, where=where, provenance=(), salience=0.8
    )  # type: ignore[arg-type]


def test_a_series_is_of_one_length_and_one_ending() -> None:
    asked = finding("办好清河教育，关键在课程建设", "课程建设")
    chosen = choose("课程建设", asked.slots[0], asked, ["series"], inventory(), Random(1))
    assert chosen is not None
    assert set(chosen[0]) <= {"师资建设", "场馆建设", "队伍建设", "网络建设"}
    assert len(chosen[0]) == 3


def test_what_the_booklet_says_of_the_stem_is_no_distractor() -> None:
    said = TEXT + "\n办好清河教育，关键在师资建设。"
    asked = finding("办好清河教育，关键在课程建设", "课程建设")
    chosen = choose("课程建设", asked.slots[0], asked, ["series"], inventory(said), Random(1))
    assert chosen is None or "师资建设" not in chosen[0]


def test_no_choice_without_three_safe_options() -> None:
    asked = finding("办好清河教育，根基在课堂教学", "课堂教学")
    assert choose("课堂教学", asked.slots[0], asked, ["series"], inventory(), Random(1)) is None


def test_an_echo_of_the_key_in_the_stem_forbids_the_choice() -> None:
    asked = finding("课程改革，办好清河教育，关键在课程建设", "课程建设")
    assert choose("课程建设", asked.slots[0], asked, ["series"], inventory(), Random(1)) is None


def test_refuted_looks_at_the_frame_before_the_gap() -> None:
    statement = "办好清河教育，关键在课程建设"
    known = inventory("办好清河教育，关键在课程建设。\n办好城关教育，关键在课程建设和队伍建设。")
    start = statement.index("课程建设")
    assert not refuted("队伍建设", "课程建设", statement, start, start + 4, known)
    assert refuted("网络建设", "课程建设", statement, start, start + 4, known)


def test_what_the_booklet_names_in_one_word_is_not_refuted() -> None:
    statement = "增强市民阅读力"
    assert refuted("朗读力", "阅读力", statement, 4, 7, inventory("各县市都要增强朗读力。"))
    assert not refuted("朗读力", "阅读力", statement, 4, 7, inventory("各县都看重市民朗读力。"))


def test_overlapping_wordings_are_never_safe() -> None:
    assert not refuted("课程建设体系", "课程建设", "关键在课程建设", 3, 7, inventory())
    assert not refuted("课程", "课程建设", "关键在课程建设", 3, 7, inventory())


@pytest.mark.parametrize("key", ["120", "46", "8.8", "99.5", "1755", "三十", "十五"])
def test_figures_keep_the_precision_of_the_key(key: str) -> None:
    asked = finding(f"2023年清河市建成{key}所", key, cls="figure", kind="number", unit="所")
    made = propose_figures(key, asked.slots[0], asked, inventory(), Random(3))
    assert len(made) >= 3
    assert key not in made
    assert all(("." in text) == ("." in key) for text in made)


def test_months_are_those_of_terms() -> None:
    asked = finding("学校应当在三个月内答复", "三", cls="figure", kind="number", unit="个月")
    made = propose_figures("三", asked.slots[0], asked, inventory(), Random(3))
    assert set(made) == {"一", "二", "六", "九"}


def test_per_cents_stay_below_a_hundred() -> None:
    asked = finding("2023年清河市99.5%的学校接入", "99.5", cls="figure", kind="number", unit="%")
    assert all(float(text) <= 100 for text in propose_figures("99.5", asked.slots[0], asked, inventory(), Random(5)))


def test_a_false_figure_is_no_slip_of_the_pen() -> None:
    asked = finding("2023年清河市建成120所", "120", cls="figure", kind="number", unit="所")
    made = propose_far_figures("120", asked.slots[0], asked, inventory(), Random(3))
    assert made
    assert all(not 78 < int(text) < 174 for text in made)
    assert propose_far_figures("4", asked.slots[0], asked, inventory(), Random(3)) == []


def test_dates_are_of_the_calendar() -> None:
    asked = finding("2024年3月6日在城关镇召开", "3月6日", cls="date", kind="date")
    made = propose_dates("3月6日", asked.slots[0], asked, inventory(), Random(2))
    assert len(made) >= 3
    for text in made:
        month, day = text.removesuffix("日").split("月")
        assert 1 <= int(month) <= 12
        assert 1 <= int(day) <= 31
        assert abs(int(day) - 6) >= 4


def test_ordinals_are_neighbours_in_the_keys_numerals() -> None:
    asked = finding("召开第十一次会议", "第十一次", cls="ordinal", kind="meeting")
    made = propose_ordinals("第十一次", asked.slots[0], asked, inventory(), Random(2))
    assert set(made) == {"第九次", "第十次", "第十二次", "第十三次"}


def test_places_are_of_one_level() -> None:
    asked = finding("2024年3月6日在上海召开", "上海", cls="place", kind="place")
    assert set(STRATEGIES["places"]("上海", asked.slots[0], asked, inventory(), Random(2))) == {
        "北京",
        "上海",
        "南京",
        "武汉",
    }


def test_rivals_are_subjects_with_a_predicate_of_their_own() -> None:
    asked = finding("数字教研是提升课堂质量的重要抓手", "数字教研", cls="topic", kind="position")
    made = STRATEGIES["neighbours"]("数字教研", asked.slots[0], asked, inventory(), Random(2))
    assert set(made) >= {"校园阅读", "家校共育"}
    assert "数字教研" not in made


def test_the_same_seed_gives_the_same_options() -> None:
    asked = finding("2023年清河市建成120所", "120", cls="figure", kind="number", unit="所")
    once, twice = (choose("120", asked.slots[0], asked, ["figures"], inventory(), Random("a")) for _ in range(2))
    assert once == twice


LINES = ("国务院… 省级人民政府… 市级人民政府… 县级人民政府…", "国务院 教育部 司法部", "补偿 奖励 补助 救济")


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("国务院", {"教育部", "司法部"}),
        ("国务院图书主管部门", {"省级人民政府图书主管部门", "市级人民政府图书主管部门", "县级人民政府图书主管部门"}),
        ("国务院、图书馆", set()),  # of two, one would do
        ("补偿", {"奖励", "补助", "救济"}),
        ("图书馆", set()),
    ],
)
def test_what_a_law_could_have_said_instead(key: str, wanted: set[str]) -> None:
    asked = finding(f"图书目录由{key}公布", key, cls="organ", kind="organ")
    stock = Inventory((), ("",), alternatives=LINES)
    assert set(STRATEGIES["alternatives"](key, asked.slots[0], asked, stock, Random(1))) == wanted


def test_acts_of_other_organs_are_wrong_but_not_the_organs_own() -> None:
    law = """第一条 图书仲裁委员会裁决借阅争议，公布裁决结果。
第二条 全国阅读联席会议机构审定推荐书目。第三条 中央图书馆主管机关统计馆藏数量，登记善本来源。
第四条 全国书目委员会编制联合目录，修订分类规则。"""
    booklet = make_booklet(law, title="清河市校园阅读条例")
    found = mine(booklet)
    stock = Inventory(found, [p.text for s in booklet.sections for p in s.paragraphs])
    asked = next(f for f in found if isinstance(f, SlotFinding) and f.slots[0].text == "裁决借阅争议")
    chosen = choose("裁决借阅争议", asked.slots[0], asked, ["counterparts"], stock, Random(1))
    assert chosen is not None
    assert "公布裁决结果" not in chosen[0]
    assert set(chosen[0]) <= {"统计馆藏数量", "登记善本来源", "编制联合目录", "修订分类规则"}
