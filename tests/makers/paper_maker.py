"""A paper on an invented county, with every kind of item and every awkward length."""

from __future__ import annotations

from quizgen.items import AnyItem
from quizgen.items.base import Correction, Point
from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse
from quizgen.itemsets import Bank, Form, Paper, PaperPart, PlacedItem
from quizgen.model.blueprint import Blueprint, Kind, Part
from quizgen.model.document import Provenance

SECTION = "青禾县数字教研推进会"
THEME = "数字教研"


def _common(item_id: str, quote: str, **more: object) -> dict[str, object]:
    start = ("fsmtdq".index(item_id[0]) * 20 + int(item_id[1:])) * 100
    source = Provenance(source="b1", section="1", page=3, span=(start, start + len(quote)), quote=quote)
    return {"id": item_id, "theme": THEME, "section": SECTION, "provenance": (source,), "salience": 0.5, **more}


BLANKS = [
    FillBlank(
        **_common("f1", "数字教研的特点是开放，目的是改进课堂。", fact="attribute"),
        stem="数字教研的特点是____，目的是改进课堂。",
        blanks=(("开放",),),
    ),
    FillBlank(
        **_common("f2", "坚持统筹规划、分步实施、安全可控的原则。", fact="list"),
        stem="青禾县推进数字教研，坚持统筹规划、____、____的原则。",
        blanks=(("分步实施",), ("安全可控", "安全、可控")),
        any_order=True,
    ),
    FillBlank(
        **_common("f3", "到2026年建成教研示范校120所，覆盖全部县区。", fact="number"),
        stem="青禾县计划到2026年建成教研示范校____所，覆盖全部乡镇。",
        blanks=(("120", "一百二十"),),
    ),
    FillBlank(
        **_common("f4", "数字教研是提升课堂质量的重要抓手。", fact="position"),
        stem="《青禾县数字教研三年行动方案（2024—2026年）》指出，数字教研是提升____的重要抓手，各学校要把它列入学期工作计划。",
        blanks=(("课堂质量",),),
    ),
    FillBlank(
        **_common("f5", "教研方式要从经验判断转向数据支撑。", fact="change"),
        stem="教研方式要从经验判断转向____。",
        blanks=(("数据支撑",),),
    ),
    FillBlank(
        **_common("f6", "2024年3月6日召开推进会。", fact="date"),
        stem="青禾县数字教研推进会于____召开。",
        blanks=(("2024年3月6日",),),
    ),
    FillBlank(
        **_common("f7", "以应用为导向的校园网络。", fact="slogan"),
        stem="会议要求建设“应用好、____、管得住”的校园网络。",
        blanks=(("连得通",),),
    ),
    FillBlank(
        **_common("f8", "第一资源是教师。", fact="position"),
        stem="会议强调，办好青禾县每一所乡村小规模学校的第一资源是____，第一要务是把每一堂课上好、上实、上出质量来。",
        blanks=(("教师",),),
    ),
    FillBlank(
        **_common("f9", "每月一次联片教研。", fact="number"),
        stem="各片区每月开展____次联片教研。",
        blanks=(("一", "1"),),
    ),
]

SINGLES: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("s1", "数字教研的关键在（　　）。", "数据", ("平台", "数据", "经费", "课堂")),
    (
        "s2",
        "下列关于青禾县数字教研的表述，错误的是（　　）。",
        "由县财政局统一组织考核",
        ("以教师协同为基础", "由县财政局统一组织考核", "以教学数据为依据", "以网络平台为支撑"),
    ),
    (
        "s3",
        "《青禾县数字教研三年行动方案》提出的总目标是（　　）。",
        "到2026年建成覆盖全县城乡、上下贯通的数字教研网络",
        (
            "到2026年建成覆盖全县城乡、上下贯通的数字教研网络",
            "到2026年实现所有学校教研经费翻一番并建立稳定增长机制",
            "到2026年所有学科教师全部轮训一遍并颁发合格证书",
            "到2026年教研员全部由一线骨干教师兼任",
        ),
    ),
    ("s4", "青禾县计划到2026年建成教研示范校（　　）所。", "120", ("60", "100", "120", "150")),
    (
        "s5",
        "（　　）是教研转型的基础。",
        "师资队伍建设",
        ("师资队伍建设", "校园网络改造", "教学评价改革", "课程资源开发"),
    ),
    ("s6", "下列不属于四项任务的是（　　）。", "兴建场馆", ("建强平台", "汇聚数据", "培训骨干", "兴建场馆")),
    (
        "s7",
        "推进会召开的地点是（　　）。",
        "青禾县教师进修学校",
        ("青禾县教师进修学校", "青禾县第一实验小学", "青禾县职业教育中心", "青禾县图书馆报告厅"),
    ),
    ("s8", "联片教研的牵头单位是（　　）。", "中心学校", ("中心学校", "教研室", "进修学校", "示范校")),
    ("s9", "平台每学期向学校提供一次（　　）。", "质量诊断报告", ("质量诊断报告", "经费决算", "人事档案", "招生计划")),
    ("s10", "骨干教师每年到薄弱学校送教不少于（　　）节。", "16", ("4", "8", "12", "16")),
]

