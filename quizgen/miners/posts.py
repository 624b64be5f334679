"""Posts: the office a speaker holds, where the article names it with him (县教育局局长, RULES.md gate 2)."""

from __future__ import annotations

import re

from quizgen.text.names import is_surely_name
from quizgen.text.words import tag

OFFICES = "书记|部长|主席|总理|委员长|主任|局长|司长|厅长|处长|省长|市长|县长|区长|校长|院长|会长|秘书长|总干事"
OFFICE = re.compile(rf"[一-龥]{{2,18}}(?:{OFFICES})(?:、[一-龥]{{0,6}}(?:{OFFICES}))?$")
# 清河县教育局党组书记、局长
REACH = 24  # characters before a name
BEFORE = ("v", "p", "c", "d", "r", "u", "m", "t")  # tags of words no office begins behind


def with_post(name: str, *texts: str) -> str:
    """Return a personal name behind the office the first text that tells one names him with, else the name alone."""
    posts = (_post_of(name, text) for text in texts) if is_surely_name(name) else iter(())
    return next(filter(None, posts), "") + name


def _post_of(name: str, text: str) -> str:
    place = text.find(name)
    while place >= 0:
        if found := OFFICE.search(text[max(0, place - REACH) : place]):
            return _office(found.group())
        place = text.find(name, place + 1)
    return ""


def _office(text: str) -> str:
    """Return the noun phrase a text ends with: 会议由县教育局局长 is 县教育局局长."""
    words = tag(text)
    begin = next(
        (i for i in range(len(words), 0, -1) if words[i - 1].tag.startswith(BEFORE) and words[i - 1].tag != "vn"), 0
    )
    return "".join(word.text for word in words[begin:])
