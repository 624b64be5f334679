"""Terms: what a section speaks of, as whole phrases (“新质生产力”, never a piece of one)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from quizgen.sections.numbering import LEADING
from quizgen.text.words import Word, frequency, tag

MAX_TERMS = 6
MIN_TERMS = 2
MAX_WORDS = 8
MIN_LENGTH, MAX_LENGTH = 3, 20
MAX_TERM = 14
OVERLAP = 4  # 汉字 two terms of one section may not share in a row
FRAGMENT = 0.6  # a phrase that stands in one longer phrase this often is a piece of it
RARE = 0.12  # of its most frequent part; a longer phrase rarer than this is a chance meeting
FREE = 0.25  # of its places a phrase must be free on either side, or it is a piece of longer ones
HEAD_WEIGHT = 2.0  # a phrase in a title or an opening counts so much more
SET_WEIGHT = 0.4  # idioms and set phrases of the dictionary tell little
COMMON_NAME = 300  # jieba takes common words (智慧) for names; real names are rarer in its corpus

NOMINAL = ("n", "vn", "an", "j", "l", "b", "eng", "ag", "a", "g")
LAST = ("n", "vn", "an", "j", "l", "eng", "g")
SET_PHRASE = ("l", "i")

AFTER_NAME = ("是", "的", "、", "和", "与")  # no object stands behind the verb, and it is no predicate

VAGUE = frozenset(
    ("有关", "相关", "其他", "以上", "以下", "所在", "下列", "上述", "本法", "本次", "本届", "具体", "主要")
)
VAGUE |= {
    "全体",
    "各级",
    "各类",
    "重大",
    "广大",
    "依法",
    "会同",
    "责令",
    "处",
    "行使",
    "统一",
    "之日起",
    "方面",
    "积极",
}

VAGUE_END = re.compile(r"(?:规定|情形|方面|同志|人员|问题|情况|部门|工作|要求|有权|严重|会议)$")
# 行政法规规定

ORGAN = re.compile(r"(?:大学|学院|学校|委员会|组织|协会|研究院|人民政府|国务院|教育部)$")
# 清河师范学院

PERSON = re.compile(r"(?:总书记|主席|总理|部长|书记|校长|院长|主任|教授|司长|局长|记者|女士们|先生们|朋友们|同志们?)")
# 李局长; 书记讲话精神 behind a name


class Phrases(NamedTuple):
    """How often phrases stand in a text, and how often at the beginning and the end of their run of nominal words."""

    counts: Counter[str]
    begins: Counter[str]
    ends: Counter[str]


def find_phrases(texts: Sequence[str]) -> Phrases:
    """Return the phrases of some paragraphs that may be terms."""
    found: list[tuple[str, bool, bool]] = []
    for text in texts:
        words = tag(LEADING.sub("", text, count=1))
        found.extend(chain(*map(_phrases, _runs(words)), _named_actions(words)))
    return Phrases(
        counts=Counter([phrase for phrase, _, _ in found]),
        begins=Counter([phrase for phrase, begins, _ in found if begins]),
        ends=Counter([phrase for phrase, _, ends in found if ends]),
    )


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the runs of words a noun phrase may be made of."""
    run: list[Word] = []
    for word in words:
        if word.tag.startswith(NOMINAL) and not _is_name(word):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _named_actions(words: Sequence[Word]) -> Iterator[tuple[str, bool, bool]]:
    """Yield noun and verb where together they name an action: 校园阅读是…, not 学生阅读作品."""
    befores: list[Word | None] = [None, *words]
    for before, noun, verb, after in zip(befores, words, words[1:], words[2:], strict=False):
        nominal = noun.tag.startswith(LAST) and not _is_name(noun)
        if nominal and verb.tag == "v" and len(noun.text) == len(verb.text) == 2 and after.text in AFTER_NAME:
            yield noun.text + verb.text, before is None or not before.tag.startswith(NOMINAL), True


def _is_name(word: Word) -> bool:
    return word.tag.startswith("nr") and frequency(word.text) < COMMON_NAME


def _phrases(run: Sequence[Word]) -> Iterator[tuple[str, bool, bool]]:
    text = "".join([word.text for word in run])
    places = list(accumulate([len(word.text) for word in run], initial=0))
    for start, begin in enumerate(places[:-1]):
        for stop, end in enumerate(places[start + 1 : start + 1 + MAX_WORDS], start + 1):
            if MIN_LENGTH <= end - begin <= MAX_LENGTH and _is_noun_phrase(run[start:stop], text[begin:end]):
                yield text[begin:end], start == 0, stop == len(run)


