"""Claims: what of a finding may be judged true or false (RULES.md section 8)."""

from __future__ import annotations

import re

from quizgen.model.finding import ListFinding, SlotFinding
from quizgen.resources import read_words
from quizgen.text.pairs import share_said
from quizgen.text.words import tag

IMPERATIVE = re.compile(
    r"^(?:深入|全面|一定|全党|要(?!素|义|点)|必须|应当|应(?![用对急])|需要(?!是)|坚持|加快|加强|推进|推动)"
)
# 要坚持
ACT_IS = re.compile(r"^[^，；：“]{4,24}(?<![的不就还也都更其别])(?<!特别)(?<!尤其)是(?!否)")
# 加快推进校园阅读是立德树人的要求
LONGEST = 50  # characters of a statement to be judged
SHORTEST = 10  # … and of what it says
CENTRAL = 0.7  # salience of a measure worth judging
SELECTED = ("person", "meeting")
"""Whose calls are facts of a digest, which tells the main ones; a report or a law is full of them."""
EMPTY_DUTY = re.compile(
    r"不得违反(?:法律|国家)|不得有|从其规定|关心、|要?加强[^，、]{0,4}(?:交流|合作|沟通|对话)|合法、正当|非法方式|难题|困难|遵守(?:宪法|法律)|办好|为榜样$"
    r"|应当加强[^，、]{0,4}(?:管理|监督|领导)$|采取[^，]{0,8}措施|行使相关职权|有关规定执行|^[^，]{2,12}依法(?:健全|完善|加强)[^，]{2,8}$|严格依法|按照约定|贯彻[^，]*(?:原则|方针)|^国家(?:支持|鼓励|倡导|提倡)"
    r"|^国家(?!机关|工作|安全|网信|建立|实行|设立|保障|对)[^、\d]*$"
    r"|不得非法|任何[^，]{1,12}不得|依照法律、行政法规|加强[^，]{0,14}的领导"
    r"|^要?(?:开展|组织|营造|形成)[^，]*的[^，]{0,4}(?:活动|氛围|环境|风气)$"
    r"|^要?(?:不断|进一步|切实|持续|大力|着力)(?:加强|改进|增强|提高|强化|完善)(?:和(?:加强|改进|提高|完善))?[^，、\d]{2,20}$"
    r"|[做抓][实好][^，]{0,4}[两三四五六七八九十][项件个][^，]{0,4}$"
)
# 严格依法办事: nothing to check
TWICE = re.compile(
    r"转向.*转向|是[^，]*、[^，]*是|(?<![不但可于])是[^，]+，(?![^，]{0,2}而)[^，]{0,10}是|以.*为.*，以.*为|之一"
)
# X以A为基础，以B为保障: two claims; 之一: right whatever else is
SECOND = re.compile(r"；|，具体办法")
# 学校实行预约制，具体办法由县政府规定: two facts
PAUSE = re.compile(r"(?P<subject>[^，]{2,30})，(?:[^，]{0,10}是|关键|核心|根本|重点|重在|必须|要(?!求))")
# 推进校园阅读，是立德树人的基础; 推进校园阅读，关键在课堂: one claim all the same
CASE = re.compile(
    r"^(?:从[^，]{2,12}看，|(?:19|20)\d\d年[^，]{0,12}，|对|为|在|根据|依照|按照|因|经(?!济|验)|自(?!觉|主|信|立)|除)"
    r"|(?:的|时|后|中|上|前|内|工作|活动)，|，(?:为|不得|并不|不)"
)
# 学校采购图书的，应当公开书目: a case and what is due in it, one claim
SHOULD = re.compile(r"必须|(?<![重主首紧需])要(?![义求素点领害])|(?<![相对适反])应(?![用对急])")
# 更应成为抓手
FORMULA = re.compile("|".join(map(re.escape, read_words("formulas"))))
# 立德树人: a call that names what is official is no mere call
SUBSTANCE = re.compile(
    r"[^，、]{2}、[^，、]{2}|，助力|与[^，]{2,12}相|[和与][^，]{2,10}(?:融合|结合)|以[^，]{2,12}(?:推动|促进|带动|引领|支撑)|\d"
    r"|“[^”]{3,}”|[两三四五六七八九十](?:大|个|项|类)|[将把][^，]{3,20}(?:应用[到于]|转化为|纳入|融入|嵌入|列入|延伸[到至]|贯穿)"
    r"|(?:成立|设立|组建|建立|建设|建成|打造|构建|搭建|制定|编制|实施|开展)[^，]{3,20}"
    r"(?:委员会|联盟|平台|中心|基地|社区|集群|实验床|大模型|体系|制度|机制|工程|行动|计划|规划|纲要|标准)(?:，|$)"
)
# 馆藏、导读; ，助力书香社会建设; 与课堂相适应; 建立馆际互借制度: there is something to check
DEFINES = re.compile(r"^[^，是]{2,12}是(?:以|由)[^，]{4,40}的[^，的]{2,14}$")
# 数字教研是以课堂为阵地的教学研究活动: what something is stands for itself
COMPOSED = re.compile(
    r"^[^，]{2,12}(?:由[^，]+、[^，]+(?:而[^，]{1,4}|组成|构成|的[^，]{2,10})|以[^，]+、[^，]+为[^，]{2,8}|分为[^，]+、[^，]+)$"
    rf"|{DEFINES.pattern}"
)
# 校园阅读由师生共读、家校共育而成; 校园阅读是以藏书、导读为依托的学习方式: what makes it what it is
TRUISM = re.compile(r"(?:时代要求|需要|趋势|课题|难题)$|不容")
# 校园阅读是时代要求: who would deny it?
FOR_WHAT = re.compile(r"(?:^|[，要将])为(?!主)[^，]*")
# 要为课堂改革培养人才: for what, and no more
TOLD = 0.7  # of a statement in the name of who says it: a meeting for reading calls for reading
CALLED = ("purpose", "change", "slogan")
"""Kinds of fact of which a call must hold something to check"""
EXHORTING = ("organ", "condition", "purpose", "slogan")
"""… and those that are often a mere call."""
FACT = re.compile(
    r"\d|[一二三四五六七八九十]+(?:日|年|个月|周岁|人|次|倍|元)|、|不得|机关|部门|政府|委员会|法院|为[^，]{2,10}[日节]"
)
# 应当在三十日内


