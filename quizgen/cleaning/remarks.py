"""Remarks: what a person may want to know of how a booklet was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.model.diagnostic import Diagnostic
from quizgen.model.document import Discarded

HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!()](?=[\u4e00-\u9fff])")
# 新质生产力,是……


def remark(text: str, origin: Sequence[int], discarded: Sequence[Discarded]) -> Iterator[Diagnostic]:
    """Yield remarks on undecodable lines left out and on half-width marks between 汉字 left as they are."""
    garbage = [run for run in discarded if run.reason == "glyph_garbage"]
    if garbage:
        yield Diagnostic(
            code="W-GLYPH",
            message=f"有 {len(garbage)} 处文字因字体无法解码成了乱码，已略去",
            span=garbage[0].raw_span,
        )
    marks = list(HALF_WIDTH.finditer(text))
    if marks:
        at = origin[marks[0].start()]
        message = f"有 {len(marks)} 处汉字之间用了半角标点，照原样保留"
        yield Diagnostic(code="W-HALF", severity="info", message=message, span=(at, at + 1))
