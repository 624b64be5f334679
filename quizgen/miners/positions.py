"""Positions (F15): X是Y的关键; and firsts and bests of the same form (F13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import askable, whole
from quizgen.miners.speakers import ANAPHOR
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding

NOUNS = (
    "关键|核心|根本|基础|前提|保证|保障|突破口|着力点|必由之路|内在要求|客观要求|必然要求|必然选择|本质要求|动力|驱动力|底色|主题|主线|主阵地|主战场|主力军|基石|灵魂|生命线|"
    "抓手|引擎|支撑|支柱|源泉|先手棋|落脚点|出发点|切入点|立足点|宗旨|原则|方针|标志|特征|优势|体现|要素|载体|桥梁|纽带|途径|路径|力量|环节|重点|要义|精髓|使命|职责|任务|"
    "战略选择|重要举措|关键举措|关键一招|硬道理|试金石|标准|第一要务|主旋律|领域|内容|组成部分|方向|目标|依托|来源|钥匙|指南|遵循|法宝|依据|方略|要求|目的|矛盾|领导力量|根据地|晴雨表|压舱石|需要"
)
POSITION = re.compile(
    rf"^(?P<subject>[^，；：]{{2,20}}?)(?P<verb>不仅是|既是|就是|也是|都是|是|成为|已成为|正成为|正在成为)"
    rf"(?P<object>[^，；：是]{{2,28}}?)的(?P<predicate>(?:最|更|[一-龥]{{1,6}}?)?(?:{NOUNS}))(?:(?:和|与|、)(?P<second>[一-龥]{{0,6}}(?:{NOUNS})))?$"
)
# 数字教研是提升课堂质量的重要抓手
LATER = re.compile(
    rf"^(?:也|更|又|还|都)?是(?P<object>[^，；：是]{{2,28}}?)的(?P<predicate>(?:最|更|[一-龥]{{1,6}}?)?(?:{NOUNS}))(?:(?:和|与|、)(?P<second>[一-龥]{{0,6}}(?:{NOUNS})))?$"
)
# 是改进课堂的基础
SUPERLATIVE = re.compile(r"^(?P<subject>[^，；：]{2,18}?)是(?P<object>[^，；：]{0,16}?)(?P<predicate>第一[一-龥]{2,4}|(?:首个|首部|首次|唯一|最大|最高|最[一-龥]{1,2})的?[一-龥、]{2,12})$")
# 人才是第一资源


def mine_positions(statement: Statement) -> Iterator[SlotFinding]:
    """Yield what is said to be the key, the basis, the way … of what."""
    for clause in statement.clauses:
        text = statement.text[clause.start : clause.end]
        if match := POSITION.match(text):
            yield from _found("position", statement, clause.start, match)
        elif clause.start and (match := LATER.match(text)):
            yield from _found("position", statement, clause.start, match)
        elif match := SUPERLATIVE.match(text):
            yield from _found("first", statement, clause.start, match)


def _found(kind: str, statement: Statement, shift: int, match: re.Match[str]) -> Iterator[SlotFinding]:
    ranges: list[Range] = []
    for name in ("subject", "object"):
        if name not in match.groupdict() or not match.group(name):
            continue
        start, end = match.start(name) + shift, match.end(name) + shift
        if _good(statement, start, end):
            ranges.append((name, start, end, "topic" if name == "subject" else "goal"))
    if not ranges:
        return
    finding = slot_finding("first" if kind == "first" else "position", f"{kind}-of", statement, ranges)
    if finding is not None and finding.statement.count("是") >= 1:
        yield finding


def _good(statement: Statement, start: int, end: int) -> bool:
    text = statement.text[start:end]
    return (
        2 <= len(text) <= 12
        and not ANAPHOR.match(text)
        and askable(text.replace("、", ""))
        and whole(statement, start, end)
        and not text.startswith(("要", "必须", "把", "将", "以"))
    )
