"""What makers do with a long answer, two claims in one sentence, a part nearly the whole."""

from __future__ import annotations

from random import Random

import pytest
from made_booklet import make_booklet

from quizgen.checks import faults
from quizgen.distractors import Inventory
from quizgen.distractors.figures import propose_dates, propose_figures
from quizgen.generation import Candidate
from quizgen.generation.makers.blanks import asked_member
from quizgen.generation.makers.choices import _shared
from quizgen.generation.makers.claims import EMPTY_DUTY
from quizgen.generation.makers.spans import accept, is_torn, narrow
from quizgen.items import AnyItem
from quizgen.items.fill_blank import FillBlank
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.single_choice import SingleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.miners import mine
from quizgen.model.finding import ListFinding, Slot, SlotFinding, Where
from quizgen.pipeline import candidates, load_templates

LONG = {
    "开设内容各不相同的课后服务": None,  # 的 inside: nothing of it is the whole
    "清河市校园图书借阅规则": "图书借阅规则",
    "教师流动和校长选拔任用制度": None,  # half of what the head is of
    "“事事有底”": "事事有底",
    "课后服务": "课后服务",
    "校园阅读推广项目": "校园阅读推广",  # its class word stays in the stem
    "清河市乡村市场经济制度": None,  # 社会主义 and the like are never parted from 市场经济
    "清河市中国特色读书制度": None,
    "服务业对外开放": "服务业对外开放",  # 服务 is no verb here: the word goes on
}


@pytest.mark.parametrize(("text", "wanted"), LONG.items())
def test_a_long_answer_is_narrowed_to_its_head(text: str, wanted: str | None) -> None:
    slot = Slot(name="object", text=text, start=3, end=3 + len(text), cls="measure")
    found = narrow(slot, Inventory((), ()))
    assert (found and found.text) == wanted
    assert found is None or text[found.start - 3 : found.end - 3] == wanted


def test_what_is_missing_from_nearly_all_varies() -> None:
    slot = Slot(name="value", text="96.2", start=0, end=4, cls="number")
    where = Where(section="清河教研", theme="清河教研")
    finding = SlotFinding(
        kind="number", rule="test", statement="96.2%", slots=(slot,), unit="%", where=where, provenance=(), salience=0.8
    )
    figures = [float(text) for text in propose_figures("96.2", slot, finding, None, Random(1))]  # type: ignore[arg-type]
    assert len(figures) >= 3
    assert all(90 < figure < 100 and figure != 96.2 for figure in figures)
    assert any(figure > 96.2 for figure in figures)


@pytest.mark.parametrize(
    ("statement", "key", "whole"),
    [
        ("2023年，清河市新招聘教师415名，其中268名到乡村学校任教", "268", 415),
        ("2023年，清河市有学生13.6万人，其中小学学生6.69万人", "6.69", 13.6),
        ("2023年，清河市有学生1.3万人，其中小学学生6690人", "6690", 13000),
    ],
)
def test_a_part_is_less_than_the_whole(statement: str, key: str, whole: float) -> None:
    start = statement.index(key)
    slot = Slot(name="value", text=key, start=start, end=start + len(key), cls="figure")
    where = Where(section="清河教研", theme="清河教研")
    finding = SlotFinding(
        kind="number", rule="t", statement=statement, slots=(slot,), unit="名", where=where, provenance=(), salience=0.8
    )
    figures = [float(text) for text in propose_figures(key, slot, finding, None, Random(1))]  # type: ignore[arg-type]
    assert len(figures) >= 3
    assert max(figures) > float(key)
    assert all(figure < whole for figure in figures)


def judged(text: str) -> list[str]:
    booklet = make_booklet(text)
    made = candidates(mine(booklet), [booklet], load_templates())
    items = [one.item for one in made if isinstance(one, Candidate)]
    return [item.stem for item in items if isinstance(item, TrueFalse) and item.key]


def test_a_judgement_makes_one_claim() -> None:
    one = "《清河市校园阅读行动方案》提出，校园阅读是提升学生素养的重要途径。"
    two = "《清河市校园阅读行动方案》提出，校园阅读是提升学生素养的重要途径，是改进课堂教学的重要抓手。"
    assert judged(one)
    assert not [stem for stem in judged(two) if "，是" in stem]
    can_and_is = judged("市教育局指出，数字教研能够提升素养，是课堂改革的重要抓手。")
    assert can_and_is == ["市教育局指出，数字教研是课堂改革的重要抓手。"]


