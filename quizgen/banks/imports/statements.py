"""Items made of a statement: judged as a whole, or with blanks in it."""

from __future__ import annotations

import re
from typing import Any

from quizgen.banks.imports.drafts import Draft, UnclearError, only
from quizgen.banks.imports.folding import fold, replace, tidy
from quizgen.banks.imports.values import read_blanks, read_judgement, read_letters
from quizgen.items.fill_blank import BLANK

HELD_JUDGEMENT = re.compile(r"^\(\s?([^()\s]{0,3})\s?\)|\(\s?([^()\s]{0,3})\s?\)(?=[.。]?$)")
# 晨读每天二十分钟。（ √ ）

BLANK_MARK = re.compile(r"\(\s{0,200}\)|_{2,}")
# 晨读的特点是（　　），目的是____。

SPACE_MARK = re.compile(r" {4,}")
# 晨读每天      分钟。  (a blank drawn by underlining spaces: the line is lost in plain text)

HELD_WORDS = re.compile(r"\(\s{0,20}([^()\s](?:[^()]{0,28}[^()\s])?)\s{0,20}\)")
# 晨读的特点是（ 早 ）。


def true_false(draft: Draft) -> dict[str, Any]:
    """Return stem and key; the words behind a judgement (应为…) go to the rationale. Raises UnclearError."""
    stem, judged = _statement(draft.stem.tidy)
    options = {option.letter: option.words.tidy for option in draft.options}
    if not all(read_judgement(text) for text in options.values()):
        raise UnclearError("判断题的选项不是“正确、错误”")
    texts = judged + [options.get(read_letters(words.text) or "", words.text) for words in draft.answers]
    said = [read_judgement(text) for text in texts]
    if None in said:
        raise UnclearError(f"看不懂答案“{tidy(texts[said.index(None)])[:20]}”")
    key = only({"√" if one[0] else "×" for one in said if one}, "、")
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


def fill_blank(draft: Draft) -> dict[str, Any]:
    """Return stem and blanks. Raises UnclearError."""
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
    return {"stem": tidy(replace(mark, raw, BLANK)), "blanks": only(set(read), "、")}


def _empty(stem: str) -> tuple[str, list[str]]:
    """Return a stem whose answers stand in its brackets with the brackets emptied, and the answers."""
    held = HELD_WORDS.findall(fold(stem))
    spans = [m.span(1) for m in HELD_WORDS.finditer(fold(stem))]
    padded = all(stem[a - 1].isspace() and stem[b].isspace() for a, b in spans)
    if not held or (len(held) > 1 and not padded):
        raise UnclearError("没有答案，题干里也没有空")
    return replace(HELD_WORDS, stem, BLANK), [tidy(stem[a:b]) for a, b in spans]
