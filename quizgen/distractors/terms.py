"""Distractors out of the booklet's own wordings: phrases, clauses, subjects, places, organs."""

from __future__ import annotations

import re
from random import Random

from quizgen.distractors.inventory import TERM, Inventory, Wording
from quizgen.distractors.likeness import likeness_of, shape
from quizgen.model.finding import Finding, Slot, SlotFinding
from quizgen.text.pairs import pairs_of

TITLE = re.compile(r"《(?P<title>[^《》]{4,30}(?:意见|方案|规划|纲要|办法|条例|规定|计划|决定))》")
# 《清河市校园阅读行动方案》
NAMED = re.compile(r"^(?:国务院|国家|中央|全国|最高|人民|省|市|县)[^的和与]*(?:院|府|会|部门|机关|机构|部|委)$")
# 县人民政府
OPEN = "…"  # behind a word of the lexicon that only begins a name
WEAK = re.compile(r"^(?:重要|基本|主要|根本|有效|合理|必要|相应|良好|具体|一定|更|最|新的|各)")
# 重要内容: a degree, not a kind
LIKE = 2.4
GENRE = 2  # characters a title ends in: 意见, 规划
HEAD = 2  # characters a predicate ends in: 关键保障, 有效保障
NAMING = frozenset({"topic", "goal", "filler", "term"})  # classes whose wordings name things one could put for another