def test_a_call_and_what_it_is_for_are_one_claim() -> None:
    calls = "清河市教育局局长李卫国指出，要"
    for said in ("成立城乡馆际互借联盟，统筹全市图书流通", "落实校园阅读行动方案，配齐借阅台、检索机"):
        assert judged(f"{calls}{said}。") == [f"{calls}{said}。"]
    assert not judged(f"{calls}认真抓好校园阅读，切实改进课堂教学。")  # nothing to check
    assert not judged(f"{calls}坚持立德树人，改进课堂教学。")  # a formula is not enough for two


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("课程建设", "场馆建设", "师资建设", "队伍建设"), (0, 2)),
        (("第十次", "第十一次", "第九次", "第十三次"), (1, 1)),
        (("10月", "9月", "11月", "12月"), (0, 1)),
        (("1800", "1400", "2700", "2200"), (0, 0)),
        (("3月28日", "5月22日", "2月12日", "1月24日"), (0, 0)),
        (("1月1日", "2月1日", "3月1日", "4月1日"), (0, 3)),
        (("12月8日", "2月8日", "3月8日", "4月8日"), (0, 3)),
        (("上海", "合肥", "贵阳", "郑州"), (0, 0)),
        (("阅读数字化", "阅读国际化", "阅读市场化", "阅读普及化"), (2, 0)),  # no 阅读____化
        (("国家图书部门", "国务院公安部门", "国有资产部门", "国家档案部门"), (0, 0)),  # 国 alone is no word
    ],
)
def test_what_all_options_share_stands_in_the_stem(options: tuple[str, ...], wanted: tuple[int, int]) -> None:
    assert _shared(options) == wanted


def made(text: str, title: str | None = None) -> list[AnyItem]:
    booklet = make_booklet(text, title=title, terms=("校园阅读",))
    found = candidates(mine(booklet), [booklet], load_templates())
    return [one.item for one in found if isinstance(one, Candidate) and not faults(one.item)]


SPOKEN = "市教育局指出，校园阅读是提升素养的重要途径。\n"
CLAIM = "乡村学校要加强师资建设、场馆建设、队伍建设、网络建设。"


def test_in_a_digest_a_claim_is_somebodys_or_a_standing_formulation() -> None:
    def is_asked(text: str) -> bool:
        return any("师资建设" in item.stem + "".join(item.keys_asked) for item in made(text))

    assert not is_asked(SPOKEN + CLAIM)
    assert is_asked(SPOKEN + "市教育局指出，" + CLAIM)
    assert is_asked(SPOKEN + CLAIM + "\n" + CLAIM)
    essay = "推进课堂改革、校园阅读，要加强师资建设、场馆建设、队伍建设、网络建设。"
    assert is_asked(essay)  # an essay or a chapter speaks for itself …
    assert not is_asked(SPOKEN + essay)
    assert not is_asked(CLAIM)  # … where what it says is central
    for subject in ("推进校园阅读，要", "清河市要"):  # what all is about, somebody by name
        assert is_asked(SPOKEN + CLAIM.replace("乡村学校要", subject))
    assert not is_asked(SPOKEN + CLAIM.replace("乡村学校要", "面对校园阅读，乡村学校要"))