def _is_noun_phrase(words: Sequence[Word], phrase: str) -> bool:
    """Return whether words make a phrase with a noun at its end, not a quality put to an action (积极培育)."""
    first, last = words[0].tag, words[-1].tag
    if not last.startswith(LAST) or (len(words) > 1 and last == "ns"):
        return False
    if first.startswith(("a", "b")) and not first.startswith("an") and last == "vn" and len(words) == 2:
        return False
    return not first.startswith("ad") and not any(word.text in VAGUE for word in words) and not PERSON.search(phrase)


def whole_phrases(sections: Sequence[Phrases]) -> Counter[str]:
    """Return the phrases that are no pieces of longer ones and no chance meetings of shorter ones."""
    repeated = _repeated(sections)  # what is met once is no term, and too rare to make another a fragment
    counts = _add_up([section.counts for section in sections], repeated)
    begins = _add_up([section.begins for section in sections], repeated)
    ends = _add_up([section.ends for section in sections], repeated)
    longer: dict[str, list[str]] = {}
    for phrase in counts:
        for piece in filter(counts.__contains__, _pieces(phrase)):
            longer.setdefault(piece, []).append(phrase)
    chance = {w for piece, wholes in longer.items() for w in wholes if counts[w] < max(2, RARE * counts[piece])}
    fragments = {p for p, wholes in longer.items() if any(counts[w] >= FRAGMENT * counts[p] for w in wholes)}
    bound = {p for p, n in counts.items() if min(begins[p], ends[p]) < FREE * n}
    out = chance | fragments | bound | {p for p in counts if _has_verb_before(p, counts)}
    return Counter({p: n for p, n in counts.items() if p not in out})


def _repeated(sections: Sequence[Phrases]) -> set[str]:
    """Return the phrases met more than once."""
    met: set[str] = set()
    again: set[str] = set()
    for section in sections:
        again.update(p for p, n in section.counts.items() if n > 1 or p in met)
        met.update(section.counts)
    return again


def _add_up(counters: Sequence[Counter[str]], chosen: set[str]) -> Counter[str]:
    """Return the sum of counters, of the chosen phrases only."""
    total: dict[str, int] = {}
    for counter in counters:
        for phrase in filter(chosen.__contains__, counter):
            total[phrase] = total.get(phrase, 0) + counter[phrase]
    return Counter(total)


def _has_verb_before(phrase: str, counts: Counter[str]) -> bool:
    """Return whether a phrase is a verb and its object: what follows its first word is a phrase met more often."""
    return counts[phrase[2:]] > counts[phrase] and tag(phrase)[0].tag == "vn"


def _pieces(phrase: str) -> list[str]:
    whole = len(phrase)
    return [phrase[start : start + size] for size in range(MIN_LENGTH, whole) for start in range(whole - size + 1)]


def rank_terms(sections: Sequence[Phrases], whole: Counter[str], heads: Sequence[str]) -> list[list[str]]:
    """Return the terms of each section, most telling first.

    ``whole``: the phrases to choose from; ``heads``: titles and openings of the sections, where a term counts more.
    """
    counts = [section.counts for section in sections]
    spread = Counter(phrase for section in counts for phrase in section if phrase in whole)
    return [
        _best({p: _weight(p, section, spread, head, len(counts)) for p in section if p in whole}, section, head)
        for section, head in zip(counts, heads, strict=True)
    ]


def _weight(phrase: str, section: Counter[str], spread: Counter[str], head: str, sections: int) -> float:
    rarity = 1 + math.log(sections / spread[phrase]) / 2
    place = HEAD_WEIGHT if phrase in head else 1.0
    plain = SET_WEIGHT if VAGUE_END.search(phrase) or ORGAN.search(phrase) or _is_set(phrase) else 1.0
    return section[phrase] * rarity * place * plain * math.log2(len(phrase))


def _is_set(phrase: str) -> bool:
    words = tag(phrase)
    return len(words) == 1 and words[0].tag.startswith(SET_PHRASE)


def _best(weights: dict[str, float], section: Counter[str], head: str) -> list[str]:
    """Return the weightiest phrases, none inside another; a section with too few takes phrases of its head."""
    chosen: list[str] = []
    ranked = sorted(weights, key=lambda phrase: (-weights[phrase], phrase))
    spare = sorted((p for p in section if p not in weights), key=lambda p: (p not in head, -len(p), p))
    for phrase in [*ranked, *(spare if len(ranked) < MIN_TERMS else [])]:
        if len(chosen) < MAX_TERMS and len(phrase) <= MAX_TERM and not any(_overlap(phrase, c) for c in chosen):
            chosen.append(phrase)
    return chosen


def _overlap(phrase: str, other: str) -> bool:
    size = min(OVERLAP, len(phrase), len(other))
    return any(phrase[k : k + size] in other for k in range(len(phrase) - size + 1))
