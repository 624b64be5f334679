"""Drafts -> items: one maker per kind, table MAKERS; a draft that is not clear is never made into anything."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any

from quizgen.banks.imports.drafts import Draft, Words
from quizgen.banks.imports.folding import fold, replace, squeeze, tidy
from quizgen.banks.imports.names import DIFFICULTIES, KINDS, UNSUPPORTED
from quizgen.banks.imports.options import option_texts
from quizgen.banks.imports.values import read_blanks, read_judgement, read_letters, read_points
from quizgen.items import KINDS as ITEM_KINDS
from quizgen.items import AnyItem
from quizgen.items.fill_blank import BLANK
from quizgen.items.single_choice import BRACKET

_NAMES = "|".join(sorted(KINDS, key=len, reverse=True))
KIND_LABEL = re.compile(rf"^\s?[\[(]\s?({_NAMES})\s?[\])]\s?|[\[(]\s?({_NAMES})\s?[\])]$")
# 【多选题】下列属于晨读要求的是（　　）。

POINTS_NOTE = re.compile(
    r"^\((?:本小?题)?(?:满分)?\s?\d{1,3}(?:\.5)?\s?分\)|\((?:本小?题)?(?:满分)?(?:共|每空|每点)?\s?\d{1,3}(?:\.5)?\s?分\)$"
)
# 简述晨读的三项要求。（6分）

GAP_IN_CHOICE = re.compile(r"\(\s?\)|_{2,}")
# 晨读的目的是（　　）。 / 晨读的目的是____。

HELD_LETTERS = re.compile(r"\(\s?([A-Ha-h](?:[\s,、]{0,3}[A-Ha-h]){0,7})\s?\)")
# 晨读的目的是（ B ）。

HELD_JUDGEMENT = re.compile(r"^\(\s?([^()\s]{0,3})\s?\)|\(\s?([^()\s]{0,3})\s?\)(?=[.。]?$)")
# 晨读每天二十分钟。（ √ ）

BLANK_MARK = re.compile(r"\(\s{0,200}\)|_{2,}")
# 晨读的特点是（　　），目的是____。

SPACE_MARK = re.compile(r" {4,}")
# 晨读每天      分钟。  (a blank drawn by underlining spaces: the line is lost in plain text)

HELD_WORDS = re.compile(r"\(\s{0,20}([^()\s](?:[^()]{0,28}[^()\s])?)\s{0,20}\)")
# 晨读的特点是（ 早 ）。

TRAILERS = ".。;；"
OPTION_TRAILERS = "；;。．."


class UnclearError(Exception):
    """Why a draft was not understood, in Chinese; never leaves this package."""


def make(draft: Draft) -> AnyItem:
    """Return the item a draft says. Raises UnclearError."""
    if draft.faults:
        raise UnclearError("；".join(draft.faults))
    _absorb_labels(draft)
    kind = _decide_kind(draft)
    fields = MAKERS[kind](draft)
    stem = fields["stem"]
    if not squeeze(stem).strip("_()（）.。"):
        raise UnclearError("没有题干")
    return _item(kind, fields, draft)


def _item(kind: str, fields: dict[str, Any], draft: Draft) -> AnyItem:
    made: AnyItem = ITEM_KINDS[kind](
        id=item_id(kind, fields["stem"], _keys(fields)),
        rationale=draft.rationale.tidy or None,
        section=draft.section,
        difficulty=_difficulty(draft),
        note=draft.note.tidy,
        evidence="none",
        **fields,
    )
    return made


def item_id(kind: str, stem: str, keys: list[str]) -> str:
    """Return the id of an imported item: from kind, stem and key (CONTRACT.md section 4)."""
    parts = [kind, squeeze(stem), *(squeeze(key) for key in keys)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _keys(fields: dict[str, Any]) -> list[str]:
    if "blanks" in fields:
        return [entry[0] for entry in fields["blanks"]]
    if "points" in fields:
        return [point.text for point in fields["points"]]
    return sorted(fields["keys"]) if "keys" in fields else [str(fields["key"])]  # True, False


def _difficulty(draft: Draft) -> str | None:
    said = fold(draft.difficulty).strip().lower()
    if said and said not in DIFFICULTIES:
        raise UnclearError(f"看不懂难度“{draft.difficulty.strip()}”，请写 易、中、难")
    return DIFFICULTIES.get(said)


def _absorb_labels(draft: Draft) -> None:
    """Take the label of the kind and the note of marks out of the stem."""
    stem = draft.stem.text.strip()
    for _ in range(2):  # either may stand inside of the other
        stem = replace(POINTS_NOTE, stem, "").strip()
        found = KIND_LABEL.search(fold(stem))
        if found:
            named = KINDS[found[1] or found[2]]
            draft.kind = draft.kind if named == "choice" and draft.kind else named
            stem = f"{stem[: found.start()]}{stem[found.end() :]}".strip()
    draft.stem = Words([stem], draft.stem.places[:1])


# -- kind ---------------------------------------------------------------------------------------------


def _decide_kind(draft: Draft) -> str:
    """Return the item kind a label or heading names, else the one its form leaves no doubt about."""
    named = draft.kind or draft.part.kind
    if named == UNSUPPORTED:
        raise UnclearError("这种题型不在六种题型之内")
    if named in MAKERS:
        return named
    if draft.options:
        return "multiple_choice" if len(_letters(draft, _choice_stem(draft)[1])) > 1 else "single_choice"
    if named == "choice":
        raise UnclearError("选择题没有选项")
    if draft.answers and all(read_judgement(words.text) for words in draft.answers):
        return "true_false"
    if BLANK_MARK.search(fold(draft.stem.text)):
        return "fill_blank"
    raise UnclearError("看不出题型，请在题前写上题型标题")


# -- choice -------------------------------------------------------------------------------------------


def _choice_stem(draft: Draft) -> tuple[str, list[str]]:
    """Return the stem with its empty brackets, and the letters that stood in a bracket."""
    stem = draft.stem.tidy
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


def _letters(draft: Draft, held: list[str]) -> str:
    """Return the letters all answers of a draft agree on."""
    options = _options(draft)
    said = {_letters_of(text, options) for text in [*held, *(words.text for words in draft.answers)]}
    letters: str = _only(said, "、")
    if not set(letters) <= set(options):
        raise UnclearError(f"答案是 {letters}，选项只有 {'、'.join(options)}")
    return letters


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
        return "".join(letter for letter, _ in said)
    raise UnclearError(f"看不懂答案“{tidy(answer)[:20]}”")


def _only(said: set[Any], joiner: str) -> Any:
    """Return what all answers say. Raises UnclearError: none, or they differ."""
    if not said:
        raise UnclearError("没有答案")
    if len(said) > 1:
        raise UnclearError(f"几处答案不一致：{joiner.join(sorted(str(one) for one in said))}")
    return next(iter(said))


def _single_choice(draft: Draft) -> dict[str, Any]:
    stem, held = _choice_stem(draft)
    options, letters = _options(draft), _letters(draft, held)
    if len(letters) != 1:
        raise UnclearError(f"单项选择题有 {len(letters)} 个答案（{letters}）")
    if not 2 <= len(options) <= 6:
        raise UnclearError(f"单项选择题有 {len(options)} 个选项，应为 2—6 个")
    rest = tuple(text for letter, text in options.items() if letter != letters)
    return {"stem": stem, "key": options[letters], "distractors": rest}


def _multiple_choice(draft: Draft) -> dict[str, Any]:
    stem, held = _choice_stem(draft)
    options, letters = _options(draft), _letters(draft, held)
    if len(letters) < 2:
        raise UnclearError(f"多项选择题只有一个答案（{letters}）")
    if not 3 <= len(options) <= 8:
        raise UnclearError(f"多项选择题有 {len(options)} 个选项，应为 3—8 个")
    keys = tuple(options[letter] for letter in letters)
    return {"stem": stem, "keys": keys, "distractors": tuple(t for c, t in options.items() if c not in letters)}


# -- other kinds --------------------------------------------------------------------------------------


def _true_false(draft: Draft) -> dict[str, Any]:
    stem, judged = _statement(draft.stem.tidy)
    options = {option.letter: option.words.tidy for option in draft.options}
    texts = judged + [options.get(read_letters(words.text) or "", words.text) for words in draft.answers]
    said = [read_judgement(text) for text in texts]
    if None in said:
        raise UnclearError(f"看不懂答案“{tidy(texts[said.index(None)])[:20]}”")
    key = _only({"√" if one[0] else "×" for one in said if one}, "、")
    for one in said:
        draft.rationale.add(one[1] if one else "", draft.place)
    return {"stem": stem, "key": key == "√", "correction": None}


def _statement(stem: str) -> tuple[str, list[str]]:
    """Return a statement without its bracket, and the judgements that stood in it."""
    judged = []
    for m in reversed(list(HELD_JUDGEMENT.finditer(fold(stem)))):
        held = m[1] or m[2] or ""
        if held and not read_judgement(held):
            continue
        judged += [held] if held else []
        stem = stem[: m.start()] + stem[m.end() :]
    return stem.strip(), judged


def _fill_blank(draft: Draft) -> dict[str, Any]:
    if draft.options:
        raise UnclearError("填空题带有选项")
    raw = draft.stem.text
    mark = BLANK_MARK if BLANK_MARK.search(fold(raw)) else SPACE_MARK
    count = len(mark.findall(fold(raw)))
    if count == 0 and not draft.answers:
        raw, held = _empty(raw)
        return {"stem": tidy(raw), "blanks": tuple((word,) for word in held)}
    if count == 0:
        raise UnclearError("填空题的题干里没有空")
    texts = [words.text for words in draft.answers]
    read = [read_blanks(text, count) for text in texts]
    if None in read:
        raise UnclearError(f"题干有 {count} 个空，答案“{tidy(texts[read.index(None)])[:20]}”对不上")
    return {"stem": tidy(replace(mark, raw, BLANK)), "blanks": _only(set(read), "、")}


def _empty(stem: str) -> tuple[str, list[str]]:
    """Return a stem whose answers stand in its brackets with the brackets emptied, and the answers."""
    held = HELD_WORDS.findall(fold(stem))
    spans = [m.span(1) for m in HELD_WORDS.finditer(fold(stem))]
    padded = all(stem[a - 1].isspace() and stem[b].isspace() for a, b in spans)
    if not held or (len(held) > 1 and not padded):
        raise UnclearError("没有答案，题干里也没有空")
    return replace(HELD_WORDS, stem, BLANK), [tidy(stem[a:b]) for a, b in spans]


def _answer_text(draft: Draft) -> str:
    if draft.options:
        raise UnclearError("问答类的题带有选项")
    text = str(_only({words.text.strip() for words in draft.answers}, " / "))
    if not text:
        raise UnclearError("没有答案")
    return text


def _points(draft: Draft) -> tuple[Any, ...]:
    lead, points = read_points(_answer_text(draft))
    if not points:
        raise UnclearError("没有答案")
    draft.note.add(f"答案引语：{lead}" if lead else "", draft.place)
    return points


def _term_definition(draft: Draft) -> dict[str, Any]:
    points = _points(draft)
    term = draft.stem.tidy.rstrip("。.：:")
    return {"stem": term, "answer": "；".join(point.text for point in points), "points": points}


def _short_answer(draft: Draft) -> dict[str, Any]:
    return {"stem": draft.stem.tidy, "points": _points(draft)}


MAKERS: dict[str, Callable[[Draft], dict[str, Any]]] = {
    "fill_blank": _fill_blank,
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "term_definition": _term_definition,
    "short_answer": _short_answer,
}
"""Item kind -> what it takes from a draft: stem and the kind's own fields."""
