"""Voices: who goes on speaking where a sentence does not say so (RULES.md gate 3)."""

from __future__ import annotations

import re

from quizgen.miners.heads import LIMB_HEAD
from quizgen.miners.referents import Attribution, Referents

ANNOUNCES = re.compile(
    r"(?:(?:以下|下列|如下)[^，。；]{0,12}|[二两三四五六七八九十]大?个?(?:方面|点|项|条|任务|举措|[一-龥]{0,2}任务)[^，。；]{0,8})[：:。]$"
)
# 将在以下三方面用力：
DEPLOYS = re.compile(r"^\s*(?P<title>《[^《》]{4,50}》)[^。；]*(?:部署|提出|明确|规定|确定)")
# 《校园阅读行动方案》部署了三项任务：
GOES_ON = re.compile(rf"^\s*(?:同时，|此外，)?我们|{LIMB_HEAD.pattern}")
# 我们将……; 二是……: of a speech that announced its limbs
INTENDS = re.compile(r"^(?!.{0,12}[“《])[^，；：。这他她]{2,24}?(?:将(?![军领士])|愿(?![望景意]))")
# 清河市将建强导读队伍: of a report's speaker, in the paragraph that is about what he says
CALLS_ON = re.compile(r"^(?:要(?![求素点])|必须)")
# 要建强导读队伍


def speech_behind(
    text: str, speech: Attribution | None, current: Attribution | None, referents: Referents
) -> Attribution | None:
    """Return who, behind a sentence, has announced limbs still to come; None where nobody has.

    A person or a document announces them; another speaker (``current``) ends them.
    """
    if ANNOUNCES.search(text):
        if match := DEPLOYS.match(text):
            title = referents.full_title(match.group("title"))
            return Attribution(f"{title}提出，", "document") if title else None
        if current is not None and current.kind == "person":
            return current
    return speech if current in (None, speech) else None


def who_goes_on(text: str, speech: Attribution | None, spoke: list[Attribution | None]) -> Attribution | None:
    """Return who goes on behind another's sentence: in a speech, calling for more, telling what will be done."""
    if speech is not None and GOES_ON.match(text):
        return speech
    if INTENDS.match(text):
        return next((speaker for speaker in reversed(spoke) if speaker is not None), None)
    return spoke[-2] if len(spoke) > 1 and CALLS_ON.match(text) else None
