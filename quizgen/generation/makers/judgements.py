"""Judgements: a statement as it is, or with one span falsified (RULES.md section 8)."""

from __future__ import annotations

import re
from random import Random

from quizgen.distractors import NEGATIVE, choose
from quizgen.distractors.likeness import likeness_of
from quizgen.generation.makers.kit import Kit, Made
from quizgen.generation.makers.members import foreign_members, is_closed
from quizgen.generation.makers.rights import judge_rights
from quizgen.generation.stems import asked_slot, gapped, stated
from quizgen.items.base import Correction
from quizgen.items.true_false import TrueFalse
from quizgen.model.finding import Finding, ListFinding, OutlineFinding, Slot, SlotFinding
from quizgen.model.template import ItemTemplate
from quizgen.resources import read_words
from quizgen.text.words import tag

IMPERATIVE = re.compile(r"^(?:深入|全面|一定|全党|要|必须|应当|应|需要|坚持|加快|加强|推进|推动)")
# 要坚持
SACRED = re.compile(r"党|领导|习近平|社会主义|马克思|毛泽东|邓小平|主席|总书记|中央|主义|祖国|主权|统一|军队")
# 党的领导 (never falsified: gate 9)
ALIKE = 2.4  # of two states that may be reversed
LONGEST = 50  # characters of a statement to be judged
SHORTEST = 10  # … and of what it says
CENTRAL = 0.7  # salience of a measure worth judging
SELECTED = ("person", "meeting")
"""Whose calls are facts of a digest, which tells the main ones; a report or a law is full of them."""
EMPTY_DUTY = re.compile(
    r"不得违反(?:法律|国家)|不得有|从其规定|关心、|要?加强[^，、]{0,4}(?:交流|合作|沟通|对话)|合法、正当|非法方式|难题|困难|遵守(?:宪法|法律)|办好|采取[^，]{0,8}措施|行使相关职权|有关规定执行|^[^，]{2,12}依法(?:健全|完善|加强)[^，]{2,8}$|严格依法|按照约定|贯彻[^，]*(?:原则|方针)|^国家(?:支持|鼓励|倡导|提倡)"
    r"|^国家(?!机关|工作|安全|网信|建立|实行|设立|保障|对)[^、\d]*$"
    r"|不得非法|任何[^，]{1,12}不得|依照法律、行政法规|加强[^，]{0,14}的领导"
    r"|[做抓][实好][^，]{0,4}[两三四五六七八九十][项件个][^，]{0,4}$"
)
# 严格依法办事: nothing to check
TWICE = re.compile(
    r"转向.*转向|是[^，]*、[^，]*是|(?<![不但可于])是[^，]+，(?![^，]{0,2}而)[^，]{0,10}是|以.*为.*，以.*为|之一"
)
# X以A为基础，以B为保障: two claims; 之一: right whatever else is
SECOND = re.compile(r"；|，具体办法")
# 学校实行预约制，具体办法由县政府规定: two facts
SLIGHT = ("化", "性")  # 多元化 or 法治化: a false word nobody would stumble over
PAUSE = re.compile(r"(?P<subject>[^，]{2,24})，(?:[^，]{0,10}是|关键|核心|根本|重点|重在|必须|要(?!求))")
# 推进校园阅读，是立德树人的基础; 推进校园阅读，关键在课堂: one claim all the same
CASE = re.compile(
    r"^(?:(?:19|20)\d\d年[^，]{0,12}，|对|为|在|根据|依照|按照|因|经|自|除)"
    r"|(?:的|时|后|中|上|前|内|工作|活动)，|，(?:为|不得|并不|不)"
)
# 学校采购图书的，应当公开书目: a case and what is due in it, one claim
LEVELS = {
    "全国": re.compile(r"^(?:县|市|省|地方|乡)"),
    "本行政区域": re.compile(r"^(?:国务院|全国|中央)"),
    "县域": re.compile(r"^(?:国务院|省|市)"),
}
"""What is said of a place, and the organs that would be wrong for it at a glance."""
SHOULD = re.compile(r"必须|(?<![重主首紧需])要(?![义求素点领害])|(?<![相对适反])应(?![用对急])")
# 更应成为抓手
DESCRIBES = re.compile(r"进一步|不断|显著|明显|日益|已经|得到|成为|基本|将")
# 影响力进一步提高: what is reported may be true of more than is listed
FORMULA = re.compile("|".join(map(re.escape, read_words("formulas"))))
# 立德树人: a call that names what is official is no mere call
SUBSTANCE = re.compile(
    r"、[^，、]+[、和与]|与[^，]{2,12}相|[和与][^，]{2,10}(?:融合|结合)|以[^，]{2,12}(?:推动|促进|带动|引领|支撑)|\d"
)
# 馆藏、导读、评价; 与课堂相适应: there is something to check
OPINIONS = ("position", "first", "slogan")
"""Kinds of fact that are somebody's opinion."""
EXHORTING = ("organ", "condition", "purpose", "slogan")
"""… and those that are often a mere call."""
FACT = re.compile(
    r"\d|[一二三四五六七八九十]+(?:日|年|个月|周岁|人|次|倍|元)|、|不得|机关|部门|政府|委员会|法院|为[^，]{2,10}[日节]"
)
# 应当在三十日内


