"""What the styles of a Word file say about a paragraph or a run: name, outline level, size, bold, hidden, list."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from quizgen.readers.docx import markup
from quizgen.readers.docx.markup import W

DEFAULT_SIZE = 10.0  # pt, where nothing is said (ECMA-376 part 1, 17.3.2.38)
BODY_LEVEL = 9  # w:outlineLvl of running text (17.3.1.20)
MAX_CHAIN = 20  # styles based on one another

HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
# heading 1


class Look(NamedTuple):
    """How text looks; None: not said here."""

    size: float | None = None  # pt
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look, filled up from ``other`` where it says nothing."""
        return Look(
            self.size if self.size is not None else other.size,
            self.bold if self.bold is not None else other.bold,
            self.hidden if self.hidden is not None else other.hidden,
        )


class ListPlace(NamedTuple):
    """Which list a paragraph belongs to, and how deep (from 0); None: not said here. List "0" means none."""

    list_id: str | None = None
    level: int | None = None


class Style(NamedTuple):
    """A style with what it takes over from those it is based on."""

    style_id: str | None = None
    name: str | None = None
    outline: int | None = None  # w:outlineLvl, from 0
    look: Look = Look()
    place: ListPlace = ListPlace()


class Styles:
    """The styles of one document, by id."""

    def __init__(self, data: bytes | None) -> None:
        root = None if data is None else markup.parse(data)
        elements = [] if root is None else root.findall(W + "style")
        self._elements = {markup.value(e, "styleId"): e for e in reversed(elements)}  # of equals the first
        self._default = next((markup.value(e, "styleId") for e in elements if _is_default(e)), None)
        run = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = read_look(run).over(Look(DEFAULT_SIZE, False, False))
        self._known: dict[str | None, Style] = {}

    def of_paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph's style; None or an unknown id: the document's default."""
        wanted = style_id if style_id in self._elements else self._default
        style = self._resolve(wanted)
        return style._replace(look=style.look.over(self._base))

    def of_run(self, style_id: str | None) -> Look:
        """Return what a character style says."""
        return self._resolve(style_id).look

    def _resolve(self, style_id: str | None) -> Style:
        if style_id not in self._known:
            chain = self._chain(style_id)
            self._known[style_id] = _merge(chain)._replace(style_id=style_id)
        return self._known[style_id]

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style_id in self._elements and len(chain) < MAX_CHAIN:
            chain.append(self._elements[style_id])
            style_id = markup.value(chain[-1].find(W + "basedOn"))
        return chain


def _is_default(element: etree._Element) -> bool:
    return markup.value(element, "type") == "paragraph" and markup.value(element, "default") in ("1", "true", "on")


def _merge(chain: list[etree._Element]) -> Style:
    """Return one style out of a chain, the nearest first: each word counts where nothing nearer speaks."""
    style = Style(name=markup.value(chain[0].find(W + "name")) if chain else None)
    for element in chain:
        paragraph = element.find(W + "pPr")
        outline = read_outline(paragraph)
        style = style._replace(
            outline=outline if style.outline is None else style.outline,
            look=style.look.over(read_look(element.find(W + "rPr"))),
            place=style.place if style.place.list_id else read_place(paragraph),
        )
    named = HEADING_NAME.fullmatch(style.name or "")
    return style._replace(outline=int(named[1]) - 1) if named and style.outline is None else style


def read_outline(paragraph: etree._Element | None) -> int | None:
    """Return w:outlineLvl of a w:pPr, 0–9, None where it says nothing."""
    return None if paragraph is None else markup.number(markup.value(paragraph.find(W + "outlineLvl")))


def read_place(paragraph: etree._Element | None) -> ListPlace:
    """Return the list place a w:pPr names."""
    found = None if paragraph is None else paragraph.find(W + "numPr")
    if found is None:
        return ListPlace()
    level = markup.number(markup.value(found.find(W + "ilvl")))
    return ListPlace(markup.value(found.find(W + "numId")), level)


def read_look(run: etree._Element | None) -> Look:
    """Return what a w:rPr says about the look; sizes are stored in half points."""
    if run is None:
        return Look()
    half_points = markup.number(markup.value(run.find(W + "sz")))
    size = half_points / 2 if half_points else None
    return Look(size, markup.toggle(run, "b"), markup.toggle(run, "vanish"))
