"""Why a Word file cannot be read."""

from __future__ import annotations

from quizgen.errors import InputError


def broken(what: str) -> InputError:
    """Return the refusal of a damaged Word file (E-DOCX)."""
    return InputError("E-DOCX", f"Word 文件已损坏（{what}）", "用 Word/WPS 打开后另存为 .docx")


def too_much(what: str) -> InputError:
    """Return the refusal of a Word file that would take too much memory or time (E-SIZE)."""
    return InputError("E-SIZE", f"Word 文件{what}", "用 Word/WPS 打开，拆成几份后另存为 .docx")
