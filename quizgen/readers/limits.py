"""How much a booklet may hold (RELIABILITY.md, "Limits"), and the refusal of one that holds nothing."""

from __future__ import annotations

from quizgen.errors import InputError
from quizgen.model.document import RawDocument

MAX_CHARACTERS = 3_000_000  # a book of 1,000 pages has about one million
MAX_LINE = 200_000  # characters
MAX_BLOCKS = 120_000  # lines or paragraphs with words; a dump of three million characters has 90,000


def check(document: RawDocument) -> None:
    """Return nothing. Raises InputError: E-SIZE (too many characters, too long a line), E-EMPTY (nothing visible)."""
    check_characters(len(document.text))
    for block in document.blocks:
        if len(block.text) > MAX_LINE:
            raise InputError("E-SIZE", f"有一行（段）超过 {MAX_LINE} 字的上限", "检查文件内容，分成段落再处理")
    if not any(is_visible(block.text) for block in document.blocks):
        raise nothing_to_read("文件里没有可读的文字")


def check_characters(count: int) -> None:
    """Return nothing. Raises InputError (E-SIZE): more characters than a booklet may have."""
    if count > MAX_CHARACTERS:
        raise InputError("E-SIZE", f"文字超过 {MAX_CHARACTERS // 10_000} 万字的上限", "拆成几份再处理")


def check_blocks(count: int) -> None:
    """Return nothing. Raises InputError (E-SIZE): more lines or paragraphs than a booklet may have."""
    if count > MAX_BLOCKS:
        raise InputError("E-SIZE", f"行（段）数超过 {MAX_BLOCKS} 的上限", "拆成几份再处理")


def is_visible(text: str) -> bool:
    """Return whether a reader would see anything: white space, controls and invisible marks are nothing."""
    return any(c.isprintable() and not c.isspace() for c in text)


def nothing_to_read(reason: str) -> InputError:
    """Return the refusal of a booklet without text (E-EMPTY)."""
    return InputError("E-EMPTY", reason, "检查是否给错了文件")
