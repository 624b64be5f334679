"""Lists (F3): members joined by 、 and 和; the ends of the first and the last are found by likeness to the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from quizgen.miners.findings import list_finding
from quizgen.miners.kinds import is_sound
from quizgen.miners.phrases import VERBS
from quizgen.miners.statements import Statement
from quizgen.model.finding import ListFinding
from quizgen.text.clauses import CLOSERS, OPENERS, Clause

TURN = re.compile(r"走向|转向|迈向")
# 从重藏、轻借（走向）藏用并重、开放共享: two lists
FRAME = re.compile(r"[由以]$")
# 由
FRAME_END = re.compile(r"而|为(?!主)|组成|构成")
# 由师生共读、家校共育、馆校共建而（成）
TOWARD = re.compile(r"向(?P<goals>[^，]+)(?:流动|倾斜|延伸|下沉|集聚|汇聚|转移)")
# （引导）新书向乡镇书屋、村级书屋流动: nothing else belongs to the list
BEHIND = re.compile(
    r"的|而|为(?!主)|是|在内|“|协调|全面|有机|深度|同步|协同|走向|转向|迈向|相(?!关|应|互)|并举|并重|共同|一体|[两三四五]位一体"
)
# 同步发展: what is said of all members
LAST_JOINT = re.compile(r"以及|和|与|及(?!其)|或者|或")
# 书香校园和书香家庭
QUOTATION = re.compile(r"“[^“”]{5,30}”")
# “阅读：习惯、方法、情感”
PAIR_JOINT = re.compile(r"和|与")
# 借阅服务体系和导读课程体系
MODAL_HEAD = re.compile(r"^(?:是|要|必须|应当|应|使|让|为|以|在|把|将|有|能|可|会|就|也|还|从|由|对|向|不得|成为|具有)")
# 使
NO_MEMBER = re.compile(r"由|以(?![人]为本)|作为|通过|按照|根据|对(?!外|口|话|策|象|接)|把(?!握|关)|从(?![业教]|严|优)")
# 由教师、家长
JOINED = re.compile(r"及|和|与|或|、|化|性|者|式|型")
# 及其优化组合
FIGURE = re.compile(r"[一二两三四五六七八九十\d]+(?:个|项|大|种|类|方面|级|条)")
# 三大板块
LONGEST_MEMBER = 14
LIKENESS_OF_TWO = 2.2
LIKENESS = 1.2
PARTED = re.compile(r"^[^、]*的|与|、[^、]*和[^、]*、")
# 全校的图书、期刊和报纸; 统一采购、分类登记与保管
FRAMED = 0.8  # of a list right behind its verb that ends its clause: nothing else can belong to it
SUFFIXES = "化性型式力度感者级类制"  # 就业、职业(发展) end alike by chance
PAIR = 2  # members
SHORT = 2  # characters of members one may meet by chance
TWINS = 2.4  # of one length and one ending: members wherever they stand

Range = tuple[int, int]


def mine_lists(statement: Statement) -> Iterator[ListFinding]:
    """Yield the lists of a statement whose members are all whole, alike and distinct."""
    yield from _series(statement)
    quotations = [Clause(m.start() + 1, m.end() - 1, "") for m in QUOTATION.finditer(statement.text)]
    for clause in quotations:
        quoted = statement.text[clause.start : clause.end]
        title = quoted.rfind("：") + 1
        yield from _enumerations(statement, Clause(clause.start + title, clause.end, ""))
    for clause in statement.clauses:
        yield from _pairs(statement, clause)
        yield from _enumerations(statement, clause)


def _enumerations(statement: Statement, clause: Clause) -> Iterator[ListFinding]:
    for run in _runs(statement.text, clause):
        halves = [found for half in _halves(statement, run) if (found := _enumeration(statement, clause, half))]
        whole = None if len(halves) > 1 else _enumeration(statement, clause, run)
        yield from [whole] if whole else halves


def _enumeration(statement: Statement, clause: Clause, marks: list[int]) -> ListFinding | None:
    members = _members(statement, clause, marks)
    if members is None or not is_sound(statement, members):
        return None
    region = (members[0][0], members[-1][1])
    if statement.text.startswith(("共同", "联合"), region[1]):  # who held it together
        return None
    finding = list_finding("enumeration", statement, members, region, open_=statement.text.startswith("等", region[1]))
    return finding if finding is not None and len(finding.statement) - (region[1] - region[0]) >= 6 else None


def _pairs(statement: Statement, clause: Clause) -> Iterator[ListFinding]:
    """Yield two members joined by 和 alone, where both are long and end alike: 借阅服务体系和导读课程体系."""
    text = statement.text
    for joint in PAIR_JOINT.finditer(text, clause.start, clause.end):
        edges = sorted(e for e in statement.edges if clause.start <= e <= clause.end)
        heads = [(e, joint.start()) for e in edges if 4 <= joint.start() - e <= LONGEST_MEMBER]
        tails = [
            (joint.end(), e) for e in edges if 4 <= e - joint.end() <= LONGEST_MEMBER and not JOINED.match(text, e)
        ]
        pairs = [(h, t) for h in heads for t in tails if text[h[1] - 2 : h[1]] == text[t[1] - 2 : t[1]]]
        pairs = [(h, t) for h, t in pairs if "、" not in text[h[0] - 1 : t[1] + 1]]
        if not pairs or joint.start() not in edges or joint.end() not in edges:
            continue
        best = max(
            pairs,
            key=lambda p: (
                _alike(statement, *p) + _opening(statement, p[0][0], clause) + _closing(statement, p[1][1], clause)
            ),
        )
        if (
            _opening(statement, best[0][0], clause) >= 0.8
            and _closing(statement, best[1][1], clause) >= 0.4
            and is_sound(statement, list(best))
        ):
            finding = list_finding("pair", statement, list(best), (best[0][0], best[1][1]), open_=False)
            if finding is not None:
                yield finding


def _series(statement: Statement) -> Iterator[ListFinding]:
    """Yield three or more short clauses of one build in a row: 改造传统课堂，培育特色课堂，建设未来课堂."""
    run: list[Clause] = []
    for clause in [*statement.clauses[1:], None]:
        if clause is not None and _continues(statement, run, clause):
            run.append(clause)
            continue
        if 3 <= len(run) <= 5 and run[0].start > 0:
            members = [(c.start, c.end) for c in run]
            finding = list_finding(
                "series", statement, members, (members[0][0], members[-1][1]), open_=False, cls="clause"
            )
            if finding is not None and is_sound(statement, members):
                yield finding
        run = [clause] if clause is not None and _continues(statement, [], clause) else []


def _continues(statement: Statement, run: list[Clause], clause: Clause) -> bool:
    """Return whether a clause is built like those of the run: verb and object, no longer than twice as long."""
    text = statement.text[clause.start : clause.end]
    tags = statement.letters(clause.start, clause.end)
    if not 4 <= len(text) <= LONGEST_MEMBER or not tags.startswith("v") or "、" in text or MODAL_HEAD.match(text):
        return False
    if not run:
        return True
    if statement.text[run[-1].end : clause.start] != "，":
        return False
    lengths = [len(text), *(c.end - c.start for c in run)]
    return max(lengths) <= 1.6 * min(lengths) and all(
        len(tags) - len(statement.letters(c.start, c.end)) in (-1, 0, 1) for c in run
    )


def _runs(text: str, clause: Clause) -> Iterator[list[int]]:
    """Yield runs of 、 of one list: outside quotations, not further apart than a member is long."""
    depth, run = 0, list[int]()
    for index in range(clause.start, clause.end):
        char = text[index]
        depth += (char in OPENERS) - (char in CLOSERS)
        if char != "、" or depth > 0:
            continue
        if run and (index - run[-1] - 1 > LONGEST_MEMBER or TURN.search(text, run[-1], index)):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _halves(statement: Statement, run: list[int]) -> list[list[int]]:
    """Return the two lists a law names in one run: 借出、续借和归还图书、报刊、音像资料; none where it is one list."""
    inner = (statement.text[a + 1 : b] for a, b in pairwise(run))
    joined = [i for i, text in enumerate(inner, 1) if LAST_JOINT.search(text)]
    return [run[: joined[0]], run[joined[0] :]] if statement.spoken == "law" and len(joined) == 1 else []


def _members(statement: Statement, clause: Clause, marks: list[int]) -> list[Range] | None:
    """Return the ranges of all members: what stands between two marks, and the two ends most like it, or each other.

    None when the first or the last has no clear end.
    """
    toward = TOWARD.search(statement.text, clause.start, clause.end)
    bounded = toward is not None and toward.start() < marks[0] and marks[-1] < toward.end("goals")
    if toward and bounded:
        clause = Clause(*toward.span("goals"), clause.joint)
    inner = tuple((a + 1, b) for a, b in pairwise(marks))
    starts = (e for e in sorted(statement.edges) if clause.start <= e and 2 <= marks[0] - e <= LONGEST_MEMBER)
    heads = [((start, marks[0]), _opening(statement, start, clause)) for start in starts]
    alike = cache(partial(_alike, statement))
    best: tuple[float, list[Range]] = (0.0, [])
    for tail in _tails(statement, clause, marks[-1] + 1):
        closing = 0.9 if _is_twin(statement.text, tail, inner) else _closing(statement, tail[-1][1], clause)
        lengths = {end - start for start, end in (*inner, *tail)}
        for head, opening in heads:
            members = (head, *inner, *tail)
            alike_in_length = not lengths - {head[1] - head[0]}
            if opening < 0 or (min(opening, closing + 0.6) <= 0 and not alike_in_length):
                continue
            ends = (head, *tail)
            likeness = min(max((alike(end, o) for o in inner or members if o != end), default=0.0) for end in ends)
            framed = FRAME.search(statement.text, 0, head[0]) and FRAME_END.match(statement.text, tail[-1][1])
            need = _needed(members, opening, closing, alike_in_length=alike_in_length, framed=bounded or bool(framed))
            if statement.spoken == "law" and min(opening, closing) >= FRAMED and len(members) > 2:
                need = min(need, need if PARTED.search(statement.text[head[0] : tail[-1][1]]) else LIKENESS / 2)
            score = likeness + opening + closing + 0.4 * len(tail) + (alike_in_length and len(members) > 2)
            if likeness >= need and score > best[0]:
                best = (score, list(members))
    return None if _of_one_head(statement.text, best[1]) else best[1] or None


def _of_one_head(text: str, members: Sequence[Range]) -> bool:
    """Return whether two have a head or a lead in common: (杜绝)重复性、惩罚性作业; 借阅法律、行政法规."""
    texts = [text[start:end] for start, end in members]
    suffix = texts[0][-1] if texts else ""
    both = len(texts) == PAIR and texts[0].endswith("法律") and texts[1] == "行政法规"
    return both or (suffix in tuple("性型级式") and suffix in texts[-1][:-1] and suffix != texts[-1][-1])


def _needed(members: Sequence[Range], opening: float, closing: float, *, alike_in_length: bool, framed: bool) -> float:
    """Return how alike the first and the last member must be to the others, by how surely the list begins and ends.

    Three or more of one length, or four of two characters, may begin anywhere:
    (一支)听得进意见、写得出文章、耐得住寂寞的.
    ``framed``: what stands around them can only stand there: 由……而.
    """
    size = members[0][1] - members[0][0]
    if framed:
        return 0.0
    if alike_in_length and closing >= 0 and len(members) > (2 if size > SHORT else 3):
        return LIKENESS
    if min(opening, closing + 0.6) <= 0:
        return TWINS
    return LIKENESS if len(members) > 2 else LIKENESS_OF_TWO


def _is_twin(text: str, tail: Sequence[Range], inner: Sequence[Range]) -> bool:
    """Return whether what ends here is of the length and the ending of all before it: 开放化、便利化(建设)."""
    kinds = {(end - start, text[end - 1]) for start, end in (*inner, *tail)}
    return bool(inner) and len(kinds) == 1 and (min(kinds)[0] > 2 or min(kinds)[1] in SUFFIXES)


def _tails(statement: Statement, clause: Clause, start: int) -> Iterator[list[Range]]:
    """Yield the one or two members that may stand behind the last mark: one alone, or one 和 another."""
    text, edges = statement.text, statement.edges
    joints = [m for m in LAST_JOINT.finditer(text, start, clause.end) if m.start() in edges and m.end() in edges]
    for end in sorted(edges):
        if not start + 2 <= end <= min(clause.end, start + 2 * LONGEST_MEMBER) or JOINED.match(text, end):
            continue
        if "而" in text[start:end]:  # 由师生共读、家校共育而来
            continue
        if end - start <= LONGEST_MEMBER:
            yield [(start, end)]
        for joint in joints:
            if 2 <= joint.start() - start <= LONGEST_MEMBER and 2 <= end - joint.end() <= LONGEST_MEMBER:
                yield [(start, joint.start()), (joint.end(), end)]


def _closing(statement: Statement, end: int, clause: Clause) -> float:
    """Return how well a list may end here: at the clause's end or before 等 best, inside a noun phrase worst."""
    text = statement.text
    if end == clause.end or text.startswith("等", end):
        return 0.8
    if BEHIND.match(text, end):
        return 0.4
    return 0.0 if FIGURE.match(text, end) else -0.6


