"""Paper -> sheets: the paper, its key, the answer card; bank -> handout."""

from __future__ import annotations

from quizgen.layout.cards import answer_card
from quizgen.layout.handouts import handout_sheet
from quizgen.layout.keys import key_sheet
from quizgen.layout.papers import paper_sheet

__all__ = ["answer_card", "handout_sheet", "key_sheet", "paper_sheet"]
