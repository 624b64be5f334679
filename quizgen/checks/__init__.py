"""Item-writing rules: candidates to fit items, table CHECKS.

Codes are those of the flaw catalogue (RULES.md section 12). ``lint_item`` looks at an item alone, whoever wrote it;
``quizgen.checks.sets`` looks at items together.
"""

from __future__ import annotations

from collections.abc import Callable

from quizgen.checks import keys, wording
from quizgen.items import AnyItem
from quizgen.model.base import Record


class Check(Record):
    """A named rule: ``broken`` tells whether an item breaks it. ``house``: holds only for items the program wrote."""

    code: str
    message: str
    broken: Callable[[AnyItem], bool]
    house: bool = False


CHECKS = (
    Check(code="S5", message="文字里有乱码、断行空格或半角标点", broken=wording.has_debris),
    Check(code="S4", message="引号、括号或书名号不成对", broken=wording.is_unbalanced),
    Check(code="S4", message="题干结尾的标点不对", broken=wording.ends_badly, house=True),
    Check(code="S1", message="题干以代词或连接词开头", broken=wording.opens_badly),
    Check(code="S1", message="有脱离上下文就看不懂的指代", broken=wording.dangles, house=True),
    Check(code="S2", message="有说不清是哪一年哪一天的时间", broken=wording.is_relative, house=True),
    Check(code="S6", message="题干太长", broken=wording.is_long, house=True),
    Check(code="S4", message="题干太短，看不出考什么", broken=wording.is_short, house=True),
    Check(code="B1", message="空格数与答案数对不上，或题干缺少括号", broken=keys.misses_gap),
    Check(code="B2", message="空太多或挖去太多", broken=keys.has_many_blanks, house=True),
    Check(code="B1", message="填空答案超过12字", broken=keys.is_long_answer, house=True),
    Check(code="K6", message="答案是没有信息的泛词", broken=keys.is_generic, house=True),
    Check(code="K5", message="题干泄露了答案", broken=keys.leaks),
    Check(code="O3", message="选项重复或互相包含", broken=keys.repeats_option),
    Check(code="O4", message="选项长短悬殊", broken=keys.has_odd_lengths, house=True),
    Check(code="O6", message="有“以上都是”之类的选项", broken=keys.offers_all_or_none),
    Check(code="O1", message="选项或要点的个数不对", broken=keys.has_wrong_count),
    Check(code="V1", message="错误的判断题没有注明改动，或改动处不唯一", broken=keys.lacks_correction),
    Check(code="R1", message="名词解释的答案太短或太长", broken=keys.is_thin_definition, house=True),
)
"""Every rule an item must meet, in the order a reader would see the fault."""


def faults(item: AnyItem) -> list[Check]:
    """Return the rules an item breaks."""
    imported = item.template == "imported"
    return [check for check in CHECKS if not (check.house and imported) and check.broken(item)]


def lint_item(item: AnyItem) -> tuple[str, ...]:
    """Return the faults of an item as Chinese lines, each with its code."""
    return tuple(f"{check.code} {check.message}" for check in faults(item))
