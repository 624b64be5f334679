"""Windows: the shortest run of a statement that still says who and what around a slot (RULES.md section 4).

A window begins at a clause that can stand alone. A clause without a subject gets the subject of its own sentence put
before it, an exhortation its modal verb; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizgen.miners.edges import ALSO, BACKGROUND, CHARGED, MORE, is_act, leans, parted
from quizgen.miners.heads import LIMB_MARK
from quizgen.miners.modals import CALLED_FOR, MODAL, MODALS, PREDICATE, WISH, calls_between, modal_between
from quizgen.miners.referents import ANAPHOR
from quizgen.miners.speakers import IMPERATIVE
from quizgen.miners.standing import standing
from quizgen.miners.statements import Statement
from quizgen.miners.subjects import CASES, TOPICAL, acts_only, adverbial, noun_phrase, ruled, ruler, timed
from quizgen.model.document import Provenance

LONGEST = 55  # with its full stop and gap a stem of 60 (RULES.md section 4)
TARGET = 42  # a window grows to the left while it stays within this (RULES.md section 1, gate 7)
ATTRIBUTE_END = re.compile(
    r"(?<=[一-龥]{2})的?(?:特点|特征|关键|核心|本质|目的|目标|基础|重点|难点|方向|根本|根基|潜力|要义|任务|起点|支撑|保障|前提|途径|宗旨|主线|抓手|主体|出发点|落脚点|着力点|主题)$"
)
# 数字教研的特点
TOPICLESS = re.compile(
    r"^(?:要|必须|应当|应|需要)?(?:以(?!及|[^，；]{2,24}的(?:精神|姿态|态度|决心|勇气|作风|干劲|担当|韧劲)|[^，；]{2,20}(?:推动|促进|带动|引领|支撑|赋能|催生|助力|服务|保障|驱动)[^，；])|为(?!主|了)[^，；]{2,30}(?:提供|奠定|作出|做出|注入|打下|积累)|就|更|使|让|从(?![^，]{2,20}(?:看|说|讲|出发)，))|^[^，；：]{2,10}(?:就(?!是|业|要|地|近)|更是|更(?=[是为]))"
)
# 必须以章程为根本遵循: of what?
ROW_HEAD = re.compile(
    r"^(?:核心|根本|基本|最大)?(?:特点|特征|关键|核心|本质|实质|目的|目标|重点|难点|要义|任务|优势|潜力|动力|标志)(?:是|在|为|就在)"
)
# （数字教研由教师开展，）特点是开放: whose, the head of the sentence says
OWN_NAME = re.compile(r"本(?:法|条例|办法|规定|章程|[市区县省])(?!身)|(?:^|，)[全我][省市县]")
# 本法: which?
CASE_ABOVE = re.compile(r"[前上][款条项]|前[两二三]款|本条第")
# 实施前款规定的活动，（享受优惠）: only then
CLEAR = re.compile(r"^明确(?=[^，]{2,24}(?:是|为|要))")
# （方案）明确校园阅读的主体是学生
SUPPORTED = re.compile(r"(?:要|必须|应当)?(?:支持|鼓励|引导|动员)[^，；]{2,20}(?:依法|积极|自觉|主动|带头)")
# 要支持图书馆依法办馆，（团结读者）: whoever is supported goes on doing
VERB_SUBJECT = re.compile(r"(?!是)[^，；：]{4,24}(?<![的不就还也都更其别])是(?!否)")
# 走进书店是阅读的开始: what is done is the subject
WANTS = re.compile(r"[^，是]{0,8}要(?![义素点求])")
# 学校要
FOR_THIS = re.compile(r"，(?:就)?必须(?!的)")
# 学校要建成书香校园，必须……: what it wants is but the condition
HALF = re.compile(
    r"^(?:是|成为|取得|得到|呈现|也|又|还|都|而|并|的|等|和|与|及|则|就|才|却|更|且|处(?![理置于在])|以及|从而|进而|使|让|把|将(?![^，]{0,4}(?:推|建|加|构|实|深|强|完|开|成|着|聚|积|持|全)|[^，]{2,16}(?:建设成|打造|作为|纳入|融入|转化))|被)"
)
# 才能


@dataclass(frozen=True)
class Window:
    """A run of a statement: ``text`` = ``prefix`` + statement.text[start:end]."""

    statement: Statement
    prefix: str
    start: int
    end: int
    brief: str = ""  # the shortest text that says what is asked

    @property
    def text(self) -> str:
        """Return the self-contained text."""
        return self.prefix + self.statement.text[self.start : self.end]

    def at(self, offset: int) -> int:
        """Return where an offset of the statement stands in ``text``."""
        return len(self.prefix) + offset - self.start

    @property
    def verbless(self) -> bool:
        """Return whether the window is only a noun phrase, the subject of a clause to come."""
        position = 0
        for word in self.statement.words:
            if self.start <= position < self.end and ((word.tag[0] == "v" and word.tag != "vn") or word.text == "为"):
                return False
            position += len(word.text)
        return True

    def provenance(self) -> tuple[Provenance, ...]:
        """Return the evidence of the window."""
        return self.statement.provenance(self.start, self.end)


def window(
    statement: Statement,
    start: int,
    end: int,
    *,
    asked: tuple[int, int] | None = None,
    context: int = 5,
    least: int | None = None,
) -> Window | None:
    """Return the best window around statement.text[start:end], None when no run of it can stand alone.

    It grows to the left while it stays within the target length, and to the right only where it must. ``asked``: what
    will be taken out of it (the range), or ``least`` characters of it; ``context``: characters it must hold beside.
    """
    clauses = statement.clauses
    first = next((i for i, c in enumerate(clauses) if c.start <= start < c.end), None)
    last = next((i for i, c in enumerate(clauses) if c.start < end <= c.end), None)
    if first is None or last is None:
        return None
    gap = statement.text[slice(*(asked or (start, end)))]
    said = len(statement.anchor)  # before what stands in the stem, where what is asked does not
    rooms = len(gap) - said, (len(gap) if least is None else least) - said
    for until in range(last, len(clauses)):
        found = _grown_left(statement, (first, until), gap, context, rooms, range(first, last + 1))
        if found is not None:
            return found
        if "；" in statement.text[clauses[last].start : clauses[until].end] or clauses[until].end - start > LONGEST:
            break
    return None


def _grown_left(
    statement: Statement, run: tuple[int, int], gap: str, context: int, rooms: tuple[int, int], asked: range
) -> Window | None:
    """Return the longest window within the target that ends with the run of clauses, else the shortest there is."""
    clauses = statement.clauses
    first, last = run
    shortest: Window | None = None
    for begin in range(first, -1, -1):
        if "；" in statement.text[clauses[begin].start : clauses[last].end]:
            break
        made = _with_verb(statement, begin, last, asked)
        if made is None or made.text.count(gap) != 1 or not standing(made.text):
            continue
        if len(made.text) - len(gap) < context:
            continue
        most, least = (len(made.text) - room for room in rooms)
        if most > LONGEST if shortest is None else (most > TARGET or least > LONGEST):
            break
        shortest = replace(made, brief=shortest.brief if shortest else made.text)
    return shortest


def _with_verb(statement: Statement, begin: int, last: int, asked: range) -> Window | None:
    """Return the window from clause ``begin`` to ``last``, or one further where that has no verb yet."""
    if leans(statement, statement.clauses[last]) and last + 1 < len(statement.clauses):
        last += 1
    made = _made(statement, begin, last, asked)
    if made is not None and PREDICATE.match(made.text):
        return made
    if made is not None and made.verbless and last + 1 < len(statement.clauses):
        return _made(statement, begin, last + 1, asked)
    return None if made is None or made.verbless else made


def _made(statement: Statement, begin: int, last: int, asked: range) -> Window | None:
    clauses = statement.clauses
    start, end = clauses[begin].start, clauses[last].end
    if parted(statement, begin, last, asked):
        return None
    prefix = _prefix(statement, begin) if begin else ""
    mark = LIMB_MARK.match(statement.text[start:end]) or CLEAR.match(statement.text[start:end]) if begin else None
    start += mark.end() if mark else 0
    if prefix is None:
        return None
    if prefix and ALSO.match(statement.text, start):
        start += 1
    text = prefix + statement.text[start:end]
    if WANTS.match(text) and FOR_THIS.match(statement.text, end) and "必须" not in text:
        return None
    if prefix and MORE.match(text, len(prefix)):  # the second half of 既是…，更是…
        return None
    bare = not prefix or prefix in MODALS  # with a modal alone there is still nobody to do it
    if not statement.anchor and OWN_NAME.search(text):
        return None
    if statement.spoken == "law" and (is_act(statement, text) or CASE_ABOVE.search(statement.text, 0, start)):
        return None
    orphan = (begin > 0 and not prefix and _is_fragment(statement, begin)) or (
        bare and (_headless(statement, begin, text) or TOPICLESS.match(text))
    )
    return None if orphan else Window(statement, prefix, start, end)


def _prefix(statement: Statement, begin: int) -> str | None:
    """Return what must stand before a later clause: a modal, the sentence's subject, nothing; None when not known."""
    text = statement.text[statement.clauses[begin].start :]
    if VERB_SUBJECT.match(text) and _verb_first(statement, begin) and not MODAL.match(text):
        return ""
    if SUPPORTED.match(statement.text) and _verb_first(statement, begin):
        return None
    head = _head(statement)
    if begin <= head:
        return "" if not _verb_first(statement, begin) or MODAL.match(text) else None
    lead = statement.text[statement.clauses[head].start :]
    if _verb_first(statement, head):
        modal = MODAL.match(lead)
        if statement.spoken == "law" and not _own_subject(statement, begin):
            return None
        if MODAL.match(text) or text.startswith("将") or not _verb_first(statement, begin):
            return ""
        return modal.group("modal") if modal else ""
    said = begin + timed(statement, begin)
    if not _verb_first(statement, said) and _own_subject(statement, said) and not ROW_HEAD.match(text):
        return ""
    return _subject(statement, begin, head)