def propose_terms(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return phrases of the booklet like the key in class, length and ending, the likest first."""
    scored: dict[str, float] = {}
    for wording in _comparable(key, slot, inventory):
        likeness = likeness_of(key, wording.text)
        if likeness < LIKE:
            continue
        bonus = 0.8 * (wording.name == slot.name) + 0.3 * (wording.section == finding.where.section)
        bonus += 0.2 * min(3, inventory.count(wording.text) - 1)
        scored[wording.text] = max(scored.get(wording.text, 0.0), likeness + bonus)
    return sorted(sorted(scored), key=lambda text: -round(scored[text], 1))


def _comparable(key: str, slot: Slot, inventory: Inventory) -> list[Wording]:
    """Return the wordings of the key's kind: they end alike, or stood in the same sort of slot and are terms."""
    naming, end = slot.cls in NAMING, key[-1]
    return [
        wording
        for wording in inventory.terms_like(key)
        if wording.text[-1] == end or (naming and wording.cls == slot.cls and _is_term(key, wording, inventory))
    ]


def _is_term(key: str, wording: Wording, inventory: Inventory) -> bool:
    """Return whether a wording is no turn of phrase and built of the word classes the key is built of."""
    return inventory.count(wording.text) >= 3 and shape(wording.text)[2] == shape(key)[2]


def propose_series(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return terms of the key's length with its last two characters that stand in lists of such: 经济建设, 文化建设."""
    tail = key[-1:] if len(key) <= 3 else key[-2:]
    first = shape(key)[0]
    like = inventory.terms_like(key, reach=0) if len(key) <= 6 else ()
    alike = (w.text for w in like if w.text.endswith(tail) and inventory.is_sibling(w.text, tail))
    found = {text for text in alike if shape(text)[0] == first and not WEAK.match(text)}
    found = {text for text in found if inventory.count(text) >= TERM}  # said once, it is a turn of phrase
    return sorted(found, key=lambda text: (-inventory.count(text), text))


def propose_neighbours(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return subjects the same article says something else of in the same form, the likest first."""
    found = {
        w.text: likeness_of(key, w.text)
        for w in inventory.wordings
        if w.kind == "position" and w.name == "subject" and w.section == finding.where.section and w.text != key
    }
    near = [text for text in found if len(text) <= 2 * len(key) and len(key) <= 2 * len(text)]
    near = [text for text in near if not _is_such(text, finding, inventory)]
    return sorted(near, key=lambda text: (-round(found[text], 1), text))


def propose_definienda(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return other terms the booklet defines, the likest first: each has a definition of its own."""
    defined = {w.text for w in inventory.wordings if w.kind == "definition" and w.name == "term" and w.text != key}
    near = [text for text in defined if len(text) <= 2 * len(key) and len(key) <= 2 * len(text)]
    return sorted(near, key=lambda text: (text[-1] != key[-1], -round(likeness_of(key, text), 1), text))


def _is_such(subject: str, finding: Finding, inventory: Inventory) -> bool:
    """Return whether the booklet says of a subject that it is the like of what is asked: some 保障 or other."""
    head = finding.statement[-HEAD:] if isinstance(finding, SlotFinding) else ""
    said = (rest for verb in ("是", "成为") for rest in inventory.sequels(subject + verb))
    return bool(head) and any(head in rest for rest in said)


def propose_clauses(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return clauses out of other series, those of the key's verb and length first."""
    found = dict.fromkeys(w.text for w in inventory.wordings if w.cls == "clause" and w.text != key)
    near = [text for text in found if abs(len(text) - len(key)) <= 3]
    return sorted(near, key=lambda text: (text[0] != key[0], abs(len(text) - len(key)), text))


def propose_places(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return places of the key's level: the lexicon's, else those of the booklet that end alike."""
    level = next((level for level in inventory.places if key in level), None)
    own = (w.text for w in inventory.wordings if w.cls == "place" and w.text[-1] == key[-1])
    every = sorted(set(level or own))
    random.shuffle(every)
    return every


def propose_organs(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return organs of the key's level: those of the booklet and, for ministries, the lexicon's."""
    every = [w.text for w in inventory.wordings if w.cls == "organ" and ("、" in w.text) == ("、" in key)]
    every += inventory.organs if key in inventory.organs else ()
    every = list(dict.fromkeys(every))
    random.shuffle(every)
    near = [text for text in every if text[-1] == key[-1]]
    return sorted(near, key=lambda text: -likeness_of(key, text))


def propose_alternatives(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return what a law could have said instead: another consequence, the same office of another level."""
    if "、" in key:
        return []
    lines = [(word, line) for line in inventory.alternatives for word in line if _stands_for(word, key)]
    word, line = max(lines, key=lambda pair: len(pair[0].removesuffix(OPEN)), default=("", ()))
    rest = key[len(word.removesuffix(OPEN)) :]
    others = [other.removesuffix(OPEN) + rest for other in line if other != word]
    random.shuffle(others)
    return others


def _stands_for(word: str, key: str) -> bool:
    """Return whether a word of the lexicon is the key or, where it ends in …, begins it: 国务院…教育行政部门."""
    return key == word or (word.endswith(OPEN) and key.startswith(word[:-1]) and key != word[:-1])


def propose_counterparts(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return what stands in the same slot in the other rules of the booklet, those of the key's length first."""
    found = dict.fromkeys(w.text for w in inventory.wordings if (w.name, w.cls) == (slot.name, slot.cls))
    return sorted((text for text in found if text != key), key=lambda text: (abs(len(text) - len(key)), text))


def propose_charged(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return the single organs a law charges with something else, in any order, then the lexicon's of the key's level.

    They have a name of their own, which says more than 有关部门.
    """
    every = {w.text for w in inventory.wordings if w.cls == "organ" and w.kind == "organ"} - {key}
    if not NAMED.search(key):
        return []
    own = sorted(text for text in every if "、" not in text and NAMED.search(text))
    rivals = inventory.rivals_of(key)
    random.shuffle(own)
    random.shuffle(rivals)
    return own + rivals


def propose_titles(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return the titles of plans and rules the booklet names, for one of them; the likest in genre and length first.

    Those of one matter come behind those of others: three about schools give away the one that is about factories.
    """
    if not TITLE.match(f"《{key}》"):
        return []
    titles = {match.group("title") for match in TITLE.finditer(inventory.text)} - {key}
    found = sorted(titles, key=lambda text: (text[-2:] != key[-2:], abs(len(text) - len(key)), text))
    matters = [pairs_of(text[:-GENRE]) - pairs_of(key) for text in found]
    kin = {text: sum(bool(matters[i] & other) for other in matters[:i]) for i, text in enumerate(found)}
    return sorted(found, key=lambda text: kin[text])
