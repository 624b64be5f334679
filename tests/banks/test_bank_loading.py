"""The strict loader: every fault with line, column and advice, all of a file at once."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from bank_samples import TOWNS, make_bank, make_booklet

from quizgen import banks
from quizgen.errors import InputError, ManyFaultsError
from quizgen.yamlfile import trees

BANK = make_bank(make_booklet(towns=TOWNS[:1]), TOWNS[:1])
TEXT = banks.dump(BANK).decode()
FIRST = BANK.items[0].id


def faults_of(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(ManyFaultsError) as caught:
        banks.parse(data, "题库.yaml")
    return [fault.message() for fault in caught.value.errors]


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


# title: what is replaced, by what, the place's own words (its line is looked up), what the message says
CASES = {
    "full-width colon": ("  stem: 清河市", "  stem：清河市", "  stem：", "冒号要用半角 : 加一个空格"),
    "no space behind the colon": ("  theme: 教研", "  theme:教研", "  theme:教", "冒号后面缺一个空格"),
    "tab": ("  theme: 教研", "\ttheme: 教研", "\ttheme", "缩进用了制表符"),
    "full-width space": ("  theme: 教研", "　　theme: 教研", "　　theme", "行首是全角空格"),
    "open quote": ("note: ''", "note: '没写完", "note: '没", "引号没有配对"),
    "wrong indent": ("  theme: 教研", "   theme: 教研", "   theme", "缩进"),
    "colon in a text": ("theme: 教研", "theme: 教研: 数据", "theme: 教研: ", "单引号"),
    "anchor": ("theme: 教研", "theme: &a 教研", "theme: &a", "不支持锚点"),
    "alias": ("theme: 教研", "theme: *a", "theme: *a", "不支持锚点"),
    "tag": ("theme: 教研", "theme: !!str 教研", "theme: !!str", "不支持标签"),
    "unknown key": ("  theme: 教研", "  themes: 教研", "  themes", "不认识的键 themes"),
    "duplicate key": ("  theme: 教研", "  theme: 教研\n  stem: 又一个", "  stem: 又", "写了两次，前一次在第 10 行"),
    "duplicate id": (f"id: {BANK.items[1].id}", f"id: {FIRST}", "- id: " + BANK.items[1].id, "重复，前一个在第 8 行"),
    "bad id": (f"id: {FIRST}", "id: ../../evil", "- id: ..", "id 的写法不对"),
    "bad kind": ("kind: fill_blank", "kind: 填空", "kind: 填空", "可选：fill_blank"),
    "missing key": ("  kind: fill_blank\n", "", "- id: " + FIRST, "缺少 kind"),
    "bad status": ("status: draft", "status: 好", "status: 好", "可选：draft、reviewed、retired"),
    "not a number": ("salience: 0.5", "salience: 12:30", "salience: 12", "应当是数字"),
    "over the limit": ("salience: 0.5", "salience: 1.5", "salience: 1.5", "不能大于 1"),
    "huge number": ("page: 1", "page: " + "9" * 5000, "page: 9", "page 的数太大"),
    "text for a list": ("enemies: []", "enemies: 无", "enemies: 无", "应当是列表"),
    "nothing for a text": ("  stem: 清河市计划", "  stem: null #", "  stem: null", "应当是文字"),
    "emptied key": ("  key: 数据", "  key:", "  key: 数据", "缺少 key"),
    "control character": ("theme: 教研", "theme: 教\x07研", "theme: 教\x07", "控制字符"),
    "second document": ("complete: true", "---\ncomplete: true", "---", "两份内容"),
    "version": ("schema_version: 1", "schema_version: 2", "schema_version", "可选"),
}


@pytest.mark.parametrize(("old", "new", "place", "words"), CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("libyaml", [True, False])
def test_a_fault_is_named(
    old: str, new: str, place: str, words: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not libyaml:
        monkeypatch.setattr(trees, "PARSER", yaml.BaseLoader)
    broken = TEXT.replace(old, new, 1)
    assert broken != TEXT
    found = faults_of(broken)
    line = line_of(TEXT, place) if place in TEXT else line_of(broken, place)
    assert any(words in message and f"题库.yaml:{line}" in message for message in found), found


def test_all_faults_of_a_file_come_at_once() -> None:
    pieces = TEXT.split("- id: ")
    for at, piece in enumerate(("full-width colon", "bad status", "unknown key", "open quote"), 2):
        old, new, _, _ = CASES[piece]
        pieces[at] = pieces[at].replace(old.replace("清河市", "清河"), new.replace("清河市", "清河"), 1)
    text = "- id: ".join(pieces)
    found = "\n".join(faults_of(text.replace("complete: true\n", "")))
    for words in ("全角", "可选：draft", "不认识的键 themes", "引号", "complete: true"):
        assert words in found


def test_faults_of_many_items_are_all_listed() -> None:
    found = faults_of(TEXT.replace("status: draft", "status: 好"))
    assert len(found) == len(BANK.items)


def test_a_file_cut_short_at_a_valid_place_is_noticed() -> None:
    cut = TEXT[: TEXT.index("- id: " + BANK.items[3].id)]
    [message] = faults_of(cut)
    assert "不完整" in message and ".quizgen/history" in message


def test_an_item_deleted_by_hand_is_no_fault() -> None:
    start, end = (TEXT.index("- id: " + BANK.items[at].id) for at in (2, 3))
    assert len(banks.parse((TEXT[:start] + TEXT[end:]).encode(), "x").items) == len(BANK.items) - 1


@pytest.mark.parametrize("shape", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_at_once(shape: str) -> None:
    assert any("嵌套超过 20 层" in message for message in faults_of("items:\n  " + shape * 30_000))


def test_an_alias_bomb_is_refused() -> None:
    bomb = "".join(f"{chr(97 + n)}: &{chr(97 + n)} [{', '.join(['*' + chr(96 + n)] * 9)}]\n" for n in range(1, 9))
    assert any("锚点" in message for message in faults_of("a: &a [x]\n" + bomb))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_what_notepad_saves_is_read(encoding: str) -> None:
    assert banks.parse(TEXT.replace("\n", "\r\n").encode(encoding), "x") == BANK


def test_a_damaged_byte_is_not_read_as_another_encoding() -> None:
    data = bytearray(TEXT.encode())
    at = data.index("教研示范校".encode()) + 1
    data[at] = 0xFF
    [message] = faults_of(bytes(data))
    assert "UTF-8" in message and "损坏" in message


@pytest.mark.parametrize("text", ["", "a", "- a\n", "items: 1\n", "[]", "# 只有注释\n", "complete: true\n"])
def test_what_is_no_bank_is_refused_or_empty(text: str) -> None:
    if text == "complete: true\n":
        assert banks.parse(text.encode(), "x").items == ()
    else:
        assert faults_of(text)


def test_no_surprises_of_yaml_1_1() -> None:
    odd = TEXT.replace("theme: 教研", "theme: no", 1).replace("template: fill_blank-1", "template: 12:30", 1)
    item = banks.parse(odd.encode(), "x").items[0]
    assert (item.theme, item.template) == ("no", "12:30")


def test_indented_and_flow_layouts_are_read_too() -> None:
    indented = TEXT.replace("\nitems:\n", "\nitems:\n@").split("@")
    body, tail = indented[1].split("complete: true")
    moved = "".join(f"  {line}\n" for line in body.splitlines())
    assert banks.parse((indented[0] + moved + "complete: true" + tail).encode(), "x") == BANK


def test_a_conflict_is_an_item_like_any_other() -> None:
    digest = f"digest: {BANK.items[1].digest}\n"
    text = TEXT.replace(digest, f"{digest}  conflict:\n    id: a\n    kind: 好\n")
    [message] = faults_of(text)
    assert f":{line_of(text, '    kind: 好')}:5：kind 不能是" in message


PIECES = [
    b"\n",
    b"\t",
    b": ",
    b"- ",
    b"'",
    b'"',
    b"{",
    b"[",
    b"&a ",
    b"*a",
    b"!!int ",
    b"#",
    b"|",
    b"\xff",
    b"\x00",
    b"\xef\xbc\x9a",
]


@pytest.mark.parametrize("count", [300, pytest.param(20_000, marks=pytest.mark.full)])
def test_any_mutation_is_read_or_refused_with_places(count: int) -> None:
    data = TEXT.encode()
    for seed in range(count):
        random = Random(seed)
        mutant = bytearray(data)
        for _ in range(random.randint(1, 4)):
            at = random.randrange(len(mutant))
            mutant[at : at + random.choice([0, 0, 1, 9, 200])] = random.choice(
                [*PIECES, bytes([random.randrange(256)])]
            )
        try:
            banks.parse(bytes(mutant), "题库.yaml")
        except ManyFaultsError as error:
            assert all(fault.code == "E-BANK" and fault.advice for fault in error.errors), seed


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="E-FILE"):
        banks.load(tmp_path / "没有.yaml")