LAW = "清河市校园阅读条例"
OBJECT = "市教育局指出，清河市要建好各校图书馆，{}。\n"
BARE = "市教育局指出，要落实教研责任，坚定不移推进课堂改革。\n"
ASKED = {
    "an organ of state": ("图书采购由市教育行政部门批准。", LAW, "市教育行政部门", True),
    "any school": ("中小学校应当制定年度图书采购计划。", LAW, "中小学校", False),
    "an object a law names": ("中小学校和幼儿园应当遵守图书管理标准。", LAW, "图书管理标准", True),
    "an object anybody names": (OBJECT.format("坚持图书管理标准") * 3, None, "图书管理标准", False),
    "half of a pair": (
        "市教育局指出，要统筹课堂阅读和课后阅读、纸质阅读和数字阅读、校内阅读和校外阅读的协调发展，不留空白。",
        None,
        "数字阅读",
        True,
    ),
    "a goal that has kin": (
        "市教育局指出，借阅网络是实现校园阅读变革的前提。\n"
        + "各校推进校园阅读变革，评价校园阅读变革。\n" * 10
        + "各校推进校园阅读，评价校园阅读。\n" * 15,
        None,
        "校园阅读变革",
        False,
    ),
    "a goal that has little kin": (
        "市教育局指出，借阅网络是实现校园阅读变革的前提。\n" + "各校推进校园阅读变革，评价校园阅读变革。\n" * 10,
        None,
        "校园阅读变革",
        True,
    ),
    "an object of a bare verb": (BARE, None, "教研责任", False),
    "an object of some kind": (BARE.replace("落实", "落实广大教师的"), None, "教研责任", False),
    "an object of a fixed name": (BARE.replace("落实", "落实以学生为中心的"), None, "教研责任", True),
    "an object of a bare verb said often": (BARE * 3, None, "教研责任", True),
    "an object said often": (
        OBJECT.format("完善图书管理标准") + "图书管理标准来自各校。\n" * 2,
        None,
        "图书管理标准",
        True,
    ),
    "an object said twice": (
        OBJECT.format("完善图书管理标准") + "图书管理标准来自各校。\n",
        None,
        "图书管理标准",
        False,
    ),
    "a short object": ("中小学校和幼儿园应当完善校规校纪。", LAW, "校规校纪", False),
    "a goal that is what all is about": (
        "市教育局指出，借阅网络是实现课堂改革的前提。\n" + "各校推进课堂改革，评价课堂改革。\n" * 10,
        None,
        "课堂改革",
        True,
    ),
    "a goal said once": ("市教育局指出，借阅网络是实现课堂改革的前提。", None, "课堂改革", False),
    "what sums up a list": ("市教育局指出，清河市要加强教材、教法、教具等方面的协同研究。", None, "协同研究", False),
    "a word in a call that tells no more": (
        "市教育局指出，必须继续做好阅读这篇大文章。",
        None,
        "阅读",
        False,
    ),
    "a word in a call for something": (
        "市教育局指出，推动校园改革，必须继续做好阅读这篇大文章。",
        None,
        "阅读",
        True,
    ),
    "what anything can be furthered in": (
        "市教育局指出，清河市要建好各校图书馆，赋能校园管理团队。",
        None,
        "校园管理团队",
        False,
    ),
    "what is to be carried out": (
        "市教育局指出，各校要确保三年行动计划确定的阅读任务落到实处。",
        None,
        "阅读任务落到实处",
        False,
    ),
    "how something is to develop": ("市教育局指出，要促进清河阅读事业高质量发展。", None, "高质量发展", False),
    "one act of three": ("市教育局指出，清河市要加强校史书目的挖掘、整理和研究。", None, "整理", False),
    "one of several": ("市教育局指出，清河市要把数字阅读等新方式带进课堂。", None, "数字", False),
    "how two things are": ("市教育局指出，清河市有勤勉踏实、乐观向上的阅读教师队伍。", None, "乐观向上", False),
    "a tail that stays": ("中小学校和幼儿园应当开展图书管理标准建设。", LAW, "图书管理标准", True),
    "a head that many words fit": ("中小学校和幼儿园应当遵守校园图书管理机制。", LAW, "校园图书管理机制", False),
    "what stands before it": ("中小学校和幼儿园应当遵守校园图书管理机制。", LAW, "校园图书管理", True),
    "a word too short": ("《清河行动方案》提出，清河市要建设走遍城乡村镇的朗读者。", None, "朗读者", False),
    "a word long enough": ("《清河行动方案》提出，清河市要建设走遍城乡村镇的朗读者团队。", None, "朗读者团队", True),
    "a frame with another object elsewhere": (
        "中小学校和幼儿园应当遵守图书管理标准。\n中小学校和幼儿园应当遵守场馆管理标准。",
        LAW,
        "图书管理标准",
        False,
    ),
    "a duty others have too": (
        "市教育行政部门应当建立健全图书管理标准。\n县图书馆应当依法建立健全图书管理标准。",
        LAW,
        "市教育行政部门",
        False,
    ),
    "a duty of its own": (
        "市教育行政部门应当建立健全图书管理标准。\n县图书馆应当依法建立健全场馆管理标准。",
        LAW,
        "市教育行政部门",
        True,
    ),
    "a gap at the beginning": ("“人人有书读”要求各校开放场馆、配齐图书，方便全体师生。", None, "人人有书读", False),
    "two members of one mould": (
        "市教育局指出，清河市要做到校校有书、班班有书、家家有书，方便师生。",
        None,
        "班班有书",
        False,
    ),
    "members of one frame": (
        "市教育局指出，清河市要做到校校有书、班班能借、家家共读，方便师生。",
        None,
        "班班能借",
        True,
    ),
    "a word the name tells": ("每年四月二日为校园节。", "清河市校园阅读条例", "校园节", False),
    "a word it does not tell": ("每年四月二日为读书日。", "清河市校园阅读条例", "读书日", True),
    "what takes any object": ("市教育局指出，清河市要建好各校图书馆，推进课程标准化建设。", None, "标准化建设", False),
    "a member told elsewhere": (
        "市教育局指出，要增强阅读本领，营造善于阅读、勇于实践、乐于分享的氛围。",
        None,
        "善于阅读",
        False,
    ),
    "who makes the rules": ("市教育行政部门应当另行制定图书采购标准。", LAW, "市教育行政部门", False),
    "who follows the rules": ("市教育行政部门应当公布图书采购标准。", LAW, "市教育行政部门", True),
    "the owner of an office": (
        "市教育行政部门负责图书工作的机构，组织、指导图书采购。",
        LAW,
        "市教育行政部门",
        False,
    ),
    "a plain act": ("市教育局指出，清河市各校要为学生提供指导、支持和服务。", None, "支持", False),
    "two members alike": ("市教育局指出，清河市要管好专门馆藏和特殊馆藏，方便师生。", None, "特殊馆藏", False),
    "an organ the stem tells": ("清河市检察机关行使检察权，由市检察机关监督采购。", LAW, "清河市检察机关", False),
    "a frame filled otherwise elsewhere": (
        "《清河行动方案》提出，全市要团结师生，以课程建设为中心。\n各校都以学生成长为中心。",
        None,
        "课程建设",
        False,
    ),
    "a frame filled once": ("《清河行动方案》提出，全市要团结师生，以课程建设为中心。", None, "课程建设", True),
    "a term without what leads to it": (
        "《清河行动方案》提出，清河市要着力营造静心读书的良好课堂生态。",
        None,
        "课堂生态",
        True,
    ),
    "a saying from its first word": (
        "市教育局指出，校园阅读要践行以学生为中心的阅读理念。",
        None,
        "以学生为中心",
        True,
    ),
    "a law's rule told by its use": (
        "全市建立馆藏图书信息制度，记录每册图书的借出和归还情况。\n全市建立导读教师档案制度。",
        LAW,
        "馆藏图书信息",
        True,
    ),
    "a law's rule told by nothing": (
        "全市建立馆藏图书信息制度。\n全市建立导读教师档案制度。",
        LAW,
        "馆藏图书信息",
        False,
    ),
    "a law's rule behind another of its own": ("全市健全馆藏目录，推广馆际图书网络。", LAW, "馆际图书网络", True),
    "any activity": ("学校应当为全体新生组织校园阅读体验活动。", LAW, "校园阅读体验活动", False),
    "a consequence the law could have named otherwise": (
        "几个借阅人共同损坏图书的，应当承担连带责任。",
        LAW,
        "连带责任",
        True,
    ),
    "a consequence of two characters": ("借阅人因保护图书受到损失的，按照章程给予补偿。", LAW, "补偿", False),
    "a degree": ("申请馆员资格，应当具备高级中学毕业以上学历。", LAW, "高级中学", True),
    "a degree the stem tells": ("申请高级馆员资格，应当具备高级中学毕业以上学历。", LAW, "高级中学", False),
    "a degree of success": ("清河市教育局指出，推进校园阅读已经取得显著成效。", None, "显著成效", False),
    "plain words behind praise": ("学生应当养成良好品行、习惯和作风。", LAW, "习惯", False),
    "a member that is a clause": ("各校发布的通知、提供的借阅软件、家长群，应当清朗。", LAW, "提供的借阅软件", False),
}


