"""Conditions (F17) and the duties of laws: 只有…才…, X应当…, X不得…, X主管…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import askable, noun_tail, whole
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding
from quizgen.text.clauses import Clause

ONLY = re.compile(r"只有(?P<condition>[^，；：]{4,20})，才(?:能)?")
# 只有扎根课堂，才能改进教学
CHARGE = re.compile(
    r"^(?:第[^条]{1,6}条\s*)?(?:由)?(?P<organ>[^，；：由]{0,24}?(?:部门|机关|机构|政府|委员会|代表大会|法院|检察院|组织|国务院|主席|单位|学校))(?:依法|依照法律规定)?"
    r"(?P<verb>依照|根据|按照|应当|不得|可以|有权|主管|负责|统筹|决定|领导|行使|制定|规定|建立|设立|审批|认定|批准|组织|监督)(?P<what>[^，；：]{2,30})"
)
# 市教育局主管全市的借阅工作
BY_WHOM = re.compile(
    r"由(?P<organ>[^，；：由]{0,30}?(?:部门|机关|机构|政府|委员会|代表大会|法院|检察院|国务院|主席|单位|学校|基地))"
    r"(?:依法|按照[^，；：]{2,12}|根据[^，；：]{2,12}|会同[^，；：]{2,16}|组织[^，；：]{2,12})?(?:规定|制定|认定|决定|批准|负责|公布|确定|主管|组织|实施|监督|予以|给予|责令|办理|承担)"
)
# 借阅办法由市教育局制定
EACH = re.compile(r"各(?:部门|单位|机构)$")
# 市级机关各部门: the name is what stands before
CONSEQUENCE = re.compile(r"(?:给予|予以|承担|享受|授予|处以)(?P<what>[^，；：的、]{2,8})$")
# 造成图书损坏的，应当承担赔偿责任
DEGREE = re.compile(r"具[备有](?P<degree>[^，；：]{4,24}?)(?:毕业)?(?:及其?)?(?:以上)?学历")
# 应当具备高级中学毕业以上学历
RULES = re.compile(r"实行|实施|坚持|统筹|由")
# 校园阅读实行政府（统筹）: no organ of that name
CONTEXT = 8  # characters beside the slot: a law's wording is fixed
STANDING = 3  # times a described organ must be named to be a term
SHORTEST_DUTY = 6  # characters of what is to be done, where no object is named: 应当统筹规划 says nothing
DUTY = re.compile(r"(?P<modal>应当|不得|有权|可以|必须)(?P<what>[^，；：]{3,30})$")
# 学校应当建立校园安全制度


def mine_conditions(statement: Statement) -> Iterator[SlotFinding]:
    """Yield conditions, and in laws who is charged with what and what must or must not be done."""
    if match := ONLY.search(statement.text):
        yield from _condition("only-if", statement, ("condition", *match.span("condition"), "condition"))
    if statement.spoken != "law":
        return
    for clause, following in pairwise([*statement.clauses, statement.clauses[-1]]):
        text = statement.text[clause.start : clause.end]
        charge = None if text.endswith("的") else CHARGE.match(text)  # a case the law foresees charges nobody
        if charge:
            start, end = charge.start("organ") + clause.start, charge.end("organ") + clause.start
            yield from _organ("charge", statement, start, end, cover=(start, following.end))
        if by := BY_WHOM.search(statement.text, clause.start, clause.end):
            yield from _organ("by-whom", statement, *by.span("organ"))
        if duty := DUTY.search(text):
            yield from _duty(statement, clause, duty)
        if (degree := DEGREE.search(statement.text, clause.start, clause.end)) and "的" not in degree.group("degree"):
            yield from _condition("degree", statement, ("degree", *degree.span("degree"), "degree"))
        if followed := CONSEQUENCE.search(statement.text, clause.start, clause.end):
            what = ("consequence", *followed.span("what"), "consequence")
            if finding := slot_finding("condition", "consequence", statement, [what], context=2 * CONTEXT):
                yield finding


def _organ(
    rule: str, statement: Statement, start: int, end: int, *, cover: tuple[int, int] | None = None
) -> Iterator[SlotFinding]:
    each = EACH.search(statement.text[start:end])
    end = start + each.start() if each else end
    if _is_organ(statement, start, end):
        finding = slot_finding("organ", rule, statement, [("organ", start, end, "organ")], cover=cover)
        if finding is not None:
            yield finding


def _duty(statement: Statement, clause: Clause, duty: re.Match[str]) -> Iterator[SlotFinding]:
    modal = ("modal", duty.start("modal") + clause.start, duty.end("modal") + clause.start, "modal")
    tail = noun_tail(statement, _behind_verb(statement, modal[2]), clause.end, shortest=3, longest=12)
    if tail is None and len(duty.group("what")) < SHORTEST_DUTY:
        return
    slots = [("object", *tail, "measure"), modal] if tail else [modal]
    yield from _condition("duty", statement, *slots)


def _is_organ(statement: Statement, start: int, end: int) -> bool:
    """Return whether a range names an organ; one only described (收到投诉的部门) must be a standing term."""
    name = statement.text[start:end]
    return (
        3 <= end - start <= 16
        and whole(statement, start, end)
        and askable(name.replace("、", ""))
        and not any(tag[0] in "pr" for a, b, tag in statement.classes if start <= a and b <= end)
        and ("的" in name or not RULES.search(name))
        and ("的" in name or not _begins_with_verb(statement, start))  # 报名达到教育部门（规定的人数）
        and ("的" not in name or statement.booklet.text.count(name) >= STANDING)
    )


def _begins_with_verb(statement: Statement, start: int) -> bool:
    placed = zip(statement.classes, statement.words, strict=True)
    return any(low == start and word.tag == "v" for (low, _, _), word in placed)


def _behind_verb(statement: Statement, start: int) -> int:
    """Return where the object of a duty begins: behind the first verb from ``start`` on."""
    return next((high for low, high, cls in statement.classes if low >= start and cls == "v"), start)


def _condition(rule: str, statement: Statement, asked: Range, *more: Range) -> Iterator[SlotFinding]:
    _, start, end, _ = asked
    name = statement.text[start:end].replace("、", "")
    if 2 <= end - start <= 16 and askable(name) and whole(statement, start, end):
        finding = slot_finding("condition", rule, statement, [asked, *more], context=CONTEXT)
        if finding is not None:
            yield finding
