"""The paper as a sheet: heads, totals, rows of options, space to answer (PAPER.md sections 3–8)."""

from __future__ import annotations

import itertools

import pytest
from paper_maker import QUESTIONS, make_paper, make_sized

from quizgen.layout import paper_sheet
from quizgen.model.sheet import AnswerLines, Blank, Block, Paragraph, Sheet, Tab, Table, Text
from quizgen.model.style import A4_PLAIN, Style


def draw(style: Style | None = None, **options: bool) -> Sheet:
    paper = make_paper()
    return paper_sheet(paper, paper.forms[0], style or Style(), **options)


def text_of(block: Block) -> str:
    if not isinstance(block, Paragraph):
        return ""
    return "".join(
        piece.text if isinstance(piece, Text) else "\t" if isinstance(piece, Tab) else "" for piece in block.inlines
    )


def texts(sheet: Sheet, role: str) -> list[str]:
    return [text_of(block) for block in sheet.blocks if isinstance(block, Paragraph) and block.role == role]


def rows_of(options: tuple[str, ...], style: Style | None = None) -> list[list[str]]:
    """Return the option rows of a single-choice item with these options."""
    paper = make_sized(options)
    sheet = paper_sheet(paper, paper.forms[0], style or Style())
    return [text.split("\t") for text in texts(sheet, "option")]


def test_heads_name_kind_unit_marks_and_instructions() -> None:
    assert texts(draw(), "section") == [
        "一、填空题（每空2分，共20分）",
        "二、单项选择题（每题2分，共20分。每题只有一个正确答案）",
        "三、多项选择题（每题3分，共15分。每题有两个或两个以上正确答案，多选、错选不得分，漏选得1分）",
        "四、判断题（每题1分，共10分。正确的打“√”，错误的打“×”）",
        "五、名词解释（每题5分，共10分）",
        "六、简答题（第37题8分，第38题12分，第39题5分，共25分）",
    ]


def test_numbers_run_through_the_paper_and_are_counted_by_the_word_processor() -> None:
    numbers = [block.number for block in draw().blocks if isinstance(block, Paragraph) and block.number]
    assert numbers == list(range(1, 40))


def test_numbers_start_again_in_every_part_when_the_style_says_so() -> None:
    sheet = draw(Style(numbering="per_section"))
    values = [b.number for b in sheet.blocks if isinstance(b, Paragraph) and b.number]
    assert values[:12] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3]
    assert "六、简答题（第1题8分，第2题12分，第3题5分，共25分）" in texts(sheet, "section")


def test_instructions_of_the_blueprint_replace_those_of_the_kind() -> None:
    paper = make_paper(kinds=("single_choice",))
    part = paper.forms[0].parts[0].model_copy(update={"instructions": "选出最恰当的一项。"})
    sheet = paper_sheet(paper, paper.forms[0].model_copy(update={"parts": (part,)}), Style())
    assert texts(sheet, "section") == ["一、单项选择题（每题2分，共20分。选出最恰当的一项）"]


def test_title_says_school_year_and_form_once() -> None:
    assert texts(draw(), "title") == ["青禾县2024年教师理论学习测试卷（A卷）"]
    named = make_paper(title="青禾县2024年期中卷", labels=("",))
    assert texts(paper_sheet(named, named.forms[0], Style()), "title") == ["青禾县2024年期中卷"]


def test_long_title_is_set_smaller() -> None:
    paper = make_paper(title="青禾县中小学教师政治理论与师德师风专题学习测试卷")
    assert texts(paper_sheet(paper, paper.forms[0], Style()), "long_title")


def test_subtitle_tells_marks_and_time() -> None:
    assert texts(draw(), "subtitle") == ["（《教师理论学习资料》第1期）　闭卷　　满分100分　　时间60分钟"]


def test_score_table_has_a_column_per_part() -> None:
    table = next(block for block in draw().blocks if isinstance(block, Table))
    first = [text_of(cell.paragraphs[0]) for cell in table.rows[0].cells]
    assert first == ["题号", "一", "二", "三", "四", "五", "六", "总分", "核分人"]
    assert [text_of(row.cells[0].paragraphs[0]) for row in table.rows] == ["题号", "得分", "评卷人"]
    assert [row.height for row in table.rows] == [8, 8, 8]
    assert sum(table.columns) == pytest.approx(152, abs=0.1)


def test_notices_are_three_sentences() -> None:
    assert texts(draw(), "notice") == [
        "注意事项：1．答题前请在密封线内填写单位、姓名和考号。2．用黑色签字笔作答，字迹工整。"
        "3．多项选择题多选、错选不得分，漏选得1分。"
    ]


def test_data_is_asked_for_in_the_seal_bar_or_under_the_title() -> None:
    assert draw().seal is not None
    assert texts(draw(), "data") == []
    plain = draw(Style(page=A4_PLAIN, seal_bar=False))
    assert plain.seal is None
    assert texts(plain, "data") == ["单位：　姓名：　考号："]


def test_every_blank_is_as_wide() -> None:
    blanks = [
        piece for b in draw().blocks if isinstance(b, Paragraph) for piece in b.inlines if isinstance(piece, Blank)
    ]
    assert len(blanks) == 10
    assert {blank.width for blank in blanks} == {30}


def test_brackets_of_statements_stand_at_the_right_margin() -> None:
    judged = [b for b in draw().blocks if isinstance(b, Paragraph) and text_of(b).endswith("\t（　　）")]
    assert len(judged) == 10
    assert {(tab.align, round(tab.at)) for b in judged for tab in b.tabs} == {("right", 152)}


