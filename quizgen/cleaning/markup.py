"""Markup: what Markdown writes for the typesetter and not for the reader."""

from __future__ import annotations

import re

from quizgen.model.base import Span

HIDDEN = "\u200b"  # what hidden characters are shown as: takes no room, prints nothing

BLOCK_MARKS = re.compile(
    r"<!--[\s\S]{0,5000}?-->|^ {0,3}#{1,6}(?=[ \t])|[ \t]#+[ \t]*$|^ {0,3}(?:```|~~~)[^\n]*$|^ {0,3}>+(?= |$)"
    r"|^[ \t]*[-*+](?=[ \t]+\S)|^ {0,3}(?:[-*_=][ \t]*){3,}$"
    r"|^[ \t]{0,40}\|?(?:[ \t]{0,40}:?-{2,}:?[ \t]{0,40}\|)+(?:[ \t]{0,40}:?-{2,}:?[ \t]{0,40})?$|\|",
    re.MULTILINE,
)
# <!-- INFO END -->; ## 第一章; 标题 ##; ```text; > 引文; - 要点; ----; |---|:--|; 甲 | 乙

INLINE_MARKS = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|\[(?=[^\]\n]{1,200}\]\()|(?<=[^\]\n])\]\([^)\n]{0,500}\)"
    r"|\*\*|__|`+|</?[A-Za-z][^>\n]{0,200}>"
)
# ![图](a.png); [《方案》](b.html); **要点**; `代码`; <br>

EMPHASIS = re.compile(r"(?<![A-Za-z0-9*])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*(?![A-Za-z0-9*])")
# *强调*


def find_markup(text: str) -> list[Span]:
    """Return the spans of a Markdown text that are marks, in order and apart."""
    spans = [found.span() for pattern in (BLOCK_MARKS, INLINE_MARKS) for found in pattern.finditer(text)]
    for found in EMPHASIS.finditer(text):
        spans += [(found.start(), found.start() + 1), (found.end() - 1, found.end())]
    apart: list[Span] = []
    for start, end in sorted(spans):
        start = max(start, apart[-1][1]) if apart else start
        if start < end:
            apart.append((start, end))
    return apart


def hide(text: str, spans: list[Span]) -> str:
    """Return ``text`` with the characters of ``spans`` replaced by HIDDEN, line breaks kept, length unchanged."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], "".join(c if c in "\r\n" else HIDDEN for c in text[start:end])]
        done = end
    return "".join(pieces) + text[done:]
