"""Definitions (F1): X是指…; 本法所称X，是指…; 概括地说，X是…; X，指的是…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.phrases import askable, noun_tail
from quizgen.miners.referents import ANAPHOR
from quizgen.miners.salience import salience
from quizgen.miners.standing import standing
from quizgen.miners.statements import Statement
from quizgen.miners.windows import Window
from quizgen.model.finding import DefinitionFinding, SlotFinding
from quizgen.text.clauses import split
from quizgen.text.words import tag

DEFINED = re.compile(
    r"^(?:本(?:法|条例|办法|规定|纲要|方案)所称(?:的)?|所谓的?)?(?P<mark>[“《]?)(?P<term>[^，；：。“”是]{2,16}?)(?<!特别)(?<!尤其)[”》]?，?(?P<copula>就是指|是指|指的是|指(?![定派导向出示令挥明望引标数岀])|就是|是)(?P<body>[^？！]{12,})$"
)
# 数字教研是指以网络平台为支撑……的教学研究活动
ENTRY = re.compile(r"^(?P<term>[^，；：。“”《》\s]{2,10})：(?P<copula>)(?P<body>[^：？！]{16,})$")
# 数字教研：以网络平台为支撑的教学研究活动。
TALK = re.compile(
    r"记者|[问答]$|主持|编者|导语|摘要|来源|作者|时间|地点|电话|链接|注意|例如|提示|说明|如下|[一二三四五六七八九十\d第（(]"
)
# 记者：……: a dialogue
EXPLICIT = re.compile(r"(?:指的是|指$|所称|所谓)")
# 是指
GENUS = re.compile(
    r"(?:的|性)?(?:活动|行为|过程|状态|能力|方式|形态|制度|体系|机制|模式|系统|信息|数据|主体|组织|机构|人员|总称|总和|生产力|质态|理念|思想|方法|工作|平台|教育|教师|关系|技术|服务|网络|产品|设备|"
    r"单位|学校|企业|权利|义务|责任|原则|标准|措施|程序|要求|变化|资源|素养|意识|发展方式|发展|民主|社会|经济|文化|安全|空间|道路|品牌|项目|团队|课程|集合|特征|规范|事件|处理|个人|运营者|专业人员|费用|设施|场所|物品)$"
)
# 教学研究活动
CIRCUMSTANCE = re.compile(r"^(?:指|是指|指的是|是)?(?:一旦|如果|当|在|通过)|(?:时|中|上|下|后|前|过程中|方面|起)$")
# 指的是教师在备课和上课时; 一旦公开
WISH = re.compile(
    r"(?:^|，)(?:要|应|必须|将|也|更|应当)|，就是|^[^，]*(?:之路|关键|基础|要求|着力点|底色|要素|抓手|力量|支撑|动力|保障)，|，是"
)
# ，应合作发挥优势
NOT_A_TERM = re.compile(
    r"^(?:即|要|必须|应|加快|推动|推进|发展|坚持|实现|建设|形成|这|当|从|在|以|对|为|通过|很多|许多|如果|只要|不)"
    r"|(?:工作|意义|任务|问题|关键|目的|作用|时候)$"
    r"|^(?:广义|狭义|观点|内涵|外延|含义|概念|定义|特点|特征|意义)$"
)
# 推进校园阅读; 校园阅读的意义
SCANT = 10  # characters of a point that only leads to what comes of it: 是指图书经过整理，使……
LONGEST = 120  # RULES.md section 9
SHORTEST = 24
BRIEF = 12  # characters that say what a term is, where it says 是指
MOST_POINTS = 5
LONGEST_ACT = 4  # characters of an act that is a term: 处理
FEATURES = re.compile(r"、(?=[以由在具为通按][^、]{3})")
# 以课堂为阵地、由教师指导的活动


def mine_definitions(statement: Statement) -> Iterator[DefinitionFinding | SlotFinding]:
    """Yield what a term is defined as: the definition whole, and its genus as a slot."""
    match = DEFINED.match(statement.text) or _entry(statement)
    if match is None or not _is_term(match.group("term"), statement):
        return
    body = match.group("body")
    explicit = not match.group("copula") or bool(EXPLICIT.search(statement.text[: match.start("body")]))
    if not ((BRIEF if explicit else SHORTEST) <= len(body) <= LONGEST) or ("，" + match.group("term")) in body:
        return  # behind a comma: a second claim of it
    if not standing(match.group("term") + "是" + body) or not (_says_what(statement, body) if explicit else _is(body)):
        return
    if len(body) >= SHORTEST:
        yield _definition(statement, match)
    if match.group("copula"):
        yield from _genus(statement, match)


def _entry(statement: Statement) -> re.Match[str] | None:
    """Return the match of a paragraph that is an entry of a textbook (term：definition), None for anything else."""
    match = ENTRY.match(statement.text)
    alone = len(statement.paragraph.sentences) == 1 and not statement.spoken
    return match if match and alone and not TALK.search(match.group("term")) else None


def _says_what(statement: Statement, body: str) -> bool:
    """Return whether a body says what kind of thing the term is: it ends with a noun that a 的 leads to."""
    return bool(GENUS.search(body)) or ("的" in body and statement.words[-1].tag.startswith(("n", "vn")))


def _is(body: str) -> bool:
    """Return whether what only 是 stands before is a definition all the same."""
    return "，" in body and bool(GENUS.search(body)) and not WISH.search(body) and "的" in body


def _is_term(term: str, statement: Statement) -> bool:
    """Return whether what is defined is a term: neither a person's name nor a topic to be talked about."""
    first = tag(term)[0].tag
    if first[0] in "dpcr" or (first == "v" and len(term) > LONGEST_ACT):
        return False  # 充分发挥学校的作用
    named = first.startswith("nr") and len(term) <= 4
    return not named and askable(term) and not ANAPHOR.match(term) and not NOT_A_TERM.search(term)


