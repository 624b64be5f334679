"""A text decoded wrongly is refused before it costs minutes; Chinese of every kind is not."""

from __future__ import annotations

import pytest

from quizgen.errors import InputError
from quizgen.text.script import refuse_mojibake

CLEAN = "县教育局在周三召开会议，总结了一年来的数字教育工作，要求各校在课堂上用好数据，不为技术而技术。" * 3
TRADITIONAL = "縣教育局在週三召開會議，總結了一年來的數位教育工作，要求各校在課堂上用好數據。" * 3


@pytest.mark.parametrize("text", [CLEAN, TRADITIONAL, "", "plain text", "龘靐齉"], ids=lambda text: text[:6])
def test_chinese_passes(text: str) -> None:
    refuse_mojibake(text)


@pytest.mark.parametrize(
    ("written", "read"), [("utf-8", "gb18030"), ("utf-8", "big5"), ("gb18030", "big5"), ("big5", "gb18030")]
)
def test_mojibake_is_refused(written: str, read: str) -> None:
    text = TRADITIONAL if written == "big5" else CLEAN
    with pytest.raises(InputError, match="E-ENC") as caught:
        refuse_mojibake(text.encode(written, "ignore").decode(read, "replace"), "资料.txt")
    assert caught.value.file == "资料.txt"
