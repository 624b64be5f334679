"""What kind of text it is: Chinese, or bytes read with the wrong encoding."""

from __future__ import annotations

from collections import Counter

from quizgen.errors import InputError
from quizgen.text import viterbi

FUNCTION_CHARACTERS = frozenset("的是在和了为有不一中，。、")  # 12–25 % of clean text, 0–5 % of mojibake
MOST_STRANGE = 0.20  # mojibake has 42–100 % 汉字 the model never saw, traditional script about 33 %
LEAST_FUNCTION = 0.08
LEAST_HAN = 20  # fewer say nothing about a text


def refuse_mojibake(text: str, file: str = "") -> None:
    """Return if the text can be Chinese. Raises InputError (E-ENC) where it was decoded wrongly."""
    counts = Counter(text)
    han = {character: count for character, count in counts.items() if "\u4e00" <= character <= "\u9fff"}
    total = sum(han.values())
    if total < LEAST_HAN:
        return
    seen = viterbi.load().characters
    strange = sum(count for character, count in han.items() if character not in seen)
    function = sum(counts[character] for character in FUNCTION_CHARACTERS)
    if strange > MOST_STRANGE * total and function < LEAST_FUNCTION * len(text):
        raise InputError(
            "E-ENC", "编码可能不对，读出来多半是乱码", "用 --encoding 指明编码（如 gb18030、big5）", file=file
        )
