"""Where articles begin: each piece of evidence, and that none alone decides against the rest."""

from __future__ import annotations

from typing import Any

import pytest
from booklet_texts import document_of

from quizgen.model.document import Discarded
from quizgen.sections import articles
from quizgen.sections.roles import find_roles

P = "数字教研是以网络平台为支撑、以教学数据为依据、由教师协同开展的研究活动。"


def weigh(index: int, *blocks: str | tuple[str, dict[str, Any]], debris_before: int | None = None) -> dict[str, float]:
    document = document_of(*blocks)
    if debris_before is not None:
        at = document.blocks[debris_before].start - 1
        run = Discarded(raw_span=(at, at), text="&&,-. 2024/ 1) 30*", reason="source_line", date="2024-01-30")
        document = document.model_copy(update={"discarded": (run,)})
    scene = articles.stage(find_roles(document))
    scene.starts = [0]
    return articles.weigh(scene, index)


def test_every_judgement_has_its_say() -> None:
    page = {"page_start": True, "fill_before": 0.3, "fill_page": 0.8}
    seen = {
        *weigh(1, P, "教研推进会召开", "（清河日报2024-03-07）", P),
        *weigh(2, P, "（清河日报2024-03-07）", P),
        *weigh(1, P, P, debris_before=1),
        *weigh(1, P, "本报讯" + P),
        *weigh(1, P, (P, page)),
        *weigh(1, P, (P, {"gap": 2}), P, P, P, P, P, P, (P, {"gap": 2})),
        *weigh(1, P, "尊敬的各位老师：", P),
        *weigh(1, P, "此外，" + P),
        *weigh(1, "教研的任务", P, P),
        *weigh(1, "第一条" + P, P, "第二条" + P),
        *weigh(2, *["甲乙丙丁戊己庚辛。"] * 2, *["教研数据平台课堂。"] * 4, *["甲乙丙丁戊己庚辛。"] * 4),
        *weigh(4, "甲会召开", "（清河日报2024-03-07）", P, "乙会召开", "（清河日报2024-03-08）", P, P),
    }
    assert set(articles.EVIDENCE) - seen <= {"other words than before", "no title, though others have one"}


@pytest.mark.parametrize(
    ("index", "blocks"),
    [
        (1, [P, "本报讯" + P]),
        (1, [P, (P, {"page_start": True, "fill_before": 0.3, "fill_page": 0.8})]),
    ],
)
def test_an_article_begins(index: int, blocks: list[str | tuple[str, dict[str, Any]]]) -> None:
    assert sum(weigh(index, *blocks).values()) >= articles.THRESHOLD


@pytest.mark.parametrize(
    ("index", "blocks"),
    [
        (1, [P, (P, {"page_start": True, "fill_before": 1.0, "fill_page": 1.0})]),
        (1, ["会议要求：", ("一是" + P, {"page_start": True, "fill_before": 0.3, "fill_page": 0.8})]),
        (1, ["第一条" + P, (P, {"page_start": True, "fill_before": 0.3, "fill_page": 0.8}), "第二条" + P]),
    ],
)
def test_no_article_begins(index: int, blocks: list[str | tuple[str, dict[str, Any]]]) -> None:
    assert sum(weigh(index, *blocks).values()) < articles.THRESHOLD


def test_patterns() -> None:
    assert articles.SALUTATION.match("尊敬的各位来宾：") and not articles.SALUTATION.match("各位来宾欢聚。")
    assert articles.OCCASION.match("3月6日，") and articles.CONTINUATION.match("此外，")