def _head(statement: Statement) -> int:
    """Return the number of the clause a sentence's subject stands in: the first that is no mere background."""
    clauses = statement.clauses
    texts = (statement.text[clause.start : clause.end] for clause in clauses)
    head = next((i for i, text in enumerate(texts) if not BACKGROUND.match(text)), 0)
    return head if statement.spoken != "law" else 0


def _subject(statement: Statement, begin: int, head: int) -> str | None:
    """Return the subject the clause ``head`` gives a later one, with its modal; None where it has none."""
    start = statement.clauses[head].start
    match = PREDICATE.match(statement.text[start:])
    if statement.spoken == "law" and (match is None or match.group("verb") in CASES):
        return ruler(statement, begin) if _verb_first(statement, begin) else None
    if (
        match is None
        or ANAPHOR.match(match.group("subject"))
        or match.group("verb") == "就是"
        or "；" in statement.text[: statement.clauses[begin].start]
    ):
        return None
    if start + match.end() not in statement.edges or not noun_phrase(statement, start, start + match.end("subject")):
        return None
    text = statement.text[statement.clauses[begin].start :]
    if not WISH.search(match.group()) and CALLED_FOR.match(text):
        return ""  # X是基础，要……: a call of its own
    if calls_between(statement, head, begin, wished=bool(WISH.search(match.group()))):
        return None
    wish = (
        ""
        if MODAL.match(text) or CHARGED.match(text) or text.startswith("将")
        else modal_between(statement, begin, match.group())
    )
    return ATTRIBUTE_END.sub("", match.group("subject")) + wish


