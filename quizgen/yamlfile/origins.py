"""Where a YAML text came from: its name in messages, the class and code of its faults, its encoding."""

from __future__ import annotations

from typing import Any, NamedTuple

from quizgen.errors import ManyFaultsError, QuizgenError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Origin(NamedTuple):
    """The file a text came from and what its faults are called."""

    name: str
    code: str
    error: type[QuizgenError]

    def fault(self, reason: str, advice: str, line: int | None = None, column: int | None = None) -> QuizgenError:
        """Return one fault of this file; ``line`` and ``column`` count from 1."""
        return self.error(self.code, reason, advice, file=self.name, line=line, column=column)

    def fault_at(self, mark: Any, reason: str, advice: str) -> QuizgenError:
        """Return one fault at a parser's mark (lines and columns from 0)."""
        return self.fault(reason, advice, mark.line + 1, mark.column + 1)


def decode(data: bytes, origin: Origin) -> str:
    r"""Return the text with ``\n`` newlines: by BOM, else UTF-8, else GB18030.

    Raises ManyFaultsError: none of these, or UTF-8 with a damaged place (never read as mojibake).
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        return _decode_as(marked, data, origin)
    try:
        return _unify_newlines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            reason = f"文件是 UTF-8，但这一行（第 {error.start + 1} 字节）损坏"
            raise ManyFaultsError([origin.fault(reason, "从备份恢复，或用编辑器改正这一处", line)]) from error
    return _decode_as("gb18030", data, origin)


def _decode_as(encoding: str, data: bytes, origin: Origin) -> str:
    try:
        return _unify_newlines(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise ManyFaultsError([origin.fault("认不出文件的编码", "用编辑器另存为 UTF-8")]) from error


def _unify_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether few places of the bytes break UTF-8: GBK read as UTF-8 breaks nearly everywhere."""
    text = data.decode("utf-8", "replace")
    return sum(1 for c in text if c > "\x7f") > 10 * text.count("\ufffd")
