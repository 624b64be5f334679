"""Rulings: what a law's one sentence asks of somebody, charges an organ with, or makes a right depend on (F4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.edges import UNCLOSED, charges
from quizgen.miners.findings import slot_finding
from quizgen.miners.salience import salience
from quizgen.miners.standing import BARE_SUBJECT, is_deictic
from quizgen.miners.statements import Statement
from quizgen.miners.windows import OWN_NAME, Window
from quizgen.model.finding import Limb, OutlineFinding, SlotFinding
from quizgen.text.clauses import Clause

DUE = re.compile(r"^(?P<who>[^；：]{2,40}?)(?P<modal>应当|必须)(?!不|自|在|由|将|对|向|与|为|以|包括|具有)")
# 学校采购图书，应当公开书目
POWER = re.compile(
    r"^(?P<who>(?:中华人民共和国)?[^，；：的由和对及在、]{0,16}(?:委员会|代表大会|国务院|主席|机关|领导机构|部门|政府|法院|检察院))"
    r"(?P<basis>(?:依照|根据|按照|在)[^，]{2,30}，|依法)?(?=[一-龥])"
)
# 市人民代表大会依照章程，决定……
ENTITLED = re.compile(
    r"^(?P<who>[^，；：]{0,12}?)凡(?P<limbs>[^；：]{12,120}?)的，(?P<then>(?:可以|有权)[^，；：]{3,20})$"
)
# 学生凡按时还书，爱护图书，遵守规则的，可以借阅善本
FORBIDDEN = re.compile(r"^(?:并|且)?(?:不得|不能|禁止)")
# 不得转借图书
NO_LIMB = re.compile(r"应当|必须|可以|的$|^(?:并|或|以及|及|和|由|为|使|对|向|在|将|把|以|其|具体|但)")
# 具体办法由县政府规定
AND = "并"
MANY = re.compile(r"地方|各级|各部门|[省市县乡]|有关|部门|^国家机关")
# 县级以上人民政府: one of many, what one does another may do
NAMES = re.compile(r"^(?:采取|违反)|的(?:机构|部门|单位|人员|组织|活动|行为|情形)$")
# 负责图书工作的机构: who or what, no act
CHARGES = ("负责", "主管", "领导", "统一领导")
"""What an organ that is spoken of often is there for."""
SHORTEST, LONGEST = 4, 40  # characters of a limb
SHORTEST_ACT, LONGEST_ACT = 5, 16
FEWEST, MOST = 3, 6
GUIDES = re.compile(r"引导|教育|帮助|动员")
# 引导学生走进场馆，（感受阅读的乐趣）: what follows is still the students'
OTHER_WHO = re.compile(r"人员|部门|机关|组织|单位|委员会|政府|法院|检察院|国务院|主席|机构")
# 主管部门: an organ's duty is a charge, anybody else's an obligation


def mine_rulings(statement: Statement) -> Iterator[OutlineFinding]:
    """Yield the duties, charges or conditions a law lists in one sentence, clause by clause."""
    if statement.spoken != "law" or -1 in statement.origin or is_deictic(statement.text):
        return
    found = _conditions(statement) or _duties(statement) or _powers(statement)
    if found is not None and not (OWN_NAME.search(found[0]) or BARE_SUBJECT.match(found[0])):
        yield _outline(statement, f"{statement.anchor}{found[0]}", found[1])


def mine_powers(statement: Statement) -> Iterator[SlotFinding]:
    """Yield what a law lets an organ do, each act by itself behind the organ's name."""
    match = POWER.match(statement.text) if statement.spoken == "law" else None
    if match is None or not _is_name(statement, match.end("who")) or MANY.search(match.group("who")):
        return
    if is_deictic(statement.text) or charges(statement.text):
        return
    first = statement.clauses[0]
    for clause in statement.clauses:
        start = max(clause.start, match.end())
        act = Clause(start, clause.end, clause.joint)
        alone = clause.end > match.end() and SHORTEST_ACT <= clause.end - start <= LONGEST_ACT
        if alone and _is_act(statement, act) and "；" not in statement.text[: clause.start]:
            ranges = [("act", act.start, act.end, "clause")]
            finding = slot_finding("organ", "power", statement, ranges, cover=(first.start, act.end), context=3)
            if finding is not None:
                yield finding