def _verb_first(statement: Statement, begin: int) -> bool:
    """Return whether a clause begins with its verb or what goes before one: it has no subject of its own."""
    start = statement.clauses[begin].start
    word = next((w for (a, _, _), w in zip(statement.classes, statement.words, strict=True) if a >= start), None)
    text = statement.text[start:]
    if word is None or MODAL.match(text) or IMPERATIVE.match(text):
        return True
    return word.tag[0] in "vpdcui" and word.tag != "vn" and word.text != "由"  # i: 乘势而上


def _own_subject(statement: Statement, begin: int) -> bool:
    """Return whether a clause begins with a noun that its verb follows: not 指导推动学校办馆."""
    match = PREDICATE.match(statement.text[statement.clauses[begin].start :])
    return match is not None and not acts_only(*match.group("subject", "verb"), law=statement.spoken == "law")


def _is_fragment(statement: Statement, begin: int) -> bool:
    """Return whether a later clause of a speech is only an act: neither who does it nor that it should be done."""
    text = statement.text[statement.clauses[begin].start :]
    return (
        statement.spoken == "person"
        and _verb_first(statement, begin)
        and not MODAL.match(text)
        and not text.startswith("将")  # 将课堂建成……: what will be done, even where it takes an object
        and not VERB_SUBJECT.match(text)
    )


def _headless(statement: Statement, begin: int, text: str) -> bool:
    """Return whether a text has nobody to do what it says: no subject, no speaker, no topic."""
    if statement.spoken == "law" and statement.text.startswith(text) and ruled(text):
        return False
    if HALF.match(text):
        return True
    while begin + 1 < len(statement.clauses) and adverbial(statement, begin):
        begin += 1
    if not _verb_first(statement, begin) or TOPICAL.match(text):
        return False
    return not statement.anchor or statement.spoken == "law"
