"""Dated events (F6) and what they carry: place (F8), organ (F9), meeting (F10), document (F11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.miners.findings import Range, slot_finding
from quizgen.miners.statements import Statement
from quizgen.model.finding import Fact, SlotFinding

HAPPENED = (
    "召开|进行|举行|举办|开幕|闭幕|发布|印发|出台|启动|上线|成立|通过|施行|实施|开通|揭牌|设立|公布|签署|授予|生效|落成"
)
DATE = re.compile(r"(?:19|20)\d\d年(?P<date>\d{1,2}月(?:\d{1,2}日)?)(?:至\d{1,2}日)?(?:上午|下午)?")
# 2024年3月6日
ISSUED_BY_NOBODY = re.compile(r"(?:19|20)\d\d年[^，]{0,12}，?《[^《》]+》(?:正式)?(?:印发|发布|出台)")
# 2024年3月，《校园阅读行动方案》印发: by whom, and what does it say?
ISSUED_WHEN = re.compile(r"\d月|(?:20\d\d|第[一二三四五六七八九十]+届)[^，]{2,20}(?:大会|论坛|峰会)")
# 3月; 第二届校园阅读大会
YEAR = re.compile(r"(?:19|20)\d\d")
# 2024
WHEN = re.compile(rf"{YEAR.pattern}|届|第[一二三四五六七八九十百]+次")
# 第二届: what is held every year is held in many places
EVENT = re.compile(rf"(?:{HAPPENED})")
# 召开
PLACE = re.compile(
    r"在(?P<place>[一-龥]{2,8}?)(?:隆重|正式|顺利|圆满|共同)?(?:召开|举行|举办|开幕|闭幕|成立|签署|揭牌|落成)(?!会|的|之)"
)
# 在城关镇召开
OPENING = 3  # paragraphs of an article that tell its event; what is dated later is told in passing
ALONE = 2  # clauses of a sentence that tells of nothing but its event
CAPITAL = re.compile(r"(?:全国|中央|国务院|党的)[^，]*在(?:北京|京)")
# 全国借阅大会在京召开: where else?
ORGAN = re.compile(r"(?:部|局|委|署|院|校|会|厅|中心|联盟|以来|期间|前|后|上|中)$")
# 文化和旅游部
TOPIC = re.compile(r"就(?![这此该])(?P<topic>[^，；：]{4,20}?)(?:进行|举行|召开|开展)")
# 就校园阅读进行第三次集体学习
HOSTS = re.compile(r"由(?P<organ>[^，；：]{3,40}?)(?:共同|联合)?(?:主办|举办|印发|发布|牵头|承办|研制|授予|指导建设)")
# 由县教育局主办
ISSUER = re.compile(
    r"(?:^|，)(?P<organ>[一-龥、]{3,24}?)(?:等[一二三四五六七八九十]{1,3}部门)?(?:联合)?(?:正式)?(?:印发|发布|出台)(?:了)?《"
)
# 县教育局印发《
TITLE = re.compile(r"《(?P<title>[^《》]{4,40})》")
# 《校园阅读三年行动方案》
SESSION = re.compile(
    r"(?P<session>第[一二三四五六七八九十百\d]+次)(?!全体会议)(?=[一-龥]{2,12}(?:会议|大会|学习|全会))"
)
# 第十一次集体学习


def mine_events(statement: Statement) -> Iterator[SlotFinding]:
    """Yield the date, place, organ, meeting and document of an event, each as a finding of its own kind."""
    happened = EVENT.search(statement.text)
    if happened is None or ISSUED_BY_NOBODY.match(statement.text):
        return
    told = statement.paragraph in statement.section.paragraphs[:OPENING]
    for kind, found in _slots(statement):
        passing = not told and statement.spoken != "law" and not (kind == "place" and len(statement.clauses) <= ALONE)
        if kind in ("date", "place") and passing:
            continue
        cover = (min(found[1], happened.start()), _agenda(statement, max(found[2], happened.end())))
        finding = slot_finding(kind, "event", statement, [found], cover=cover)
        if finding is not None and _dated(kind, finding.statement):
            yield finding


def _dated(kind: Fact, text: str) -> bool:
    """Return whether a text tells which event it is: a place needs the year, a document's name its month or meeting."""
    return bool({"place": WHEN, "document": ISSUED_WHEN}[kind].search(text)) if kind in ("place", "document") else True


def _agenda(statement: Statement, end: int) -> int:
    """Return where an event ends: behind the agenda, where only a meeting is named (召开会议，研究……)."""
    for clause, following in pairwise(statement.clauses):
        if clause.start < end <= clause.end and statement.text[: clause.end].endswith("召开会议"):
            return following.end
    return end


def _slots(statement: Statement) -> Iterator[tuple[Fact, Range]]:
    text = statement.text
    if (match := DATE.search(text)) and not text.startswith("至", match.end("date")):
        yield "date", ("date", *match.span("date"), "date")
    if (match := PLACE.search(text)) and not ORGAN.search(match.group("place")) and not CAPITAL.search(text):
        yield "place", ("place", *match.span("place"), "place")
    for pattern in (HOSTS, ISSUER):
        if (match := pattern.search(text)) and "等" not in match.group("organ"):
            yield "organ", ("organ", *match.span("organ"), "organ")
            break
    if match := TOPIC.search(text):
        yield "meeting", ("topic", *match.span("topic"), "topic")
    if (match := SESSION.search(text)) and (YEAR.search(text) or TOPIC.search(text)):
        yield "meeting", ("session", *match.span("session"), "ordinal")
    titles = list(TITLE.finditer(text))
    if len(titles) == 1:
        yield "document", ("title", *titles[0].span("title"), "title")
