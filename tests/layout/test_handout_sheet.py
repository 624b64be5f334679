"""The handout and its cloze version."""

from __future__ import annotations

import pytest
from paper_maker import make_bank

from quizgen.items import AnyItem
from quizgen.items.base import Correction
from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.single_choice import SingleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.itemsets import Bank
from quizgen.layout import handout_sheet
from quizgen.layout.lessons import teach
from quizgen.model.sheet import Blank, Paragraph, Sheet, Table, Text
from quizgen.model.style import Style


def draw(bank: Bank | None = None, cloze: bool = False) -> Sheet:
    return handout_sheet(bank or make_bank(), Style(), cloze=cloze)


def lines(sheet: Sheet) -> list[str]:
    def read(paragraph: Paragraph) -> str:
        return "".join(piece.text if isinstance(piece, Text) else "＿" for piece in paragraph.inlines)

    return [read(block) for block in sheet.blocks if isinstance(block, Paragraph)]


def test_themes_hold_sections_and_sections_hold_definitions_lists_and_figures() -> None:
    printed = lines(draw())
    assert printed[:4] == ["教师理论学习资料第1期学习讲义", "一、数字教研", "青禾县数字教研推进会", "【概念】"]
    assert "数字教研：以网络平台为支撑、以教学数据为依据、由教师协同开展的教学研究活动。" in printed
    assert "（1）建强平台：统一建设县级平台，向乡村学校开放全部资源" in printed
    assert "青禾县推进数字教研，坚持统筹规划、分步实施、安全可控的原则。" in printed
    assert (
        printed.index("【概念】")
        < printed.index("【要点】")
        < printed.index("【重要表述】")
        < printed.index("【数字与时间】")
    )


def test_figures_and_dates_stand_in_a_table() -> None:
    table = next(block for block in draw().blocks if isinstance(block, Table))
    first = ["".join(piece.text for piece in row.cells[0].paragraphs[0].inlines) for row in table.rows]
    assert first[0] == "数字·时间"
    assert {"120", "2024年3月6日", "16"} <= set(first)
    assert table.head == 1


def test_a_date_is_told_whole_where_its_month_is_asked() -> None:
    common = {"fact": "date", "salience": 0.5, "theme": "教研"}
    asked = [
        FillBlank(id="a1", stem="2023年____月，推进会在柳河举行。", blanks=(("10",),), **common),
        FillBlank(id="a2", stem="2024年共有____所学校参加。", blanks=(("28",),), **common),
    ]
    table = next(block for block in draw(Bank(items=tuple(asked))).blocks if isinstance(block, Table))
    assert [row.cells[0].paragraphs[0].inlines[0].text for row in table.rows[1:]] == ["2023年10月", "28"]


def test_cloze_asks_what_the_handout_prints_bold() -> None:
    def known(sheet: Sheet) -> int:
        blocks = [block for block in sheet.blocks if isinstance(block, Paragraph) and block.role in ("stem", "point")]
        return sum(isinstance(p, Blank) or getattr(p, "tone", "") == "strong" for b in blocks for p in b.inlines)

    assert known(draw()) == known(draw(cloze=True)) > 20
    assert "（1）＿：统一建设县级平台，向乡村学校开放全部资源" in lines(draw(cloze=True))
    assert "建强平台" not in "".join(lines(draw(cloze=True)))


def test_cloze_leaves_room_to_write() -> None:
    blanks = [p for b in draw(cloze=True).blocks if isinstance(b, Paragraph) for p in b.inlines if isinstance(p, Blank)]
    assert all(15 <= blank.width <= 60 for blank in blanks)


def test_a_fact_is_said_once_and_retired_items_never() -> None:
    bank = make_bank()
    items = [item.model_copy(update={"asks": "one", "status": "draft"}) for item in bank.items[:3]]
    retired = bank.items[4].model_copy(update={"status": "retired"})
    printed = "".join(lines(draw(bank.model_copy(update={"items": (*items, retired)}))))
    assert "开放" in printed
    assert "统筹规划" not in printed
    assert "经验判断" not in printed


def test_a_stretch_of_the_booklet_is_said_once_and_by_the_kind_that_says_it_whole() -> None:
    bank = make_bank()
    shared = bank.items[0].provenance
    twice = [item.model_copy(update={"provenance": shared}) for item in (bank.items[0], *bank.items[-3:-2])]
    printed = "".join(lines(draw(bank.model_copy(update={"items": tuple(twice)}))))
    assert "建强平台" in printed
    assert "改进课堂" not in printed


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (FillBlank(id="a", stem="甲是____，乙是____。", blanks=(("天", "空"), ("地",))), "甲是【天】，乙是【地】。"),
        (SingleChoice(id="a", stem="关键在（　　）。", key="数据", distractors=("平台",)), "关键在【数据】。"),
        (MultipleChoice(id="a", stem="坚持（　　）。", keys=("甲", "乙"), distractors=()), "坚持【甲】、【乙】。"),
        (
            TrueFalse(id="a", stem="覆盖半数县区。", key=False, correction=Correction(wrong="半数", right="全部")),
            "覆盖【全部】县区。",
        ),
    ],
)  # fmt: skip
def test_items_teach_true_sentences(item: AnyItem, sentence: str) -> None:
    lesson = teach(item)
    assert lesson is not None
    marked = lesson.text
    for start, end in reversed(lesson.asked):
        marked = f"{marked[:start]}【{marked[start:end]}】{marked[end:]}"
    assert marked == sentence


@pytest.mark.parametrize(
    "item",
    [
        SingleChoice(id="a", stem="下列表述正确的是（　　）。", key="甲", distractors=("乙",)),
        SingleChoice(id="a", stem="不属于任务的是（　　）。", key="甲", distractors=("乙",)),
        TrueFalse(id="a", stem="覆盖全部县区。", key=True),
        TrueFalse(id="a", stem="一是一。", key=False, correction=Correction(wrong="一", right="二")),
    ],
)
def test_items_without_a_true_sentence_to_ask_teach_nothing(item: AnyItem) -> None:
    assert teach(item) is None