def is_call(said: str) -> bool:
    """Return whether a text begins with what is called for: not where that is only the subject (推进阅读是……)."""
    return bool(IMPERATIVE.match(said)) and not ACT_IS.match(said)


def find_claim(finding: SlotFinding | ListFinding) -> tuple[str, str | None]:
    """Return the statement, or its brief form, as one short proposition; else "" and the reason (None: no claim)."""
    if _is_loose(finding):
        return "", None
    said = next((text for text in (finding.statement, finding.brief) if _is_one_claim(text, finding)), None)
    if said is None:
        return "", "S9 不是一个短的命题"
    rules = finding.spoken == "law" and finding.kind == "purpose"  # what a law has done
    calls = is_call(said) or (finding.kind in EXHORTING and not rules)
    exhorts = calls and finding.spoken not in SELECTED
    named = FORMULA.search(said) and not _is_double(said)
    if calls and finding.kind in CALLED and not rules and not (named or SUBSTANCE.search(said)):
        return "", "G6 没有可核对的事实"
    if not FOR_WHAT.sub("", said) or share_said(said, finding.anchor) >= TOLD:
        return "", "G6 没有可核对的事实"
    if len(said) < SHORTEST or EMPTY_DUTY.search(said) or (exhorts and not FACT.search(said)):
        return "", "G6 没有可核对的事实"
    return said, None


def _is_one_claim(said: str, finding: SlotFinding | ListFinding) -> bool:
    """Return whether a text says one thing in few words, with its case or its aim at most."""
    called = finding.spoken in SELECTED and (finding.kind == "purpose" or is_call(said))
    spare = called or finding.spoken == "law" or not _is_double(said)
    short = 0 < len(said) < LONGEST - len(finding.anchor)
    return short and said.count("，") < 1 + spare and not SECOND.search(said) and not TWICE.search(said)


def _is_double(said: str) -> bool:
    """Return whether a text says two things: its comma sets off neither its case nor its topic."""
    return "，" in said and not (CASE.search(said) or _pauses(said))


def _pauses(said: str) -> bool:
    """Return whether a statement's comma only sets off its subject or topic, a thing or an act."""
    match = PAUSE.match(said)
    subject = match.group("subject") if match else ""
    words = tag(subject[: subject.rfind("的") + 1] or subject)  # behind 的 stands a noun: 关于阅读的论述
    return bool(words) and (words[0].tag == "v" or all(word.tag != "v" for word in words))


def _is_loose(finding: SlotFinding | ListFinding) -> bool:
    """Return whether a statement only calls for something or gives an opinion, and nobody is named for it.

    A call for what a formula says is no claim of its own. A call that ends in 等 says too little whoever makes it; what
    a person lists in passing is nothing to be true or false; of the measures of a law or a report only the central
    ones are asked.
    """
    calls, listed = is_call(finding.statement), isinstance(finding, ListFinding)
    if finding.rule == "formula" and (calls or SHOULD.search(finding.statement)):
        return True
    composed = bool(COMPOSED.search(finding.statement))
    if finding.spoken == "person" and listed and not (calls or composed):
        return True
    if calls and isinstance(finding, ListFinding) and finding.open:
        return True
    if finding.kind == "purpose" and finding.salience < CENTRAL and finding.spoken not in SELECTED:
        return True
    should = finding.spoken != "law" and SHOULD.search(finding.statement)
    nobody = not finding.anchor and finding.spoken != "law"
    listed = listed and not composed
    if (nobody or finding.spoken == "law") and TRUISM.search(finding.statement):
        return True
    return nobody and (bool(calls or should) or listed or finding.kind in ("slogan", "first"))
