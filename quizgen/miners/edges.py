"""Edges: where a run of clauses may be cut out of its sentence (RULES.md section 4, "trim at clause joints")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quizgen.miners.statements import Statement
from quizgen.text.clauses import Clause

LEANING = re.compile(
    r"^(?:对|对于|在|为了|为|根据|按照|依照|依据|通过|以(?!及|[^，]{2,30}为)|当|如果|若|凡|截至|截止|因(?![素地材])|经(?![济验典常])|随着|面对|围绕|针对|结合|本着|紧扣|除|只有|只要|无论|不论|[可能]?不分|虽然|尽管|由于|即使|从[^，]{2,20}(?:看|说|出发)"
    r"|(?:要|必须|应当|应)(?:围绕|针对|按照|根据|结合|本着|面向|对照|依托|通过|紧扣))"
    r"|(?:的|时|后|前|中|上|下|以来|期间|方面|同时|基础上|过程中|条件下|情况下|之外|以外|日内|以内|之内|期限内|为由|采取(?:[一-龥]{0,2})措施|(?:通过|以|采用)[^，]*(?:形式|方式|途径|手段)|(?:依照|按照|根据)[^，]*(?:规定|约定|要求|程序|制度|标准|程度|情况|需要|实际|特点))$"
)
# 对成绩优异的教师
JOINED = re.compile(r"^(?:或者|或|以及|及其?|和|与|还是|等)")
# 或者违反章程: half of what the clause before it says
UNCLOSED = re.compile(
    r"(?<![存所内外潜现])在(?![职校乎意建读籍]|[^，]*(?:方面|中|上|下|内|外|时|后|前|间|域|里|处|过程|境))"
)
# 发挥教师在推荐图书、（引导学生方面的作用）: in what follows
LED_ON = re.compile(
    r"(?P<how>(?:应当|可以|必须)(?:结合|根据|针对|依托|利用|按照|依照|通过)|(?:鼓励|支持|引导|督促|动员)(?!和|、))(?P<what>[^，]{2,40})$"
)
# 鼓励和支持企业、书店; 应当结合本县实际
CALLS_ON = ("鼓励", "支持", "引导", "督促", "动员")
NOUNS = frozenset({"需要", "配备", "规定", "要求"})
FOUND = re.compile(r"^(?:发现|遇到|收到|接到|发生|出现)[^，]*$|违反[^，]*规定$")
# 发现图书破损，（应当修补）
FOLLOWS = re.compile(r"(?:给予|予以|追究|承担|处以|授予)[^，的]{2,10}$")
# 按照章程给予补偿: the consequence itself
SAYS_OF = re.compile(r"是[^，]{2,20}的")
# （推进校园阅读，）是立德树人的基础: of what stands before
PRAISES = re.compile(r"(?:称赞|评价|点赞|赞叹|感叹|坦言|直言|认为|看来|相信|预计)，$")
# 专家称赞，（校园阅读是杰出的举措）: whose opinion, the clause before says
PIVOT = re.compile(r"(?:(?:让|使(?![命用]))[^，；]+|推动[^，；]+成为[^，；]+)，$")
# 让学生走进场馆，（获得借阅的权利）; 推动阅读成为习惯，（成为风尚）: who, the clause before says
BACKGROUND = re.compile(r"^(?:面对|随着|进入|顺应|立足|作为|回望|展望)")
# 面对新的要求，（学校……）: what is said holds without it
ALSO = re.compile(r"[也还又](?:是|要|必须|应)")
# （校园阅读既要有书，）也要有导读
MORE = re.compile(r"更|且")
# 更是
ALSO_IN = re.compile(r"[更也还]?在于")
# （要义在课堂，）在于师生共读
DEFINES = re.compile(r"(?:是|，)指(?![导向出示令挥明望引标数])|指的是|，就是")
# 数字教研是指
CHAIN = re.compile(
    r"(?<=^[一-龥]{2})[一-龥]{0,14}(?<!特别)(?<!尤其)是(?=[^，；的]+，(?:[^，；]+，)*[^，；]*的[^，；]{2,12}$)"
)
# 数字教研是教师唱主角，打破围墙，面向未来的教研形态: its noun comes last
CHARGED = re.compile(r"^(?:还|也|都|均)?(?:应当|不得|必须|方可|有权|可以)")
# 应当公布结果
UPON = re.compile(r"[接收]到(?:申|投|举|报|通|请)")
# 应当自收到投诉之日起: whose, the clause before says
TELLS = re.compile(r"(?:及时|立即)(?:通报|报告|移送|告知|通知)")
# 图书馆应当及时报告: what, the clause before says
EXCEPTS = re.compile(r"除外|但是|另有规定|等[^，。；]{0,10}(?:活动|行为|情形)的")
# 涉及隐私的除外; （用于编造，散布谣言）等活动的网站
AIM = re.compile(r"为(?!什么|人|主|首|期|此|何|本|例|准|止|难|学)")
# 为了保障教师的权利，……: what is done for it comes last
PRINCIPLE = re.compile(r"遵循[^，]*原则$")
# 采购图书应当遵循公平的原则，（公开书目）
CALLED = re.compile(r"必须|要|应当|是|为")
# 推进校园阅读，（必须……）: only what it is called for
CALLS = re.compile(r"(?:就|还|都)?(?:必须|要(?![义求素点领害])|应当|应(?![用对急])|需要)")
# 必须坚持
DONE = frozenset({"公开", "通报"})
"""Verbs the tagger takes for something else."""
COVERBS = frozenset({"针对", "围绕", "面向", "根据", "按照", "依照", "依据", "随着", "结合", "本着", "对", "对于"})
MODALS_OF_LAW = ("应当", "不得", "必须", "方可", "有权", "可以")
SERIES = re.compile(r"^(?:要|必须|应当|应|就|也|还|都|更)?(?P<verb>是|在|以|[一-龥]{2})")
# 坚持统筹规划，坚持分步实施
MADE = re.compile(r"^(?:要|必须|应当)?以[^，]{2,30}为(?P<into>[一-龥]{2,8})$")
# 以课堂为阵地
GUIDED = re.compile(r"(?:要|必须|应当)?以[^，]{2,30}为[^，]{2,6}$")
# 要以课堂为阵地，（推进……）: what is done so comes behind
OF_IT = re.compile(r"贯穿|融入|落实[到于]|体现[到在]|贯彻到|延伸到|渗透")
# 贯穿各个学段
TAKES = re.compile(r"(?:^|，)(?:要|必须|应当)?(?:把|将)")
# 要把阅读融入课堂，（贯穿各个学段）: what, the clause before says
COMMON = frozenset({"推进", "推动", "加强", "加快", "完善", "建设", "促进", "提高", "提升", "健全", "深化", "构建"})
"""Verbs official texts repeat without making a series of it."""


def parted(statement: Statement, begin: int, last: int, asked: Collection[int] | None = None) -> bool:
    """Return whether clauses ``begin`` to ``last`` alone would say less, or other, than they do in their sentence.

    ``asked``: those of which something will be asked, all where it is None.
    """
    clauses = statement.clauses
    before = clauses[begin - 1] if begin else None
    return (
        (last + 1 < len(clauses) and leans(statement, clauses[last]))
        or _hangs(statement, clauses[last])
        or (
            before is not None
            and not BACKGROUND.match(statement.text[before.start :])
            and (before.joint in ("：", ":") or leans(statement, before) or _hangs(statement, before))
        )
        or (last + 1 < len(clauses) and _leads(statement, begin, last))
        or (begin > 0 and _answers(statement, begin))
        or _guides(statement, last)
        or _torn(statement, begin, last)
        or _defines(statement, begin, last)
        or _breaks_series(statement, begin, last, asked)
    )


def _leads(statement: Statement, begin: int, last: int) -> bool:
    """Return whether what follows a run is what it is all about.

    It is done for an aim or by a principle, said behind a colon, called for.
    """
    clauses, text = statement.clauses, statement.text
    run = text[clauses[begin].start : clauses[last].end]
    listed = any(clause.joint in ("：", ":") for clause in clauses[begin:last])
    called = not CALLED.search(run) and any(text.startswith("必须", clause.start) for clause in clauses[last + 1 :])
    return listed or called or bool(AIM.match(text) or PRINCIPLE.search(run))


def _answers(statement: Statement, begin: int) -> bool:
    """Return whether a run is only a call, and what stands before it says what for: 推进校园阅读，（必须……）."""
    before, text = statement.text[: statement.clauses[begin].start], statement.text[statement.clauses[begin].start :]
    return bool(CALLS.match(text)) and not CALLED.search(before) and not BACKGROUND.match(before)


def _guides(statement: Statement, last: int) -> bool:
    """Return whether a run ends in what only guides the act behind it: 以课堂为阵地，（推进……）."""
    clauses = statement.clauses
    if statement.spoken == "law" or last + 1 >= len(clauses):
        return False
    text = statement.text[clauses[last].start : clauses[last].end]
    behind = statement.letters(clauses[last + 1].start, clauses[last + 1].end)
    return bool(GUIDED.match(text)) and behind.startswith(("v", "d"))


def leans(statement: Statement, clause: Clause) -> bool:
    """Return whether a clause is only the beginning of the next: a condition, an occasion, a purpose, a lead."""
    text = JOINED.sub("", statement.text[clause.start : clause.end])
    if statement.spoken == "law" and (UNCLOSED.search(text) or FOLLOWS.search(text)):
        return not FOLLOWS.search(text)
    return bool(LEANING.search(text)) or (statement.spoken == "law" and _leads_on(statement, clause))


def _leads_on(statement: Statement, clause: Clause) -> bool:
    """Return whether a law's clause only tells the case, by what means or on whom it calls: 鼓励书店，（办馆）."""
    if FOUND.search(statement.text[clause.start : clause.end]):
        return True
    match = LED_ON.search(statement.text, clause.start, clause.end)
    return match is not None and not any(_acts(statement, match.start("what"), clause.end, match.group("how")))


