"""What makers do with a long answer, two claims in one sentence, a part nearly the whole."""

from __future__ import annotations

from random import Random

import pytest
from made_booklet import make_booklet

from quizgen.distractors import Inventory
from quizgen.distractors.figures import propose_figures
from quizgen.generation import Candidate
from quizgen.generation.makers.blanks import _narrowed
from quizgen.generation.makers.choices import _shared
from quizgen.items.true_false import TrueFalse
from quizgen.miners import mine
from quizgen.model.finding import Slot, SlotFinding, Where
from quizgen.pipeline import candidates, load_templates

LONG = {
    "开设内容各不相同的课后服务": None,  # 的 inside: nothing of it is the whole
    "清河市校园图书借阅规则": "图书借阅规则",
    "教师流动和校长选拔任用制度": "校长选拔任用制度",
    "“事事有底”": "事事有底",
    "课后服务": "课后服务",
}


@pytest.mark.parametrize(("text", "wanted"), LONG.items())
def test_a_long_answer_is_narrowed_to_its_head(text: str, wanted: str | None) -> None:
    slot = Slot(name="object", text=text, start=3, end=3 + len(text), cls="measure")
    found = _narrowed(slot, Inventory((), ()))
    assert (found and found.text) == wanted
    assert found is None or text[found.start - 3 : found.end - 3] == wanted


def test_what_is_missing_from_nearly_all_varies() -> None:
    slot = Slot(name="value", text="96.2", start=0, end=4, cls="number")
    where = Where(section="清河教研", theme="清河教研")
    finding = SlotFinding(
        kind="number", rule="test", statement="96.2%", slots=(slot,), unit="%", where=where, provenance=(), salience=0.8
    )
    figures = [float(text) for text in propose_figures("96.2", slot, finding, None, Random(1))]  # type: ignore[arg-type]
    assert len(figures) >= 3
    assert all(90 < figure < 100 and figure != 96.2 for figure in figures)
    assert any(figure > 96.2 for figure in figures)


def judged(text: str) -> list[str]:
    booklet = make_booklet(text)
    made = candidates(mine(booklet), [booklet], load_templates())
    items = [one.item for one in made if isinstance(one, Candidate)]
    return [item.stem for item in items if isinstance(item, TrueFalse) and item.key]


def test_a_judgement_makes_one_claim() -> None:
    one = "《清河市校园阅读行动方案》提出，校园阅读是提升学生素养的重要途径。"
    two = "《清河市校园阅读行动方案》提出，校园阅读是提升学生素养的重要途径，是改进课堂教学的重要抓手。"
    assert judged(one)
    assert not [stem for stem in judged(two) if "，是" in stem]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("课程建设", "场馆建设", "师资建设", "队伍建设"), (0, 2)),
        (("第十次", "第十一次", "第九次", "第十三次"), (1, 1)),
        (("10月", "9月", "11月", "12月"), (0, 1)),
        (("1800", "1400", "2700", "2200"), (0, 0)),
        (("3月28日", "5月22日", "2月12日", "1月24日"), (0, 0)),
        (("上海", "合肥", "贵阳", "郑州"), (0, 0)),
    ],
)
def test_what_all_options_share_stands_in_the_stem(options: tuple[str, ...], wanted: tuple[int, int]) -> None:
    assert _shared(options) == wanted


def test_a_saying_is_never_asked_by_halves() -> None:
    text = "读书习惯就是成长本钱"
    assert _narrowed(Slot(name="value", text=text, start=0, end=len(text), cls="slogan"), Inventory((), ())) is None
