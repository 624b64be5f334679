"""Statements: what is left of a sentence, and whose words they are."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from made_booklet import make_booklet

from quizgen.miners.statements import statements

WISH = "要建好阅读空间"


class Case(NamedTuple):
    text: str
    wanted: list[str]  # anchor + text of each statement
    title: str | None = None
    date: str | None = None


CASES = {
    "dateline of a paper": Case("清河日报讯（本报记者 王某）清河市建成书香学校。", ["清河市建成书香学校"]),
    "meeting of the sentence before": Case(
        f"清河市校园阅读大会在城关镇召开。本次会议指出，{WISH}。",
        ["清河市校园阅读大会在城关镇召开", f"清河市校园阅读大会指出，{WISH}"],
    ),
    "a breach of the law is nobody's words": Case(
        "第九条 学校违反本条例规定，损坏图书的，应当赔偿。",
        ["《清河市校园阅读条例》规定，学校违反本条例规定，损坏图书的，应当赔偿"],
        title="清河市校园阅读条例",
    ),
    "the half that stands elsewhere": Case("借阅也是阅读的开端。", ["借阅是阅读的开端"]),
    "no half but a word": Case("图书归还要登记造册。", ["图书归还要登记造册"]),
    "this meeting by name": Case(
        "清河市校园阅读大会在城关镇召开。本届大会以阅读为主题。",
        ["清河市校园阅读大会在城关镇召开", "清河市校园阅读大会以阅读为主题"],
    ),
    "meeting named by its day": Case(
        f"清河市教育局3月5日召开会议。会议强调，{WISH}。",
        ["清河市教育局2024年3月5日召开会议", f"清河市教育局2024年3月5日会议强调，{WISH}"],
        date="2024-03-07",
    ),
    "no meeting is known": Case(f"会议强调，{WISH}。", [WISH]),
    "short titles in full": Case(
        f"《关于推进校园阅读的意见》在清河公布。《意见》提出，{WISH}。意见要求，{WISH}。",
        [
            "《关于推进校园阅读的意见》在清河公布",
            f"《关于推进校园阅读的意见》提出，{WISH}",
            f"《关于推进校园阅读的意见》要求，{WISH}",
        ],
    ),
    "ordinary people and pronouns": Case(f"清河一中校长说，{WISH}。他强调，{WISH}。", [WISH]),
    "an occasion without a name is left out": Case(f"李卫国在县里的会议上强调，{WISH}。", [f"李卫国强调，{WISH}"]),
    "an occasion with a name stays": Case(
        f"李卫国在第三次教育工作会议上强调，{WISH}。", [f"李卫国在第三次教育工作会议上强调，{WISH}"]
    ),
    "what a report of a speech calls for": Case(
        f"李卫国强调，{WISH}。推进校园阅读，必须完善借阅机制。清河市去年建成图书馆。",
        [f"李卫国强调，{WISH}", "李卫国强调，推进校园阅读，必须完善借阅机制", "清河市去年建成图书馆"],
    ),
    "a report says it again": Case(
        "李卫国强调，校园阅读大有可为。概括地说，校园阅读是提升素养的重要途径。",
        ["李卫国强调，校园阅读大有可为", "李卫国强调，校园阅读是提升素养的重要途径"],
    ),
    "an author goes on behind a leader's title": Case(
        "习近平总书记强调，读书可以启迪智慧。推进校园阅读，必须完善借阅机制。",
        ["习近平总书记强调，读书可以启迪智慧", "推进校园阅读，必须完善借阅机制"],
    ),
    "a quotation within a title": Case(f"清河市“十四五”规划提出，{WISH}。", [f"清河市“十四五”规划提出，{WISH}"]),
    "a demand that nobody utters": Case(f"按照清河市教育局要求，学校{WISH}。", [f"按照清河市教育局要求，学校{WISH}"]),
    "a document printed in full": Case(
        "大会发布清河市校园阅读合作倡议，主要内容如下：\n共建阅读空间，共享图书资源。",
        ["大会发布清河市校园阅读合作倡议，主要内容如下", "清河市校园阅读合作倡议提出，共建阅读空间，共享图书资源"],
    ),
    "a report": Case(f"{WISH}。", [f"清河市教育大会报告指出，{WISH}"], title="在清河市教育大会上的报告"),
    "a congress by its short name": Case(
        f"{WISH}。", [f"党的八大报告指出，{WISH}"], title="在中国共产党第八次全国代表大会上的报告"
    ),
    "a law's title with a space": Case(
        "第五条 学校应当建立阅读档案。",
        ["《清河市校园阅读条例》规定，学校应当建立阅读档案"],
        title="清河市校园 阅读条例",
    ),
    "one quotation and another": Case(
        "李卫国强调，“校园阅读是提升素养的重要途径”“必须继续做好校园阅读这篇大文章”。",
        ["李卫国强调，校园阅读是提升素养的重要途径", "李卫国强调，必须继续做好校园阅读这篇大文章"],
    ),
    "a limb that calls goes on with the speaker": Case(
        "李卫国强调，要做好两项工作。\n一要建好阅读空间。", ["李卫国强调，要做好两项工作", "李卫国强调，要建好阅读空间"]
    ),
    "a limb that tells does not": Case(
        "李卫国强调，要做好两项工作。\n一是各校馆藏不断丰富。", ["李卫国强调，要做好两项工作", "各校馆藏不断丰富"]
    ),
    "what is said once more": Case(f"李卫国再次强调，{WISH}。", [f"李卫国强调，{WISH}"]),
    "a label before a date": Case("热点1月31日，清河市建成书香学校。", ["1月31日，清河市建成书香学校"]),
    "connectives and we": Case(f"并要坚持统筹规划。我们{WISH}。", ["要坚持统筹规划", WISH]),
    "said behind a quotation": Case(f"“{WISH}。”李卫国表示。", []),
    "numbered duties of a law get their head": Case(
        "第九条 学生应当履行下列义务：\n（二）按照约定的期限归还图书。",
        [
            "《清河市校园阅读条例》规定，学生应当履行下列义务",
            "《清河市校园阅读条例》规定，学生应当按照约定的期限归还图书",
        ],
        title="清河市校园阅读条例",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_statement(case: Case) -> None:
    made = statements(make_booklet(case.text, title=case.title, date=case.date))
    assert [one.anchor + one.text for one in made] == case.wanted


def test_many_articles_make_a_law_even_without_its_name() -> None:
    few, many = (
        "\n".join(f"第{n}条 学校应当建立阅读档案。" for n in numbers) for numbers in ("一二三", "一二三四五六七八九十")
    )
    assert {one.spoken for one in statements(make_booklet(few))} == {""}
    assert {one.spoken for one in statements(make_booklet(many))} == {"law"}


@pytest.mark.parametrize(("second", "spoken"), [("二、基本原则", "law"), ("清河市教育大会召开", "")])
def test_a_digest_is_not_the_document_it_begins_with(second: str, spoken: str) -> None:
    booklet = make_booklet("学校要建好阅读空间。", title="关于推进校园阅读的意见")
    more = booklet.sections[0].model_copy(update={"id": "2", "title": second})
    made = statements(booklet.model_copy(update={"sections": (*booklet.sections, more)}))
    assert {one.spoken for one in made} == {spoken}
