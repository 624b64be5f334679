"""Rows: the sibling slots of one sentence (关键在课堂，目标是育人) and the lexicon's rivals as distractors.

RULES.md section 6, F2: fillers of sibling slots are the best distractors there are.
"""

from __future__ import annotations

import re
from random import Random

from quizgen.distractors.inventory import CLAUSE_MARK, Inventory
from quizgen.distractors.likeness import shape
from quizgen.model.finding import Finding, Slot, SlotFinding

FIGURATIVE = re.compile(r"阵地|手棋|舱石|雨表|命线|硬道理|试金石|命脉|底色|引擎|支柱|纽带")
# 主阵地
BESIDE = 3  # characters on either side of a filler that say which slot of its row it fills


def siblings_of(finding: Finding, slot: Slot, inventory: Inventory) -> list[str]:
    """Return the fillers of the other attributes the same sentence gives."""
    row = inventory.rows.get(finding.where.sentence, ()) if finding.kind == "attribute" else ()
    return [text for text in row if text != slot.text]


def isolate(finding: SlotFinding, slot: Slot, inventory: Inventory) -> tuple[SlotFinding, Slot]:
    """Return the finding with its one attribute and the slot in it: siblings to choose among must not be seen.

    What cannot be parted from them stays as it is.
    """
    siblings = siblings_of(finding, slot, inventory)
    if not any(text in finding.statement for text in siblings):
        return finding, slot
    first, *rest = finding.statement.split("，")
    cut = "，".join([first, *(clause for clause in rest if not any(text in clause for text in siblings))])
    for said in (finding.brief, cut):
        if said.count(slot.text) == 1 and not any(text in said for text in siblings):
            return restate(finding, slot, said)
    return finding, slot


def restate(finding: SlotFinding, slot: Slot, said: str) -> tuple[SlotFinding, Slot]:
    """Return the finding as it is put in ``said``, where the slot's text stands once, and the slot there."""
    start = said.index(slot.text)
    alone = slot.model_copy(update={"start": start, "end": start + len(slot.text)})
    return finding.model_copy(update={"statement": said, "slots": (alone,)}), alone


def is_parted(wording: str, finding: SlotFinding, slot: Slot, inventory: Inventory) -> bool:
    """Return whether a sibling is false in the slot: the row gives it another, and the booklet nowhere this one."""
    left = CLAUSE_MARK.split(finding.statement[: slot.start])[-1][-BESIDE:]
    right = CLAUSE_MARK.split(finding.statement[slot.end :])[0][:BESIDE]
    put = [text for text in (left + wording if not right else "", wording + right if right else "") if text]
    told = wording in finding.statement or wording in slot.text or slot.text in wording
    return not told and not any(text in inventory.text for text in put)


def propose_siblings(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return the sibling fillers, then their rivals and the key's, then fillers of other rows."""
    siblings = siblings_of(finding, slot, inventory)
    if not siblings:
        return []
    rivals = [word for text in (key, *siblings) for word in inventory.rivals_of(text)]
    random.shuffle(rivals)
    others = [text for row in inventory.rows.values() for text in row if shape(text)[1:] == shape(key)[1:]]
    return list(dict.fromkeys([*siblings, *rivals, *others]))


def propose_rivals(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return the lexicon's rivals of the key."""
    taken = siblings_of(finding, slot, inventory)
    if slot.cls == "measure" and FIGURATIVE.search(key):  # 筑牢阵地: a verb goes with one image alone
        return []
    if slot.cls == "measure":  # what is named in one breath with the key may be done as well
        taken = [
            word for word in inventory.rivals_of(key) if set(inventory.places_of(word)) & set(inventory.places_of(key))
        ]
    words = [word for word in inventory.rivals_of(key) if word not in taken]
    random.shuffle(words)
    return sorted(words, key=lambda word: (word[-2:] != key[-2:], word[0] != key[0]))  # those of one family first
