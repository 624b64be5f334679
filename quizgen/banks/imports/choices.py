"""Choice items: stem, options and the letters of their keys."""

from __future__ import annotations

import re
from typing import Any

from quizgen.banks.imports.drafts import Draft, UnclearError, Words, only
from quizgen.banks.imports.folding import fold, replace, squeeze, tidy
from quizgen.banks.imports.options import option_texts
from quizgen.banks.imports.values import read_letters
from quizgen.items.single_choice import BRACKET

GAP_IN_CHOICE = re.compile(r"\(\s?\)|_{2,}")
# 晨读的目的是（　　）。 / 晨读的目的是____。

HELD_LETTERS = re.compile(r"\(\s?([A-Ha-h](?:[\s,、]{0,3}[A-Ha-h]){0,7})\s?\)")
# 晨读的目的是（ B ）。

KEY_ON_OPTION = re.compile(r"\s?(?:\(\s?(?:正确答案|正确选项|正确|答案)\s?\)|[√✓✔])\s?$")
# B. 养成读书习惯（正确答案）

LEADERS = re.compile("…{3,}")
# 晨读的目的是…………（　　）

TRAILERS = ".。;；"
OPTION_TRAILERS = "；;。．."


def choice_stem(draft: Draft) -> tuple[str, list[str]]:
    """Return the stem with its empty brackets, and the letters that stood in a bracket."""
    stem = LEADERS.sub("", draft.stem.tidy)
    held = HELD_LETTERS.findall(fold(stem))
    if GAP_IN_CHOICE.search(fold(stem)):
        return replace(GAP_IN_CHOICE, stem, BRACKET), []
    if len(held) > 1:
        raise UnclearError("题干里有几个带字母的括号，分不清哪个是答案")
    if held:
        return replace(HELD_LETTERS, stem, BRACKET), held
    cut = len(stem) - 1 if stem[-1:] in TRAILERS else len(stem)
    return f"{stem[:cut]}{BRACKET}{stem[cut:]}", []


def _options(draft: Draft) -> dict[str, str]:
    options = {option.letter: _option_text(option.words.tidy) for option in draft.options}
    if not options:
        raise UnclearError("没有选项")
    if not all(options.values()):
        raise UnclearError("有的选项没有内容")
    if len({squeeze(text) for text in options.values()}) < len(options):
        raise UnclearError("有两个选项相同")
    return options


def _option_text(text: str) -> str:
    return text[:-1].rstrip() if text[-1:] and text[-1] in OPTION_TRAILERS else text


def find_letters(draft: Draft, held: list[str]) -> str:
    """Return the letters all answers of a draft agree on."""
    marked = _take_marks(draft)
    options = _options(draft)
    said = {_letters_of(text, options) for text in [*held, *marked, *(words.text for words in draft.answers)]}
    letters: str = only(said, "、")
    if not set(letters) <= set(options):
        raise UnclearError(f"答案是 {letters}，选项只有 {'、'.join(options)}")
    return letters


def _take_marks(draft: Draft) -> list[str]:
    """Return the letters of the options marked as right, as one answer; the marks are taken off."""
    marked = ""
    for option in draft.options:
        text = option.words.text
        if KEY_ON_OPTION.search(fold(text)):
            marked += option.letter
            option.words = Words([replace(KEY_ON_OPTION, text, "")], option.words.places)
    return [marked] if marked else []


def _letters_of(answer: str, options: dict[str, str]) -> str:
    letters = read_letters(answer)
    if letters:
        return letters
    plain = squeeze(_option_text(tidy(answer)))
    by_text = [letter for letter, text in options.items() if squeeze(text) == plain]
    return by_text[0] if by_text else _letters_with_text(answer, options)


def _letters_with_text(answer: str, options: dict[str, str]) -> str:
    """Return the letters of an answer that repeats its options (``A.甲 C.丙``), words and all."""
    said = [(letter, _option_text(tidy(text))) for letter, text in option_texts(answer)]
    if said and all(squeeze(text) == squeeze(options.get(letter, "")) for letter, text in said):
        return "".join(sorted(letter for letter, _ in said))
    raise UnclearError(f"看不懂答案“{tidy(answer)[:20]}”")


def single_choice(draft: Draft) -> dict[str, Any]:
    """Return stem, key and distractors. Raises UnclearError."""
    stem, held = choice_stem(draft)
    letters, options = find_letters(draft, held), _options(draft)
    if len(letters) != 1:
        raise UnclearError(f"单项选择题有 {len(letters)} 个答案（{letters}）")
    if not 2 <= len(options) <= 6:
        raise UnclearError(f"单项选择题有 {len(options)} 个选项，应为 2—6 个")
    rest = tuple(text for letter, text in options.items() if letter != letters)
    return {"stem": stem, "key": options[letters], "distractors": rest}


def multiple_choice(draft: Draft) -> dict[str, Any]:
    """Return stem, keys and distractors. Raises UnclearError."""
    stem, held = choice_stem(draft)
    letters, options = find_letters(draft, held), _options(draft)
    if len(letters) < 2:
        raise UnclearError(f"多项选择题只有一个答案（{letters}）")
    if not 3 <= len(options) <= 8:
        raise UnclearError(f"多项选择题有 {len(options)} 个选项，应为 3—8 个")
    keys = tuple(options[letter] for letter in letters)
    return {"stem": stem, "keys": keys, "distractors": tuple(t for c, t in options.items() if c not in letters)}
