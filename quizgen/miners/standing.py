"""Standing: whether a text can stand on a paper alone (RULES.md section 1, gates 2 and 3)."""

from __future__ import annotations

import re
from itertools import pairwise

from quizgen.miners.referents import ANAPHOR
from quizgen.resources import read_words
from quizgen.text.clauses import CLOSERS, balanced
from quizgen.text.words import Word, tag

SHORTEST = 6
DEICTIC = re.compile(
    r"(?:^|[，；：])(?:该|此|其(?!中)|那)|^[^、和与]*[两二三四五]者|(?:发掘|挖掘|展示|展现|弘扬|传承|阐释)所|本次|此次|这次|本届|上述|以上所|下列|如下|下面|前述|前款|本款|前条|本条|本章|本节|前项|本文|笔者|我校|已有工作|在此|各自|以下简称|国家(?:中心|平台|基地)(?!城市)|[在于](?:大会|会议|论坛|峰会)|《(?:方案|意见|规划|纲要|通知|办法|条例|规定|决定|报告|计划|标准|指南|倡议|宣言|细则)》|他看来|她看来|我们|你们|我(?![国党军])|咱|您"
)
# 该校; 三者 of which one is named
LEADING = "vpdcrux"  # tags of what leads to a noun, which no 这 can sum up
NAMED_ACTS = frozenset({"创新", "改革", "发展", "学习", "阅读"})
"""Acts that are things to talk of: 创新这篇大文章."""
VERBS = tuple(read_words("verbs"))
RELATIVE = re.compile(
    r"今年|去年|明年|前年|今天|昨天|明天|日前|近日|前不久|不久前|一年前|一年后|一年来|两年来|年前|目前|截至目前|近年来|近期|本月|上月|这些年|最近|刚才|彼时|当年|同年|次年|即将|如今|到那时|届时|今日|当下|当前|[上下]午|本(?:法|条例|办法)(?:实施|施行)前|过渡办法|(?<!全党)全社会|将于\d"
)
# 今年
STUMBLES = re.compile(
    r"^其中|能否|^(?!.*(?:只有|唯有|必须|先)).*，才|^(?!.*(?:年|\d)).*(?:基本|全面)(?:建成|形成|实现|提升)(?:$|，)|将将|要要|要(?:特别是|尤其是|并|而)|[者构门关]并(?:应当|不得)"
)
# 要特别是; （只有……，）才能; （到2026年，）基本建成: what stood before is gone
BARE_DAY = re.compile(r"(?<![年\d至、])\d{1,2}月\d{1,2}日")
# 3月6日: of which year?
YEAR = re.compile(r"\d{4}年?|[一二]○[○〇一二三四五六七八九]{2}年")
# 2024年
BARE_SPEECH = re.compile(r"(?<![的”])(?<!一系列)(?<!总书记)(?<!主席)(?<!习近平)重要(?:讲话|指示|批示|论述)")
# 把重要指示转化为行动: whose?
SAYS_ON = re.compile(r"，(?:强调|指出|要求|提出)[，要]")
# ……，强调要完善借阅规则: the speaker is gone
HEIGHTENED = re.compile(r"，(?:更|而且|反而|甚至)")
# 更是改变了课堂: more than what?
OPEN_END = re.compile(
    r"(?:的|(?<![小及平课学定按同随当])时|(?<![前落课今先背])后|(?<![初高其集])中|(?<![网线至向以])上|(?<!求)是|(?<![行作有])为|(?<![国公私共所])有|"
    r"(?<![共饱总调中])和|(?<!参)与|(?<!立)即|于|(?<![存所内外潜])在|以来|期间|"
    r"(?:^|[，要应])以[^，以]{2,10}(?:精神|姿态|态度|决心|勇气|作风|干劲|担当|韧劲))$"
)
# 数字教研是, 要以苦读的精神; not 人人参与, 违规行为
BARE_SUBJECT = re.compile(
    r"^有关(?:部门|方面|单位)|^(?:(?:截至|到)?(?:19|20)\d\d年[^，]{0,8}，)?(?:平台|联盟|项目|系统)(?![一-龥]{0,2}建设|和|及|的)"
    r"|^(?:安全|风险|影响|质量)(?:评估|审查|审计|检测)(?:可以|应当|不得)|^(?:(?:19|20)\d\d年|主题|宗旨|口号|主要任务|特点|目的)(?:是|为)"
    r"|^(?:大会|会议|峰会|论坛|全会|报告|蓝皮书|白皮书|方案|意见|规划|纲要|通知|倡议|讲话|文件|学校|平台|项目|系统|活动|联盟|基地|中心|研究院|学院|该校|专家|学员|课程|软件|产品|公司|"
    r"关键|根基|方向|目标|重点(?!关注|支持|推进|围绕|突破|实施|培育|解决|打造|加强|做好|抓好)|核心|具体办法|办法|一个|一种|一根|情节|造成|构成|逾期|拒不|园区|校区|双方|各方|各国|前者|后者|有关部门|有关方面|当地|全校|全院|基地)(?![一-龥]{0,2}(?:法|制度)|建设|治理|教育|应当|不得|可以|和|及|或者|的)"
)
# 大会以
PARTNERS = (
    ("只有", "才"),
    ("不仅", "更"),
    ("不但", "而且"),
    ("既要", "又"),
    ("既是", "也是"),
    ("虽然", "但"),
    ("无论", "都"),
    ("只要", "就"),
)


def standing(text: str) -> bool:
    """Return whether a text can stand on a paper alone: no pronoun, no relative date, marks in pairs."""
    if len(text) < SHORTEST or is_deictic(text) or RELATIVE.search(text) or ANAPHOR.match(text):
        return False
    return (
        balanced(text)
        and not OPEN_END.search(text)
        and not BARE_SUBJECT.match(text)
        and all(partner in text for opener, partner in PARTNERS if opener in text)
        and not STUMBLES.search(text)
        and not SAYS_ON.search(text)
        and not BARE_SPEECH.search(text)
        and (not BARE_DAY.search(text) or bool(YEAR.search(text)))
        and (not HEIGHTENED.search(text) or any(opener in text for opener, _ in PARTNERS))
        and "……" not in text
        and "？" not in text
        and "！" not in text
    )


def is_deictic(text: str) -> bool:
    """Return whether a text points at what is said elsewhere."""
    return bool(DEICTIC.search(text)) or ("这" in text and _points_elsewhere(text))


def _points_elsewhere(text: str) -> bool:
    """Return whether a 这 does not sum up what stands right before it: 认识这场改革, not 课堂这个阵地."""
    words = tag(text)
    return any(
        word.text.startswith("这") and not _is_named(before)
        for before, word in pairwise([Word("", LEADING[0]), *words])
    )


def _is_named(word: Word) -> bool:
    """Return whether a word, or what it closes, is a thing named: not a verb, however joined (充分认识)."""
    if word.text in NAMED_ACTS or word.text.endswith(tuple(CLOSERS)):
        return True
    return not word.text.endswith(VERBS) and (word.tag[0] not in LEADING or word.tag == "vn")
