"""Slogans, mottos and themes in quotation marks (F12, F10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import slot_finding
from quizgen.miners.phrases import VAGUE, whole
from quizgen.miners.statements import Statement
from quizgen.model.finding import Fact, SlotFinding

SLOGAN = re.compile(
    r"“(?P<value>[^“”]{3,18})”(?=的?(?:理念|要求|原则|精神|方针|思路|模式|机制|格局|目标|战略|责任感|行动力|精神状态|政绩观|主题|宗旨|口号|总要求|总基调|架构|体系|"
    r"行动|工程|计划|发展战略|布局|总体布局|战略布局|方略|基本方略|意识|为主题|这一主题|为抓手|为要求))"
)
# “以读促写、以写促思”的理念
HELD = re.compile(
    r"(?:领悟|践行|坚持|增强|做到|实施|秉持|树立|落实|扭住|抓住|秉承|遵循|弘扬|贯彻|强化|完善|构建|打造|推进|统筹推进|协调推进|开展|探索)"
    r"(?:了|[^，；：“”]{2,10}[和与])?“(?P<value>[^“”，。]{3,14})”"
)
# 践行“两个维护”; 开展联合教研和“师生共读”
APPOSED = re.compile(
    r"(?:聚焦|坚持|抓住|扭住|用好|把握|围绕|抓好|突出|牢记|做好|咬定|紧扣)(?:了|住|好)?(?P<subject>[^，；：“”]{2,14})(?:这个|这一|这篇|这项)“?(?P<value>[^，；：“”]{2,8})”?$"
)
# 抓住课堂这个主阵地
PRINCIPLE = re.compile(
    r"(?:坚持|秉持|秉承|遵循|树立|践行|按照|落实|贯彻|牢固树立|树牢)(?:了|和践行)?(?P<value>[^，；：“”的、]{3,14})的[一-龥]{0,3}(?:理念|原则|思想|方针|思路|发展观|价值观|政绩观|教育观)"
)
# 坚持人人参与的设计原则
THEME = re.compile(r"以“(?P<value>[^“”]{3,20})”为主题")
# 以“阅读与成长”为主题

CONTEXT = 12  # characters beside the slot: 树立____的思想 could be any

KINDS: tuple[tuple[re.Pattern[str], Fact], ...] = (
    (THEME, "meeting"),
    (SLOGAN, "slogan"),
    (HELD, "slogan"),
    (PRINCIPLE, "slogan"),
)


def mine_slogans(statement: Statement) -> Iterator[SlotFinding]:
    """Yield official formulations in quotation marks (the marks stay outside the slot) and bynames."""
    for clause in statement.clauses:
        if match := APPOSED.search(statement.text, clause.start, clause.end):
            ranges = [("subject", *match.span("subject"), "slogan"), ("byname", *match.span("value"), "byname")]
            if not statement.anchor and statement.letters(clause.start, match.start("subject")).startswith(("l", "i")):
                continue  # 紧紧围绕校园阅读这个主题: nobody does it
            if whole(statement, *match.span("subject")) and (
                found := slot_finding("slogan", "byname", statement, ranges)
            ):
                yield found
    for pattern, kind in KINDS:
        for match in pattern.finditer(statement.text):
            start, end = match.span("value")
            if pattern is HELD and statement.text.count(statement.text[start - 3 : start]) > 1:
                continue  # 坚持“……”，坚持“……”: either would do
            if VAGUE.search(match.group("value")) or (
                statement.text.startswith("为主题", end + 1) and kind == "slogan"
            ):
                continue
            finding = slot_finding(kind, kind, statement, [("value", start, end, "slogan")], context=CONTEXT)
            if finding is not None:
                yield finding
