"""Purposes and measures (F14): what is to be done to what end; the noun phrase that ends a clause is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.edges import CHARGED, DEFINES, MODALS_OF_LAW
from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import nominal, noun_tail
from quizgen.miners.statements import Statement
from quizgen.miners.subjects import RULED
from quizgen.model.finding import SlotFinding
from quizgen.text.clauses import Clause
from quizgen.text.words import Word

BY = re.compile(
    r"(?:^|，)(?:要)?(?:以|通过|用)(?P<means>[^，；：以为]{2,14}?)(?P<verb>推动|促进|带动|引领|赋能|支撑|催生|保障|服务|助力|实现|驱动|提供|筑牢|打造)(?P<end>[^，；：]{2,16})$"
)
# 以数字教研推动课堂改革
FUSION = re.compile(
    r"(?:推动|促进|推进|加快)(?P<one>[^，；：和与]{2,10})(?:和|与)(?P<two>[^，；：和与]{2,10}?)(?:的)?(?:深度|有机|全面)?(?:融合|结合|协调发展|良性互动)"
)
# 促进课堂教学和课后服务深度融合
WITH = re.compile(
    r"(?P<one>[^，；：]{2,12}?)(?:必须|要|应当|应)与(?P<two>[^，；：]{2,12}?)相(?:适应|结合|统一|协调|匹配|衔接|促进|融合)$"
)
# 教学方式必须与学生需求相适应
ACTION = re.compile(
    r"^(?:将|要|必须|应当|应|需要)?(?:(?!是)[一-龥]){0,8}?(?:给予|实行|享受|承担|履行|遵守|成立|设立|组建|建立|构建|打造|建设|完善|健全|形成|营造|培育|运用|采用|发展|壮大|实现|提升|提高|增强|发挥|推进|推动|推广|深化|优化|创新|加强|强化|塑造|"
    r"打通|激发|落实|贯彻|实施|坚持|践行|弘扬|保障|维护|扩大|拓展|畅通|促进|开辟|抢占|夯实|巩固|培养|搭建|制定|加快|做强|做优|守住|筑牢|聚焦|关注|突破|掌握|赢得|把握|助力|开创|领导|组织|参与)"
)
# 打造数字产业集群

EMPTY = re.compile(
    r"(?:工作|任务|精神|问题|要求|部署|作用|意义|情况|方面|水平|功夫|文章|着力点|优势|基础|格局|局面|氛围|环境|机遇|力度|步伐|趋势|需求|需要|挑战|工程|活力|贡献|成果|成就|成效|新优势|新动能|台阶|篇章|基本方式|重要方式|方式方法|有力武器|合力|未来|明天|使命)$"
)
# 良好开局

SUMMED = re.compile(r"(?:有机统一|深度融合|有机结合|协调发展|同步发展|良性互动)$")
# 家校共育、师生共读有机统一: said of all members
OF_WHICH = re.compile(r"(?<!成)为$")
# 以课堂为（中心改进教学）, 为（师生服务）: half of a frame; 把阅读作为（主攻方向）: what it is taken for has many names
CONTEXT = 12  # a bare verb and its blank can be filled by many words
CONTEXT_OF_LAW = 8  # a law's wording is fixed, and so is what stands beside a means or a partner
TELLING = 5  # characters of what is done by a verb no other would be put for
SHORT_LEAD = 8  # characters before a blank
SELECTED = ("person", "meeting", "law")
"""Whose sentences may be judged whole: the calls a digest tells are the main ones, and a law rules what it says."""
LONGEST_CALL = 40  # characters
TOPIC = re.compile(r"^[^，；：]{4,24}，(?:还|就)?(?:必须|要|应当|离不开|需要)")
# 推进校园阅读，必须


def mine_purposes(statement: Statement) -> Iterator[SlotFinding]:
    """Yield means and ends, fusions of two things, and the objects of measures."""
    found = False
    official = (bool(statement.spoken) and statement.spoken != "unnamed") or bool(TOPIC.match(statement.text))
    for clause in statement.clauses:
        text = statement.text[clause.start : clause.end]
        ranges: list[Range] = []
        context = CONTEXT_OF_LAW if statement.spoken == "law" else CONTEXT
        if match := BY.search(text):
            ranges, context = _named(statement, clause.start, match, ("end", "means")), CONTEXT_OF_LAW
        elif match := FUSION.search(text) or WITH.search(text):
            ranges, context = _named(statement, clause.start, match, ("two", "one")), CONTEXT_OF_LAW
        elif official and (tail := _object(statement, clause.start, clause.end)):
            ranges = [("object", *tail, "measure")]
        if ranges and (finding := slot_finding("purpose", "measure", statement, ranges, context=context)):
            found = True
            yield _explained(statement, clause, finding, ranges) or finding
    if not found and statement.spoken in SELECTED and (finding := _call(statement)):
        yield finding


def _explained(statement: Statement, clause: Clause, finding: SlotFinding, ranges: list[Range]) -> SlotFinding | None:
    """Return the finding with what a law says of its matter next, where too little stands before it.

    学校建立借阅档案，记录每次借阅的书目: which file, its use tells.
    """
    following = next((c for c in statement.clauses if c.start > clause.end), None)
    if statement.spoken != "law" or following is None or finding.slots[0].start > SHORT_LEAD:
        return None
    act = statement.letters(following.start, following.end).startswith(("v", "d"))
    told = statement.text[slice(*ranges[0][1:3])][:4] in statement.text[following.start : following.end]
    if clause.joint != "，" or not act or told or CHARGED.match(statement.text[following.start :]):
        return None
    return slot_finding("purpose", "measure", statement, ranges, cover=(clause.start, following.end))


def _call(statement: Statement) -> SlotFinding | None:
    """Return what is called for or ruled in a sentence of one clause or two: nothing to blank, but to be judged."""
    law = statement.spoken == "law"
    rules = law and (statement.words[0].tag.startswith(("n", "vn")) or bool(RULED.match(statement.text)))
    rules = rules and not DEFINES.search(statement.text)
    said = next((i for i, c in enumerate(statement.clauses, 1) if law and c.joint == "；"), len(statement.clauses))
    whole = statement.clauses[0].start, statement.clauses[said - 1].end
    if said > 2 or whole[1] > LONGEST_CALL or not (rules or ACTION.match(statement.text)):
        return None
    return slot_finding("purpose", "call", statement, [("call", *whole, "call")], context=0)


def _object(statement: Statement, start: int, end: int) -> tuple[int, int] | None:
    """Return what a measure is done to: the noun phrase that ends its clause, behind its verb."""
    verb = ACTION.match(statement.text[start:end])
    low = start + verb.end() if verb else _behind_verb(statement, start, end)
    if low is None:
        return None
    tail = noun_tail(statement, low, end, shortest=3 if verb else TELLING, longest=12)
    if tail is not None and verb is None and any(cls == "v" for _, _, cls in _plain(statement, tail)):
        return None
    if tail is None or SUMMED.search(statement.text[: tail[1]]):
        return None
    if EMPTY.search(statement.text[tail[0] : tail[1]]) or OF_WHICH.search(statement.text[: tail[0]]):
        return None
    return tail


def _behind_verb(statement: Statement, start: int, end: int) -> int | None:
    """Return where the object of a law's clause begins: behind its first verb; None where it has none."""
    if statement.spoken != "law":
        return None
    placed = zip(statement.classes, statement.words, strict=True)
    verbs = (high for (low, high, _), word in placed if start <= low < end and _acts(word))
    return next(verbs, None)


def _plain(statement: Statement, span: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a range with their tags, of what is done (vn) not as verbs."""
    for (start, end, _), word in zip(statement.classes, statement.words, strict=True):
        if span[0] <= start and end <= span[1]:
            yield start, end, word.tag


def _acts(word: Word) -> bool:
    return word.tag == "v" and len(word.text) > 1 and word.text not in MODALS_OF_LAW


def _named(statement: Statement, shift: int, match: re.Match[str], names: tuple[str, ...]) -> list[Range]:
    found = []
    for name in names:
        core = nominal(statement, match.start(name) + shift, match.end(name) + shift)
        if core is not None:
            found.append((name, *core, "measure"))
    return found
