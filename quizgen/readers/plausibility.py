"""How much a decoded text looks like Chinese: the only evidence that tells GB18030, Big5 and UTF-16 apart."""

from __future__ import annotations

from functools import cache

from quizgen.errors import InputError

SURE = 0.85  # share of common characters from which the encoding is beyond doubt
POSSIBLE = 0.5  # below it the reading is refused
MAX_CONTROLS = 0.02  # share of control characters a text may have
FEW_CONTROLS = 8  # that do no harm even in a short one
SAMPLE = 100_000  # characters looked at; the rest of a text is written like its beginning

MARKS = frozenset("　，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％－～０１２３４５６７８９")
WHITE_SPACE = frozenset("\t\n\x0b\x0c\r\x85")


def score(text: str, codec: str) -> float:
    """Return how common the characters beyond ASCII are, 0–1; 1 where there is none.

    A character counts half when it is level 1 of the standard ``codec`` belongs to, and half when it is level 1 of
    either standard: traditional characters are rare in GB 2312, yet common. A control character counts as rare:
    a UTF-16 text read as anything else is full of them.
    """
    sample = text[:SAMPLE]
    beyond = [c for c in sample if c > "\x7f" or (c < " " and c not in WHITE_SPACE)]
    if not beyond:
        return 1.0
    own, either = _common(codec), _common("")
    return sum((c in own) + (c in either) for c in beyond) / 2 / len(beyond)


@cache
def _common(codec: str) -> frozenset[str]:
    """Return the level-1 characters: of GB 2312 (3,755, the commonest), of Big5 (5,401), or of both."""
    if codec == "gb18030":
        return _level_one("gb2312", range(0xB0, 0xD8), (*range(0xA1, 0xFF),)) | MARKS
    if codec == "cp950":
        return _level_one("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))) | MARKS
    return _common("gb18030") | _common("cp950")


def _level_one(codec: str, leads: range, trails: tuple[int, ...]) -> frozenset[str]:
    return frozenset(bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails) - {""}


def refuse_binary(text: str) -> None:
    """Return nothing. Raises InputError (E-BINARY): too many control characters for a text."""
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in WHITE_SPACE)
    if controls > max(FEW_CONTROLS, MAX_CONTROLS * len(text)):
        raise InputError("E-BINARY", "内容不是文字（控制字符太多）", "请给出 txt、md、docx 或 pdf 文件")