@pytest.mark.parametrize(("text", "title", "key", "wanted"), ASKED.values(), ids=ASKED.keys())
def test_what_may_be_blanked(text: str, title: str | None, key: str, wanted: bool) -> None:
    assert any(isinstance(item, FillBlank) and key in item.keys_asked for item in made(text, title)) == wanted


JUDGED = {
    "a call that breaks off": ("《清河行动方案》提出，要坚持统筹规划、分步实施、安全可控等原则。", False),
    "what a person lists in passing": ("市教育局指出，清河市的借阅习惯、阅读方法、阅读情感渐渐养成。", False),
    "a whole call": ("《清河行动方案》提出，要坚持统筹规划、分步实施、安全可控的原则。", True),
    "one measure and another": ("《清河行动方案》提出，推进教材、教法、教具更新，完善读书会制度。", False),
    "how many tasks": ("市教育局指出，清河市建设乡村学校要抓好六项工作。", False),
    "which tasks": ("市教育局指出，清河市建设乡村学校要抓好馆藏、借阅、导读的工作。", True),
    "a subject and a pause": ("市教育局指出，推进校园阅读，是实施立德树人的基础工程。", True),
    "two claims of one subject": ("市教育局指出，校园阅读是提升素养的途径，教师是课堂的主导力量。", True),
    "two calls": ("《清河行动方案》提出，要坚持校校共读、班班共读、家家共读，坚持开放、便捷、共享。", False),
    "one measure": ("《清河行动方案》提出，推进教材、教法、教具更新和共享。", True),
    "a person's list": ("市教育局指出，要坚持统筹规划、分步实施、安全可控的原则。", True),
    "a person's call": ("市教育局指出，要以师生共读推动课堂改革。", True),
    "a person's call for a formula": ("市教育局指出，要建立落实立德树人任务的阅读评价体系。", True),
    "what somebody will do for a list": (
        "李卫国表示，将为建设人人共读、班班共读、家家共读的书香社会奠定坚实基础。",
        False,
    ),
    "what the meeting is for": ("清河市书香校园推动课堂改革推进会强调，要以书香校园推动课堂改革。", False),
    "a person's call for the sake of a formula": ("市教育局指出，要为落实立德树人任务培养急需人才。", False),
    "an activity praised": ("《清河行动方案》提出，开展喜闻乐见、寓教于乐的阅读活动。", False),
    "a thing to be made better": ("市教育局指出，不断加强和改进清河市思想政治教育。", False),
    "a person's mere call": ("市教育局指出，要扩大场馆开放，为校园阅读营造良好环境。", False),
    "a report's call": ("《清河行动方案》提出，要扩大场馆开放，为校园阅读营造良好环境。", False),
    "what somebody should do": ("校园阅读更应成为课堂改革的引擎。\n校园阅读更应成为课堂改革的引擎。", False),
    "what makes it what it is": ("市教育局指出，校园阅读由师生共读、家校共育、馆校共建而成。", True),
    "two calls and a quoted slogan": ("市教育局指出，必须坚持“读书是第一要事”，实施“书香校园计划”。", True),
    "a word that only begins like a call": ("市教育局指出，应用是检验校园阅读成效的试金石。", True),
    "what nobody says is the key": ("推进清河市的馆藏建设，关键在培训导读教师。", False),
    "an opinion of nobody": ("借书是提升素养的重要途径。", False),
    "a standing formulation": ("校园阅读是提升素养的重要途径。\n校园阅读是提升素养的重要途径。", True),
    "an opinion of somebody": ("市教育局指出，校园阅读是提升素养的重要途径。", True),
}


