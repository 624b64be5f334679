"""Terms are whole phrases, titles are whole clauses, themes are shared."""

from __future__ import annotations

from collections import Counter

from quizgen.sections import terms, themes, titles
from quizgen.sections.shifts import vocabulary_shifts
from quizgen.sections.titles import infer_title

TEXTS = [
    "发展新质生产力要靠科技创新。新质生产力的特点是创新，新质生产力的关键在质优，培育新质生产力要久久为功。",
    "劳动教育重在实践。劳动教育要有真任务，劳动教育要有真评价，家庭是劳动教育的起点。",
]


def test_terms_are_whole_phrases() -> None:
    found = [terms.find_phrases([text]) for text in TEXTS]
    whole = terms.whole_phrases(found)
    ranked = terms.rank_terms(found, whole, TEXTS)
    assert ranked[0][0] == "新质生产力" and ranked[1][0] == "劳动教育"
    assert "生产力" not in whole and "质生产力" not in whole


def test_a_verb_behind_its_noun_names_an_action() -> None:
    found = terms.find_phrases(
        ["校园阅读是学习的基础，校园阅读的主体是学生。学生阅读作品，会议指出，教师直接负责的事项不多。"]
    )
    assert found.counts["校园阅读"] == 2
    assert not {"学生阅读", "会议指出", "直接负责"} & found.counts.keys()


def test_names_titles_and_vague_words_are_no_terms() -> None:
    found = terms.find_phrases(["有关部门负责人表示，教育局局长强调，本法规定的有关情形。" * 3])
    assert not [p for p in found.counts if "有关" in p or "局长" in p or "本法" in p]
    assert (
        terms.VAGUE_END.search("行政法规规定") and terms.ORGAN.search("清河师范学院") and terms.PERSON.search("李局长")
    )


def test_themes_group_what_speaks_of_one_matter() -> None:
    texts = [TEXTS[0], TEXTS[0] + "科技创新催生新质生产力。", TEXTS[1], TEXTS[1] + "学校开设劳动教育课程。"]
    found = [terms.find_phrases([text]) for text in texts]
    whole = terms.whole_phrases(found)
    ranked = terms.rank_terms(found, whole, texts)
    named = themes.name_themes([f.counts for f in found], ranked, whole, "")
    assert named == ["新质生产力", "新质生产力", "劳动教育", "劳动教育"]


def test_the_theme_of_a_work_is_its_subject() -> None:
    counts = [Counter({"数据安全": 3, "法律责任": 2}), Counter({"数据安全": 1})]
    whole = Counter({"数据安全": 4, "法律责任": 2})
    assert (
        themes.name_themes(counts, [["法律责任"], ["数据安全"]], whole, "中华人民共和国数据安全法") == ["数据安全"] * 2
    )
    assert themes.name_themes(counts, [[], []], whole, "关于数据安全的报告") == ["数据安全"] * 2
    assert themes.LAW.fullmatch("清河市教研条例")[1] == "清河市教研"  # type: ignore[index]


TITLES = [
    (
        "清河教育报清河3月6日电3月6日，清河市教育局召开数字教研推进会，印发行动方案。",
        "清河市教育局召开数字教研推进会，印发行动方案",
    ),
    ("3月6日，由市教育局、市文旅局共同举办的清河市阅读推进会在实验小学召开。", "清河市阅读推进会在实验小学召开"),
    ("4月3日，在清河市“教师数字素养提升”推进会上，大家各抒己见。", "清河市“教师数字素养提升”推进会"),
    ("市教育局3月6日下午就推进数字教研召开会议。", "市教育局就推进数字教研召开会议"),
]


def test_titles_are_whole_clauses() -> None:
    for text, title in TITLES:
        assert infer_title([text], ["数字教研", "推进会", "数字素养"]) == title


def test_titles_of_speeches_skip_the_greeting() -> None:
    assert infer_title(["各位老师：", "今天我们聚在一起，把劳动教育做实做细。"], ["劳动教育"]) == "把劳动教育做实做细"
    assert infer_title([], ["劳动教育"]) == "劳动教育" and infer_title([], []) == ""


def test_title_patterns() -> None:
    assert titles.WHEN.match("近日，") and titles.DAY.search("局3月6日下午就") and titles.GREETING.match("各位来宾：")
    assert (
        titles.OPEN_START.match("在会上")
        and titles.OPEN_END.search("推进会期间")
        and titles.OCCASION.match("在全市教研推进会上，")
    )
    assert len(titles.CLAUSE_END.split("教研要重实效，课堂要改进")) == 2


def test_vocabulary_shifts_where_the_matter_changes() -> None:
    texts = ["教研看数据，数据进课堂，课堂靠教研。" * 5] * 6 + ["学生去菜地，菜地种红薯，红薯送老人。" * 5] * 6
    shifts = vocabulary_shifts(texts)
    assert shifts.index(max(shifts)) == 6 and shifts[0] == 0
    assert vocabulary_shifts(texts[:3]) == [0.0] * 3
