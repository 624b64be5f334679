"""The key: paper order, grids, corrections, marks behind every point (PAPER.md section 11)."""

from __future__ import annotations

from paper_maker import make_paper

from quizgen.layout import key_sheet, paper_sheet
from quizgen.model.sheet import Paragraph, Sheet, Table, Text
from quizgen.model.style import Style


def draw(**options: bool) -> Sheet:
    paper = make_paper()
    return key_sheet(paper, paper.forms[0], Style(), **options)


def lines(sheet: Sheet, *roles: str) -> list[str]:
    return [
        "\t".join(piece.text for piece in block.inlines if isinstance(piece, Text))
        for block in sheet.blocks
        if isinstance(block, Paragraph) and (not roles or block.role in roles)
    ]


def grids(sheet: Sheet) -> list[list[list[str]]]:
    def read(table: Table) -> list[list[str]]:
        return [["".join(p.text for p in cell.paragraphs[0].inlines) for cell in row.cells] for row in table.rows]

    return [read(block) for block in sheet.blocks if isinstance(block, Table)]


def test_heads_are_those_of_the_paper() -> None:
    paper = make_paper()
    assert lines(draw(), "section") == lines(paper_sheet(paper, paper.forms[0], Style()), "section")


def test_marks_per_part_stand_on_top_and_the_sum_at_the_end() -> None:
    sheet = draw()
    assert grids(sheet)[0] == [
        ["题型", "一", "二", "三", "四", "五", "六", "合计"],
        ["分值", "20", "20", "15", "10", "10", "25", "100"],
    ]
    assert lines(sheet)[-1] == "合计100分"


def test_blanks_list_accepted_wordings_and_free_order() -> None:
    answers = lines(draw(), "entry")
    assert answers[0] == "1．开放"
    assert answers[1] == "2．①分步实施　②安全可控/安全、可控（可换序）"
    assert answers[2] == "3．120/一百二十"
    assert "评分说明：每空2分，错别字扣1分，意思不符不得分。" in lines(draw(), "remark")


def test_letters_are_those_of_the_printed_options() -> None:
    single, multiple = grids(draw())[1:3]
    assert single == [
        ["题号", *map(str, range(10, 20))],
        ["答案", "B", "B", "A", "C", "A", "D", "A", "A", "A", "D"],
    ]
    assert multiple == [["题号", *map(str, range(20, 25))], ["答案", "ABC", "ABC", "AB", "AB", "AB"]]
    assert "评分说明：多选、错选不得分，漏选得1分。" in lines(draw(), "remark")


def test_statements_are_marked_and_false_ones_corrected() -> None:
    assert grids(draw())[3] == [
        ["题号", *map(str, range(25, 35))],
        ["答案", "×", "√", "×", "√", "×", "√", "×", "√", "√", "×"],
    ]
    assert [line for line in lines(draw(), "answer") if "应为" in line] == [
        "25．× 应为“全部”。",
        "27．× 应为“从经验判断转向数据支撑”。",
        "29．× 应为“开放”。",
        "31．× 应为“中心学校”。",
        "34．× 应为“四项”。",
    ]


def test_points_carry_their_marks_by_weight() -> None:
    points = ["".join(line.split("\t")) for line in lines(draw(), "answer", "point")]
    start = points.index("35．（1）以网络平台为支撑（1分）；")
    assert points[start : start + 6] == [
        "35．（1）以网络平台为支撑（1分）；",
        "（2）以教学数据为依据（2分）；",
        "（3）由教师协同开展（1分）；",
        "（4）教学研究活动（1分）。",
        "36．（1）相邻学校组成片区（2.5分）；",
        "（2）共同备课和听课（2.5分）。",
    ]
    assert "37．（1）建强平台（2分）：统一建设县级平台，向乡村学校开放全部资源；" in points
    assert points[-3:] == [
        "39．（1）带头开放课堂（2分）；",
        "（2）带头共享资源（1.5分）；",
        "（3）带头结对帮扶（1.5分）。",
    ]


def test_every_written_item_says_how_it_is_marked() -> None:
    assert lines(draw(), "remark")[2:] == [
        "评分说明：各点分值见括号；意思相近即可得分；最多5分。",
        "评分说明：每点2.5分；意思相近即可得分；最多5分。",
        "评分说明：每点2分，答出要点1分、展开1分；意思相近即可得分；顺序不限；最多8分。",
        "评分说明：各点分值见括号；意思相近即可得分；须按顺序作答；最多12分。",
        "评分说明：各点分值见括号；意思相近即可得分；顺序不限；最多5分。",
    ]


def test_sources_are_for_the_teachers_key_only() -> None:
    assert not lines(draw(), "source")
    assert lines(draw(with_sources=True), "source")[1] == "出处：10—19．青禾县数字教研推进会，第3页。"


def test_the_key_has_its_own_page_and_nobody_to_seal() -> None:
    sheet = draw()
    assert (sheet.page.left, sheet.page.right, sheet.page.columns, sheet.seal) == (25, 20, 1, None)
    assert sheet.title == "青禾县2024年教师理论学习测试卷（A卷）参考答案及评分标准"


def test_the_points_of_an_answer_stay_on_one_page() -> None:
    written = [b for b in draw().blocks if isinstance(b, Paragraph) and b.role in ("answer", "point", "remark")]
    first = next(number for number, block in enumerate(written) if block.inlines[0].text == "35．")
    assert all(block.keep_next is (block.role != "remark") for block in written[first:])


def test_a_short_part_has_no_empty_cells() -> None:
    paper = make_paper()
    form = paper.forms[0]
    short = form.parts[1].model_copy(update={"items": form.parts[1].items[:3]})
    sheet = key_sheet(paper, form.model_copy(update={"parts": (short,)}), Style())
    assert grids(sheet)[1] == [["题号", "10", "11", "12"], ["答案", "B", "B", "A"]]
