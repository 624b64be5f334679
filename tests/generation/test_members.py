"""Members of lists: what sets a foreign one apart, which are worded too variously to be asked."""

from __future__ import annotations

import pytest

from quizgen.generation.makers.looseness import is_varied
from quizgen.generation.makers.members import _of_their_frame
from quizgen.model.finding import Slot


@pytest.mark.parametrize(("wording", "wanted"), [("影响力", True), ("文化影响力", False)])
def test_only_a_word_sets_a_foreign_member_apart(wording: str, wanted: bool) -> None:
    texts = ("公信力", "凝聚力", "精神感召力")
    keys = [Slot(name="member", text=text, start=0, end=len(text), cls="member") for text in texts]
    assert _of_their_frame(wording, texts, keys) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("改进课堂教学", False), ("积极改进课堂教学", True), ("提供的软件", True), ("借阅软件", False)]
)
def test_what_somebody_does_is_worded_variously(text: str, wanted: bool) -> None:
    assert is_varied(Slot(name="member", text=text, start=0, end=len(text), cls="member")) == wanted
