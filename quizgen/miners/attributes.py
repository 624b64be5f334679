"""Attribute rows (F2): parallel "属性词＋是/在/为＋短语" – 特点是开放，关键在数据，目的是改进课堂; 以X为Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import nominal
from quizgen.miners.statements import Statement
from quizgen.model.finding import SlotFinding
from quizgen.text.clauses import Clause

WORDS = (
    "特点|特征|关键|核心|本质|根本|基础|目的|目标|方向|重点|根基|潜力|生命力|难点|出路|途径|灵魂|动力|前提|保障|主线|主题|宗旨|原则|任务|总任务|总目标|总体要求|要义|优势|落脚点|出发点|"
    "着力点|突破口|内涵|基本内涵|核心标志|标志|实质|精髓|使命|首要任务|根本任务|根本目的|最大优势|最本质的特征|路径|载体|抓手|支撑"
)
ROW = re.compile(
    rf"(?:最|首要|根本|核心|基本|总)?(?:{WORDS})(?:在于|就是|是|在|为|就在)(?P<value>[^，；：是在]{{2,14}})$"
)
# 关键在数据
AS = re.compile(r"(?<!就是)(?<!本)以(?P<value>[^，；：以为]{2,24}?)为(?!代价|例|荣|耻|由|名|乐)[一-龥]{2,8}$")
# 以安全为前提
ROW_JOINT = re.compile(r"(?<=[一-龥])、(?=[^、，]{2,12}为[一-龥]{2,4})")
# 以学生为中心、课堂为阵地
NAMED = re.compile(r"^(?:每年|自|国家的?|本)?[^，；：以为]{2,14}(?<!作)为(?P<value>[^，；：以为了]{2,12})$")
# 每年四月二日为读书日


def mine_attributes(statement: Statement) -> Iterator[SlotFinding]:
    """Yield each attribute of a row with its filler; 以X为Y counts as one."""
    for clause in _parts(statement):
        text = statement.text[clause.start : clause.end]
        match = ROW.search(text) or AS.search(text) or (NAMED.match(text) if statement.spoken == "law" else None)
        if match and (ranges := _ranges(statement, clause.start, match)):
            finding = slot_finding("attribute", "attribute-row", statement, ranges)
            if finding is not None:
                yield finding


def _parts(statement: Statement) -> Iterator[Clause]:
    """Yield the clauses, a row joined by 、 (以学生为中心、课堂为阵地) in its parts."""
    for clause in statement.clauses:
        text = statement.text[clause.start : clause.end]
        joints = [clause.start - 1, *(m.start() + clause.start for m in ROW_JOINT.finditer(text)), clause.end]
        yield from (Clause(a + 1, b, "") for a, b in pairwise(joints))


def _ranges(statement: Statement, shift: int, match: re.Match[str]) -> list[Range]:
    core = nominal(statement, match.start("value") + shift, match.end("value") + shift, generic=True)
    return [("value", *core, "filler")] if core else []
