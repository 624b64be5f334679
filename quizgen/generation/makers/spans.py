"""Spans: what exactly is taken out of a statement, and what counts as its answer (RULES.md section 5)."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from quizgen.distractors import Inventory
from quizgen.model.finding import Slot, SlotFinding
from quizgen.resources import read_words
from quizgen.text.words import tag

LONGEST = 8
LONGEST_TITLE = 12  # RULES.md section 5: a title is asked whole
SHORTEST_HEAD = 4
SHORTEST_TERM = 4
LEGAL_TERM = 5  # characters from which a law's own words are a term
OFTEN = 3  # times two words stand side by side
SHORTEST_LEAD = 3  # two characters before a head are part of its name: 数字教育治理
LEADS = (*read_words("verbs"), "我国", "良好")
"""Words before a term that are no part of it."""
COMMON_TAILS = (
    "建设",
    "工作",
    "原则",
    "制度",
    "机制",
    "体制",
    "比例",
    "手段",
    "项目",
)  # they stay in the stem (RUBRIC.md 填空 e2)
BOUND = ("特色", "市场经济", "核心价值观", "价值观")
"""Never parted from what stands before: 中国特色, 社会主义市场经济."""
WIDE = ("制度", "体系", "机制", "战略")  # heads that say little alone: 管理制度
NAMED = ("行动", "计划", "工程")  # heads of names: 阅读清河行动 is no 清河行动
GENERIC = frozenset(read_words("generic"))
WHOLE = ("slogan", "title", "formula")  # classes of what is asked whole or not at all
HALVES = re.compile(r"就是|[、，]")
# 多读一本书就是多走一里路
HEADS = ("n", "vn", "b", "a", "j", "l")  # tags a head may begin with


def narrow(slot: Slot, inventory: Inventory) -> Slot | None:
    """Return the slot without its quotation marks and, where it is long, without what leads up to its head.

    RULES.md section 5: a blank is the smallest whole phrase. 建设____ for 城乡一体图书借阅网络 becomes
    建设城乡一体____. None where no whole part is short enough.
    """
    start, end, text = slot.start, slot.end, slot.text
    if text.startswith("“") and text.endswith("”"):
        start, end, text = start + 1, end - 1, text[1:-1]
    led = "" if slot.cls in ("member", "formula") or _is_saying(slot) else _lead_of(text)
    start, text = start + len(led), text[len(led) :]
    if text.endswith(COMMON_TAILS) and len(text) > SHORTEST_TERM and slot.cls in ("measure", "member"):
        end, text = end - 2, text[:-2]
    if len(text) > (LONGEST_TITLE if slot.cls == "title" else LONGEST) and slot.cls != "genus":
        head = _end_of(text) if slot.cls == "slogan" else None
        if slot.cls not in WHOLE and "的" not in text:
            head = _head_of(text, slot.cls, inventory)
        if head is None:  # a title is asked whole or not at all
            return None
        start, text = end - len(head), head
    return slot.model_copy(update={"start": start, "end": end, "text": text})


def _is_saying(slot: Slot) -> bool:
    return slot.cls == "slogan" and slot.name == "value"


def _lead_of(text: str) -> str:
    """Return the word before a term that is no part of it, "" when there is none."""
    fitting = (lead for lead in LEADS if text.startswith(lead))
    led = next((lead for lead in fitting if len(text) - len(lead) >= SHORTEST_TERM), "")
    return led if is_edge(text, len(led)) else ""


def _end_of(saying: str) -> str | None:
    """Return the second half of a saying of two (多读一本书就是多走一里路), None where it has none."""
    parts = HALVES.split(saying)
    return parts[-1] if len(parts) == 2 and SHORTEST_HEAD <= len(parts[-1]) <= LONGEST else None


def _head_of(text: str, cls: str, inventory: Inventory) -> str | None:
    """Return the longest head that is short enough for a blank, None where there is none."""
    heads = (text[low:] for low in _joints(text, cls, inventory))
    fitting = (head for head in heads if SHORTEST_HEAD <= len(head) <= LONGEST and not head.startswith(BOUND))
    return next(fitting, None)


def _joints(text: str, cls: str, inventory: Inventory) -> list[int]:
    """Return where in a long noun phrase its head may begin: at any noun; in a member only behind 和.

    Two words the booklet often has side by side are one term (数字教育); what stands before 和 leads to what stands
    behind it, but a member of a list may be asked by halves.
    """
    words = tag(text)
    ends = list(accumulate(len(word.text) for word in words))
    both = [end for end, word in zip(ends, words, strict=True) if word.text in ("和", "与")]
    if both or cls == "member":
        return both if cls == "member" else []
    return [
        end
        for end, (before, word) in zip(ends, pairwise(words), strict=False)
        if min(len(before.text), len(word.text)) > 1
        and not before.text.endswith(("特色", "主义"))
        and end >= SHORTEST_LEAD
        and word.tag.startswith(HEADS)
        and word.text not in GENERIC
        and inventory.count(before.text + word.text) < OFTEN
    ]


def is_edge(phrase: str, offset: int) -> bool:
    """Return whether a word of a phrase ends at an offset: 国 off 国家机关 would tear one."""
    return offset in accumulate(len(word.text) for word in tag(phrase))


def is_torn(slot: Slot, whole: Slot, finding: SlotFinding, inventory: Inventory) -> bool:
    """Return whether what is left of a long phrase is no term of its own: nobody names it without what it lost.

    A law's wording is fixed.
    """
    if len(whole.text.strip("“”")) <= LONGEST or slot.cls in ("title", "slogan"):
        return False
    if finding.spoken == "law":
        return len(slot.text) < LEGAL_TERM
    lost = finding.statement[max(0, slot.start - 2) : slot.start]
    return inventory.count(slot.text) <= inventory.count(lost + slot.text)


def accept(key: str, stem: str) -> tuple[str, ...]:
    """Return the wordings that count as right: the source's, and what is left of it without what the stem says."""
    sizes = range(len(key) - SHORTEST_TERM, 1, -1)
    said = next((size for size in sizes if key[:size] in stem and is_edge(key, size)), 0)
    short = key[said:]
    return (
        (key, short)
        if said and key[-2:] not in NAMED and short[-2:] not in WIDE and not short.startswith(BOUND)
        else (key,)
    )