def _conditions(statement: Statement) -> tuple[str, list[str]] | None:
    """Return what one must meet to be entitled to something: 凡……的，可以……."""
    match = ENTITLED.match(statement.text)
    if match is None:
        return None
    limbs = match.group("limbs").split("，")
    sound = FEWEST <= len(limbs) <= MOST and all(SHORTEST <= len(limb) <= LONGEST for limb in limbs)
    return (f"{match.group('who')}具备哪些条件的，{match.group('then')}", limbs) if sound else None


def _duties(statement: Statement) -> tuple[str, list[str]] | None:
    """Return what somebody should do: the clauses behind 应当, up to the first that forbids."""
    match = DUE.match(statement.text)
    if match is None or match.group("who").count("，") > 1 or "凡" in match.group("who"):
        return None
    limbs, who = _limbs(statement, match.end()), match.group("who")
    asked = "符合哪些要求" if "，" in who else "履行哪些职责" if OTHER_WHO.search(who) else "履行哪些义务"
    only = statement.booklet.text.count(f"{who}应当") + statement.booklet.text.count(f"{who}必须") == 1
    return (f"{who}{match.group('modal')}{asked}", limbs) if limbs and only else None


def _powers(statement: Statement) -> tuple[str, list[str]] | None:
    """Return what an organ does by law: the clauses that follow its name."""
    match = POWER.match(statement.text)
    if match is None or not _is_name(statement, match.end("who")):
        return None
    limbs, who = _limbs(statement, match.end()), match.group("who")
    only = sum(statement.booklet.text.count(mark + who) for mark in ("条", "。", "\n")) <= 1
    return (f"{who}有哪些职责", limbs) if limbs and (only or limbs[0].startswith(CHARGES)) else None


def _is_name(statement: Statement, end: int) -> bool:
    """Return whether text[:end] is a name alone, with nothing its owner does: not 县教育局协调有关部门."""
    placed = zip(statement.classes, statement.words, strict=True)
    return all(word.tag != "v" for (_, high, _), word in placed if high <= end)


def _limbs(statement: Statement, start: int) -> list[str]:
    """Return the clauses from ``start`` on as limbs, none where one of them is not a plain act."""
    clauses = [Clause(max(c.start, start), c.end, c.joint) for c in statement.clauses if c.end > start]
    asked = next((i for i, c in enumerate(clauses) if FORBIDDEN.match(statement.text[c.start : c.end])), len(clauses))
    clauses = clauses[:asked]
    last = len(clauses) - 1
    both = [
        clause.start + (i == last and statement.text.startswith(AND, clause.start)) for i, clause in enumerate(clauses)
    ]
    clauses = [Clause(start, c.end, c.joint) for start, c in zip(both, clauses, strict=True)]
    texts = [statement.text[c.start : c.end] for c in clauses]
    plain = all(_is_act(statement, c) for c in clauses) and not any(GUIDES.match(text) for text in texts[:-1])
    return texts if FEWEST <= len(texts) <= MOST and plain else []


def _is_act(statement: Statement, clause: Clause) -> bool:
    """Return whether a clause says what is done, and no more: it begins with a verb, or with how it is done."""
    text = statement.text[clause.start : clause.end]
    letters = statement.letters(clause.start, clause.end)
    acts = letters.startswith(("v", "dv", "adv", "av", "i", "l"))
    whole = not NO_LIMB.search(text) and not UNCLOSED.search(text) and not NAMES.search(text)
    return acts and whole and SHORTEST <= len(text) <= LONGEST


def _outline(statement: Statement, question: str, limbs: list[str]) -> OutlineFinding:
    whole = Window(statement, "", 0, len(statement.text))
    return OutlineFinding(
        rule="ruling",
        question=question,
        limbs=tuple(Limb(text=limb) for limb in limbs),
        where=statement.where,
        provenance=whole.provenance(),
        salience=salience("outline", whole),
    )
