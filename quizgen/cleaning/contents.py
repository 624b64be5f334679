"""Contents: the table of contents, whose lines come again as headings or end in a page number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

TITLE = re.compile(r"目\s*[录次錄]|contents", re.IGNORECASE)
# 目　录

LEADER = re.compile(r"\S.{0,80}?(?:[.．·…•‥。_-]{3,}|\t|\s{3,})\s*[(（]?\d{1,4}[)）]?$")
# 第二章 校园阅读与指导 ........ 12

PAGED = re.compile(r"\S.{0,80}?\D\s*\d{1,4}$")
# 二、强化教师研修 7

NUMBERED = re.compile(r"第[一二三四五六七八九十百零〇\d]+[编章节部篇讲]|附录|前言|后记")
# 第三节 国家机关

MAX_LENGTH = 200  # characters of an entry
MIN_RUN = 3  # lines with leaders that make a table of contents without its title


def find_contents(texts: Sequence[str]) -> set[int]:
    """Return the indices of the lines that are a table of contents, its title included."""
    found: set[int] = set()
    keys = [_key(text) for text in texts]
    for index, text in enumerate(texts):
        if TITLE.fullmatch(text.strip()):
            entries = _entries(texts, keys, index + 1)
            found |= {index, *entries} if entries else set()
    return found | _runs(texts)


def _entries(texts: Sequence[str], keys: list[str], start: int) -> list[int]:
    """Return the lines of the table that begins at ``start``; a key with 2n places has its first n in the table."""
    total, seen, entries = Counter(keys), Counter(keys[:start]), []
    for index in range(start, len(texts)):
        key = keys[index]
        seen[key] += 1
        again = total[key] - seen[key] >= seen[key]
        paged = _has_leader(texts[index]) or (len(texts[index]) <= MAX_LENGTH and PAGED.fullmatch(texts[index]))
        if not (again or (paged and not _is_heading_again(key, seen))):
            break
        entries.append(index)
    return entries


def _is_heading_again(key: str, seen: Counter[str]) -> bool:
    return seen[key] > 1 and NUMBERED.match(key) is not None


def _runs(texts: Sequence[str]) -> set[int]:
    found: set[int] = set()
    run: list[int] = []
    for index, text in enumerate([*texts, ""]):
        if _has_leader(text):
            run.append(index)
            continue
        found |= set(run) if len(run) >= MIN_RUN else set()
        run = []
    return found


TAIL = re.compile(r"(?<![.．·…•‥。_\s-])[.．·…•‥。_\s-]*[(（]?\d{1,4}[)）]?$")
# "…… 12" of an entry

SPACE = re.compile(r"\s+")
# "总　　则"


def _key(text: str) -> str:
    """Return what an entry and its heading share: no white space, leader or page number."""
    if len(text) > MAX_LENGTH:
        return text
    return SPACE.sub("", TAIL.sub("", text) if LEADER.fullmatch(text) or PAGED.fullmatch(text) else text)


def _has_leader(text: str) -> bool:
    return len(text) <= MAX_LENGTH and LEADER.fullmatch(text) is not None
