"""The run of a sentence a stem is made of: what is put before a later clause, and when nothing can be."""

from __future__ import annotations

import pytest
from made_booklet import make_booklet

from quizgen.miners.statements import statements
from quizgen.miners.windows import window

LEAD = "在全市中小学校和各级各类幼儿园持续深入扎实地开展形式多样内容丰富的校园阅读活动"
CASES = {
    "a subject": (f"清河市{LEAD}，建成覆盖城乡的借阅网络。", "借阅网络", "清河市建成覆盖城乡的借阅网络"),
    "a subject and its modal": (
        f"清河市要{LEAD}，建成覆盖城乡的借阅网络。",
        "借阅网络",
        "清河市要建成覆盖城乡的借阅网络",
    ),
    "nobody": (f"要{LEAD}，建成覆盖城乡的借阅网络。", "借阅网络", None),
    "the second half of a pair": (f"校园阅读既是{LEAD}的开端，更是提升学生素养的重要途径。", "学生素养", None),
    "whose row it is": (
        f"清河数字教研由教师{LEAD}而来，特点是人人参与。",
        "人人参与",
        "清河数字教研特点是人人参与",
    ),
    "what it starts from": (
        f"清河数字教研的起点是教师{LEAD}，形成丰富多彩的阅读课堂。",
        "阅读课堂",
        "清河数字教研形成丰富多彩的阅读课堂",
    ),
    "what is done is the subject": (
        f"清河数字教研由教师{LEAD}而来，走进书店是学生爱上阅读的开始。",
        "阅读的开始",
        "走进书店是学生爱上阅读的开始",
    ),
    "what it is too": (
        f"清河数字教研是{LEAD}的开端，也是提升学生素养的重要途径。",
        "学生素养",
        "清河数字教研是提升学生素养的重要途径",
    ),
    "what it will do too": (
        f"清河市把数字教研作为重点，将{LEAD}，建成覆盖城乡的借阅网络。",
        "借阅网络",
        "清河市将建成覆盖城乡的借阅网络",
    ),
    "what it must have too": (
        f"基础教育既要夯实读书习惯{LEAD}，也要培养懂得荐书的专职导读教师。",
        "专职导读教师",
        "基础教育要培养懂得荐书的专职导读教师",
    ),
    "in what spirit": (
        f"李卫国强调，要{LEAD}，以“开卷即用心、读书即成长”的精神状态，推动校园阅读实现良好开端。",
        "读书即成长",
        "要以“开卷即用心、读书即成长”的精神状态，推动校园阅读实现良好开端",
    ),
    "what it wants, and what it must do for it": (
        "李卫国强调，清河学校要建成处处有书的书香校园，必须坚持人人共读的方针。",
        "书香校园",
        "清河学校要建成处处有书的书香校园，必须坚持人人共读的方针",
    ),
    "what gives the support": (
        "《清河行动方案》提出，加强校园阅读，拓展阅读方法，突出家校共育和馆校共育，"
        "深入扎实地开展形式多样内容丰富的各类活动，为建设书香城乡、质量校园提供有力支撑。",
        "书香城乡",
        "深入扎实地开展形式多样内容丰富的各类活动，为建设书香城乡、质量校园提供有力支撑",
    ),
    "in view of what": (
        f"李卫国强调，面对{LEAD[1:]}的要求，必须把借阅能力作为馆员的必备素养。",
        "借阅能力",
        "必须把借阅能力作为馆员的必备素养",
    ),
    "whose theme it is": (
        f"清河大会的主题是：开卷有益，{LEAD}，弘扬城乡师生的苦读精神，建设书香校园。",
        "苦读精神",
        f"清河大会{LEAD}，弘扬城乡师生的苦读精神",
    ),
    "what it is again": (
        f"清河数字教研既是{LEAD}的开端，又是传统课堂的传承者。",
        "传统课堂",
        "清河数字教研是传统课堂的传承者",
    ),
    "in what spirit, and no more": (
        "李卫国强调，全市各级各类学校要以苦读精神，用心办好各类书屋。",
        "苦读精神",
        "全市各级各类学校要以苦读精神，用心办好各类书屋",
    ),
    "what somebody supported does": (
        f"李卫国强调，要支持各图书馆依法办馆，{LEAD}，建成覆盖城乡的借阅网络。",
        "借阅网络",
        None,
    ),
    "who else is called on": (
        f"李卫国强调，各镇（街道）要把校园阅读列入日程，各类学校要管好图书馆室，{LEAD}，"
        "用心培养更多爱书、荐书、甘于吃苦的阅读推广人。",
        "阅读推广人",
        None,
    ),
    "what is no predicate of the act": (
        "推进校园阅读就是要方便学生借书、帮助教师荐书、激发广大家长的兴趣，用书香课堂和家校共读涵养学生素养。",
        "学生素养",
        "推进校园阅读就是要方便学生借书、帮助教师荐书、激发广大家长的兴趣，用书香课堂和家校共读涵养学生素养",
    ),
    "of what it is the support": (
        f"李卫国强调，要{LEAD}，以清河师生取得的读书成果为内容支撑。",
        "读书成果",
        None,
    ),
    "what is called for": (
        f"李卫国强调，要支持各图书馆，{LEAD}，建成覆盖城乡的借阅网络。",
        "借阅网络",
        f"要{LEAD}，建成覆盖城乡的借阅网络",
    ),
    "whose city": ("全市建成覆盖城乡的借阅网络。", "借阅网络", None),
    "what follows, where too little stands before": (
        "清河市健全借阅积分制度，鼓励学生多读书。",
        "借阅积分制度",
        "清河市健全借阅积分制度，鼓励学生多读书",
    ),
    "what a document makes clear": (
        f"清河市{LEAD}，明确校园阅读的主体是学生。",
        "学生",
        "校园阅读的主体是学生",
    ),
    "a time that is told elsewhere": ("到那时，清河市校园阅读活动将有专门场馆。", "专门场馆", None),
    "whose department": ("有关部门和学校应当提供借阅场地。", "借阅场地", None),
    "a saying without a subject": ("乘势而上建成覆盖城乡的借阅网络。", "借阅网络", None),
    "what became of nobody": ("成为推动课堂改革的图书联盟。", "图书联盟", None),
    "what ends like a joint": ("清河市助力校园阅读碳中和。", "校园阅读", "清河市助力校园阅读碳中和"),
    "who rules the steps of an act": (
        "实施借阅积分的步骤由市教育局规定。",
        "市教育局",
        "实施借阅积分的步骤由市教育局规定",
    ),
    "a law without its name": ("学校采购图书应当遵守本条例，公开采购书目。", "采购书目", None),
}


