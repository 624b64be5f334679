"""填空题: a statement with one or two blanks."""

from __future__ import annotations

from typing import ClassVar, Literal

from quizgen.items.base import Item
from quizgen.items.printing import Answer, Place, mark_blank, print_stem
from quizgen.model.sheet import Blank, Inline, Paragraph, Text

BLANK = "____"


class FillBlank(Item):
    """``stem`` has one ``____`` per entry of ``blanks``; an entry lists accepted wordings, the source's first."""

    label: ClassVar[str] = "填空题"
    unit: ClassVar[str] = "空"
    grid: ClassVar[int] = 0
    guide: ClassVar[str] = ""
    marking: ClassVar[str] = "每空{each}分，错别字扣{part}分，意思不符不得分。"

    kind: Literal["fill_blank"] = "fill_blank"
    blanks: tuple[tuple[str, ...], ...]
    any_order: bool = False

    @property
    def keys_asked(self) -> tuple[str, ...]:
        """Return the verbatim answers."""
        return tuple(entry[0] for entry in self.blanks if entry)

    @property
    def units(self) -> int:
        """Return the number of blanks."""
        return len(self.blanks)

    def lay_out(self, place: Place) -> tuple[Paragraph, ...]:
        """Return the statement with blanks of one width."""
        pieces: list[Inline] = []
        for text in self.stem.split(BLANK):
            pieces += [Text(text=text), Blank(width=place.style.blank)]
        return (print_stem(place, *(piece for piece in pieces[:-1] if piece != Text(text=""))),)

    def lay_out_key(self, place: Place) -> Answer:
        """Return the accepted wordings, blank by blank."""
        texts = ["/".join(entry) for entry in self.blanks]
        if len(texts) > 1:
            texts = [mark_blank(order) + text for order, text in enumerate(texts)]
        return Answer(line=f"{place.number}．{'　'.join(texts)}{'（可换序）' if self.any_order else ''}")