def _acts(statement: Statement, start: int, end: int, how: str) -> Iterator[bool]:
    """Yield of each word of a range whether it says what is done; of those called on even what is named for it does."""
    for (low, high, cls), word in zip(statement.classes, statement.words, strict=True):
        if start <= low and high <= end:
            yield word.text not in NOUNS and (word.tag == "v" or (cls == "v" and how.endswith(CALLS_ON)))


def is_act(statement: Statement, text: str) -> bool:
    """Return whether a law's text is only about an act: 考核应当公正, but whose?"""
    acts = (word.text for word in statement.words if word.tag in ("v", "vn"))
    return any(text.startswith(act + modal) for act in acts for modal in MODALS_OF_LAW)


def _hangs(statement: Statement, clause: Clause) -> bool:
    """Return whether a clause ends in a phrase that leads to a verb to come: 学校针对新的要求，."""
    placed = zip(statement.classes, statement.words, strict=True)
    inside = [word for (start, _, _), word in placed if clause.start <= start < clause.end]
    before = ["", *(word.text for word in inside)]
    led = (i for i, word in enumerate(inside) if word.text in COVERBS and before[i] != "的")
    last = max(led, default=None)  # behind 的 it is a noun: 考核的依据
    return last is not None and all(
        (word.tag[0] != "v" or word.tag == "vn") and word.text not in DONE for word in inside[last + 1 :]
    )


