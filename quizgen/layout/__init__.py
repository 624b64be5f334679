"""Paper -> sheets: the paper, its key, the answer card; bank -> handout."""

from __future__ import annotations

from quizgen.layout.cards import answer_card
from quizgen.layout.handouts import handout_sheet
from quizgen.layout.keys import key_sheet
from quizgen.layout.papers import paper_sheet
from quizgen.layout.parts import make_room

__all__ = ["answer_card", "handout_sheet", "key_sheet", "make_room", "paper_sheet"]
