"""Whether, and where, an item's sentences still stand in the booklets of this run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.banks.joining import Joined
from quizgen.banks.seals import ItemT, rewrite
from quizgen.items.base import Item
from quizgen.itemsets import Source
from quizgen.model.document import Booklet, Paragraph, Provenance, Section


class Witness:
    """What this run saw of the booklets: the texts it was given, else whether a file changed and which quotes came."""

    def __init__(
        self, before: Sequence[Source], joined: Joined, fresh: Iterable[Item], booklets: Sequence[Booklet]
    ) -> None:
        given = {booklet.sha256: booklet for booklet in booklets}
        digests = {source.id: source.sha256 for source in before}
        self._read = set(joined.renames.values())
        self._booklets = {s.id: given[s.sha256] for s in joined.sources if s.id in self._read and s.sha256 in given}
        self._changed = {s.id for s in joined.sources if digests.get(s.id) != s.sha256}
        self._quotes = {entry.quote for item in fresh for entry in item.provenance}

    def is_gone(self, item: Item) -> bool | None:
        """Return whether the item's evidence is gone; None where this run says nothing about it."""
        evidence = item.provenance[0] if item.provenance else None
        if evidence is None or evidence.source not in self._read:
            return None
        if evidence.source in self._booklets:
            return evidence.quote not in self._booklets[evidence.source].text
        return evidence.source in self._changed and evidence.quote not in self._quotes

    def follow(self, item: ItemT) -> ItemT:
        """Return the item citing the places its quotes have in the new edition of a booklet."""
        followed = tuple(self._follow(entry) for entry in item.provenance)
        return item if followed == item.provenance else rewrite(item, provenance=followed)

    def _follow(self, entry: Provenance) -> Provenance:
        booklet = self._booklets.get(entry.source)
        if booklet is None or entry.source not in self._changed:
            return entry
        places = [_place(entry, booklet, start) for start in find_all(entry.quote, booklet.text)]
        return min(places, key=lambda place: abs(place.span[0] - entry.span[0]), default=entry)


def find_all(quote: str, text: str) -> Iterator[int]:
    """Yield every offset of a quote in a text."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _place(entry: Provenance, booklet: Booklet, start: int) -> Provenance:
    span = booklet.raw_span(start, start + len(entry.quote))
    home = find_paragraph(booklet, start)
    if home is None:
        return entry.model_copy(update={"span": span})
    section, paragraph = home
    return entry.model_copy(update={"span": span, "section": section.id, "page": paragraph.page})


def find_paragraph(booklet: Booklet, start: int) -> tuple[Section, Paragraph] | None:
    """Return the section and paragraph that hold the clean-text offset ``start``; None outside all of them."""
    for section in booklet.sections:
        for paragraph in section.paragraphs:
            if paragraph.start <= start < paragraph.start + len(paragraph.text):
                return section, paragraph
    return None
