"""Changes (F16): 从A转向B, 由A到B, 将A转化为B, 不是A而是B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import nominal
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding

CHANGE = re.compile(
    r"(?:从|由|将|把)(?P<before>[^，；：从由]{2,16}?)(?:的[一-龥]{2,4})?(?:转变为|转化为|转向|走向|迈向|跃迁到|变为|升级为|转为|拓展至|向)(?P<after>[^，；：]{2,16}?)(?:转变|转型|跃升|迈进|跃迁|转化|延伸|发展)?$"
)
# 教研方式要从经验判断转向数据支撑
RATHER = re.compile(r"不(?:是|在于)(?P<before>[^，；：]{2,14})，而(?:是|在于)(?P<after>[^，；：]{2,14})$")
# 不是替代教师，而是帮助教师


def mine_changes(statement: Statement) -> Iterator[SlotFinding]:
    """Yield what turns into what, or is what instead of what."""
    for pattern in (CHANGE, RATHER):
        for clause in statement.clauses:
            text = statement.text[: clause.end]
            match = pattern.search(text, 0 if pattern is RATHER else clause.start)
            if match is None or match.end() != clause.end:
                continue
            found = [(name, nominal(statement, *match.span(name))) for name in ("after", "before")]
            ranges: list[Range] = [(name, *core, "state") for name, core in found if core is not None]
            if len(ranges) == 2 and (finding := slot_finding("change", "change-of", statement, ranges)):
                yield finding