@pytest.mark.parametrize(("text", "asked", "wanted"), CASES.values(), ids=CASES.keys())
def test_a_stem_says_who(text: str, asked: str, wanted: str | None) -> None:
    statement = statements(make_booklet(text))[0]
    start = statement.text.index(asked)
    found = window(statement, start, start + len(asked), context=8)
    assert (found and found.text) == wanted


LAW_CASES = {
    "the case it is for": ("学校为开展借阅收集信息，应当征得家长同意，不得超出借阅所需范围。", "所需范围", None),
    "the case a rule above tells": (
        "中小学校实施前款规定的活动，符合国家有关规定的，享受相关采购优惠政策。",
        "享受相关采购优惠政策",
        None,
    ),
    "an act of nobody": ("考核应当客观公正，听取学生意见。", "学生意见", None),
    "an act of somebody": ("学校应当客观公正，听取学生意见。", "学生意见", "学校应当客观公正，听取学生意见"),
}


@pytest.mark.parametrize(("text", "asked", "wanted"), LAW_CASES.values(), ids=LAW_CASES.keys())
def test_a_norm_keeps_its_case(text: str, asked: str, wanted: str | None) -> None:
    statement = statements(make_booklet(text, title="清河市校园阅读条例"))[0]
    start = statement.text.index(asked)
    found = window(statement, start, start + len(asked))
    assert (found and found.text) == wanted
