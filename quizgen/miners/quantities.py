"""Quantities (F5): a figure with what is counted, its scope and its year; the figure alone is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import slot_finding
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding
from quizgen.resources import read_words

MEASURES = "|".join(read_words("measures"))
FIGURE = re.compile(
    rf"(?P<value>(?<![\d.A-Za-z第])\d+(?:\.\d+)?)(?P<scale>[万亿千百]*)(?P<hedge>多|余|左右|以上)?\s*(?P<unit>%|{MEASURES})(?!月)"
)
# 120所
PER_CENT = re.compile(r"百分之(?P<value>[一二三四五六七八九十百点零]{1,8})")
# 百分之三十
HAN_FIGURE = re.compile(
    rf"(?<![一-龥第])?(?P<value>[一二三四五六七八九十百千万两]{{1,8}})(?P<unit>{MEASURES})(?P<after>以内|内|以上|以下|之内|前)?"
)
# 三十日内
PLANNED = re.compile(r"(?:19|20)\d\d年[^。]{0,20}将(?![军领士])")
# 2024年，全市将建成书屋120所: was it, by then?
YEAR = re.compile(r"(?:19|20)\d\d年")
# 2024年
ABSTRACT = re.compile(
    r"^(?:[一二三]级)?(?:维度|方面|环节|板块|特征|议题|原则|任务|阶段|领域|类型|标准|语种|重点|目标|行动|工程|功能|模块|层次|等级|必须坚持|明确|专题|语言|要素|体系|部分|步骤|指标|倡议|举措)"
)
# 维度
ORDINAL_TIME = frozenset({"年", "日", "月", "届", "次", "期", "条", "章", "款", "级", "位", "大"})


def mine_quantities(statement: Statement) -> Iterator[SlotFinding]:
    """Yield figures a reader can place: the statement names a year, or the figure is a structure's or a law's own."""
    text = statement.text
    if PLANNED.search(text) and not statement.anchor:
        return
    dated = bool(YEAR.search(text))
    law = statement.spoken == "law"
    if not dated and statement.spoken == "unnamed":  # 会议提出，对滞后的4项指标……: of which plan?
        return
    for match in FIGURE.finditer(text):
        behind = text[match.end() :]
        if match.group("unit") in ORDINAL_TIME and not (law or match.group("scale")):
            continue
        if not (dated or law or ABSTRACT.match(behind)) or YEAR.match(match.group() + behind[:1]):
            continue
        if text.count("、", 0, match.start()) >= 2 and ABSTRACT.match(behind):  # its members stand there to be counted
            continue
        yield from _one(statement, match)
    patterns = (PER_CENT, HAN_FIGURE) if law else (PER_CENT,) if dated else ()
    for pattern in patterns:
        for match in pattern.finditer(text):
            if pattern is HAN_FIGURE and not _legal(text, match):
                continue
            yield from _one(statement, match)


def _legal(text: str, match: re.Match[str]) -> bool:
    """Return whether a Chinese figure in a law is a term, a sum or an age, not a word such as 一个 or 一项."""
    exact = match.group("unit") in ("日", "年", "个月", "元", "万元", "周", "天", "小时", "岁", "倍") and match.group(
        "value"
    ) not in ("千", "百", "万")
    return exact and not text[: match.start()].endswith(("第", "同", "每", "月", "当", "近"))


def _one(statement: Statement, match: re.Match[str]) -> Iterator[SlotFinding]:
    if statement.text.startswith("起施行", match.end()):  # when it takes effect is no rule of a law
        return
    start, end = match.span("value")
    unit = match.groupdict().get("unit") or "%"
    year = YEAR.search(statement.text, 0, start)
    cover = (year.start() if year else start, end)
    finding = slot_finding("number", "figure", statement, [("value", start, end, "figure")], unit=unit, cover=cover)
    if finding is not None and (
        YEAR.search(finding.statement) or statement.spoken == "law" or not YEAR.search(statement.text)
    ):
        yield finding
