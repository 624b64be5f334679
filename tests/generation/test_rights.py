"""Where a law lists rights and duties of the same people, one list gives the other its wrong wordings."""

from __future__ import annotations

from made_booklet import make_booklet

from quizgen.checks import faults
from quizgen.generation import Candidate
from quizgen.items import AnyItem
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.miners import mine
from quizgen.pipeline import candidates, load_templates

RIGHTS = """第七条 读者享有下列权利：
（一）借阅馆藏图书；
（二）推荐本馆新书；
（三）参加班级读书会；
（四）法律规定的其他权利。"""
DUTIES = """第八条 {who}应当履行下列义务：
（一）按时归还图书；
（二）爱护馆藏资料；
（三）保持馆内安静。"""


def made(text: str) -> list[AnyItem]:
    booklet = make_booklet(text, title="清河市校园阅读条例")
    found = candidates(mine(booklet), [booklet], load_templates())
    items = [one.item for one in found if isinstance(one, Candidate) and not faults(one.item)]
    return [
        item for item in items if item.template.startswith(("rights", "outline-m")) and item.device != "foreign-limb"
    ]


def test_a_duty_is_no_right() -> None:
    items = made(RIGHTS + "\n" + DUTIES.format(who="读者"))
    choices = [item for item in items if isinstance(item, MultipleChoice)]
    asked = {item.stem: item for item in choices}
    rights = asked["《清河市校园阅读条例》规定，读者享有的权利包括（　　）。"]
    assert set(rights.keys) == {"借阅馆藏图书", "推荐本馆新书", "参加班级读书会"}  # what is only 其他 is no option
    assert set(rights.distractors) <= {"按时归还图书", "爱护馆藏资料", "保持馆内安静"}
    assert "《清河市校园阅读条例》规定，读者应当履行的义务包括（　　）。" in asked


def test_a_right_called_a_duty_is_false() -> None:
    items = made(RIGHTS + "\n" + DUTIES.format(who="读者"))
    false = [item for item in items if isinstance(item, TrueFalse) and not item.key]
    assert {item.correction.right for item in false if item.correction} == {"权利", "义务"}
    assert all(item.stem.endswith(("是读者的义务。", "是读者的权利。")) for item in false)
    true = [item for item in items if isinstance(item, TrueFalse) and item.key]
    assert true and not any(item.stem in {other.stem for other in false} for item in true)


def test_other_peoples_duties_prove_nothing() -> None:
    assert made(RIGHTS + "\n" + DUTIES.format(who="馆员")) == []
