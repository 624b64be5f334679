"""What can stand alone on a paper, and what is worth asking."""

from __future__ import annotations

import pytest
from made_booklet import make_booklet

from quizgen.miners.salience import salience
from quizgen.miners.statements import statements
from quizgen.miners.windows import Window, standing


@pytest.mark.parametrize(
    "text",
    [
        "这是提升课堂质量的重要抓手",
        "上述学校要建好阅读空间",
        "近年来清河市建成书香学校",
        "它能够提升课堂质量",
        "清河市建成书香学校的",
        "平台成为提升课堂质量的抓手",
        "截至2023年底，平台累计借出图书35万册",
        "只有抓住课堂这个阵地",
        "清河市要做到“藏书丰富",
        "各校要特别是乡村学校建好阅读空间",
        "清河市建成阅览室，更是改变了课堂",
        "2025年为推进阶段，主要任务是建好书屋",
        "主题是与好书同行",
        "各校把重要讲话转化为行动",
        "3月6日清河市校园阅读推进会召开",
        "教师要充分认识这场课堂变革的长期性",
        "各校要传承这种读书风气",
        "校园阅读是清河教育的底色，三者统一于课堂",
    ],
)
def test_what_leans_on_something_else_does_not_stand(text: str) -> None:
    assert not standing(text)


@pytest.mark.parametrize(
    "text",
    [
        "数字教研是提升课堂质量的重要抓手",
        "各校学习习近平重要讲话",
        "2024年3月6日清河市校园阅读推进会召开",
        "各校要抓住课堂这个主阵地",
        "清河市要做好创新这篇文章",
        "教师、学生、家长三者同读一本书",
        "重点关注乡村学校和家庭困难学生",
        "从教学论角度看，校园阅读是课堂的延伸",
    ],
)
def test_a_whole_assertion_stands(text: str) -> None:
    assert standing(text)


def worth(text: str, more: str = "") -> float:
    statement = statements(make_booklet(text + "。" + more))[0]
    return salience("position", Window(statement, "", 0, len(statement.text)))


PLAIN = "清河市的图书数量逐年增长"


def test_official_wording_is_worth_more() -> None:
    assert worth("清河市的图书机制逐年增长") > worth(PLAIN)
    assert worth(PLAIN, f"清河县志记载，{PLAIN}。") > worth(PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "清河市的食堂数量逐年增长",
        "清河市咱家数量逐年增长",
        "清河市“图书数量在三年里一直稳定地”逐年增长",
        "清河市出席数量逐年增长",
        "清河市春风数量逐年增长",
    ],
)
def test_scenery_is_worth_less(text: str) -> None:
    assert worth(text) < worth(PLAIN)
