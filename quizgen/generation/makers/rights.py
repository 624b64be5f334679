"""Rights and duties: where a law lists both of somebody, one list gives the other its wrong wordings."""

from __future__ import annotations

import re
from random import Random

from quizgen.generation.makers.kit import KEYS, Kit, Made
from quizgen.generation.stems import fill
from quizgen.items.base import Correction
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.single_choice import BRACKET
from quizgen.items.true_false import TrueFalse
from quizgen.model.finding import OutlineFinding
from quizgen.model.template import ItemTemplate

ASKED = re.compile(r"^(?P<law>《[^《》]+》规定，)?(?P<who>[^，]{2,16}?)(?P<verb>享有|应当履行)哪些(?P<noun>权利|义务)$")
# 《清河条例》规定，读者享有哪些权利
OTHERS = re.compile(r"其他(?:权利|义务)$")
# 法律规定的其他权利
OPPOSITE = {"权利": "义务", "义务": "权利"}
LONGEST = 30  # characters of an option


def choose_rights(finding: OutlineFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return three rights (or duties) as keys and a duty (or right) of the same people among them."""
    match = ASKED.match(finding.question)
    own, other = _options(finding), _opposite(finding, kit)
    if match is None or not other or len(own) < KEYS:
        return None
    common = kit.fields(finding, template, finding.question)
    foreign = Random(common["id"]).choice(other)
    near = sorted(own, key=lambda text: abs(len(text) - len(foreign)))[:KEYS]
    keys = tuple(text for text in own if text in near)
    if max(map(len, (*keys, foreign))) > 2 * min(map(len, (*keys, foreign))):
        return "O4 选项长短悬殊"
    asked = f"{match.group('law') or ''}{match.group('who')}{match.group('verb')}的{match.group('noun')}包括{BRACKET}"
    return MultipleChoice(
        stem=fill(template, {"question": asked}), keys=keys, distractors=(foreign,), device="foreign-member", **common
    )


def judge_rights(finding: OutlineFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return a right said to be one, or to be a duty."""
    match = ASKED.match(finding.question)
    own = [text for text in _options(finding) if "，" not in text]
    if match is None or not own or not _opposite(finding, kit):
        return None
    true = template.device == "true"
    limb = sorted(own, key=len)[-1 if true else 0]
    if true and len(own) < 2:
        return None
    common = kit.fields(finding, template, limb)
    noun = match.group("noun")
    said = f"{match.group('law') or ''}{limb}是{match.group('who')}的{noun if true else OPPOSITE[noun]}"
    correction = None if true else Correction(wrong=OPPOSITE[noun], right=noun)
    if said.count(OPPOSITE[noun]) != (0 if true else 1):
        return None
    stem = fill(template, {"question": said})
    return TrueFalse(stem=stem, key=true, correction=correction, device=None if true else "sibling-slot", **common)


def _options(finding: OutlineFinding) -> list[str]:
    texts = [limb.text for limb in finding.limbs]
    return [text for text in texts if len(text) <= LONGEST and not OTHERS.search(text)]


def _opposite(finding: OutlineFinding, kit: Kit) -> list[str]:
    """Return what the booklet lists as the same people's duties where rights are asked, and the other way round."""
    match = ASKED.match(finding.question)
    if match is None:
        return []
    wanted = OPPOSITE[match.group("noun")]
    asked = ((ASKED.match(other.question), other) for other in kit.inventory.outlines)
    lists = [o for m, o in asked if m and m.group("who") == match.group("who") and m.group("noun") == wanted]
    return [text for other in lists for text in _options(other)]
