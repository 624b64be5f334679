"""The line grammar: which marks a line of a school's item bank may begin with or hold, as tables.

A line is one of the whole-line marks, or: perhaps an opening mark, words, options, labelled words. Everything between
two marks belongs to the first of them; what has no mark is ``text`` and continues what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.banks.imports.folding import fold, has_look_alike, squeeze, stretches
from quizgen.banks.imports.keyrows import read_key_row, read_numbers
from quizgen.banks.imports.lines import Line
from quizgen.banks.imports.names import KEPT_IN_WORDS, KINDS, LABELS, UNSUPPORTED
from quizgen.banks.imports.options import find_options


def _any_of(names: dict[str, str]) -> str:
    """Return the pattern of all names, longest first; a space may stand between two letters (答 案)."""
    return "|".join(r"\s?".join(name) for name in sorted(names, key=len, reverse=True))


HEADING = re.compile(
    r"(?:(?P<ordinal>第?[一二三四五六七八九十]{1,3}(?:大题|部分|题)?|\([一二三四五六七八九十]{1,3}\)|[IVX]{1,4}|\d{1,2})"
    r"\s?[、.:\s]?\s?)?\[?"
    rf"(?P<name>{_any_of(KINDS)}|[^\s,。;:?!()\[\]]{{2,10}}题)(?:部分)?\]?\s?(?P<rest>$|[\s(:,\[。].*)"
)
# 二、多项选择题（本大题共10小题，每小题2分，共20分）

ORDINAL = re.compile(r"([一二三四五六七八九十]{1,3})[、.]\s?(?P<rest>.*)$")
# 一、1.B 2.C  (answers under the number of their heading alone)

CHAPTER = re.compile(
    r"第\s?[一二三四五六七八九十百\d]{1,4}\s?(?:章|单元|讲|节|课|模块|专题|编|篇)(?:[\s:].{0,40}|[^,。;:?!()]{0,30})$"
)
# 第二章 校园安全

TITLE = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、)?\[?(?P<before>[^,。;:?!]{0,40}?)(?P<kind>参考|标准|正确)?答案"
    r"(?P<after>(?:及|与|和|、)?(?:评分标准|评分细则|评分说明|评分参考|解析|详解))?\]?\s?:?$"
    r"|[^,。;:?!]{0,20}(?:参考|试题)解析\s?:?$"
)
# 清河市教师测试卷（A卷）参考答案及评分标准 / 参考解析：

NUMBER = re.compile(
    r"(?:\((?P<held>[^()]{0,10})\)\s{0,4})?(?:第\s?(?P<nth>\d{1,4})\s?题\s?[.、:)]?|(?P<plain>\d{1,4})\s{0,2}[.、)](?!\d)"
    r"|(?P<decimal>\d{1,4})\.(?=\d{1,2}(?!\d))|(?P<tight>\d{1,4})\s{0,2}(?:[.、)](?=\d)|,))"
    r"|\((?P<paren>\d{1,3})\)[.、]?|(?P<bare>\d{1,3})\s(?=[\w“《(])"
)
# （√）12．校园广播 / 第3题 / 3.5名学生 / 3.2024年 / （3）校园广播 / 3 校园广播

NUMBER_STYLES = ("nth", "plain", "decimal", "tight", "paren", "bare")
"""How a number may be set, the names of NUMBER: ``decimal`` and ``tight`` may be figures of the sentence before."""

LABEL = re.compile(rf"\[(?P<boxed>{_any_of(LABELS)})\]\s?:?|(?P<round>\(\s?)?(?P<named>{_any_of(LABELS)})\s?:")
# 【答案】B　解析：见第二章 / （答案：B）

ANSWER_AT_START = re.compile(r"(?:正确|参考|标准)?答案(?:为|是)?\s?(?=[A-H√×]|正确|错误|对|错|\s)")
# 答案 B

INLINE_NUMBER = re.compile(r"(?:(?<=[\s;,。、])|^)(\d{1,4})\s?[.、)](?!\d)")
# 1.开放 2.数据；课堂

GAP = re.compile(r"\(\s{0,80}(?:[A-H](?:[\s,、]{0,5}[A-H]){0,7}|[√×✓✔✗✘╳]|对|错|正确|错误|T|F)?\s{0,80}\)|_{2,}")
# 晨读的目的是（ B ）。 / 特点是____

BEFORE_LABEL = " \t;,。)?!].:_"
"""What a label in the middle of a line follows; elsewhere it is a word of the sentence."""


MAX_KEYS = 40
"""Letters a row of keys or a key has at most, looking for strange ones."""


class Token(NamedTuple):
    """A mark with its words. ``kind``: heading chapter keys grid number option text, or a destination of LABELS."""

    kind: str
    value: str  # item number, option letter, item kind, ordinal; folded
    text: str  # the words after the mark, letter by letter
    raw: str  # mark and words
    place: str
    style: str = ""  # number: of NUMBER_STYLES; option: its style; label: its name; heading: its ordinal


def read_question_line(line: Line) -> list[Token]:
    """Return the tokens of a line among questions; their ``raw`` texts joined are the line."""
    return _whole_line(line, fewest_keys=2) or list(_pieces(line, _opening(line)))


def read_answer_line(line: Line) -> list[Token]:
    """Return the tokens of a line among answers: as above, but with numbers inside the line and without options."""
    whole = _whole_line(line, fewest_keys=1)
    if whole:
        return whole
    spans = stretches(_answer_numbers(line.folded), len(line.text))
    parts = [Line(line.text[a:b], line.folded[a:b], line.place) for a, b in spans]
    return [token for part in parts if part.text for token in _pieces(part, _opening(part), with_options=False)]


def _whole_line(line: Line, fewest_keys: int) -> list[Token]:
    """Return the tokens of a line that is a heading, a chapter or a row of keys, else nothing."""
    heading = read_heading(line)
    if heading:
        return heading
    if CHAPTER.match(line.folded):
        return [Token("chapter", line.folded, line.text, line.text, line.place)]
    if read_key_row(line.folded, fewest=fewest_keys):
        return [Token("keys", line.folded, line.text, line.text, line.place)]
    if read_numbers(line.folded):
        return [Token("grid", line.folded, line.text, line.text, line.place)]
    return []


def read_heading(line: Line) -> list[Token]:
    """Return the heading of a part, and the row of keys that may stand behind it; nothing when it is no heading."""
    m = HEADING.match(line.folded)
    if not m or not _is_heading(m):
        return _read_ordinal(line)
    name = squeeze(m["name"])
    kind = next((KINDS[known] for known in KINDS if name.endswith(known)), UNSUPPORTED)
    rest = m["rest"].strip(" :")
    cut = len(line.text) - len(m["rest"])
    if rest and read_key_row(rest, fewest=1):
        head = Token("heading", kind, "", line.text[:cut], line.place, m["ordinal"] or "")
        return [head, Token("keys", rest, line.text[cut:], line.text[cut:], line.place)]
    return [Token("heading", kind, line.text[cut:], line.text, line.place, m["ordinal"] or "")]


def _read_ordinal(line: Line) -> list[Token]:
    """Return the heading, and the row of keys behind it, of a line that names a part by its number alone."""
    m = ORDINAL.match(line.folded)
    if not m or not (m["rest"] == "" or read_key_row(m["rest"], fewest=1)):
        return []
    head = Token("heading", "", "", line.text[: m.start("rest")], line.place, f"{m[1]}、")
    keys = Token("keys", m["rest"], line.text[m.start("rest") :], line.text[m.start("rest") :], line.place)
    return [head, keys] if m["rest"] else [head]


def _is_heading(m: re.Match[str]) -> bool:
    """Return whether the line names a part: numbered, or a known name alone or with a note in brackets."""
    rest = m["rest"].strip()
    if squeeze(m["name"]) not in KINDS and not (m["ordinal"] and not m["ordinal"].isdigit()):
        return False
    if not m["ordinal"] or m["ordinal"].isdigit():
        return rest in ("", ":", "。") or (rest[0] == "(" and rest[-1] in ")。" and ("分" in rest or "题" in rest))
    return True


def has_strange_letters(token: Token) -> bool:
    """Return whether letters of another script stand for option letters or judgements in a token."""
    if token.kind in ("keys", "answer") and len(squeeze(token.text)) <= MAX_KEYS:
        return has_look_alike(token.text)
    if token.kind == "option":
        return has_look_alike(token.raw[: token.raw.find(token.text)] if token.text else token.raw)
    return any(has_look_alike(token.raw[m.start() : m.end()]) for m in GAP.finditer(fold(token.raw)))


def is_title(line: Line) -> bool:
    """Return whether the line may be the title of a block of answers (or the label of one answer)."""
    m = TITLE.match(line.folded)
    return m is not None and (not (m["before"] or "").strip() or bool(m["kind"] or m["after"]))


def is_bare_label(line: Line) -> bool:
    """Return whether a title has no words of its own: the answer of the item before it may follow."""
    m = TITLE.match(line.folded)
    return m is not None and m["before"] is not None and not m["before"].strip() and not m["after"]


def number_style(text: str) -> str:
    """Return how the number ``text`` begins with is set (Token.style), "" when it begins with none."""
    m = NUMBER.match(fold(text))
    return _style(m) if m else ""


def _style(m: re.Match[str]) -> str:
    return next(name for name in NUMBER_STYLES if m[name])


def _opening(line: Line) -> re.Match[str] | None:
    m = NUMBER.match(line.folded)
    if m and m["bare"] and find_options(line.folded, 0, len(line.folded)):
        return None
    return m


def _pieces(line: Line, opening: re.Match[str] | None, with_options: bool = True) -> Iterator[Token]:
    start = opening.end() if opening else 0
    labels = _labels(line.folded, start)
    end = labels[0].start() if labels else len(line.text)
    options = find_options(line.folded, start, end, with_stem=opening is not None) if with_options else []
    words_end = options[0].start if options else end
    if opening:
        yield _number(line, opening, words_end)
    elif line.folded[:words_end].strip():
        yield Token("text", "", line.text[:words_end].strip(), line.text[:words_end], line.place)
    for mark, (_, until) in zip(options, stretches([mark.start for mark in options], end), strict=True):
        style = "ambiguous" if mark.ambiguous else mark.style
        yield _token("option", mark.letter, line, mark.start, mark.end, until, style)
    for label, (_, until) in zip(labels, stretches([label.start() for label in labels], len(line.text)), strict=True):
        yield _label(line, label, until)


def _number(line: Line, m: re.Match[str], until: int) -> Token:
    style = _style(m)
    token = _token("number", m[style], line, 0, m.end(), until, style)
    return token._replace(value=f"{m[style]} {m['held'] or ''}".strip())


def _label(line: Line, m: re.Match[str], until: int) -> Token:
    name = squeeze(m.groupdict().get("boxed") or m.groupdict().get("named") or "答案")
    token = _token(LABELS[name], "", line, m.start(), m.end(), until, name)
    if m.groupdict().get("round") and line.folded[:until].rstrip().endswith(")"):
        token = token._replace(text=token.text.rstrip()[:-1])
    return token._replace(text=f"{name}：{token.text}") if name in KEPT_IN_WORDS else token


def _token(kind: str, value: str, line: Line, start: int, words: int, end: int, style: str) -> Token:
    return Token(kind, value, line.text[words:end].strip(), line.text[start:end], line.place, style)


def _labels(folded: str, start: int) -> list[re.Match[str]]:
    found = [m for m in LABEL.finditer(folded, start) if m["boxed"] or _may_stand(folded, m.start(), start)]
    first = ANSWER_AT_START.match(folded, start)
    if first and start == 0 and not (found and found[0].start() == 0):
        found.insert(0, first)
    return found


def _may_stand(folded: str, at: int, start: int) -> bool:
    return not folded[start:at].strip() or folded[at - 1] in BEFORE_LABEL or folded[at] == "("


def _answer_numbers(folded: str) -> list[int]:
    """Return where the numbered answers of a line begin: its first number and those that count on from it."""
    starts, last = [0], None
    for m in INLINE_NUMBER.finditer(folded):
        if m.start() == 0 or (last is not None and int(m[1]) == last + 1):
            last = int(m[1])
            starts += [m.start()] if m.start() else []
    return starts