@pytest.mark.parametrize(("text", "wanted"), JUDGED.values(), ids=JUDGED.keys())
def test_what_may_be_judged(text: str, wanted: bool) -> None:
    assert bool(judged(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("学校不得非法出售学生的图书。", False),  # what goes without saying
        ("学校不得出售学生的图书。", True),
    ],
)
def test_what_of_a_law_may_be_judged(text: str, wanted: bool) -> None:
    assert any(isinstance(item, TrueFalse) and item.key for item in made(text, LAW)) == wanted


@pytest.mark.parametrize(
    ("text", "empty"),
    [("国家加强图书馆建设", True), ("国家建立图书分级保护制度", False), ("学校应当贯彻国家的阅读方针", True)],
)
def test_what_anybody_does_anyway_is_no_fact(text: str, empty: bool) -> None:
    assert bool(EMPTY_DUTY.search(text)) == empty


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市教育部门及其有关部门监督图书采购。\n县文化部门负责推荐书目。", False),  # the other may be one of them
        ("市教育部门监督图书采购。\n县文化部门负责推荐书目。", True),
        ("市教育部门监督全国图书采购。\n县文化部门负责推荐书目。", False),  # no county does
        ("市教育部门管理武装力量图书采购。\n县文化部门负责推荐书目。", False),  # never falsified
    ],
)
def test_what_organ_of_a_law_may_be_falsified(text: str, wanted: bool) -> None:
    false = [item for item in made(text, LAW) if isinstance(item, TrueFalse) and not item.key]
    assert any("监督" in item.stem for item in false) == wanted


