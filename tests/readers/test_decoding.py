"""Which encoding a text is in, and what is said when it cannot be told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quizgen.errors import InputError
from quizgen.readers import decoding, plausibility, read_data
from quizgen.readers.decoding import decode

BOOKLET = (Path(__file__).parents[2] / "examples" / "清河教育资料.txt").read_text("utf-8")
SIMPLIFIED = "".join(BOOKLET.split())
TRADITIONAL = (
    "閱讀是學習的基礎，書籍是進步的階梯。縣圖書館與十八所學校簽訂協議，每學期配送圖書兩千冊，學生憑校園卡可以借閱。"
    "教師應當關心愛護學生，尊重學生人格，促進學生在品德、智力、體質等方面全面發展。會議強調，要辦好鄉村學校，"
    "讓每一個孩子都能在家門口讀書；要減輕課業負擔，保證睡眠時間；要開設勞動課程，使學生懂得勞動最光榮的道理。"
)
SEED = 20240307


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_a_booklet_comes_back_whatever_it_is_written_in(codec: str) -> None:
    decoded = decode(BOOKLET.encode(codec))
    assert decoded.text == BOOKLET
    assert decoded.encoding == codec.replace("gbk", "gb18030")


@pytest.mark.parametrize(
    ("mark", "codec"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-be", "utf-16-be")]
)
def test_a_byte_order_mark_decides_and_is_left_out(mark: str, codec: str) -> None:
    data = "\ufeff".encode(mark) + "书".encode(mark) if mark == "utf-16-be" else "书".encode(mark)
    assert decode(data) == ("书", codec, ())


def _slices(text: str, length: int, count: int) -> list[str]:
    chance = random.Random(SEED)
    return [text[i : i + length] for i in (chance.randrange(len(text) - length) for _ in range(count))]


@pytest.mark.parametrize(
    ("source", "codec", "length", "least"),
    [
        (SIMPLIFIED, "gb18030", 8, 0.999),
        (SIMPLIFIED, "utf-8", 4, 1.0),
        (SIMPLIFIED, "utf-16-le", 12, 0.999),
        (SIMPLIFIED, "utf-16-be", 12, 0.999),
        (TRADITIONAL, "cp950", 16, 0.99),
        (TRADITIONAL, "gb18030", 16, 0.99),
    ],
)
def test_short_texts_are_told_apart(source: str, codec: str, length: int, least: float) -> None:
    texts = _slices(source, length, 1000)
    right = sum(decode(text.encode(codec)).text == text for text in texts)
    assert right >= least * len(texts)


def test_what_is_guessed_is_said() -> None:
    (remark,) = decode(BOOKLET.encode("gb18030")).diagnostics
    assert remark.code == "W-ENC"
    assert "gb18030" in remark.message
    assert "把握不大" not in remark.message


def test_a_doubtful_guess_is_called_doubtful() -> None:
    rare = "彝族傈僳族仡佬族仫佬族"
    decoded = decode(rare.encode("gb18030"))
    assert decoded.text == rare
    assert "把握不大" in decoded.diagnostics[0].message


def test_a_byte_order_mark_that_lies_is_doubted() -> None:
    assert "把握不大" in decode(b"\xff\xfe" + SIMPLIFIED.encode()[:600]).diagnostics[0].message


def test_gbk_words_that_are_valid_utf8_by_chance_are_gbk() -> None:
    data = "恰恰".encode("gbk")
    assert data.decode("utf-8") == "ǡǡ"
    assert decode(data).text == "恰恰"


def test_other_scripts_in_utf8_stay_utf8() -> None:
    assert decode("Ελληνικά Привет naïve".encode()).encoding == "utf-8"


def test_one_bad_byte_in_utf8_is_named_by_line_and_byte() -> None:
    good = "第一行\r\n第二行\r第三行\n第四".encode()
    with pytest.raises(InputError, match="E-ENC") as caught:
        decode(good + b"\xff" + "行".encode())
    assert caught.value.line == 4
    assert f"第 4 行（第 {len(good) + 1} 字节）" in caught.value.reason


def test_utf8_and_gbk_in_one_file_is_damage_not_gibberish() -> None:
    with pytest.raises(InputError, match="E-ENC"):
        decode(SIMPLIFIED[:400].encode() + SIMPLIFIED[400:800].encode("gbk"))


@pytest.mark.parametrize(("codec", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16-le", 1)])
def test_a_cut_last_character_is_left_out_and_said(codec: str, cut: int) -> None:
    decoded = decode(SIMPLIFIED.encode(codec)[:-cut])
    assert decoded.text == SIMPLIFIED[:-1]
    assert "W-CUT" in [remark.code for remark in decoded.diagnostics]


def test_a_bad_end_that_no_byte_could_complete_is_damage() -> None:
    with pytest.raises(InputError, match="E-ENC"):
        decode("正文。".encode() + b"\xff")


@pytest.mark.parametrize(
    ("name", "codec"), [("GBK", "gbk"), ("big5", "cp950"), ("UTF_16", "utf-16"), ("gb2312", "gb18030")]
)
def test_the_users_word_wins(name: str, codec: str) -> None:
    assert decode("文件".encode(codec), name).text == "文件"


def test_the_users_wrong_word_is_refused_where_it_fails() -> None:
    with pytest.raises(InputError, match="E-ENC") as caught:
        decode("校园阅读".encode("gbk"), "utf-8")
    assert caught.value.line == 1


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "../etc"])
def test_unknown_encoding_names_are_refused(name: str) -> None:
    with pytest.raises(InputError, match="E-ENC"):
        decode(b"abc", name)


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00" * 100, b"abc\x01\x02\x03" * 20, b"\x80\x81\xff" * 33])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"E-BINARY|E-ENC"):
        decode(data)


def test_a_few_control_characters_are_kept_for_cleaning() -> None:
    text = "正文" * 100 + "\x00\x07"
    assert decode(text.encode()).text == text


def test_nothing_common_is_nothing_known() -> None:
    assert plausibility.score("书", "gb18030") == 1.0
    assert plausibility.score("abc", "gb18030") == 1.0
    assert plausibility.score("\x01", "gb18030") == 0.0
    assert plausibility.score("龘", "gb18030") == 0.0


@pytest.mark.parametrize("name", sorted(decoding.CODECS))
def test_every_name_in_the_table_is_a_codec(name: str) -> None:
    assert "文".encode(decoding.CODECS[name])


def test_the_document_carries_encoding_and_remarks() -> None:
    document = read_data("资料.txt", "校园阅读，书香满园。\n".encode("gbk"))
    assert document.encoding == "gb18030"
    assert [remark.code for remark in document.diagnostics] == ["W-ENC"]
