"""The words are jieba's own, letter by letter and tag by tag."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.text import dictionary, viterbi, words

Tagged = list[tuple[str, str]]
BOOKLETS = Path(__file__).parents[3] / "shared" / "booklets"
TEXTS = sorted(path for path in BOOKLETS.glob("*") if path.suffix in {".txt", ".md"})


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Tagged]:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.ERROR)
    jieba.dt.tmp_dir = str(tmp_path_factory.mktemp("jieba"))

    def cut(text: str, model: bool = True) -> Tagged:
        return [(pair.word, pair.flag) for pair in jieba.posseg.cut(text, HMM=model)]

    return cut


def ours(text: str) -> Tagged:
    return [tuple(word) for word in words.tag(text)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_booklets_are_cut_as_by_jieba(path: Path, stock: Callable[[str], Tagged]) -> None:
    text = path.read_text(encoding="utf-8")
    assert ours(text) == stock(text)


CASES = {
    "words of the dictionary": "县教育局召开数字教育推进会",
    "marks and line ends are words of their own": "（一）开会。\r\n\r\n　二、 散会\t完\u2028了",
    "an unknown name goes to the model": "青禾县云溪中学的卓俪翊老师",
    "digits and letters among characters": "AI2.0平台有3.5G数据，占98.6%，见a_b+c#d&e",
    "words with Latin letters": "穿T恤打卡拉OK，B超",
    "a chain of single characters that is a word": "乙肝和阿Q",
    "a character the dictionary lacks": "䶮与㐂，龘",
    "outside the first plane": "𠮷野家😀",
    "no Chinese at all": "plain text, 12:30",
    "nothing": "",
    "one rare name in a short block": "王喆老师",
    "ends in the middle of a word": "中华人民共和",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_cut_as_by_jieba(text: str, stock: Callable[[str], Tagged]) -> None:
    assert ours(text) == stock(text)
    assert "".join(word.text for word in words.tag(text)) == text


def test_every_character_of_the_model_is_cut_as_by_jieba(stock: Callable[[str], Tagged]) -> None:
    text = "".join(f"{character}，{character}之{character}。" for character in sorted(viterbi.load().characters))
    assert ours(text) == stock(text)


COMMON = "的是在和了为有不一中大人上国学校教师生县市会议工作发展数据王李张卓俪翊"


@settings(max_examples=150, deadline=None)
@given(st.text(st.one_of(st.sampled_from(COMMON), st.sampled_from("aZ09.+#&_-，。 \n\r%"))))
def test_random_texts_are_cut_as_by_jieba(stock: Callable[[str], Tagged], text: str) -> None:
    assert ours(text) == stock(text)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_random_rare_characters_are_cut_as_by_jieba(stock: Callable[[str], Tagged], data: st.DataObject) -> None:
    known = sorted(viterbi.load().characters)
    text = "".join(data.draw(st.lists(st.sampled_from(known), max_size=12)))
    assert ours(text) == stock(text)


def test_another_script_is_cut_without_the_model(stock: Callable[..., Tagged]) -> None:
    text = "縣教育局開會討論數據A1問題"
    assert ours(text) == stock(text, model=False)
    assert ours(text) != stock(text)


def test_an_endless_block_is_cut_in_pieces() -> None:
    text = "数据" * words.MAX_BLOCK
    assert ours(text) == [("数据", "n")] * words.MAX_BLOCK


def test_frequency_is_the_dictionarys() -> None:
    lines = (dictionary.data_folder() / "dict.txt").read_text(encoding="utf-8").splitlines()
    table = {line.split(" ")[0]: int(line.split(" ")[1]) for line in lines}
    for word in ("数据", "中华人民共和国", "的", "AT&T"):
        assert words.frequency(word) == table[word] > 0
    assert words.frequency("青禾县云溪中学") == 0


def test_jieba_is_the_version_the_rules_were_read_from() -> None:
    import jieba

    assert jieba.__version__ == "0.42.1"
