"""Items made of findings by templates: what they say, how they are named, what they cite."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_booklet import make_booklet

from quizgen import pipeline
from quizgen.checks import faults
from quizgen.errors import ManyFaultsError
from quizgen.generation import Candidate
from quizgen.generation.identity import facts, item_id
from quizgen.items import KINDS, AnyItem
from quizgen.items.fill_blank import BLANK, FillBlank
from quizgen.items.true_false import TrueFalse
from quizgen.miners import mine
from quizgen.model.document import Booklet

TEXT = """清河市数字教研推进会在城关镇召开。清河市教育局印发《数字教研三年行动方案》，\
提出要坚持统筹规划、分步实施、安全可控的原则。
数字教研是指以网络平台为支撑、以教学数据为依据、由教师协同开展的教学研究活动。市教育局指出，数字教研是提升课堂质量的重要抓手。
市教育局强调，办好清河教育，根基在课堂教学，关键在课程建设，方向是家校共育。要加强师资建设、场馆建设、队伍建设、网络建设。
市教育局要求，推进校园阅读要做好三项工作：一是建好阅读空间；二是开好阅读课程；三是建强导读队伍。
截至2023年底，清河市建成书香学校120所。市教育局提出，教研方式要从经验判断转向数据支撑。"""


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    return make_booklet(TEXT, date="2024-03-07")


@pytest.fixture(scope="module")
def made(booklet: Booklet) -> list[AnyItem]:
    candidates = pipeline.candidates(mine(booklet), [booklet], pipeline.load_templates())
    return [c.item for c in candidates if isinstance(c, Candidate) and not faults(c.item)]


def test_kinds_come_out(made: list[AnyItem]) -> None:
    assert {item.kind for item in made} >= set(KINDS) - {"multiple_choice"}


def test_every_key_stands_in_its_evidence(made: list[AnyItem], booklet: Booklet) -> None:
    for item in made:
        evidence = "\n".join(entry.quote for entry in item.provenance)
        assert all(key in evidence for key in item.keys_asked), item
        for entry in item.provenance:
            assert booklet.text[slice(*entry.span)] == entry.quote


def test_a_blank_filled_in_is_the_statement(made: list[AnyItem], booklet: Booklet) -> None:
    for item in made:
        if isinstance(item, FillBlank):
            text = item.stem
            for (key, *_), _ in zip(item.blanks, range(2), strict=False):
                text = text.replace(BLANK, key, 1)
            clause = text.rstrip("。").split("，")[-1]
            assert clause in booklet.text.replace("\n", "")


def test_a_false_statement_says_what_it_changed(made: list[AnyItem]) -> None:
    false = [item for item in made if isinstance(item, TrueFalse) and not item.key]
    assert false
    for item in false:
        assert item.correction is not None
        assert item.stem.count(item.correction.wrong) == 1
        assert item.correction.right in item.provenance[0].quote


def test_ids_hang_on_kind_template_quote_and_asked_span_alone() -> None:
    assert item_id("fill_blank", "t", "清河 教研\n关键", "教研") == item_id("fill_blank", "t", "清河教研关键", "教研")
    assert len({item_id(k, t, "引文", "答案") for k in ("a", "b") for t in ("c", "d")}) == 4


def test_moving_the_text_changes_no_id(booklet: Booklet) -> None:
    def ids(text: str) -> set[str]:
        other = make_booklet(text, date="2024-03-07")
        made = pipeline.candidates(mine(other), [other], pipeline.load_templates())
        return {c.item.id for c in made if isinstance(c, Candidate)}

    assert ids("清河市教育资料汇编第一辑目录。\n" + TEXT) == ids(TEXT)


def test_one_fact_in_two_wordings_has_one_name() -> None:
    text = (
        "校园阅读是提升学生素养的重要抓手。\n开展校园阅读，就要知道校园阅读是提升学生素养的重要抓手。\n"
        "家校共育是守护学生安全的重要保障。"
    )
    findings = [f for f in mine(make_booklet(text)) if f.kind == "position"]
    names = facts(findings)
    assert len(findings) == 3
    assert len(set(names)) == 2


def test_a_template_with_an_unknown_field_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "mine.yaml").write_text("kind: fill_blank\nfindings: [list]\nstem: x\n", encoding="utf-8")
    with pytest.raises(ManyFaultsError) as caught:
        pipeline.load_templates(tmp_path)
    assert any("mine.yaml:2" in error.message() for error in caught.value.errors)


def test_a_teachers_template_joins_in(tmp_path: Path, booklet: Booklet) -> None:
    (tmp_path / "items").mkdir()
    template = "kind: fill_blank\nfinding: [attribute]\nasks: value\nstem: '请填空：{anchor}{statement}。'\n"
    (tmp_path / "items" / "zz-mine.yaml").write_text(template, encoding="utf-8")
    made = pipeline.candidates(mine(booklet), [booklet], pipeline.load_templates(tmp_path))
    assert any(isinstance(c, Candidate) and c.item.stem.startswith("请填空：") for c in made)