def _alike(statement: Statement, one: Range, other: Range) -> float:
    """Return how alike two members are, 0–4: length, end characters, word classes."""
    a = statement.text[one[0] : one[1]].split("及其")[0]
    b = statement.text[other[0] : other[1]].split("及其")[0]
    if not a or not b:
        return 0.0
    gap = abs(len(a) - len(b))
    score = 1.4 if gap == 0 else 0.9 if gap == 1 else 0.4 if gap <= 3 else 0.0
    score += (
        1.0 * (a[-1] == b[-1])
        + 0.5 * (a[0] == b[0])
        + sum(0.7 for mark in ("的", "和", "与") if mark in a and mark in b)
    )
    tags_a, tags_b = statement.letters(*one), statement.letters(*other)
    return score + 0.4 * (tags_a == tags_b) + 0.3 * (tags_a[-1:] == tags_b[-1:]) + 0.2 * (tags_a[:1] == tags_b[:1])


def _opening(statement: Statement, start: int, clause: Clause) -> float:
    """Return how well a list may begin here: at the clause's start or behind a verb or a preposition best."""
    if NO_MEMBER.match(statement.text, start):
        return -2.0
    if start == clause.start:
        return 0.8
    position = 0
    for word in statement.words:
        position += len(word.text)
        if position == start:
            if word.text in ("和", "与", "及"):  # the head of a longer name: 工业和信息化部
                return -2.0
            if word.text.endswith(("性", "型", "级", "式")):  # 战略性|新兴产业
                return -1.0
            if position - len(word.text) == clause.start and word.tag[0] == "n":  # 学校|图书馆、书店: of one name
                return -1.0
            opens = word.tag[0] in "vp" or word.text in (*VERBS, "了") or position - len(word.text) == clause.start
            return 1.0 if opens else 0.3 if word.text == "的" else 0.0
    return 0.0
