"""The run of a sentence a stem is made of: what is put before a later clause, and when nothing can be."""

from __future__ import annotations

import pytest
from made_booklet import make_booklet

from quizgen.miners.statements import statements
from quizgen.miners.windows import window

LEAD = "在全市中小学校和各级各类幼儿园持续深入扎实地开展形式多样内容丰富的校园阅读活动"
CASES = {
    "a subject": (f"清河市{LEAD}，建成覆盖城乡的借阅网络。", "借阅网络", "清河市建成覆盖城乡的借阅网络"),
    "a subject and its modal": (
        f"清河市要{LEAD}，建成覆盖城乡的借阅网络。",
        "借阅网络",
        "清河市要建成覆盖城乡的借阅网络",
    ),
    "nobody": (f"要{LEAD}，建成覆盖城乡的借阅网络。", "借阅网络", None),
    "the second half of a pair": (f"校园阅读既是{LEAD}的开端，更是提升学生素养的重要途径。", "学生素养", None),
    "a law without its name": ("学校采购图书应当遵守本条例，公开采购书目。", "采购书目", None),
}


@pytest.mark.parametrize(("text", "asked", "wanted"), CASES.values(), ids=CASES.keys())
def test_a_stem_says_who(text: str, asked: str, wanted: str | None) -> None:
    statement = statements(make_booklet(text))[0]
    start = statement.text.index(asked)
    found = window(statement, start, start + len(asked))
    assert (found and found.text) == wanted
