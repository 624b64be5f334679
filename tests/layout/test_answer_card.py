"""The answer card: a place for every answer of the paper (PAPER.md section 10)."""

from __future__ import annotations

from paper_maker import make_paper

from quizgen.layout import answer_card
from quizgen.layout.fitting import estimate
from quizgen.model.sheet import Blank, Paragraph, Sheet, Table, Text
from quizgen.model.style import Style


def draw() -> Sheet:
    paper = make_paper()
    return answer_card(paper, paper.forms[0], Style())


def labels(sheet: Sheet) -> list[str]:
    fields = [block for block in sheet.blocks if isinstance(block, Paragraph) and block.role == "field"]
    return [piece.text for field in fields for piece in field.inlines if isinstance(piece, Text)]


def test_every_blank_has_a_numbered_rule() -> None:
    assert labels(draw()) == ["1．", "2．①", "2．②", "3．", "4．", "5．", "6．", "7．", "8．", "9．"]
    fields = [block for block in draw().blocks if isinstance(block, Paragraph) and block.role == "field"]
    assert {piece.width for field in fields for piece in field.inlines if isinstance(piece, Blank)} == {35}


def test_letters_go_into_grids_and_answers_into_boxes() -> None:
    tables = [block for block in draw().blocks if isinstance(block, Table)]
    assert [len(table.columns) - 1 for table in tables[:3]] == [10, 5, 10]
    boxes = tables[3:]
    assert [len(box.columns) for box in boxes] == [1] * 5
    assert {box.frame for box in boxes} == {0.75}
    assert [box.rows[0].cells[0].paragraphs[0].inlines[0].text for box in boxes] == [
        "35．（5分）",
        "36．（5分）",
        "37．（8分）",
        "38．（12分）",
        "39．（5分）",
    ]


def test_data_and_warning_stand_on_top() -> None:
    roles = [block.role for block in draw().blocks if isinstance(block, Paragraph)]
    assert roles[:3] == ["long_title", "data", "notice"]


def test_boxes_shrink_to_fill_whole_leaves() -> None:
    assert estimate(draw()).pages == 2