def test_who_makes_the_rules_is_a_second_claim() -> None:
    said = made("学校实行图书预约制度，具体办法由市教育部门制定。", LAW)
    assert not any(isinstance(item, TrueFalse) and item.key and "具体办法" in item.stem for item in said)


def test_of_two_claims_one_is_judged() -> None:
    claims = judged("市教育局指出，校园阅读方兴未艾，数字教研是提升素养的重要途径。")
    assert claims == ["市教育局指出，数字教研是提升素养的重要途径。"]


TRAITS = "《清河行动方案》提出，要增强校园阅读参与感、归属感、获得感。\n学校的{other}，决定借阅的{other}。"


@pytest.mark.parametrize(
    ("other", "wanted"),
    [("成就感", True), ("书目新鲜感", False), ("朗诵", False)],
    ids=["alike", "of a field of its own", "unlike"],
)
def test_a_foreign_member_differs_by_one_word(other: str, wanted: bool) -> None:
    text = TRAITS.format(other=other) + f"\n清河市要加强校本课程的{other}、责任感、新鲜感。"
    assert any(isinstance(item, MultipleChoice) and other in item.distractors for item in made(text)) == wanted


@pytest.mark.parametrize(("verb", "wanted"), [("加强", True), ("整治", False)])
def test_what_is_fought_is_never_offered(verb: str, wanted: bool) -> None:
    text = TRAITS.format(other="成就感") + f"\n清河市要{verb}校本课程的成就感、责任感、新鲜感。"
    assert any("成就感" in item.choices for item in made(text)) == wanted


@pytest.mark.parametrize(("spoken", "wanted"), [("law", "登记办法"), ("person", None)])
def test_of_a_laws_list_the_outer_members_may_be_asked(spoken: str, wanted: str | None) -> None:
    said = "学校完善流通规则，健全登记办法、流通规则和统计办法"
    places = [said.rindex(text) for text in ("登记办法", "流通规则", "统计办法")]
    members = tuple(
        Slot(name=f"m{n}", text=said[p : p + 4], start=p, end=p + 4, cls="member") for n, p in enumerate(places)
    )
    listed = ListFinding(
        rule="enumeration", anchor="《清河条例》规定，", spoken=spoken, statement=said, members=members,
        start=places[0], end=places[-1] + 4, open=False, where=Where(section="清河", theme="清河"), provenance=(),
        salience=0.8,
    )  # fmt: skip
    template = next(t for t in load_templates() if t.id == "list-blank")
    asked = asked_member(listed, template, Inventory((), ()))
    assert (asked and asked.text) == wanted


def test_two_members_make_no_multiple_choice() -> None:
    three = TRAITS.format(other="成就感") + "\n清河市要加强校本课程的成就感、责任感、新鲜感。"
    two = three.replace("参与感、归属感、获得感", "参与感、归属感").replace("成就感、责任感", "成就感")
    choices = [item for item in made(three) if isinstance(item, MultipleChoice)]
    assert choices
    assert all(len(item.keys) == 3 and len(item.choices) == 4 for item in choices)
    assert not any(isinstance(item, MultipleChoice) for item in made(two))


def test_what_is_reported_is_not_falsified_by_a_member() -> None:
    called = TRAITS.format(other="成就感") + "\n清河市要加强校本课程的成就感、责任感、新鲜感。"
    reported = called.replace("要增强校园阅读参与感、归属感、获得感", "校园阅读参与感、归属感、获得感进一步增强")

    def false(text: str) -> list[AnyItem]:
        return [item for item in made(text) if isinstance(item, TrueFalse) and item.device == "foreign-member"]

    assert false(called)
    assert not false(reported)


def test_what_is_left_of_a_long_phrase_is_a_term_of_its_own() -> None:
    statement = "清河市建成城乡一体校园图书借阅网络"
    whole = Slot(name="object", text="城乡一体校园图书借阅网络", start=5, end=17, cls="measure")
    head = whole.model_copy(update={"text": "图书借阅网络", "start": 11})
    where = Where(section="清河教研", theme="清河教研")
    finding = SlotFinding(
        kind="purpose", rule="test", statement=statement, slots=(whole,), where=where, provenance=(), salience=0.8
    )
    assert is_torn(head, whole, finding, Inventory((), [statement]))
    assert not is_torn(head, whole, finding, Inventory((), [statement, "图书借阅网络越来越密"]))
    assert not is_torn(head, whole, finding.model_copy(update={"spoken": "law"}), Inventory((), [statement]))


