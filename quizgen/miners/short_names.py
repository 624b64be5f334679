"""Short names: what 平台 or 联盟 stands for, where its paragraph has named one in full (RULES.md gate 2)."""

from __future__ import annotations

import re

from quizgen.miners.standing import NAMED_ACTS
from quizgen.text.words import tag

SHORT = re.compile(
    r"(?:(?<=^)|(?<=[，；]))(?P<noun>(?:平台|联盟|项目|系统|基地|中心|工程|基金|期刊|课程体系|指数|指标体系)(?:[一-龥]{2}版)?)"
    r"(?=[一-龥])"
)
# 平台已上线; 平台国际版支持
CONTRACTED = re.compile(r"国家(?P<noun>中心|平台|基地)(?!城市)")
# 国家中心: 国家数字图书资源中心, its first word and its last
NOMINAL = ("n", "j", "l", "b", "vn", "eng")
"""Beginnings of the tags a name is made of."""
LEAST = 2  # characters a full name has before the short one
LONGEST = 24  # characters of a full name
CLAUSE = re.compile(r"[，。；：！？、“”\s]")
# ，


def short_names(text: str) -> list[re.Match[str]]:
    """Return where clauses of a text begin with a short name that does something: 平台累计上线, not 平台建设."""
    return [match for match in SHORT.finditer(text) if _acts(text[match.end() : match.end() + LONGEST])]


def contractions(text: str) -> list[re.Match[str]]:
    """Return where a text names something by its first word and its last alone."""
    return list(CONTRACTED.finditer(text))


def _acts(behind: str) -> bool:
    first = tag(behind)[0].tag
    return first[0] in "vpd" and first != "vn"


def full_name(noun: str, before: str, first: str = "") -> str | None:
    """Return the one full name ``before`` ends in a short one (and begins with ``first``), None where not just one."""
    found = {name for clause in CLAUSE.split(before) if noun in clause for name in _names(noun, clause)}
    found = {name for name in found if name.startswith(first) and name != first + noun}
    return found.pop() if len(found) == 1 else None


def _names(noun: str, clause: str) -> list[str]:
    """Return the noun phrases of a clause that end in the short name: 清河县阅读服务平台."""
    names, run = [], ""
    for word in tag(clause):
        nominal = word.tag.startswith(NOMINAL) or word.text == noun or word.text in NAMED_ACTS
        run = run + word.text if nominal else ""
        if run.endswith(noun) and len(run) - len(noun) >= LEAST and len(run) <= LONGEST:
            names.append(run)
    return names
