"""What a person may want to know of a text before it is cleaned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model.diagnostic import Diagnostic
from quizgen.readers.plain import LINE_END

UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# 答案\u202e是反的\u202c\x07  (controls, zero-width and direction marks: they print nothing, and hide or turn words)


def remark(text: str) -> Iterator[Diagnostic]:
    """Yield a warning (W-UNSEEN) where characters stand that nobody sees; cleaning leaves them out."""
    first = UNSEEN.search(text)
    if first is None:
        return
    count = sum(1 for _ in UNSEEN.finditer(text))
    line = sum(1 for _ in LINE_END.finditer(text, 0, first.start())) + 1
    message = f"有 {count} 个看不见的字符（控制字符、零宽或反向排版，第 {line} 行起），出题时略去"
    yield Diagnostic(code="W-UNSEEN", message=message, span=first.span())
