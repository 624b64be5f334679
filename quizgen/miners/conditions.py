"""Conditions (F17) and the duties of laws: 只有…才…, X应当…, X不得…, X主管…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import askable, noun_tail, whole
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding
from quizgen.text.clauses import Clause

ONLY = re.compile(r"只有(?P<condition>[^，；：]{4,20})，才(?:能)?")
# 只有扎根课堂，才能改进教学
CHARGE = re.compile(
    r"^(?:第[^条]{1,6}条\s*)?(?:由)?(?P<organ>[^，；：由]{3,24}?(?:部门|机关|机构|政府|委员会|代表大会|法院|检察院|组织|国务院|主席|单位|学校))(?:依法|依照法律规定)?"
    r"(?P<verb>依照|根据|按照|应当|不得|可以|有权|主管|负责|统筹|决定|领导|行使|制定|规定|建立|设立|审批|认定|批准|组织|监督)(?P<what>[^，；：]{2,30})"
)
# 县级人民政府教育行政部门主管本行政区域内的教师工作
BY_WHOM = re.compile(
    r"由(?P<organ>[^，；：由]{3,30}?(?:部门|机关|机构|政府|委员会|代表大会|法院|检察院|国务院|主席|单位|学校|基地))"
    r"(?:依法|按照[^，；：]{2,12}|根据[^，；：]{2,12}|会同[^，；：]{2,16}|组织[^，；：]{2,12})?(?:规定|制定|认定|决定|批准|负责|公布|确定|主管|组织|实施|监督|予以|给予|责令|办理|承担)"
)
# 教师资格由县级教育行政部门认定
DUTY = re.compile(r"(?P<modal>应当|不得|有权|可以|必须)(?P<what>[^，；：]{3,30})$")
# 学校应当建立校园安全制度


def mine_conditions(statement: Statement) -> Iterator[SlotFinding]:
    """Yield conditions, and in laws who is charged with what and what must or must not be done."""
    if match := ONLY.search(statement.text):
        start, end = match.span("condition")
        yield from _one("condition", "only-if", statement, ("condition", start, end, "condition"))
    if statement.spoken != "law":
        return
    for clause in statement.clauses:
        text = statement.text[clause.start : clause.end]
        match = CHARGE.match(text)
        if match:
            start, end = match.start("organ") + clause.start, match.end("organ") + clause.start
            reach = statement.clauses[min(len(statement.clauses) - 1, statement.clauses.index(clause) + 1)].end
            finding = slot_finding("organ", "charge", statement, [("organ", start, end, "organ")], cover=(start, reach))
            if finding is not None and _is_organ(statement, start, end):
                yield finding
        if by := BY_WHOM.search(statement.text, clause.start, clause.end):
            start, end = by.span("organ")
            finding = slot_finding("organ", "by-whom", statement, [("organ", start, end, "organ")])
            if finding is not None and _is_organ(statement, start, end):
                yield finding
        if duty := DUTY.search(text):
            modal = ("modal", duty.start("modal") + clause.start, duty.end("modal") + clause.start, "modal")
            tail = noun_tail(statement, _behind_verb(statement, clause, duty), clause.end, shortest=2, longest=12)
            if tail is not None:
                yield from _one("condition", "duty", statement, ("object", *tail, "measure"), modal)
            else:
                yield from _one("condition", "duty", statement, modal)


def _is_organ(statement: Statement, start: int, end: int) -> bool:
    return (
        3 <= end - start <= 16 and whole(statement, start, end) and askable(statement.text[start:end].replace("、", ""))
    )


def _behind_verb(statement: Statement, clause: Clause, duty: re.Match[str]) -> int:
    """Return where the object of a duty begins: behind the first verb after the modal."""
    position = 0
    for word in statement.words:
        start, position = position, position + len(word.text)
        if start >= clause.start + duty.end("modal") and word.tag[0] == "v":
            return position
    return clause.start + duty.end("modal")


def _one(kind: str, rule: str, statement: Statement, found: Range, *more: Range) -> Iterator[SlotFinding]:
    _, start, end, _ = found
    if not (
        2 <= end - start <= 16 and askable(statement.text[start:end].replace("、", "")) and whole(statement, start, end)
    ):
        return
    context = 8
    finding = slot_finding(
        "organ" if kind == "organ" else "condition", rule, statement, [found, *more], context=context
    )
    if finding is not None:
        yield finding
