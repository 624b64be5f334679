"""Speakers: whose claim a sentence is, and what its short names stand for (RULES.md gates 2 and 3).

"会议指出" and "《意见》提出" say nothing on a test paper; the name is taken from the same article or nothing is made of
it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.miners.meetings import last_meeting
from quizgen.miners.posts import with_post
from quizgen.miners.referents import ANAPHOR, NATIONAL_LEADER, SHORT_TITLE, Attribution, Referents
from quizgen.text.names import SURNAMES

VERBS = (
    "讲到|明确指出|明确提出|明确要求|明确规定|再次强调|特别强调|深刻指出|指出|强调|提出|要求|表示|认为|倡议|呼吁|规定|"
    "明确|说|介绍"
)
AGAIN = "再次"  # says something only behind the first time
SAYS = re.compile(
    rf"^(?P<who>[^，。；：]{{1,44}}?)(?:还|也|又|曾|进一步|最后|同时)?(?P<verb>{VERBS})(?:[，：]|(?<=[出调求])(?=要))"
)
# 县教育局局长在会上强调，
SCENE = re.compile(r"^[^，。；：]{2,44}，")
# 在全县教育工作会议上，
ISSUED = re.compile(
    r"^(?:[^。；：]{0,60}，)?[^，。；：]{0,40}?(?:印发|发布|出台|制定|公布)(?:了)?(?P<title>《[^《》]{2,50}》)(?:作为[^，。；]{2,12})?，"
    r"(?:给出[^，。；]{2,20}，)?(?:并)?(?:明确)?(?P<verb>提出|要求|规定|指出|明确)(?P<done>了)?，?"
)
# 2024年，县政府印发《校园阅读行动方案》，提出
COMES_OUT = re.compile(
    r"^(?:[^。；：《]{0,30}，)?(?P<title>《[^《》]{4,50}》)(?:正式)?(?:印发|发布|出台|公布|实施|施行)，"
    r"(?:并)?(?:明确)?(?P<verb>提出|要求|规定|指出|明确)(?P<done>了)?，?"
)
# 2024年3月，《校园阅读行动方案》印发，提出
QUOTED = re.compile(
    rf"^“(?P<quote>[^“”。！？]{{8,120}})[。！]?”(?P<who>[^，。；：“”]{{2,30}}?)(?P<verb>{VERBS})(?:道)?$"
)
# “要以师生共读推动课堂改革。”县教育局局长李卫国表示
DOCUMENT_SAYS = re.compile(
    r"^(?P<title>《[^《》]{4,50}》)(?:还|也)?(?:进一步|明确)?(?P<verb>提出|明确|规定|要求|指出|强调)(?P<done>了)?(?=[^，：]{4,})"
)
# 《校园阅读行动方案》提出了推进校园阅读的三项原则
OCCASION = re.compile(
    r"在(?P<what>[^，。；：]{2,40}?)(?:上的讲话中|的报告中|讲话中|致辞中|演讲中|会议上|期间|上|时|中|里)$"
)
# 在全县教育工作会议上
NAMED = re.compile(
    r"《[^《》]+》|第[一二三四五六七八九十百\d]+[届次]|[一二三四五六七八九十]大|[^\s]{2,30}(?:大会|论坛|峰会|座谈会|工作会议|全会)|20\d\d年"
)
# 第三次教育工作会议
UNNAMED = re.compile(
    r"^(?:本次|此次|这次|本届)?(?:会议|大会|全会|论坛|峰会|座谈会|会上|会|报告|方案|意见|规划|纲要|通知|倡议|文件|公报|决定|蓝皮书|白皮书|指南|标准|办法|条例|法律)"
    r"(?:还|也)?$"
)
# 会议
ORDINARY = re.compile(
    r"大学|学院|中学|小学|学校|幼儿园|医院|公司|企业|研究院|研究所|教授|教师|老师|研究员|讲师|学生|家长|同学|校长|院长|专家|学者|记者|网友|村民|工程师|"
    r"有人|人士|嘉宾|代表|他们|我们|大家|本报|栏目|笔者|不少|许多|一些|部分"
)
# 某中学教师
NAME = re.compile(
    rf"(?:^|[一-龥])[{SURNAMES}][一-龥]{{1,2}}$|[部委局厅署院办处社法会](?:党组)?$|(?:条例|规定|办法|方案|意见|纲要|规划|通知|报告|倡议|宣言|公报|决定|计划|标准|指南|蓝皮书|白皮书|》|”|"
    r"会议|大会|全会|论坛|书记|主席|总理|部长|主任|局长|司长|厅长|市长|县长|省长|秘书长|委员长|总干事|发言人|同志|负责人|负责同志|中央|国务院|政府|协会|联盟|组织|中心|国家|机构|委员会|领导小组|大会主席[一-龥·]{2,10})$"
)
# 县教育局局长
NOT_A_NAME = re.compile(
    r"^(?:要|必须|应|按照|根据|遵照|依照|对照|贯彻|落实|为了?|对|以|把|将|不|更|符合|适应|满足|结合|围绕|通过|概括|总的|一般|具体|可以|如果|当|在|从|随着|并|而|且|也|还)|[“”是]|违反|依照|按照|根据|依据|(?:的|客观|必然|内在|本质|战略|新|具体|基本|总|总体|明确|更高|迫切)$"
)
# 按照县教育局的
YEARLY = re.compile(r"(?P<year>20\d\d年)?(?P<name>中央(?:经济|农村)工作会议|全国教育工作会议|政府工作报告|全国两会)")
# 中央经济工作会议: of which year?
PERSONAL = re.compile(r"^(?:他|她)$")
# 他
LEADER = re.compile(r"^(?:总书记|主席|总理)$")
# 总书记
SHORT_QUOTATION = re.compile(r"“[^“”]{1,12}”")
# “十四五”规划
THIS = re.compile(r"^(?:本次|此次|这次|本届)")
# 本次会议
IMPERATIVE = re.compile(
    r"^(?:要|必须|应当|应该|应|需要|坚持|坚定|加快|加强|推进|推动|深化|完善|健全|建立|构建|打造|实施|落实|贯彻|提高|提升|促进|优化|强化|发挥|全面|大力|积极|"
    r"着力|扎实|持续|牢固|牢牢|不断|切实|统筹|把|将|以|从|让|使|围绕|聚焦|紧紧|努力|充分|深入|稳步|严格|激发|营造|培育|壮大|扩大|引导|鼓励|支持|创新|突出|健康|依法|"
    r"进一步|继续|更好|更加|总结|共建|共商|共享|协同|协力|培养|改造|布局|保证|确保|增强|开展|搭建|汇聚|服务|共同|携手|合作|整合|制定|研究|探索|弘扬|巩固|建设(?!者|性|项目)|构筑|利用|运用|支撑|拓展|做好|做强|抓好|抓住|用好|办好|建好|建强|正确(?=处|把|认)|妥善|深刻|准确(?=把|识)|坚决|自觉|认真|振兴|增加|缩小|规范(?!性|化|的)|逐步|实现(?!了)|补齐|夯实|筑牢|丰富(?!的)|改善|改进|拓宽|统一(?!的)|加大|全力|有效(?![期性率数]))"
)
# 要坚持统筹规划
CALL = re.compile(
    r"^(?!.{0,12}[“《])[^，；：这他她]{2,24}?(?:，?(?:必须|要(?![义求素点领害])|应当|愿(?!望|景|意))|将(?![军领士]))[一-龥]"
)
# 推进校园阅读，必须……
TITLED = re.compile(r"习近平(?:总书记|主席|同志)")
# 习近平总书记强调，
SUBJECT = re.compile(
    r"^(?!从|在|对|为|随着|当|面对|根据|按照|围绕)(?P<subject>[^，。；：的]{2,14}?)(?:不是|就是|是|有别于|代表|由|以|具有|能够|旨在|指的是|包括|分为|，)"
)
# 数字教研是


def attribution_of(
    text: str, referents: Referents, before: str = "", last: Attribution | None = None
) -> Attribution | None:
    """Return the attribution a sentence opens with, None for none.

    ``before``: its paragraph up to it; ``last``: the attribution in force there.
    """
    referents = replace(referents, he=_he(before, last))
    if near := last_meeting(before, referents.date):
        referents = replace(referents, meeting=near)
    if match := ISSUED.match(text) or COMES_OUT.match(text) or DOCUMENT_SAYS.match(text):
        return _by_document(match, referents)
    scene = SCENE.match(text)
    for skipped in (0, scene.end() if scene else 0):
        match = SAYS.match(text[skipped:])
        if match and not NOT_A_NAME.search(_without_titles(match.group("who"))):
            found = _attribution(match, skipped, referents)
            if found is not None:
                return found
    return None


def quoted_by(text: str, referents: Referents) -> tuple[Attribution, int, int] | None:
    """Return who is named behind a quotation and the range of what he said, None where a text is no such sentence."""
    match = QUOTED.match(text)
    found = _attribution(match, 0, referents) if match else None
    return (found, *match.span("quote")) if match and found else None


def _by_document(match: re.Match[str], referents: Referents) -> Attribution:
    """Return the attribution of what a document says; behind 规定了 stands what it rules, not what it says."""
    title, verb = referents.full_title(match.group("title")), match.group("verb")
    noun = match.group("done") and not match.group().endswith("，")
    head = f"{title}{verb}了" if noun else ""
    return Attribution(f"{title}{verb}，", "document", match.end(), usable=bool(title), head=head)


def _he(before: str, last: Attribution | None) -> str | None:
    """Return who 他 is: the one who spoke last, else the leader the sentence before is about."""
    if last is not None:
        return last.name if last.kind == "person" else None
    sentence = before.rstrip("。！？” ").rpartition("。")[2]
    leader = NATIONAL_LEADER.search(sentence)
    return leader.group() if leader else None


def _attribution(match: re.Match[str], skipped: int, referents: Referents) -> Attribution | None:
    verb, length = match.group("verb"), skipped + match.end()
    name, kind = _named(match.group("who"), referents)
    if kind == "nobody":
        return None
    if name is None:
        return Attribution("", "unnamed", length, usable=kind == "unnamed")
    spoken = verb in ("说", "介绍", "认为") and kind == "person"
    usable = not spoken or bool(NAMED.search(name))
    return Attribution(f"{name}{verb.removeprefix(AGAIN)}，", kind, length, usable=usable, name=name)


def _without_titles(who: str) -> str:
    """Return a speaker without quoted parts of a title (“十四五”规划)."""
    return SHORT_QUOTATION.sub("", who)


def _named(who: str, referents: Referents) -> tuple[str | None, str]:
    """Return the speaker's full name (None: not to be found) and what the speaker is."""
    occasion = OCCASION.search(who)
    place = occasion.group() if occasion and NAMED.search(occasion.group("what")) else ""
    bare = who[: occasion.start()] if occasion else who
    if PERSONAL.match(bare):
        return (f"{referents.he}{place}", "person") if referents.he else (None, "unnamed")
    if LEADER.match(bare):
        return (f"{referents.leader}{place}", "person") if referents.leader else (None, "unnamed")
    if UNNAMED.match(bare):
        return _full_name(bare, referents)
    if SHORT_TITLE.match(bare):
        full = referents.full_title(bare)
        return (full, "document") if full else (None, "unnamed")
    if ORDINARY.search(bare) or ANAPHOR.match(bare) or not bare:
        return None, "ordinary"
    if not NAME.search(bare):
        return None, "nobody"
    if YEARLY.fullmatch(bare) and not bare.startswith("20"):
        years = {match.group("year") for match in YEARLY.finditer(referents.booklet) if match.group("name") == bare} - {
            None
        }
        return (f"{years.pop()}{bare}{place}", "meeting") if len(years) == 1 else (None, "unnamed")
    kind = "document" if "《" in bare else "meeting" if bare.endswith(("会议", "大会", "全会")) else "person"
    held = bare if NATIONAL_LEADER.match(bare) else with_post(bare, referents.text, referents.booklet)
    return held + place, kind


def _full_name(short: str, referents: Referents) -> tuple[str | None, str]:
    noun = THIS.sub("", short)
    if noun.endswith(("会", "会议", "论坛", "会上")):
        return (referents.meeting, "meeting") if referents.meeting else (None, "unnamed")
    if (noun in ("报告", "条例", "法律", "办法")) and referents.document:
        return referents.document.anchor.rstrip("，").removesuffix("指出").removesuffix("规定"), referents.document.kind
    title = referents.title_with(noun)
    return (title, "document") if title else (None, "unnamed")


def inherits(text: str, speaker: Attribution, restates: bool) -> bool:
    """Return whether a sentence without a frame goes on with the speaker before it.

    It has no own subject; or, in a report of what was said, it calls for something or says it again in other words
    (``restates``). Where a leader is quoted by his titles (习近平总书记强调) an author goes on in his own.
    """
    if TITLED.match(speaker.anchor):
        return False
    return restates or bool(IMPERATIVE.match(text) or CALL.match(text))