MULTIPLES: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = [
    (
        "m1",
        "青禾县推进数字教研，坚持（　　）的原则。",
        ("统筹规划", "分步实施", "安全可控"),
        ("统筹规划", "分步实施", "安全可控", "收益优先"),
    ),
    (
        "m2",
        "推进会部署的任务包括（　　）。",
        ("建强平台", "汇聚数据", "培训骨干"),
        ("建强平台", "汇聚数据", "培训骨干", "扩建校舍", "合并学校"),
    ),
    (
        "m3",
        "数字教研平台的功能有（　　）。",
        ("集体备课与资源共建共享", "课堂观察与数据采集分析"),
        ("集体备课与资源共建共享", "课堂观察与数据采集分析", "学生食堂供餐与营养管理", "校车线路规划与安全调度"),
    ),
    (
        "m4",
        "示范校应具备的条件有（　　）。",
        ("有专职的数字教研负责人并列入学校领导班子分工", "有稳定可靠的网络环境和常态化的录播教室"),
        (
            "有专职的数字教研负责人并列入学校领导班子分工",
            "有稳定可靠的网络环境和常态化的录播教室",
            "有不少于三千平方米的独立教研楼宇",
            "有专门从事经营活动的下属公司",
            "有独立于县教研室的职称评审权限",
        ),
    ),
    ("m5", "会议表彰的先进片区有（　　）。", ("城关", "柳河"), ("城关", "柳河", "东山", "南岭")),
]

JUDGED: list[tuple[str, str, Correction | None]] = [
    ("t1", "到2026年，青禾县教研示范校将覆盖半数乡镇。", Correction(wrong="半数", right="全部")),
    ("t2", "数字教研是由教师协同开展的教学研究活动。", None),
    (
        "t3",
        "教研方式要从数据支撑转向经验判断。",
        Correction(wrong="从数据支撑转向经验判断", right="从经验判断转向数据支撑"),
    ),
    (
        "t4",
        "《青禾县数字教研三年行动方案》由青禾县教育局印发，自2024年3月6日起在全县中小学和幼儿园施行，有效期三年。",
        None,
    ),
    ("t5", "数字教研的特点是改进课堂。", Correction(wrong="改进课堂", right="开放")),
    ("t6", "青禾县要求各学校把数字教研列入学期工作计划。", None),
    ("t7", "联片教研由教师进修学校牵头。", Correction(wrong="教师进修学校", right="中心学校")),
    ("t8", "平台每学期向学校提供一次质量诊断报告。", None),
    ("t9", "骨干教师每年到薄弱学校送教不少于16节。", None),
    ("t10", "推进会部署了三项任务。", Correction(wrong="三项", right="四项")),
]

TERMS = [
    TermDefinition(
        **_common(
            "d1", "数字教研是以网络平台为支撑、以教学数据为依据、由教师协同开展的教学研究活动。", fact="definition"
        ),
        stem="数字教研",
        answer="以网络平台为支撑、以教学数据为依据、由教师协同开展的教学研究活动。",
        points=(
            Point(text="以网络平台为支撑"),
            Point(text="以教学数据为依据", weight=2),
            Point(text="由教师协同开展"),
            Point(text="教学研究活动"),
        ),
    ),
    TermDefinition(
        **_common("d2", "联片教研指相邻学校组成片区、共同备课和听课的教研形式。", fact="definition"),
        stem="联片教研",
        answer="相邻学校组成片区、共同备课和听课的教研形式。",
        points=(Point(text="相邻学校组成片区"), Point(text="共同备课和听课")),
    ),
]

