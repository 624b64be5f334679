"""A list number in the writing its level asks for (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
LETTERS = 26


def write(count: int, form: str) -> str:
    """Return ``count`` (from 0) written in ``form``; plain digits where the form is unknown or has no such number."""
    writer = FORMS.get(form)
    return (writer(count) if writer else "") or str(count)


def count_in_chinese(count: int, digits: str = "零一二三四五六七八九", units: str = "十百千") -> str:
    """Return 十二, 一百零五; "" above 9,999."""
    if not 0 < count < 10_000:
        return ""
    written = ""
    for place, digit in zip(range(len(str(count)) - 1, -1, -1), map(int, str(count)), strict=True):
        if digit:
            written += digits[digit] + (units[place - 1] if place else "")
        elif not written.endswith(digits[0]):
            written += digits[0]
    written = written.rstrip(digits[0])
    return written[1:] if 10 <= count < 20 and units[0] == "十" else written


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return ""
    written, rest = "", count
    for worth, letters in ROMAN:
        written += letters * (rest // worth)
        rest %= worth
    return written + ROMAN_UNITS[rest]


def _letters(count: int) -> str:
    """Return a … z, aa, bb … zz, aaa: Word doubles the letter."""
    if not 0 < count <= 10 * LETTERS:
        return ""
    return chr(ord("a") + (count - 1) % LETTERS) * ((count - 1) // LETTERS + 1)


def _from_row(first: str, length: int) -> Callable[[int], str]:
    """Return a writer that counts along ``length`` neighbours of ``first`` in Unicode."""
    return lambda count: chr(ord(first) + count - 1) if 0 < count <= length else ""


def _turning(row: str) -> Callable[[int], str]:
    return lambda count: row[(count - 1) % len(row)] if count > 0 else ""


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": lambda count: str(count).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _from_row("①", 20),
    "decimalEnclosedCircleChinese": _from_row("①", 20),
    "decimalEnclosedFullstop": _from_row("⒈", 20),
    "decimalEnclosedParen": _from_row("⑴", 20),
    "ideographEnclosedCircle": _from_row("㊀", 10),
    "chineseCounting": count_in_chinese,
    "chineseCountingThousand": count_in_chinese,
    "japaneseCounting": count_in_chinese,
    "taiwaneseCounting": count_in_chinese,
    "taiwaneseCountingThousand": count_in_chinese,
    "chineseLegalSimplified": lambda count: count_in_chinese(count, LEGAL_DIGITS, "拾佰仟"),
    "ideographDigital": lambda count: "".join(DIGITS[int(digit)] for digit in str(count)),
    "taiwaneseDigital": lambda count: "".join(DIGITS[int(digit)] for digit in str(count)),
    "japaneseDigitalTenThousand": lambda count: "".join(DIGITS[int(digit)] for digit in str(count)),
    "ideographTraditional": _turning(STEMS),
    "ideographZodiac": _turning(BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
