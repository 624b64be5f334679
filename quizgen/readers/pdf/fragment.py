"""Fragment: what the child process reports of a page."""

from __future__ import annotations

from typing import NamedTuple


class Fragment(NamedTuple):
    """A run of text on one baseline, in points from the left and the top edge of the page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    drawn: str  # "seen", "unseen", "tilted"