def test_what_the_stem_says_already_need_not_be_repeated() -> None:
    assert accept("校园阅读课堂建设", "健全校园阅读评价，完善____") == ("校园阅读课堂建设", "课堂建设")
    assert accept("校园阅读课堂建设", "健全评价，完善____") == ("校园阅读课堂建设",)
    assert accept("校园阅读管理制度", "健全校园阅读评价，完善____") == ("校园阅读管理制度",)
    assert accept("借阅强校战略", "借阅是基础，实施____") == ("借阅强校战略",)
    assert accept("借阅课堂建设", "方便借阅，完善____") == ("借阅课堂建设", "课堂建设")
    assert accept("借阅清河行动", "方便借阅，实施____") == ("借阅清河行动",)  # a name is not cut
    assert accept("借阅课堂", "方便借阅，完善____") == ("借阅课堂",)  # two characters are no answer


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("读书习惯就是成长本钱", "成长本钱"), ("读一本好书、交一位益友", "交一位益友"), ("人人都是校园阅读推广者", None)],
)
def test_a_saying_of_two_halves_is_asked_for_its_second(text: str, wanted: str | None) -> None:
    found = narrow(Slot(name="value", text=text, start=0, end=len(text), cls="slogan"), Inventory((), ()))
    assert (found and found.text) == wanted


def test_a_title_is_never_asked_by_halves() -> None:
    for text, cls, wanted in (
        ("清河市中小学校园阅读行动方案", "title", None),
        ("清河市校园阅读行动方案", "title", "清河市校园阅读行动方案"),
        ("清河市中小学校园阅读行动方案", "measure", "校园阅读行动方案"),
    ):
        found = narrow(Slot(name="title", text=text, start=0, end=len(text), cls=cls), Inventory((), ()))
        assert (found and found.text) == wanted


def falsified(text: str) -> list[str]:
    return [item.stem for item in made(text) if isinstance(item, TrueFalse) and not item.key]


def test_what_a_person_thinks_important_is_not_falsified() -> None:
    text = (
        "{0}强调，校园阅读是提升学生素养的重要途径。\n{0}指出，课后服务是落实课程方案的重要抓手。\n"
        "{0}指出，教师培训是改进课堂教学的重要载体。\n{0}指出，家校合作是改进课堂教学的重要支撑。"
    )
    assert falsified(text.format("《清河行动方案》"))
    assert not falsified(text.format("教育局局长李卫国"))


def test_a_false_statement_makes_one_claim() -> None:
    text = "2024年3月6日，{}清河市校园阅读推进会在上海召开。"
    assert falsified(text.format(""))
    assert not falsified(text.format("在市教育局的组织下，在各校的支持下，"))


SERIES = "《清河行动方案》提出，要增强校园阅读{}。"


def test_the_lexicons_series_give_options_where_the_booklet_has_none() -> None:
    items = made(SERIES.format("协同性、整体性、系统性"))
    multiple = next(item for item in items if isinstance(item, MultipleChoice))
    single = next(item for item in items if isinstance(item, SingleChoice))
    assert all(option.endswith("性") for option in (*multiple.distractors, *single.distractors))
    assert len(single.distractors) == 3
    listed = "系统整体协同"
    assert not any(set(option[:2]) & set(listed) for option in (*multiple.distractors, *single.distractors))


@pytest.mark.parametrize(
    "text",
    [
        SERIES.format("协同性、整体性、系统性等"),  # there may be more
        SERIES.format("参与感、归属感、获得感"),  # no such series
        "清河市的网络强国、质量强国、教育强国等建设快速推进。",  # what goes well is listed at will
        SERIES.format("季节性、学段性、周期性"),  # few things have the qualities of another
        "清河市要增强校园阅读整体性、系统性。",  # of two that nobody in particular lists
    ],
)
def test_the_lexicons_series_give_no_options(text: str) -> None:
    assert not any(isinstance(item, MultipleChoice | SingleChoice) for item in made(text))


def test_a_pair_is_chosen_among_two_others_of_its_series() -> None:
    multiple = next(item for item in made(SERIES.format("整体性、系统性")) if isinstance(item, MultipleChoice))
    assert multiple.keys == ("整体性", "系统性")
    assert len(multiple.distractors) == 2


