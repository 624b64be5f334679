"""Clean documents for tests of sections: one block per line, layout evidence as keyword arguments."""

from __future__ import annotations

from typing import Any

from quizgen.model.document import CleanBlock, CleanDocument


def document_of(*blocks: str | tuple[str, dict[str, Any]]) -> CleanDocument:
    """Return a clean document whose text stands in the raw text letter by letter."""
    made, start = [], 0
    for block in blocks:
        text, evidence = block if isinstance(block, tuple) else (block, {})
        made.append(CleanBlock(start=start, text=text, **evidence))
        start += len(text) + 1
    text = "\n".join(block.text for block in made)
    return CleanDocument(
        name="t",
        sha256="0",
        format="txt",
        characters=len(text),
        raw=text,
        text=text,
        origin=range(len(text)),
        blocks=tuple(made),
        discarded=(),
    )
