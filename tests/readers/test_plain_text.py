"""Lines of txt and md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.document import RawDocument
from quizgen.readers import markdown, plain, read_data


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    document = read_data("a.txt", f"第一行{end}{end}第三行{end}".encode())
    assert texts(document) == ["第一行", "第三行"]
    assert document.text == f"第一行{end}{end}第三行{end}"


@pytest.mark.parametrize("mark", ["\x1c", "\x1d", "\x1e"])
def test_what_only_python_splits_at_is_no_line_end(mark: str) -> None:
    text = f"第一{mark}行" + "，后面的文字足够长" * 9
    assert texts(read_data("a.txt", text.encode())) == [text]


def test_form_feeds_count_pages() -> None:
    document = read_data("a.txt", "一\n二\n\x0c三\n\x0c".encode())
    assert document.pages == 2
    assert [(block.text, block.page) for block in document.blocks if block.text] == [("一", 1), ("二", 1), ("三", 2)]


def test_without_form_feeds_there_are_no_pages() -> None:
    document = read_data("a.txt", "一\n二".encode())
    assert document.pages is None
    assert {block.page for block in document.blocks} == {None}


@given(st.text())
def test_blocks_stand_where_they_say(text: str) -> None:
    spans = list(plain.line_spans(text))
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert not any(plain.LINE_END.search(text[start:end]) for start, end in spans)
    kept = sum(end - start for start, end in spans)
    assert kept == sum(1 for c in text if c not in "\n\r\x0b\x0c\x85\u2028\u2029")


def test_markdown_headings_have_levels_and_keep_their_marks() -> None:
    document = read_data("a.md", "# 教师法\n\n## 第一章 总则\n####### 七个\n#标签\n正文 # 不是\n".encode())
    assert [(block.text, block.outline_level) for block in document.blocks if block.outline_level] == [
        ("# 教师法", 1),
        ("## 第一章 总则", 2),
    ]
    assert not document.wrapped


def test_headings_inside_a_code_fence_are_none() -> None:
    document = read_data("a.md", "```\n# 注释\n```\n# 标题\n".encode())
    assert [block.text for block in document.blocks if block.outline_level] == ["# 标题"]


@pytest.mark.parametrize("mark", ["\x07", "\u202e", "\u200b", "\ufeff", "\u2066", "\xad", "\x7f"])
def test_unseen_characters_are_warned_of_with_their_line(mark: str) -> None:
    (remark,) = read_data("a.txt", f"第一行。\r\n第{mark}二{mark}行。\n".encode()).diagnostics
    assert remark.code == "W-UNSEEN"
    assert "2 个" in remark.message
    assert "第 2 行" in remark.message
    assert remark.span == (7, 8)


def test_what_is_seen_or_white_is_not_warned_of() -> None:
    assert read_data("a.txt", "中文，English　“引号”…—\t½𠮷☑\x0c\x85é\u3000。\n".encode()).diagnostics == ()


def test_each_pattern_knows_its_example() -> None:
    assert markdown.HEADING.match("## 第一章 总则")
    assert markdown.FENCE.match("```python")
    assert plain.LINE_END.search("第一行\r\n第二行")
