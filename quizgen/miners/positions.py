"""Positions (F15): X是Y的关键; and firsts and bests of the same form (F13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.modals import PREDICATE
from quizgen.miners.phrases import NOUNISH, askable, nominal, whole
from quizgen.miners.referents import ANAPHOR
from quizgen.miners.statements import Statement
from quizgen.model.finding import Fact, SlotFinding
from quizgen.text.clauses import Clause

NOUNS = (
    "立场|条件|愿望|关键|核心|根本|基础|前提|保证|保障|突破口|着力点|必由之路|内在要求|客观要求|必然要求|必然选择|本质要求|动力|驱动力|底色|主题|主线|主阵地|主战场|主力军|基石|灵魂|生命线|"
    "抓手|引擎|支撑|支柱|源泉|先手棋|落脚点|出发点|切入点|立足点|宗旨|原则|方针|标志|特征|优势|体现|要素|载体|桥梁|纽带|途径|路径|力量|环节|重点|要义|精髓|使命|职责|任务|"
    "战略选择|重要举措|关键举措|关键一招|硬道理|试金石|标准|第一要务|主旋律|领域|内容|组成部分|方向|目标|依托|来源|钥匙|指南|遵循|法宝|依据|方略|要求|目的|矛盾|领导力量|根据地|晴雨表|压舱石|需要|专业人员|根据|凭证|课题|难题|形态|因素|先导力量|主体|阵地|舞台|窗口|平台|法治保障|学问|本领|功课|先导|工程|共识|举措|根基|底气|密码|命脉|血脉|根脉|旗帜|必备素养|必修课|基本功|主渠道|底线|红线|标尺|分水岭|蓝图|路线图"
)
WHAT = (
    rf"(?:的(?P<predicate>(?:最|更|[一-龥]{{1,6}}?)?(?:{NOUNS}))(?:(?:和|与|、)(?P<second>[一-龥]{{0,6}}(?:{NOUNS})))?"
    "|之[基本源魂要策举路钥道])"
)
# 的重要抓手和载体; 之基
POSITION = re.compile(
    rf"^(?P<subject>人|[^，；：]{{2,20}}?)(?<![其别])(?P<verb>不仅是|既是|就是|也是|都是|是|成为|已成为|正成为|正在成为)"
    rf"(?P<object>(?:[^，；：是]|(?<=[其别])是){{2,28}}?){WHAT}$"
)
# 数字教研是提升课堂质量的重要抓手
LATER = re.compile(rf"^(?:也|更|又|还|都)?(?:是|成为|正成为)(?P<object>(?:[^，；：是]|(?<=[其别])是){{2,28}}?){WHAT}$")
# 是改进课堂的基础
BECOMES = re.compile(r"(?:正|已)?(?:在)?成为")
# （校园阅读不断深入，）成为课堂改革的动力
BARE = re.compile(
    rf"^(?P<subject>[^，；：]{{2,16}}?)是(?P<predicate>(?:最|核心|关键|根本|重要|首要|第一|重点|战略|基本|必要|内在|不竭|强大|主要)[一-龥]{{0,2}}(?:{NOUNS}))$"
)
# （推进校园阅读，）课堂是主要阵地
ITSELF = re.compile(r"^(?P<subject>[^，；：]{2,12}?)(?:本身)?就是(?P<object>[^，；：的]{3,14})$")
# 新型教研本身就是课堂改革
STANDS_FOR = re.compile(r"^(?P<subject>[^，；：“”]{2,20}?)(?<!不)(?:代表(?:着|一种)|意味着|标志着)(?=[^，；：]{4,30}$)")
# 数字教研标志着课堂改革进入新阶段: to be judged, not to be filled in
AS = re.compile(
    rf"(?:把|将)(?P<subject>[^，；：把将]{{2,16}}?)作为(?P<object>[^，；：]{{2,28}})的(?P<predicate>[一-龥]{{0,4}}(?:{NOUNS}))$"
)
# 把校园阅读作为提升素养的重要途径
AS_BARE = re.compile(
    rf"(?:把|将)(?P<subject>[^，；：把将]{{2,16}}?)作为(?P<predicate>(?:首要|重大|重要|核心|关键|根本|基础性|战略性|长期)[一-龥]{{0,4}}(?:{NOUNS}))$"
)
# 把校园阅读作为重大任务
OF_DOCTRINE = re.compile(
    r"^是对(?P<object>[^，；：]{4,14})的(?:重大|最新)?(?:创新|丰富|继承|坚持)(?:和|与)?(?:发展|创新)$"
)
# （数字教研的一系列论述，）是对传统教研理论的创新和发展
DISTINCT = re.compile(r"底色|主旋律|主阵地|主战场|先手棋|试金石|硬道理|生命线|压舱石|晴雨表|第一|主力军|牛鼻子")
# 底色
SUPERLATIVE = re.compile(
    r"^(?P<subject>[^，；：]{2,18}?)(?<![别其不还])是(?P<object>[^，；：]{0,16}?)(?P<predicate>第一[一-龥]{2,4}|(?:首个|首部|首次|唯一|最大|最高|最[一-龥]{1,2})的?[一-龥、]{2,12})$"
)
# 人才是第一资源


CONTEXT = 5  # characters beside a slot
FORMS = (
    (POSITION, False),
    (OF_DOCTRINE, True),
    (LATER, True),
    (AS, True),
    (AS_BARE, True),
    (ITSELF, False),
    (STANDS_FOR, False),
    (BARE, True),
)
"""Pattern, and whether it needs a clause before it (the subject or the topic)."""


def mine_positions(statement: Statement) -> Iterator[SlotFinding]:
    """Yield what is said to be the key, the basis, the way … of what, and what is first or best."""
    for clause in statement.clauses:
        text = statement.text[clause.start : clause.end]
        for pattern, behind in FORMS:
            match = pattern.search(text)
            if (
                match
                and (clause.start or not behind or pattern in (AS, AS_BARE))
                and (pattern is not LATER or _adjoins(statement, clause) or _of_neighbour(statement, clause))
            ):
                yield from _found("position", statement, clause.start, match, cover=_cover(statement, clause, pattern))
                break
        else:
            if match := SUPERLATIVE.match(text):
                yield from _found("first", statement, clause.start, match)


def _cover(statement: Statement, clause: Clause, pattern: re.Pattern[str]) -> int:
    """Return where the window must begin at the latest: with the topic, or the neighbour whose predicate this is."""
    if pattern is BARE:
        return 0
    own = pattern is not OF_DOCTRINE and (pattern is not LATER or _adjoins(statement, clause))
    return clause.start if own else statement.clauses[statement.clauses.index(clause) - 1].start


def _of_neighbour(statement: Statement, clause: Clause) -> bool:
    """Return whether a clause goes on from the one before it, which has a subject of its own: X呈现……，成为……."""
    before = statement.clauses[statement.clauses.index(clause) - 1]
    become = BECOMES.match(statement.text, clause.start)
    return bool(become and PREDICATE.match(statement.text, before.start) and before.joint == "，")


def _adjoins(statement: Statement, clause: Clause) -> bool:
    """Return whether the subject of the sentence is still the subject here: only 是-clauses stand between."""
    between = statement.clauses[1 : statement.clauses.index(clause)]
    return all(LATER.match(statement.text[c.start : c.end]) for c in between)


def _found(
    kind: Fact, statement: Statement, shift: int, match: re.Match[str], *, cover: int | None = None
) -> Iterator[SlotFinding]:
    ranges: list[Range] = []
    for name in ("subject", "object", "predicate", "second"):
        if not match.groupdict().get(name):
            continue
        start, end = match.start(name) + shift, match.end(name) + shift
        if name in ("predicate", "second"):
            if _good(statement, start, end) and _distinct(match, name):
                ranges.append((name, start, end, CLASSES[name]))
        elif core := nominal(statement, start, end):
            whole_topic = core == (start, end) and not statement.text.startswith(EXHORTS, start)
            if _ends_in_noun(statement, core[1]) if name == "object" else whole_topic:
                ranges.append((name, *core, CLASSES[name]))
    context = CONTEXT if ranges else 0
    if not ranges:  # nothing to blank, but to be judged
        ranges = [("claim", match.start() + shift, match.end() + shift, "call")]
    reach = (match.start() + shift if cover is None else cover, match.end() + shift)
    finding = slot_finding(kind, f"{kind}-of", statement, ranges, cover=reach, context=context)
    if finding is not None:
        yield finding


EXHORTS = ("要", "必须", "应")


def _ends_in_noun(statement: Statement, end: int) -> bool:
    """Return whether what ends here is a noun phrase: not 师生天天面对(的课题)."""
    placed = zip(statement.classes, statement.words, strict=True)
    return any(high == end and word.tag.startswith(NOUNISH) for (_, high, _), word in placed)


CLASSES = {"subject": "topic", "object": "goal", "predicate": "predicate", "second": "predicate"}


def _distinct(match: re.Match[str], name: str) -> bool:
    """Return whether a predicate may be asked: few words could stand in its place, or two are asked at once."""
    return bool(DISTINCT.search(match.group(name))) or bool(match.groupdict().get("second"))


def _good(statement: Statement, start: int, end: int) -> bool:
    text = statement.text[start:end]
    return (
        2 <= len(text) <= 12
        and not ANAPHOR.match(text)
        and askable(text.replace("、", ""))
        and whole(statement, start, end)
        and not text.startswith((*EXHORTS, "把", "将", "以"))
    )
