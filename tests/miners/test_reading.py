"""Half-width marks: read as full-width ones, cited as printed."""

from __future__ import annotations

import pytest
from made_booklet import make_booklet

from quizgen.miners import mine
from quizgen.miners.reading import widened
from quizgen.model.finding import OutlineFinding

READ = {
    "推进校园阅读,完善借阅规则;建好场馆": "推进校园阅读，完善借阅规则；建好场馆",
    "2024年3月,2024年工作会议": "2024年3月，2024年工作会议",
    "达到100%,其中小学占60%": "达到100%，其中小学占60%",
    "藏书1,200册": "藏书1,200册",
    "教育(STEM)": "教育（STEM)",  # nothing follows: the pair stays open, nothing is made of it
    "教育(STEM)很好": "教育（STEM）很好",
    "see (page 3), please": "see (page 3), please",
}


@pytest.mark.parametrize(("text", "wanted"), READ.items())
def test_marks_among_han_are_widened(text: str, wanted: str) -> None:
    assert widened(make_booklet(text)).text == wanted


def test_a_booklet_without_any_is_itself() -> None:
    booklet = make_booklet("推进校园阅读，完善借阅规则。")
    assert widened(booklet) is booklet


def test_what_is_found_is_the_same_and_is_cited_as_printed() -> None:
    full = "清河市教育局强调，校园阅读是立德树人的重要途径，要完善开放、便捷、共享的借阅规则。"
    half = full.replace("，", ",")
    found, again = mine(make_booklet(full)), mine(make_booklet(half))
    assert found
    assert [f.model_dump(exclude={"provenance"}) for f in again] == [
        f.model_dump(exclude={"provenance"}) for f in found
    ]
    assert {p.quote for f in again for p in f.provenance} == {
        p.quote.replace("，", ",") for f in found for p in f.provenance
    }
    assert all(p.quote in half for f in again for p in f.provenance)


def test_points_are_verbatim() -> None:
    text = "第九条 学校应当采取下列措施：\n（一）公开书目,按年公布;\n（二）培训教师;\n（三）开放场馆。"
    booklet = make_booklet(text, title="清河市校园阅读条例")
    limbs = [limb.text for found in mine(booklet) if isinstance(found, OutlineFinding) for limb in found.limbs]
    assert len(limbs) == 3
    assert all(limb in text for limb in limbs)
