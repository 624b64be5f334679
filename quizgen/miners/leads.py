"""Leads: what a law's numbered items need before them to be sentences."""

from __future__ import annotations

import re

LED = re.compile(
    r"^(?P<head>[^，；]{2,40}?应当)(?:履行|采取|遵守|承担|完成)?(?:下列|以下)(?:各项)?(?:义务|职责|任务|措施|规定|工作)[：:]$"
)
# 学校应当履行下列义务：
GRANTED = re.compile(r"^(?P<who>[^，；]{2,24})享有(?:下列|以下)(?P<noun>[一-龥]{0,4}权利)[：:]$")
# 学生享有下列权利：
TERMS_OF_LAW = re.compile(r"^本(?:法|条例|办法|规定)中?(?:下列|以下)用语的(?:含义|定义)是?[：:]$")
# 本条例下列用语的含义：
IS_RULE = re.compile(r"^[^，；：]{4,40}，应当[^，；]{4,40}$")
# （一）借阅古籍，应当经馆长同意: a numbered item that is a rule of its own


def lead_of_items(text: str) -> str | None:
    """Return what a law's numbered items need before them to be sentences, None where a paragraph leads to none."""
    if TERMS_OF_LAW.match(text):  # each is a definition, whole in itself
        return ""
    if granted := GRANTED.match(text):
        return f"{granted.group('who')}享有的{granted.group('noun')}包括"
    led = LED.match(text)
    return led.group("head") if led else None