def test_brackets_of_choices_move_to_the_margin_when_the_style_says_so() -> None:
    sheet = draw(Style(bracket="right"))
    assert "数字教研的关键在\t（　　）" in texts(sheet, "stem")
    assert "（　　）是教研转型的基础。" in texts(sheet, "stem")  # a bracket within the sentence stays


@pytest.mark.parametrize(
    ("longest", "columns"),
    [(1, 4), (7, 4), (8, 2), (17, 2), (18, 1), (35, 1)],
    ids=lambda value: str(value),
)
def test_options_stand_in_four_two_or_one_columns(longest: int, columns: int) -> None:
    assert [len(row) for row in rows_of(("题" * longest, "甲", "乙", "丙"))] == [columns] * (4 // columns)


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (("甲" * 8, "乙", "丙", "丁", "戊"), [3, 2]),
        (("甲" * 9, "乙", "丙", "丁", "戊"), [1] * 5),
        (("甲", "乙", "丙"), [3]),
        (("甲", "乙"), [2]),
        (tuple("甲乙丙丁戊己"), [3, 3]),
        (tuple("甲乙丙丁戊己庚"), [1] * 7),
        (tuple("甲乙丙丁戊己庚辛"), [4, 4]),
    ],
)
def test_rows_are_never_ragged_but_three_and_two(options: tuple[str, ...], rows: list[int]) -> None:
    assert [len(row) for row in rows_of(options)] == rows


def test_options_carry_letters_in_printed_order() -> None:
    assert rows_of(("平台", "数据", "经费", "课堂")) == [["A．平台", "B．数据", "C．经费", "D．课堂"]]


def test_words_that_turn_the_question_round_are_bold() -> None:
    strong = [
        piece.text
        for block in draw().blocks
        if isinstance(block, Paragraph) and block.role == "stem"
        for piece in block.inlines
        if isinstance(piece, Text) and piece.tone == "strong"
    ]
    assert strong == ["错误", "不属于"]


def test_a_statement_about_errors_is_not_bold() -> None:
    paper = make_sized(("甲", "乙", "丙", "丁"), stem="会议要求纠正错误倾向，首先要（　　）。")
    sheet = paper_sheet(paper, paper.forms[0], Style())
    assert all(
        piece.tone != "strong"
        for b in sheet.blocks
        if isinstance(b, Paragraph) and b.role == "stem"
        for piece in b.inlines
        if isinstance(piece, Text)
    )


def test_lines_grow_with_the_key_and_the_marks() -> None:
    lines = [block.count for block in draw().blocks if isinstance(block, AnswerLines)]
    written = [sum(len(p.text) + len(p.detail or "") for p in q.points) for q in QUESTIONS]
    assert lines[:2] == [3, 3]  # 名词解释: three at least
    assert lines[2] == 6  # 8 marks: six at least
    assert lines[3] == -(-1.4 * written[1] // (24 / 160 * 152))  # a long key needs more
    assert lines[4] == 4  # 5 marks


def test_marks_of_every_question_are_printed() -> None:
    assert [text for text in texts(draw(), "stem") if text.endswith("分）")] == [
        "简述青禾县数字教研推进会部署的四项任务。（8分）",
        "简述《青禾县数字教研三年行动方案》提出的教研转型步骤，并说明每一步要完成的主要工作。（12分）",
        "示范校要做到哪三个“带头”？（5分）",
    ]


def test_items_stay_with_their_options_and_lines() -> None:
    blocks = draw().blocks
    for block, follower in itertools.pairwise(blocks):
        if isinstance(follower, AnswerLines) or (isinstance(follower, Paragraph) and follower.role == "option"):
            assert isinstance(block, Paragraph)
            assert block.keep_next


def test_with_a_card_the_paper_leaves_no_space() -> None:
    sheet = draw(with_card=True)
    assert not [block for block in sheet.blocks if isinstance(block, AnswerLines)]
    assert "将答案写在答题卡上，写在试卷上无效" in texts(sheet, "notice")[0]


def test_teachers_copy_cites_under_every_item() -> None:
    sheet = draw(with_sources=True)
    sources = texts(sheet, "source")
    assert len(sources) == 39
    assert sources[0] == "出处：青禾县数字教研推进会，第3页。原文：数字教研的特点是开放，目的是改进课堂。"
    assert texts(sheet, "long_title") == ["青禾县2024年教师理论学习测试卷（A卷）（教师用）"]
    assert sheet.look("source").grey
    spaces = [[b.count for b in one.blocks if isinstance(b, AnswerLines)] for one in (sheet, draw())]
    assert sum(spaces[0]) <= sum(spaces[1])  # nothing is stretched to fill a leaf
    assert not texts(draw(), "source")


def test_answer_grids_and_score_boxes_when_the_style_asks() -> None:
    tables = [block for block in draw(Style(answer_grid=True, score_box=True)).blocks if isinstance(block, Table)]
    assert len(tables) == 1 + 6 + 3


def test_columns_are_numbered_when_the_style_asks() -> None:
    page = A4_PLAIN.model_copy(update={"width": 420, "columns": 2, "gap": 14})
    footer = draw(Style(page=page, seal_bar=False, column_pages=True)).footer
    fields = [(piece.of, piece.times, piece.minus) for piece in footer.inlines if piece.type == "page"]
    assert fields == [("page", 2, 1), ("pages", 2, 0), ("page", 2, 0), ("pages", 2, 0)]
    assert [tab.align for tab in footer.tabs] == ["center", "center"]
