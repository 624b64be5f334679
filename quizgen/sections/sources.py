"""Sources: lines and openings that say who published an article and when."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.sections.dates import find_date

MAX_LENGTH = 60
MAX_ISSUER = 30

LABEL = re.compile(
    r"(?:文章|稿件|信息|资料)?(?:来源|出处|转自|摘自|原载|发布(?:机构|单位|日期|时间)?|日期|时间|作者|记者|编辑|责编|供稿|通讯员|文)\s*[：:/／丨|]\s*"
)
# 来源：《清河教育》

SHEET = re.compile(r"第?\s{0,8}\d{1,2}\s{0,8}版|[A-Z]?\d{2}\s{0,8}版")
# 第01版

MEDIUM = re.compile(
    r"《[^《》]{2,20}》|.{1,24}(?:报|网|社|台|刊|平台|杂志|客户端|公众号|出版社|新闻|频道|部|厅|局|委|办公室|中心)"
)
# 《清河教育报》; 清河市教育局

PASSED = re.compile(
    r"(?P<organ>.{2,40}(?:大会|委员会|常委会|国务院|政府|部|厅|局))(?:第.{1,8}次.{0,10}会议|令.{0,12})?[^，]{0,40}(?:通过|修订|修正|公布|发布|施行)"
)
# 2021年6月10日第九届清河市人民代表大会常务委员会第二次会议通过

NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,4}·[\u4e00-\u9fff]{1,6}")
# 王小明

SEPARATORS = " 　·|｜丨/／,，;；:：—-、"

DATELINE = re.compile(
    r"[（(【]?(?P<issuer>本报|本刊|本台|本网|[\u4e00-\u9fff·]{1,10}?(?:社|报|网|台|刊|频道)(?:客户端)?)"
    r"(?P<place>[\u4e00-\u9fff、]{0,8}?)(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月(?P<day>\d{1,2})日)?"
    r"(?:专电|电|讯|消息)(?![员息号网子力器影视台])"
)
# 新华社北京2月13日电; 本报讯


class Source(NamedTuple):
    """Who published and when, as far as a line says."""

    issuer: str | None
    date: str | None


class Dateline(NamedTuple):
    """Who reported; the day without a year is (month, day)."""

    issuer: str
    date: str | None
    day: tuple[int, int] | None


def read_source(text: str) -> Source | None:
    """Return what a source line says, None when ``text`` is no source line: date, label and name are all it holds."""
    if len(text) > MAX_LENGTH or text[-1] in "。！？；：":
        return None
    bare = text.strip("（）()[]【】〔〕 ")
    found = find_date(bare)
    passed = PASSED.search(bare)
    if found and passed:
        return Source(_organ(bare, passed.group("organ")), found[0])
    rest = bare[: found[1][0]] + " " + bare[found[1][1] :] if found else bare
    name = SHEET.sub(" ", LABEL.sub(" ", rest)).strip(SEPARATORS)
    labelled = LABEL.match(bare) is not None
    if not found and not labelled:
        return None
    if not name:
        return Source(None, found[0] if found else None)
    if len(name) > MAX_ISSUER or "，" in name or not (labelled or _is_enclosed(text) or MEDIUM.fullmatch(name)):
        return None
    return Source(name, found[0] if found else None)


def _is_enclosed(text: str) -> bool:
    return text[0] in "（([【〔" and text[-1] in "）)]】〕"


def _organ(text: str, organ: str) -> str:
    found = find_date(organ)
    return organ[found[1][1] :].strip(SEPARATORS) if found else organ


def is_name(text: str) -> bool:
    """Return whether a line may be the name of an author."""
    return NAME.fullmatch(text) is not None


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline a paragraph opens with, None without one."""
    found = DATELINE.match(text)
    if found is None:
        return None
    month, day, year = found["month"], found["day"], found["year"]
    whole = find_date(f"{year}年{month}月{day}日") if year and month else None
    return Dateline(found["issuer"], whole[0] if whole else None, (int(month), int(day)) if month else None)