QUESTIONS = [
    ShortAnswer(
        **_common("q1", "一是建强平台，二是汇聚数据，三是培训骨干，四是健全机制。", fact="outline"),
        stem="简述青禾县数字教研推进会部署的四项任务。",
        points=(
            Point(text="建强平台", detail="统一建设县级平台，向乡村学校开放全部资源"),
            Point(text="汇聚数据", detail="按学期采集课堂观察数据"),
            Point(text="培训骨干", detail="三年内轮训全部教研组长"),
            Point(text="健全机制", detail="把教研实绩纳入年度考核"),
        ),
    ),
    ShortAnswer(
        **_common("q2", "推进教研转型分四步。", fact="outline"),
        ordered=True,
        stem="简述《青禾县数字教研三年行动方案》提出的教研转型步骤，并说明每一步要完成的主要工作。",
        points=tuple(
            Point(
                text=text,
                detail="由县教研室牵头，各中心学校具体落实，学期末由进修学校组织专家逐校核查并在全县范围内通报核查结果",
            )
            for text in (
                "先开展摸底调查，建立教研需求台账",
                "再选定试点学校，形成可复制的经验做法",
                "然后分片区整体推进，实现城乡全覆盖",
                "最后组织综合评估，健全长效工作机制",
                "同步总结推广典型案例",
            )
        ),
    ),
    ShortAnswer(
        **_common("q3", "示范校要做到三个带头。", fact="list"),
        stem="示范校要做到哪三个“带头”？",
        points=(Point(text="带头开放课堂"), Point(text="带头共享资源"), Point(text="带头结对帮扶")),
    ),
]


def _choice(entry: tuple[str, str, str, tuple[str, ...]]) -> tuple[SingleChoice, tuple[str, ...]]:
    item_id, stem, key, options = entry
    wrong = tuple(option for option in options if option != key)
    fact = "number" if key.isdigit() else "attribute"
    return SingleChoice(**_common(item_id, f"{stem}{key}", fact=fact), stem=stem, key=key, distractors=wrong), options


def _choices(entry: tuple[str, str, tuple[str, ...], tuple[str, ...]]) -> tuple[MultipleChoice, tuple[str, ...]]:
    item_id, stem, keys, options = entry
    wrong = tuple(option for option in options if option not in keys)
    return MultipleChoice(**_common(item_id, stem, fact="list"), stem=stem, keys=keys, distractors=wrong), options


def _judged(entry: tuple[str, str, Correction | None]) -> TrueFalse:
    item_id, stem, correction = entry
    return TrueFalse(
        **_common(item_id, stem, fact="position"), stem=stem, key=correction is None, correction=correction
    )


SHAPE: list[tuple[Kind, float | tuple[float, ...], list[tuple[AnyItem, tuple[str, ...]]]]] = [
    ("fill_blank", 2, [(item, ()) for item in BLANKS]),
    ("single_choice", 2, [_choice(entry) for entry in SINGLES]),
    ("multiple_choice", 3, [_choices(entry) for entry in MULTIPLES]),
    ("true_false", 1, [(_judged(entry), ()) for entry in JUDGED]),
    ("term_definition", 5, [(item, ()) for item in TERMS]),
    ("short_answer", (8, 12, 5), [(item, ()) for item in QUESTIONS]),
]


def make_paper(
    title: str = "教师理论学习测试卷",
    kinds: tuple[Kind, ...] = (),
    labels: tuple[str, ...] = ("A",),
    **blueprint: object,
) -> Paper:
    """Return a paper of 100 marks; ``kinds``: these parts only, in this order."""
    shape = [entry for kind in kinds for entry in SHAPE if entry[0] == kind] or SHAPE
    parts, number = [], 1
    for kind, each, members in shape:
        placed = []
        for order, (item, options) in enumerate(members):
            points = (
                each[order] if isinstance(each, tuple) else each * (len(item.blanks) if kind == "fill_blank" else 1)
            )
            placed.append(PlacedItem(item=item, number=number, points=points, options=options))
            number += 1
        parts.append(PaperPart(kind=kind, points_each=each, items=tuple(placed)))
    wishes = Blueprint(
        title=title,
        parts=tuple(Part(kind=part.kind, count=len(part.items), points_each=part.points_each) for part in parts),
        **{"school": "青禾县", "year": 2024, **blueprint},
    )
    forms = tuple(Form(label=label, parts=tuple(parts)) for label in labels)
    return Paper(title=title, source_title="《教师理论学习资料》第1期", blueprint=wishes, seed=1, forms=forms)


def make_bank(title: str = "教师理论学习资料第1期") -> Bank:
    """Return a bank of the same items."""
    return Bank(title=title, items=tuple(item for _, _, members in SHAPE for item, _ in members))


def make_sized(options: tuple[str, ...], stem: str = "下面说的是（　　）。") -> Paper:
    """Return a paper of one single-choice item with these options, the first of them the key."""
    item = SingleChoice(**_common("s1", stem), stem=stem, key=options[0], distractors=options[1:])
    placed = PlacedItem(item=item, number=1, points=2, options=options)
    paper = make_paper(kinds=("single_choice",))
    part = paper.forms[0].parts[0].model_copy(update={"items": (placed,)})
    return paper.model_copy(update={"forms": (Form(label="A", parts=(part,)),)})
