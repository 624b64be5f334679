"""What holds for any text: nothing lost, origins ascend, cleaning twice is cleaning once."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.cleaning import clean
from quizgen.cleaning.characters import RADICALS
from quizgen.model.document import CleanDocument, RawBlock, RawDocument

LINES = st.lists(
    st.text(alphabet="甲乙丙一二章第页。，：“”（）《》… 　12-·/abA*#&<>⺠⼈\u200b\ufeff\t", max_size=40), max_size=14
)


def document(text: str, *, wrapped: bool, source_format: str = "txt") -> RawDocument:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(RawBlock(start=start, text=line))
        start += len(line) + 1
    return RawDocument(name="t", sha256="0", format=source_format, wrapped=wrapped, text=text, blocks=tuple(blocks))


def places(cleaned: CleanDocument) -> list[int]:
    """Return how many times each raw character is accounted for."""
    count = [0] * cleaned.characters
    for at, character in zip(cleaned.origin, cleaned.text, strict=True):
        if character != "\n":
            count[at] += 1
    for run in cleaned.discarded:
        for at in range(*run.raw_span):
            count[at] += 1
    return count


@given(LINES, st.booleans(), st.sampled_from(["txt", "md"]))
@settings(max_examples=300)
def test_every_character_has_one_place(lines: list[str], wrapped: bool, source_format: str) -> None:
    raw = document("\n".join(lines), wrapped=wrapped, source_format=source_format)
    cleaned = clean(raw)
    for at, count in enumerate(places(cleaned)):
        assert count == 1 or (raw.text[at].isspace() and count < 2), (at, raw.text[at])
    assert all(run.text == raw.text[slice(*run.raw_span)] for run in cleaned.discarded)


@given(LINES, st.booleans())
@settings(max_examples=300)
def test_origins_ascend_and_point_to_the_same_character(lines: list[str], wrapped: bool) -> None:
    raw = document("\n".join(lines), wrapped=wrapped)
    cleaned = clean(raw)
    assert all(a < b for a, b in zip(cleaned.origin, cleaned.origin[1:], strict=False))
    for at, character in zip(cleaned.origin, cleaned.text, strict=True):
        source = raw.text[at]
        repaired = RADICALS.get(source) or unicodedata.normalize("NFKC", source)
        assert character in (source, repaired, "\n") or (character.isspace() and source.isspace())


@given(LINES)
@settings(max_examples=300)
@example(["甲乙 12 丙", "- 3 -", "第一章 甲"])
def test_cleaning_twice_is_cleaning_once(lines: list[str]) -> None:
    once = clean(document("\n".join(lines), wrapped=False))
    twice = clean(document(once.text, wrapped=False))
    assert twice.text == once.text


@given(LINES, st.booleans())
@settings(max_examples=200)
def test_blocks_are_the_text(lines: list[str], wrapped: bool) -> None:
    cleaned = clean(document("\n".join(lines), wrapped=wrapped))
    assert "\n".join(block.text for block in cleaned.blocks) == cleaned.text
    assert all(cleaned.text[b.start : b.start + len(b.text)] == b.text for b in cleaned.blocks)
    assert all(run.reason != "blank" for run in cleaned.discarded)
