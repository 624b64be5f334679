"""Characters: what a code point of the raw text becomes in the clean text, and which white space is stray."""

from __future__ import annotations

import unicodedata
from functools import cache

# CJK Radicals Supplement: fonts of some PDF writers map 汉字 to these; NFKC repairs the Kangxi block only.
RADICALS = dict(
    zip("⺠⻁⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰", "民虎见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙", strict=True)
)

VARIANTS = {"⼾": "户", "⾭": "青"}  # NFKC gives 戶 and 靑, which simplified text does not have

_WIDE_MARKS = "“”‘’—…·"
_DEBRIS_CATEGORIES = ("Co", "Cn", "Cs")


@cache
def repair(character: str) -> str:
    """Return the clean form of a character: a look-alike radical becomes its 汉字, "" means it prints nothing."""
    if character in RADICALS:
        return RADICALS[character]
    if character in VARIANTS:
        return VARIANTS[character]
    if "\u2f00" <= character <= "\u2fd5":  # Kangxi radicals
        return unicodedata.normalize("NFKC", character)
    if is_space(character):
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf") or _selects_variant(character) else character


def _selects_variant(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


@cache
def is_space(character: str) -> bool:
    """Return whether a character is white space of any width."""
    return character.isspace() or unicodedata.category(character) in ("Zs", "Zl", "Zp")


@cache
def is_han(character: str) -> bool:
    """Return whether a character is a 汉字 (look-alike radicals count)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\u2e80" <= character <= "\u2fd5"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or character in "〇々"
    )


@cache
def is_wide(character: str) -> bool:
    """Return whether a character stands in a 汉字 cell: 汉字 and full-width marks."""
    return is_han(character) or character in _WIDE_MARKS or unicodedata.east_asian_width(character) in "WF"


@cache
def is_debris(character: str) -> bool:
    """Return whether a character has no meaning outside its font: private use, unassigned, U+FFFD."""
    return character == "\ufffd" or unicodedata.category(character) in _DEBRIS_CATEGORIES


def keeps_apart(before: str, after: str) -> bool:
    """Return whether white space between two clean characters is real.

    Between 汉字 and between 汉字 and digits it is stray (CONTRACT.md section 2); full-width marks count as 汉字.
    """
    stray = (is_wide(before) and (is_wide(after) or after.isdigit())) or (before.isdigit() and is_wide(after))
    return not stray
