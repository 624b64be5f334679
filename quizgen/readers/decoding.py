"""Bytes to text: which encoding a text file is written in."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.errors import InputError
from quizgen.model.diagnostic import Diagnostic


class Decoded(NamedTuple):
    """Text without its byte order mark, the encoding it came in, and what was noticed."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``data``. Raises InputError (E-ENC)."""
    name = encoding or "utf-8"
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), name)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError("E-ENC", "文件不是 UTF-8 编码", "用 --encoding 指明编码") from error
