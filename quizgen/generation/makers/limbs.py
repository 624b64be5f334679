"""Limbs: some limbs of an outline to be told from one of another (教师享有的权利包括…), RULES.md section 7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from quizgen.distractors import CLAUSE_MARK
from quizgen.generation.makers.kit import KEYS, Kit, Made
from quizgen.generation.stems import fill
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.single_choice import BRACKET
from quizgen.model.finding import OutlineFinding
from quizgen.model.template import ItemTemplate
from quizgen.text.pairs import share_said
from quizgen.text.words import tag

WHICH = re.compile(
    r"^(?P<who>.{2,60}?)(?P<verb>享有|应当履行|履行|采取|提出|提供|规定)了?哪些(?P<what>[^，；有]{2,14})$"
)
# 《借阅办法》规定，读者享有哪些权利
WHOSE = re.compile(r"^(?P<what>.{4,40}?)有哪些$")
# 校园阅读的新特征有哪些
OTHERS = re.compile(r"其他|有关规定|法律、行政法规规定")
# 法律规定的其他职责
SHORTEST, LONGEST = 6, 24  # characters of an option
TOPIC = 4  # characters that name a topic
COMMON = 0.5  # of the pairs of characters of a foreign limb in the outline's own words


def choose_limbs(finding: OutlineFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return three limbs as keys and the foreign one that looks most like them."""
    stem = _stem_of(finding.question)
    if stem is None:
        return None
    limbs = [text for text in map(_lead, (limb.text for limb in finding.limbs)) if _is_option(text)]
    if len(limbs) < KEYS:
        return "O1 找不到三个长短相近的要点"
    keys = min((limbs[i : i + KEYS] for i in range(len(limbs) - KEYS + 1)), key=_spread)
    common = kit.fields(finding, template, "、".join(keys))
    foreign = _foreign(finding, keys, kit, Random(common["id"]))
    if foreign is None or _spread([*keys, foreign]) > 2:
        return "M2 找不到可靠的非本列项"
    stem = fill(template, {"question": stem})
    return MultipleChoice(stem=stem, keys=tuple(keys), distractors=(foreign,), device="foreign-limb", **common)


def _stem_of(question: str) -> str | None:
    """Return the question as a statement with a gap, None where it has another form."""
    if match := WHICH.match(question):
        return f"{match['who']}{match['verb']}的{match['what']}包括{BRACKET}"
    match = WHOSE.match(question)
    return f"{match['what']}包括{BRACKET}" if match else None


def _lead(limb: str) -> str:
    """Return the first clause of a limb."""
    return CLAUSE_MARK.split(limb)[0]


def _is_option(text: str) -> bool:
    return SHORTEST <= len(text) <= LONGEST and not OTHERS.search(text)


def _spread(texts: list[str]) -> float:
    """Return how many times as long as the shortest the longest of the texts is."""
    return max(map(len, texts)) / min(map(len, texts))


def _foreign(finding: OutlineFinding, keys: list[str], kit: Kit, random: Random) -> str | None:
    """Return a limb of another outline about something else, built like the keys, None where there is none."""
    own = finding.question + "".join(limb.text + (limb.detail or "") for limb in finding.limbs)
    frames = [set(column) for column in zip(*map(_built, keys), strict=True)]
    if len(frames[0]) > 1 and WHOSE.match(finding.question):
        return None  # features worded variously: a foreign one would tell itself apart
    limbs = (text for text in _limbs_elsewhere(finding, kit) if _is_option(text) and share_said(text, own) <= COMMON)
    found = [text for text in limbs if all(map(set.__contains__, frames, _built(text)))]
    random.shuffle(found)
    return min(found, key=lambda text: _spread([*keys, text]), default=None)


def _built(limb: str) -> tuple[bool, bool]:
    """Return whether a limb begins with what is done (借出图书, not 藏书丰富), and ends in a described noun."""
    return tag(limb)[0].tag.startswith("v"), "的" in limb


def _limbs_elsewhere(finding: OutlineFinding, kit: Kit) -> Iterator[str]:
    """Yield the limbs of outlines that ask the like of the same article, or name what this one is about."""
    runs = {finding.question[i : i + TOPIC] for i in range(len(finding.question) - TOPIC + 1)}
    for other in kit.inventory.outlines:
        if other.question != finding.question and _stem_of(other.question):
            near = other.where.section == finding.where.section
            texts = (_lead(limb.text) for limb in other.limbs)
            yield from (text for text in texts if near or any(run in text for run in runs))