def _torn(statement: Statement, begin: int, last: int) -> bool:
    """Return whether a window's edge parts two halves of one thing: A，或者B; a law's case and what is due in it."""
    clauses, text = statement.clauses, statement.text
    behind = text[clauses[last + 1].start :] if last + 1 < len(clauses) else ""
    if (begin and JOINED.match(text[clauses[begin].start :])) or JOINED.match(behind) or ALSO_IN.match(behind):
        return True
    led = text[: clauses[begin].start]
    if begin and (PIVOT.search(led) or PRAISES.search(led)):
        return True
    if begin and OF_IT.match(text, clauses[begin].start) and TAKES.search(text, 0, clauses[begin].start):
        return True
    if SAYS_OF.match(behind) and "是" not in text[clauses[begin].start : clauses[last].end]:
        return True
    if statement.spoken != "law":
        return False
    if EXCEPTS.search(text, clauses[last].end) or any(UNCLOSED.search(text, c.start, c.end) for c in clauses[:begin]):
        return True
    if begin and text[: clauses[last].end].endswith("的能力"):  # （探索深海，）增强开发利用的能力
        return True
    if behind.startswith("适用"):  # 学校开展的阅读活动，适用……
        return True
    if UPON.search(text, clauses[begin].start, clauses[last].end):
        return True
    if begin and TELLS.search(text, clauses[begin].start, clauses[last].end):
        return True
    later = any(CHARGED.match(text[clause.start :]) for clause in clauses[last + 1 :])
    if later and not charges(text[clauses[begin].start : clauses[last].end]):
        return True
    return begin > 0 and charges(text[clauses[begin].start :]) and not charges(text[: clauses[begin].start])


def charges(text: str) -> bool:
    """Return whether a law says here what must, may or must not be done; what stands before is the case it is for."""
    return any(modal in text for modal in MODALS_OF_LAW)


def _defines(statement: Statement, begin: int, last: int) -> bool:
    """Return whether a window parts a definition: all of it stands behind 是指, up to the end of the sentence."""
    match = DEFINES.search(statement.text) or CHAIN.search(statement.text)
    if match is None or "；" in statement.text:
        return False
    clauses = statement.clauses
    return match.start() < clauses[last].end and (match.start() < clauses[begin].start or last + 1 < len(clauses))


def _breaks_series(statement: Statement, begin: int, last: int, asked: Collection[int] | None) -> bool:
    """Return whether a neighbour left out begins with the verb of what is asked: what it says would fit too."""
    clauses = statement.clauses
    if statement.spoken == "law":  # its wording is fixed
        return False
    pairs = [(last, last + 1)] if last + 1 < len(clauses) else []
    pairs += [(begin, begin - 1)] if begin else []
    pairs = [pair for pair in pairs if asked is None or pair[0] in asked]
    return any(_verb(statement, inside) == _verb(statement, outside) != "" for inside, outside in pairs)


def _verb(statement: Statement, index: int) -> str:
    """Return the verb a clause begins with, with what 以……为 makes of it; "" for one official texts repeat anyway."""
    text = statement.text[statement.clauses[index].start : statement.clauses[index].end]
    match = SERIES.match(text)
    verb = match.group("verb") if match else ""
    if made := MADE.match(text):
        verb += made.group("into")
    return "" if verb in COMMON or verb == "是" else verb
