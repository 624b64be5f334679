"""Bytes to text: which encoding a text file is written in, found by rule; never a guess that is not told."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.errors import InputError
from quizgen.model.diagnostic import Diagnostic
from quizgen.readers import plausibility

CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "cp936": "gb18030",
    "big5": "cp950",
    "cp950": "cp950",
}
"""What may stand behind ``--encoding`` -> Python's codec. GB18030 holds GBK and GB 2312; cp950 is today's Big5."""

NAMES = {"cp950": "big5"}
"""Codec -> the name people know it by, where they differ."""

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
GUESSES = ("utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be")
MAX_TAIL = 3  # bytes of a character cut off at the end of the file

WIDE_UTF8 = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}")
# \xe5\xad\xa6  (学: nearly every Chinese character and mark is such a triple)

LINE_END = re.compile(rb"\r\n|\r|\n")
# 第一行\r\n第二行


class Decoded(NamedTuple):
    """Text without its byte order mark, the encoding it came in, and what was noticed."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``data``: by the user's word, a byte order mark, strict UTF-8, else what looks most Chinese.

    A character cut off at the very end is left out with a warning. Raises InputError: E-ENC (damaged, with line and
    byte; unknown), E-BINARY (no text at all).
    """
    decoded = _decode(data, encoding)
    plausibility.refuse_binary(decoded.text)
    return decoded


def _decode(data: bytes, encoding: str | None) -> Decoded:
    if encoding is not None:
        return _strictly(data, _codec_of(encoding))
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _believe(_strictly(data, codec), codec)
    return _guess(data)


def _believe(decoded: Decoded, codec: str) -> Decoded:
    """Return ``decoded``, with a warning where the byte order mark and the text behind it do not fit together."""
    fits = codec == "utf-8" or plausibility.score(decoded.text, codec) >= plausibility.POSSIBLE
    return decoded if fits else _with_remark(decoded, sure=False)


def _codec_of(encoding: str) -> str:
    try:
        return CODECS[encoding.strip().lower().replace("_", "-")]
    except KeyError as error:
        known = "utf-8、gbk、gb18030、big5、utf-16、utf-16-le、utf-16-be"
        raise InputError("E-ENC", "不认识 --encoding 后面的编码名", f"可用的有：{known}") from error


def _guess(data: bytes) -> Decoded:
    whole = _is_utf8(data)
    if whole and WIDE_UTF8.search(data):
        return _strictly(data, "utf-8")
    scores = {codec: _plausibility(data, codec) for codec in GUESSES}
    best = max(scores, key=scores.__getitem__)  # the first of equals
    if whole and (best == "utf-8" or scores[best] < plausibility.SURE):
        return _strictly(data, "utf-8")
    if scores[best] < plausibility.POSSIBLE:
        plausibility.refuse_binary(data.decode("latin-1"))
        raise InputError("E-ENC", "认不出文件的编码", "用记事本另存为 UTF-8，或用 --encoding 指明")
    decoded = _strictly(data, best)
    return decoded if best == "utf-8" else _with_remark(decoded, sure=scores[best] >= plausibility.SURE)


def _with_remark(decoded: Decoded, *, sure: bool) -> Decoded:
    """Return ``decoded`` with a warning that its encoding was not UTF-8 but found by what the text looks like."""
    doubt = "" if sure else "，把握不大"
    message = f"不是 UTF-8，按 {decoded.encoding} 编码读入{doubt}；若有乱码，用 --encoding 指明编码"
    return decoded._replace(diagnostics=(Diagnostic(code="W-ENC", message=message), *decoded.diagnostics))


def _is_utf8(data: bytes) -> bool:
    """Return whether ``data`` is whole UTF-8 text. A few GBK words are so by chance: 恰恰 is C7A1 C7A1."""
    try:
        return "\0" not in _without_tail(data, "utf-8")[0]
    except UnicodeDecodeError:
        return False


def _plausibility(data: bytes, codec: str) -> float:
    """Return how much ``data`` read by ``codec`` looks like Chinese; only UTF-8 stays itself when damaged."""
    if codec == "utf-8":
        return plausibility.score(data.decode(codec, "replace"), codec)
    try:
        return plausibility.score(_without_tail(data, codec)[0], codec)
    except UnicodeDecodeError:
        return 0.0


def _strictly(data: bytes, codec: str) -> Decoded:
    name = NAMES.get(codec, codec)
    try:
        text, cut = _without_tail(data, codec)
    except UnicodeDecodeError as error:
        raise _damaged(data, error.start, name) from error
    text = text.removeprefix("\ufeff")
    remark = Diagnostic(code="W-CUT", message="文件末尾的一个字不完整，已略去", span=(len(text), len(text)))
    return Decoded(text, name, (remark,) if cut else ())


def _without_tail(data: bytes, codec: str) -> tuple[str, bool]:
    """Return the text and whether a character cut off at its end was left out. Raises UnicodeDecodeError."""
    try:
        return data.decode(codec), False
    except UnicodeDecodeError as error:
        tail = len(data) - error.start
        if error.start > 0 and tail <= MAX_TAIL and error.end == len(data) and _is_incomplete(error):
            return data[: error.start].decode(codec), True
        raise


def _is_incomplete(error: UnicodeDecodeError) -> bool:
    """Return whether more bytes could have made a character: the words are CPython's, the same for every codec."""
    return error.reason in ("unexpected end of data", "incomplete multibyte sequence", "truncated data")


def _damaged(data: bytes, at: int, name: str) -> InputError:
    line = len(LINE_END.findall(data, 0, at)) + 1
    reason = f"编码是 {name}，但第 {line} 行（第 {at + 1} 字节）损坏"
    return InputError("E-ENC", reason, "用原来的程序重新保存为 UTF-8；若编码认错了，用 --encoding 指明", line=line)