def _definition(statement: Statement, match: re.Match[str]) -> DefinitionFinding:
    body = match.group("copula") + match.group("body")
    whole = Window(statement, "", 0, len(statement.text))
    return DefinitionFinding(
        rule="definition",
        term=match.group("term"),
        points=_points(body),
        where=statement.where,
        provenance=statement.provenance(match.start("term"), match.end()),
        salience=salience("definition", whole),
    )


def _points(body: str) -> tuple[str, ...]:
    """Return what of a body can be marked, letter by letter: its clauses and features, at most five.

    What only leads to the next, a case or an occasion, is none; of too many the shortest neighbours are one.
    """
    parts = [(c.start + start, c.start + end) for c in split(body) for start, end in _features(body[c.start : c.end])]
    for place in range(len(parts) - 2, -1, -1):
        text, following = (body[slice(*part)] for part in parts[place : place + 2])
        if (len(text) <= SCANT and following.startswith("使")) or CIRCUMSTANCE.search(text):
            parts[place : place + 2] = [(parts[place][0], parts[place + 1][1])]
    while len(parts) > MOST_POINTS:
        index = min(range(len(parts) - 1), key=lambda i: parts[i + 1][1] - parts[i][0])
        parts[index : index + 2] = [(parts[index][0], parts[index + 1][1])]
    return tuple(body[start:end] for start, end in parts)


def _features(clause: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the features a clause lists: 以课堂为阵地、由教师指导的活动."""
    start = 0
    for mark in FEATURES.finditer(clause):
        yield start, mark.start()
        start = mark.end()
    yield start, len(clause)


def _genus(statement: Statement, match: re.Match[str]) -> Iterator[SlotFinding]:
    ranges: list[Range] = []
    if tail := noun_tail(statement, match.start("body"), match.end("body"), longest=8):
        ranges.append(("genus", *tail, "genus"))
    ranges.append(("term", *match.span("term"), "topic"))
    finding = slot_finding("definition", "definition", statement, ranges)
    if finding is not None and "、" not in match.group("term"):
        yield finding
