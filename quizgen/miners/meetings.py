"""Meetings: which meeting an article, or the sentences before one, report (会议指出: which?)."""

from __future__ import annotations

import re

HELD = re.compile(
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)?[，电讯]?(?P<organ>[一-龥]{3,24}?)(?P<date2>(?:\d{4}年)?\d{1,2}月\d{1,2}日)?召开(?:了)?会议"
)
# 清河社城关3月5日电县教育局3月5日召开会议
OPENED = re.compile(
    r"(?P<name>(?:20\d\d年?|首届|第[一二三四五六七八九十百\d]+[届次])?[一-龥“”]{2,24}?(?:大会|论坛|峰会|座谈会|推进会|工作会议|年会))"
    r"(?:\d{1,2}月\d{1,2}日)?在[一-龥]{2,10}(?:召开|开幕|举行|举办|闭幕)"
)
# 2024清河数字教研大会在城关镇开幕
SAT = re.compile(
    r"(?P<name>[一-龥“”\d]{4,24}?(?:大会|论坛|峰会|座谈会|推进会|工作会议|年会|全会))(?:召开|开幕|举行|举办|闭幕)"
)
# 2024年全县教育工作会议举行第二次全体会议
WIRE = re.compile(r"[一-龥]{2,10}\d{1,2}月\d{1,2}日[电讯]")
# 清河社城关3月6日电
WHICH = re.compile(r"\d年|第[一二三四五六七八九十百\d]+[届次]|首届|世界|全国")
# 2024年: which of the meetings of that name


def last_meeting(before: str, date: str | None) -> str | None:
    """Return the full name of the one meeting the sentences before one name, None where there is none or several."""
    return _meeting(before, date) or _sitting(before)


def _meeting(text: str, date: str | None) -> str | None:
    """Return the full name of the one meeting an article reports, None if there is none or more than one."""
    for held in HELD.finditer(text):
        if day := _dated(held.group("date2") or held.group("date"), date):
            return f"{held.group('organ')}{day}会议"
    names = list(dict.fromkeys(match.group("name") for match in OPENED.finditer(text)))
    return names[0] if len(names) == 1 else None


def _sitting(text: str) -> str | None:
    """Return the one meeting a text says sat, wherever it did."""
    names = list(dict.fromkeys(match.group("name") for match in SAT.finditer(text)))
    return names[0] if len(names) == 1 and WHICH.search(names[0]) else None


def only_meeting(text: str, date: str | None) -> str | None:
    """Return the meeting an article's lead names, None where the article names another one too."""
    text = WIRE.sub("\n", text)
    meeting = _meeting(text[:400], date)
    if meeting is None:
        return None
    named = {match.group("name") for match in OPENED.finditer(text)} | {m.group("organ") for m in HELD.finditer(text)}
    return meeting if len(named) == 1 else None


def _dated(day: str | None, date: str | None) -> str | None:
    if not day:
        return None
    if "年" in day:
        return day
    return f"{date[:4]}年{day}" if date else None
