"""Files people edit: what is refused, where it is said to be, what is advised."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from quizgen import yamlfile
from quizgen.errors import InputError, ManyFaultsError, TemplateError
from quizgen.model.base import Record
from quizgen.yamlfile import emission, syntax, trees


class Inner(Record):
    """A list entry."""

    name: str
    count: int = 1


class Sample(Record):
    """A file."""

    title: str = "无题"
    year: int | None = None
    weight: float = 1.0
    active: bool = True
    parts: tuple[Inner, ...] = ()
    shares: dict[str, float] | None = None


def read(text: str) -> Sample:
    return yamlfile.parse(text.encode(), "样.yaml", Sample)


def faults_of(text: str) -> list[str]:
    with pytest.raises(ManyFaultsError) as caught:
        read(text)
    assert all(isinstance(fault, TemplateError) for fault in caught.value.errors)
    return [fault.message() for fault in caught.value.errors]


def test_scalars_become_what_the_record_says() -> None:
    sample = read(
        "title: 12:30\nyear: 2024\nweight: 0.5\nactive: false\nparts:\n- {name: no, count: 3}\nshares: {甲: 0.4}\n"
    )
    assert sample == Sample(
        title="12:30", year=2024, weight=0.5, active=False, parts=(Inner(name="no", count=3),), shares={"甲": 0.4}
    )


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_nothing_is_none_where_none_may_stand(nothing: str) -> None:
    assert read(f"year:{nothing}\n").year is None


def test_a_key_with_nothing_behind_it_counts_as_left_out() -> None:
    assert read("title:\nparts:\n") == Sample()
    assert read("title: ''\n").title == ""
    assert "缺少 name" in faults_of("parts:\n- name:\n")[0]


def test_quoted_null_is_text() -> None:
    assert read("title: 'null'\n").title == "null"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("titel: 甲\nyear: x\n", ["1:1：不认识的键 titel", "2:1：year 应当是整数，不是 “x”"]),
        ("parts:\n- count: 2\n- name: a\n  count: b\n", ["2:3：缺少 name", "4:3：count 应当是整数"]),
        ("year: 1\nyear: 2\n", ["2:1：键 year 写了两次，前一次在第 1 行"]),
        ("title: &a x\nyear: *a\n", ["1:8：不支持锚点", "2:7：不支持锚点"]),
        ("year: !!int 3\n", ["1:7：不支持标签"]),
        ("parts: {}\n", ["1:1：parts 应当是列表"]),
        ("shares: {甲: 多}\n", ["1:10：甲 应当是数字"]),
        ("[a]: 1\n", ["1:1：键必须是一个简单的词"]),
        ("title: 'it's'\n", ["1:12："]),
        ("active: 也许\n", ["1:1：active 应当是 true 或 false"]),
        ("- a\n", ["1:1：内容 应当是若干“键: 值”"]),
    ],
)
@pytest.mark.parametrize("libyaml", [True, False])
def test_faults_have_line_and_column(
    text: str, places: list[str], libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not libyaml:
        monkeypatch.setattr(trees, "PARSER", yaml.BaseLoader)
    found = faults_of(text)
    assert len(found) == len(places)
    for place, message in zip(places, found, strict=True):
        assert f"样.yaml:{place}" in message and "；建议：" in message


SLIPS = {
    "WIDE_COLON": ("title：甲\nyear: 1\n", "冒号是全角的"),
    "TIGHT_COLON": ("title: 甲\nyear:1\n", "冒号后面缺一个空格"),
    "TABBED": ("parts:\n\t- name: a\n", "缩进用了制表符"),
    "WIDE_SPACE": ("parts:\n　- name: a\n", "行首是全角空格"),
    "OPEN_QUOTE": ("title: '甲\nyear: 1\n", "引号没有配对"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slips_of_the_keyboard_are_told(name: str) -> None:
    text, words = SLIPS[name]
    assert any(words in message for message in faults_of(text))
    assert [name for name in SLIPS if getattr(syntax, name).search(text)] == [name]


def test_slips_in_a_sound_file_are_no_faults() -> None:
    assert read("title: |-\n  note：甲\n  year:1\n").title == "note：甲\nyear:1"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (emission.UNSEEN, "\u200b"),
        (emission.INDICATED, "- 甲"),
        (emission.INDICATED, "甲: 乙"),
        (emission.TYPED, "12:30"),
        (emission.LITERAL, "甲\n乙"),
        (emission.FLOW_SIGNS, "甲,乙"),
    ],
)
def test_patterns_take_their_example(pattern: object, text: str) -> None:
    assert getattr(pattern, "search")(text)  # noqa: B009


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("甲", "甲"),
        ("", "''"),
        ("a: b", "'a: b'"),
        ("it's", "it's"),
        ("'甲", "'''甲'"),
        ("甲 # 乙", "'甲 # 乙'"),
        ("no", "'no'"),
        ("\u200b甲", '"\\u200b甲"'),
        ("甲\t乙", '"甲\\t乙"'),
        ("甲\n乙", "|-\n  甲\n  乙"),
        ("甲\n", '"甲\\n"'),
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (0.5, "0.5"),
        ("（　　）。", "（　　）。"),
        ("____", "____"),
        ("👍", "👍"),
        ({}, "{}"),
        ([], "[]"),
        (["平台", "12", "甲,乙"], "[平台, '12', '甲,乙']"),
        (["字" * 60] * 2, "\n- " + "字" * 60 + "\n- " + "字" * 60),
    ],
)
def test_values_are_written_for_people(value: object, written: str) -> None:
    space = "" if written.startswith("\n") else " "
    assert yamlfile.dump({"a": value}).decode() == f"a:{space}{written}\n"


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    (tmp_path / "样.yaml").write_bytes("title: 甲\n".encode("gb18030"))
    assert yamlfile.read(tmp_path / "样.yaml", Sample).title == "甲"
    with pytest.raises(InputError):
        yamlfile.read(tmp_path / "没有.yaml", Sample)


def test_codes_and_classes_are_the_callers() -> None:
    with pytest.raises(ManyFaultsError) as caught:
        yamlfile.parse(b"x: 1\n", "x", Sample, code="E-BLUEPRINT", error=InputError)
    assert (caught.value.code, type(caught.value.errors[0])) == ("E-BLUEPRINT", InputError)


def test_bytes_that_are_no_text_are_refused() -> None:
    assert "编码" in faults_bytes(b"title: \xff\xff\xff\xff\n")


def faults_bytes(data: bytes) -> str:
    with pytest.raises(ManyFaultsError) as caught:
        yamlfile.parse(data, "x", Sample)
    return caught.value.errors[0].message()
