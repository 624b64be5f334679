"""Whether, and where, an item's sentences still stand in the booklets of this run."""

from __future__ import annotations

from bisect import bisect_right
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
        self._homes = {name: Homes(booklet) for name, booklet in self._booklets.items()}
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
        starts = list(find_all(entry.quote, booklet.text))
        if not starts:
            return entry
        start = min(starts, key=lambda at: abs(booklet.origin[at] - entry.span[0]))
        return _place(entry, booklet, start, self._homes[entry.source].find(start))


def find_all(quote: str, text: str) -> Iterator[int]:
    """Yield every offset of a quote in a text."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _place(entry: Provenance, booklet: Booklet, start: int, home: tuple[Section, Paragraph] | None) -> Provenance:
    span = booklet.raw_span(start, start + len(entry.quote))
    if home is None:
        return entry.model_copy(update={"span": span})
    return entry.model_copy(update={"span": span, "section": home[0].id, "page": home[1].page})


class Homes:
    """The paragraphs of a booklet by offset."""

    def __init__(self, booklet: Booklet) -> None:
        homes = [
            (paragraph.start, section, paragraph) for section in booklet.sections for paragraph in section.paragraphs
        ]
        self._homes = sorted(homes, key=lambda home: home[0])
        self._starts = [start for start, _, _ in self._homes]

    def find(self, offset: int) -> tuple[Section, Paragraph] | None:
        """Return the section and paragraph that hold a clean-text offset; None outside all of them."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        start, section, paragraph = self._homes[at]
        return (section, paragraph) if offset < start + len(paragraph.text) else None