def test_what_is_said_nearby_is_no_option() -> None:
    options = ["针对性", "创造性", "规范性", "前瞻性", "有效性", "主动性", "科学性", "实效性"]
    text = SERIES.format("协同性、整体性、系统性") + "教师要重视" + "和".join(options) + "。"
    assert not any(isinstance(item, MultipleChoice | SingleChoice) for item in made(text))


def test_a_false_list_holds_the_booklets_own_words() -> None:
    false = [
        item for item in made(SERIES.format("协同性、整体性、系统性")) if isinstance(item, TrueFalse) and not item.key
    ]
    assert not false


def test_a_feast_is_no_wrong_date() -> None:
    slot = Slot(name="date", text="4月9日", start=0, end=4, cls="date")
    where = Where(section="清河教研", theme="清河教研")
    finding = SlotFinding(
        kind="date", rule="t", statement="4月9日", slots=(slot,), where=where, provenance=(), salience=0.8
    )
    proposed = {
        date
        for seed in range(200)
        for date in propose_dates("4月9日", slot, finding, None, Random(seed))  # type: ignore[arg-type]
    }
    assert "5月20日" in proposed
    assert not proposed & {"5月1日", "6月1日", "7月1日", "8月1日", "3月5日", "3月15日"}


def test_a_formula_among_its_rivals_is_a_choice() -> None:
    text = "市教育局指出，清河市要促进校园书店与实体经济紧密结合。"
    choices = {item.stem: item for item in made(text) if isinstance(item, SingleChoice) and "formula" in item.template}
    (item,) = choices.values()
    assert item.stem == "市教育局指出，清河市要促进校园书店与（\u3000\u3000）经济紧密结合。"
    assert item.key == "实体"
    assert len(set(item.distractors)) == 3
    told = "市教育局指出，清河市要守住实在的书店，促进校园书店与实体经济紧密结合。"
    assert not [item for item in made(told) if isinstance(item, SingleChoice) and "formula" in item.template]


def test_what_the_booklet_says_in_more_words_is_right_too() -> None:
    text = "市教育局指出，校园阅读以借阅总量大幅提升为主要标志。\n市教育局指出，清河阅读以借阅总量提升为主要标志。"
    blanks = [item.blanks for item in made(text) if isinstance(item, FillBlank) and "标志" in item.stem]
    assert [set(wordings) for ((*wordings,),) in blanks if "借阅总量提升" in wordings]
    assert all({"借阅总量提升", "借阅总量大幅提升"} <= set(wordings) for ((*wordings,),) in blanks)


def test_part_of_an_organs_name_is_not_right() -> None:
    items = made("教育行政部门应当建立健全校外教育图书管理标准。", LAW)
    assert ("教育行政部门",) in [blank for item in items if isinstance(item, FillBlank) for blank in item.blanks]


def test_a_figure_in_characters_is_right_in_digits_too() -> None:
    items = made("图书馆向不满十四周岁学员出借图书的，应当取得家长同意。", LAW)
    assert [item.blanks for item in items if isinstance(item, FillBlank)] == [(("十四", "14"),)]


def test_an_example_is_no_choice() -> None:
    text = "《清河行动方案》提出，优化课程结构，推动{}快速成长。"
    chosen = [
        any(isinstance(item, SingleChoice) for item in made(text.format(what))) for what in ("数字经济", "数字经济等")
    ]
    assert chosen == [True, False]


def test_advice_of_nobody_is_not_blanked() -> None:
    advice = "推进校园阅读，要以家校共育带动课堂改革。"
    assert not [item for item in made(SPOKEN + advice) if isinstance(item, FillBlank) and "带动" in item.stem]
    assert [item for item in made("市教育局指出，" + advice) if "带动" in item.stem]


def test_what_is_said_of_a_term_is_judged_whoever_says_it() -> None:
    claim = "智能导读是校园阅读的重要引擎。"
    assert claim in [item.stem for item in made(SPOKEN + claim)]
    assert claim.replace("校园阅读", "课堂改革") not in [
        item.stem for item in made(SPOKEN + claim.replace("校园阅读", "课堂改革"))
    ]


def test_what_an_organ_or_a_dated_meeting_does_needs_nobody_to_say_it() -> None:
    organ = "教育部将馆际互借升级为馆藏互借、数据互借、人员互借、标准互借。"
    meeting = "2024清河阅读大会以“阅读：习惯、方法、情感”为主题。"
    stems = "".join(item.stem for item in made(f"{SPOKEN}{organ}\n{meeting}"))
    assert "互借" in stems
    assert "2024清河阅读大会" in stems
