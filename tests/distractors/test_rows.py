"""Sibling slots and the lexicon's rivals as distractors, and the proof that a sibling is wrong."""

from __future__ import annotations

from random import Random

import pytest
from made_booklet import make_booklet

from quizgen.distractors import STRATEGIES, Inventory, isolate
from quizgen.distractors.inventory import CLAIM
from quizgen.distractors.rows import is_parted, siblings_of
from quizgen.distractors.terms import NAMED
from quizgen.miners import mine
from quizgen.model.finding import Slot, SlotFinding

ROW = "《清河行动方案》指出，推进校园阅读，根基在课堂教学，关键在课程建设，方向是家校共育。"
RIVALS = ("课堂教学 社团活动 课程建设", "校车运营 校服采购")


def inventory(text: str = ROW) -> Inventory:
    booklet = make_booklet(text)
    texts = [p.text for s in booklet.sections for p in s.paragraphs]
    return Inventory(mine(booklet), texts, rivals=RIVALS)


def attribute(key: str, text: str = ROW) -> SlotFinding:
    found = (f for f in mine(make_booklet(text)) if isinstance(f, SlotFinding) and f.kind == "attribute")
    return next(f for f in found if f.slots[0].text == key)


def test_siblings_are_the_fillers_of_one_sentence() -> None:
    finding = attribute("课程建设")
    assert siblings_of(finding, finding.slots[0], inventory()) == ["课堂教学", "家校共育"]
    assert (
        siblings_of(finding, finding.slots[0], inventory("《清河行动方案》指出，推进校园阅读，关键在课程建设。")) == []
    )


def test_a_stem_shows_no_sibling() -> None:
    finding, slot = isolate(attribute("课程建设"), attribute("课程建设").slots[0], inventory())
    assert finding.statement == "推进校园阅读，关键在课程建设"
    assert finding.statement[slot.start : slot.end] == "课程建设"


def test_a_sibling_the_booklet_puts_in_the_slot_is_no_distractor() -> None:
    finding, slot = isolate(attribute("课程建设"), attribute("课程建设").slots[0], inventory())
    assert is_parted("课堂教学", finding, slot, inventory())
    assert not is_parted(
        "课堂教学", finding, slot, inventory(ROW + "《清河行动方案》指出，推进乡村阅读，关键在课堂教学。")
    )


def test_siblings_come_first_and_rivals_fill_up() -> None:
    finding = attribute("课程建设")
    made = STRATEGIES["siblings"]("课程建设", finding.slots[0], finding, inventory(), Random(1))
    assert made[:2] == ["课堂教学", "家校共育"]
    assert "社团活动" in made


def test_rivals_are_of_the_keys_line_and_no_siblings() -> None:
    finding = attribute("课程建设")
    made = STRATEGIES["rivals"]("课程建设", finding.slots[0], finding, inventory(), Random(1))
    assert made == ["社团活动"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("县人民政府", True), ("国务院教育部门", True), ("有关部门", False), ("县政府和县教育部门", False)],
)
def test_only_a_named_organ_stands_beside_another(name: str, wanted: bool) -> None:
    assert bool(NAMED.search(name)) == wanted


def test_titles_are_those_of_plans() -> None:
    text = "《清河县校园阅读行动方案》《清河县图书采购管理办法》《清河日报》《清河县借阅意见》都提到阅读。"
    finding = attribute("课程建设")
    slot = Slot(name="title", text="清河县校园阅读行动方案", start=0, end=11, cls="title")
    made = STRATEGIES["titles"](slot.text, slot, finding, inventory(text), Random(1))
    assert made == ["清河县图书采购管理办法", "清河县借阅意见"]
    assert STRATEGIES["titles"]("清河日报", slot, finding, inventory(text), Random(1)) == []


def test_titles_of_one_matter_give_none_away() -> None:
    schools = "《清河县学校藏书意见》《清河县学校借阅意见》《清河县学校荐书意见》"
    text = f"{schools}《青川县图书采购意见》《市民场馆建设规划》都提到阅读。"
    slot = Slot(name="title", text="青川县图书采购意见", start=0, end=9, cls="title")
    made = STRATEGIES["titles"](slot.text, slot, attribute("课程建设"), inventory(text), Random(1))
    assert sum("学校" in title for title in made[:2]) == 1
    assert len(made) == 4


def test_a_claim_tells_its_subject() -> None:
    match = CLAIM.match("课堂是改进教研最直接的途径")
    assert match and match.group("subject") == "课堂"
    assert not CLAIM.match("要坚持课堂是中心")
