"""Sentences tile their text and never cut a quotation, a bracket or a title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.sentences import PAIRS, split

CASES = [
    ("教研重实效。数据是关键。", ["教研重实效。", "数据是关键。"]),
    ("他说：“先听课。再评课。”大家点头。好！", ["他说：“先听课。再评课。”", "大家点头。", "好！"]),
    ("他说：“先听课。”，又说：“再评课。”人人点头。", ["他说：“先听课。”，又说：“再评课。”", "人人点头。"]),
    ("“先听课。”的说法。好！", ["“先听课。”的说法。", "好！"]),
    (
        "他强调，“听课是评课的重要基础和前提”“评课是改进课堂的抓手。”大家点头。",
        ["他强调，“听课是评课的重要基础和前提”", "“评课是改进课堂的抓手。”大家点头。"],
    ),
    ("他强调“先听课”“再评课”。好！", ["他强调“先听课”“再评课”。", "好！"]),
    ("所谓：“先听课。”的说法。好！", ["所谓：“先听课。”的说法。", "好！"]),
    ("方案（征求意见。稿）印发。", ["方案（征求意见。稿）印发。"]),
    ("《怎么办？》是一本书。再读一遍。", ["《怎么办？》是一本书。", "再读一遍。"]),
    ("真的吗？！是的……好。", ["真的吗？！", "是的……好。"]),
    ("“左引号没有关。第二句。", ["“左引号没有关。", "第二句。"]),
    ("多余的右引号。”下一句。", ["多余的右引号。”", "下一句。"]),
    ('他问"行吗?好!"然后走了。完。', ['他问"行吗?好!"然后走了。', "完。"]),
    ("见 http://a.cn/?id=1 一文。 下句", ["见 http://a.cn/?id=1 一文。 ", "下句"]),
    ("一是建平台；二是聚数据。", ["一是建平台；二是聚数据。"]),
    ("第一行\n第二行", ["第一行\n", "第二行"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: list[str]) -> None:
    assert split(text) == expected


MARKS = st.text(alphabet='甲乙。！？；，“”‘’（）《》()"\n …a1?', max_size=60)


@given(MARKS)
def test_sentences_tile_the_text(text: str) -> None:
    pieces = split(text)
    assert "".join(pieces) == text
    assert all(pieces)


@given(MARKS)
def test_no_closed_pair_is_cut(text: str) -> None:
    ends, at = set(), 0
    for piece in split(text):
        at += len(piece)
        ends.add(at)
    for opener, closer in PAIRS.items():
        start = text.find(opener)
        end = text.find(closer, start + 1)
        inside = text[start + 1 : end] if 0 <= start < end else ""
        if inside and not any(mark in inside for mark in [*PAIRS, *PAIRS.values()]):
            assert not any(start < cut <= end for cut in ends)
