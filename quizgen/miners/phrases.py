"""Phrases: spans of a statement whole enough to be asked (RULES.md section 5, "Answer = whole word/phrase")."""

from __future__ import annotations

import re

from quizgen.miners.statements import Statement
from quizgen.resources import read_words

GENERIC = frozenset(read_words("generic"))
NOUNISH = ("n", "j", "l", "i", "eng", "an", "vn", "x")  # beginnings of the tags a noun phrase ends with
WITHIN = ("n", "t", "j", "l", "b", "eng", "vn", "an", "a", "i", "k", "h")  # … and of those it goes on with
VERBS = read_words("verbs")
LEAD_WORDS = frozenset({"由", "更", "更应", "也", "正", "明确", "就", "一个", "各", "衡量"})
LONGEST_CORE = 10
QUOTED = re.compile(r"“(?P<inner>[^“”]{2,14})”")
# “事事有底”的行动力
HAN = re.compile(r"[一-龥A-Za-z0-9]")
# 数字教研
BAD_EDGE = re.compile(
    r"^(?:和(?![谐平])|与|及|或|的|了|着|等|在|对|把|将|为|以|从|向|到|之|其|这|该|各|每|一个|一种|一批)|(?:的|了|着|和|与|及|(?<![平高初中同])等|(?<![其集])中|(?<![线网])上|(?<![线])下|时|后|前|以上|以下|过程中)$"
)
# 和数据
EMPTIED = re.compile(r"(?:进行|予以|给予|加以|有益的|良好的|积极的|重要的|有效的|相应的|必要的)$")
# 对教师进行考核: behind it stands what is done, and many things may be
HEADS = ("原则", "理念", "方式", "方法", "模式", "能力", "水平", "问题", "特点", "作用", "任务", "要求", "机制", "环境")
"""Heads that say little: what stands before them, behind 的, is the fact."""
VAGUE = re.compile(
    r"^(?:国家)?(?:有关|相关|相应|一定)|^本(?:法|条例|办法)$|提供|采取|进行|所必需|措施$|党$|以来|不断|日益|严格|—|不可|^受|依法(?![治执]|行政)|^(?:性|者|型|度|力|业)(?![别质格学务绩态余主界])"
)
# 有关部门: which? 不断完善: a predicate


def noun_tail(
    statement: Statement, start: int, end: int, *, shortest: int = 3, longest: int = 10
) -> tuple[int, int] | None:
    """Return the noun phrase that ends statement.text[start:end], None when there is no whole one.

    It is made of whole words, the last a noun, and begins where a phrase surely begins: at ``start`` (behind the
    clause's verb), behind 的, behind 和 or 、.
    """
    spans = _word_spans(statement, start, end)
    if not spans or not spans[-1][2].startswith(NOUNISH):
        return None
    begin = len(spans) - 1
    while begin > 0 and spans[begin - 1][2].startswith(WITHIN):
        begin -= 1
    low = spans[begin][0]
    before = statement.text[:low]
    if low == start:  # two verbs in a row: 培育壮大产业
        doubled = (len(verb) for verb in VERBS if statement.text.startswith(verb, low))
        low += next((size for size in doubled if low + size in statement.edges), 0)
    elif not before.endswith(("的", "和", "与", "、", "及", *VERBS)):
        return None
    text = statement.text[low:end]
    if EMPTIED.search(statement.text[:low]) or (text[-2:] in HEADS and statement.text[:low].endswith("的")):
        return None
    return (low, end) if shortest <= len(text) <= longest and askable(text) else None


def _word_spans(statement: Statement, start: int, end: int) -> list[tuple[int, int, str]]:
    spans, position = [], 0
    for word in statement.words:
        stop = position + len(word.text)
        if position >= start and stop <= end:
            spans.append((position, stop, word.tag))
        position = stop
    return spans


def askable(text: str) -> bool:
    """Return whether a phrase may be an answer at all: whole, not generic, made of characters one can write."""
    return (
        text not in GENERIC
        and not BAD_EDGE.search(text)
        and not VAGUE.search(text)
        and all(HAN.match(char) or char in "“”·+" for char in text)
        and (text.count("“") == text.count("”"))
    )


def whole(statement: Statement, start: int, end: int) -> bool:
    """Return whether a range begins and ends at word boundaries."""
    return start in statement.edges and end in statement.edges


def nominal(statement: Statement, start: int, end: int, *, generic: bool = False) -> tuple[int, int] | None:
    """Return the noun phrase to ask within a range: no verb before it, no 的 in it, no marks around it; None if none.

    RULES.md section 5: the blank is the smallest whole phrase that carries the fact. ``generic``: a plain word will do,
    since the words before it say what it is (关键在数据).
    """
    quoted = QUOTED.search(statement.text, start, end)
    if quoted:
        return quoted.start("inner"), quoted.end("inner")
    for low, high, cls in statement.classes:
        word = statement.text[low:high]
        if start <= low < end and ((cls == "v" and word in VERBS) or word in LEAD_WORDS):
            start = high
        elif low >= start:
            break
    cut = statement.text.rfind("的", start, end)
    if cut >= 0:
        start, end = (cut + 1, end) if end - cut - 1 >= 3 else (start, cut)
    text = statement.text[start:end]
    sound = (
        2 <= len(text) <= LONGEST_CORE
        and whole(statement, start, end)
        and (askable(text) or (generic and text in GENERIC))
    )
    return (start, end) if sound and "最" not in text and "更" not in text and "的" not in text else None