def make_true_false(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the statement as it is, or with one slot falsified (RULES.md section 8)."""
    if isinstance(finding, OutlineFinding):
        return judge_rights(finding, template, kit)
    if template.device == "true":
        return _true(finding, template, kit)
    if isinstance(finding, ListFinding):
        return None if finding.open else _false_list(finding, template, kit)
    if not isinstance(finding, SlotFinding):
        return None
    slot = asked_slot(template, finding)
    anchor = finding.anchor
    if finding.spoken == "person":  # no false words in a named person's mouth: gate 9
        if IMPERATIVE.match(finding.statement):
            return None
        anchor = ""
    loose = finding.kind == "position" and not anchor  # many things may be said to be important
    undated = slot.cls == "date" and ("日" not in slot.text or finding.spoken == "law")  # when it takes effect: a trap
    shared = slot.cls == "organ" and "有关" in slot.text  # whoever else is named may be among them
    if loose or undated or shared or SACRED.search(finding.statement):
        return None
    common = kit.fields(finding, template, slot.text)
    swap = _swap(finding, slot, template, kit, Random(common["id"]))
    if swap is None:
        return "V1 找不到可靠的改错"
    start, end, wrong, device = swap
    statement = gapped(finding.statement, start, end, wrong)
    if is_out_of_reach(statement, wrong):
        return "V1 找不到可靠的改错"
    right = finding.statement[start:end]
    stem = stated(template, anchor, statement)
    if len(stem) > LONGEST or statement.count("，") > 1 or TWICE.search(statement):
        return "S9 不是一个短的命题"
    return TrueFalse(stem=stem, key=False, correction=Correction(wrong=wrong, right=right), device=device, **common)


def is_out_of_reach(statement: str, wrong: str) -> bool:
    """Return whether an organ would be wrong at a glance for the place a statement is about."""
    return any(place in statement and organs.match(wrong) for place, organs in LEVELS.items())


def _true(finding: Finding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the statement as it is: one proposition, short, with a subject or a speaker of its own."""
    if not isinstance(finding, (SlotFinding, ListFinding)):
        return None
    if _is_loose(finding):
        return None
    said = next((text for text in (finding.statement, finding.brief) if _is_one_claim(text, finding)), None)
    if said is None:
        return "S9 不是一个短的命题"
    stem = stated(template, finding.anchor, said)
    rules = finding.spoken == "law" and finding.kind == "purpose"  # what a law has done
    calls = IMPERATIVE.match(said) or (finding.kind in EXHORTING and not rules)
    exhorts = calls and finding.spoken not in SELECTED
    if calls and finding.kind == "purpose" and not rules and not (FORMULA.search(said) or SUBSTANCE.search(said)):
        return "G6 没有可核对的事实"
    if len(said) < SHORTEST or EMPTY_DUTY.search(said) or (exhorts and not FACT.search(said)):
        return "G6 没有可核对的事实"
    if isinstance(finding, SlotFinding):
        asked = asked_slot(template, finding).text
    elif finding.rule == "enumeration":
        asked = "、".join(member.text for member in finding.members)
    else:
        return None
    return TrueFalse(stem=stem, key=True, **kit.fields(finding, template, asked))


def _is_one_claim(said: str, finding: SlotFinding | ListFinding) -> bool:
    """Return whether a text says one thing in few words, with its case or its aim at most."""
    spare = finding.spoken == "law" or CASE.search(said) or _pauses(said)
    short = 0 < len(said) < LONGEST - len(finding.anchor)
    return short and said.count("，") < 1 + bool(spare) and not SECOND.search(said) and not TWICE.search(said)


def _pauses(said: str) -> bool:
    """Return whether a statement's comma only sets off its subject or topic, a thing or an act."""
    match = PAUSE.match(said)
    words = tag(match.group("subject")) if match else []
    return bool(words) and (words[0].tag == "v" or all(word.tag != "v" for word in words))


def _is_loose(finding: SlotFinding | ListFinding) -> bool:
    """Return whether a statement only calls for something or gives an opinion, and nobody is named for it.

    A call for what a formula says is no claim of its own. A call that ends in 等 says too little whoever makes it; what
    a person lists in passing is nothing to be true or false; of the measures of a law or a report only the central
    ones are asked.
    """
    calls, listed = IMPERATIVE.match(finding.statement), isinstance(finding, ListFinding)
    if finding.rule == "formula" and (calls or SHOULD.search(finding.statement)):
        return True
    if finding.spoken == "person" and listed and not calls:
        return True
    if calls and isinstance(finding, ListFinding) and finding.open:
        return True
    if finding.kind == "purpose" and finding.salience < CENTRAL and finding.spoken not in SELECTED:
        return True
    should = finding.spoken != "law" and SHOULD.search(finding.statement)
    nobody = not finding.anchor and finding.spoken != "law"
    return nobody and (bool(calls or should) or listed or finding.kind in ("slogan", "first"))


def _false_list(finding: ListFinding, template: ItemTemplate, kit: Kit) -> Made:
    """Return the list with one member replaced by a foreign one (RULES.md section 8, D5)."""
    if not (finding.spoken and is_closed(finding)):  # what nobody in particular lists may hold more than is listed
        return None
    if finding.spoken == "person" or NEGATIVE.search(finding.statement) or SACRED.search(finding.statement):
        return None
    if DESCRIBES.search(finding.statement):
        return None
    common = kit.fields(finding, template, "、".join(m.text for m in finding.members))
    random = Random(common["id"])
    for member in finding.members[1:]:
        if member.text.endswith(SLIGHT):
            continue
        for foreign in foreign_members(finding, [member], kit.inventory, random, own=True):
            statement = gapped(finding.statement, member.start, member.end, foreign)
            stem = stated(template, finding.anchor, statement)
            if len(stem) > LONGEST:
                return "S9 不是一个短的命题"
            correction = Correction(wrong=foreign, right=member.text)
            return TrueFalse(stem=stem, key=False, correction=correction, device="foreign-member", **common)
    return "V1 找不到可靠的改错"


def _swap(
    finding: SlotFinding, slot: Slot, template: ItemTemplate, kit: Kit, random: Random
) -> tuple[int, int, str, str] | None:
    """Return the one changed span and its false wording: two states reversed, or one slot refilled."""
    if finding.kind == "change" and len(finding.slots) == 2:
        first, second = sorted(finding.slots, key=lambda s: s.start)
        if likeness_of(first.text, second.text) < ALIKE:
            return None
        between = finding.statement[first.end : second.start]
        return first.start, second.end, second.text + between + first.text, "reversal"
    chosen = choose(slot.text, slot, finding, template.distractors, kit.inventory, random, count=1)
    return (slot.start, slot.end, chosen[0][0], chosen[1]) if chosen else None
