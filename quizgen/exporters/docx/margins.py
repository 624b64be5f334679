"""Headers and footers: the template's own with our seal bar and page line added."""

from __future__ import annotations

import posixpath
from typing import Literal, NamedTuple

from lxml import etree

from quizgen.exporters.docx.markup import SPACES, R, twips
from quizgen.exporters.docx.merging import Q, is_on, parse
from quizgen.exporters.docx.package import Package, name_rels

Slot = Literal["first", "even", "default"]
Side = Literal["header", "footer"]
SIDES: tuple[Side, ...] = ("header", "footer")
SLOTS: tuple[Slot, ...] = ("even", "default", "first")
EDGE_DISTANCE = 10  # mm, header and footer from the edge
LINE = 400  # twips, a line of a school's header in up to 14 pt
OUR_LINE = 280  # twips, what the page line adds to a school's footer
MOST = 4000  # twips, 7 cm: no header is believed to be taller
EMU_PER_TWIP = 635
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ROOTS: dict[Side, str] = {"header": "hdr", "footer": "ftr"}


class Room(NamedTuple):
    """What the headers and footers of a template need, twips: least margins and the distance of the header."""

    top: int
    header: int
    bottom: int


class Margins(NamedTuple):
    """The headers and footers of a template by slot -> part; which slots it uses."""

    parts: dict[tuple[Side, Slot], str]
    first_differs: bool
    sides_differ: bool
    room: Room


def read_margins(package: Package, main: str, document: etree._Element, settings: etree._Element) -> Margins:
    """Return the headers and footers in force at the end of a template."""
    parts, section = _find_edges(package, main, document)
    room = _find_room(package, parts, section)
    return Margins(parts, is_on(section, "titlePg"), is_on(settings, "evenAndOddHeaders"), room)


def read_room(package: Package, main: str, document: etree._Element) -> Room:
    """Return what the headers and footers of a template need."""
    return _find_room(package, *_find_edges(package, main, document))


def _find_edges(
    package: Package, main: str, document: etree._Element
) -> tuple[dict[tuple[Side, Slot], str], etree._Element | None]:
    """Return the parts of headers and footers in force at the end of a template, and its last section."""
    targets = {rel: target for rel, _, target in package.relations(main)}
    parts: dict[tuple[Side, Slot], str] = {}
    section = None
    for section in document.iter(f"{Q}sectPr"):
        for side in SIDES:
            for reference in section.findall(f"{Q}{side}Reference"):
                slot: Slot = next((slot for slot in SLOTS if slot == reference.get(f"{Q}type")), "default")
                target = targets.get(reference.get(f"{{{R}}}id", ""), "")
                if target in package.parts:
                    parts[side, slot] = target
    return parts, section


def _find_room(package: Package, parts: dict[tuple[Side, Slot], str], section: etree._Element | None) -> Room:
    heights = {(side, slot): _measure(package.tree(part)) for (side, slot), part in parts.items()}
    tallest = {side: max((tall for (own, _), tall in heights.items() if own == side), default=0) for side in SIDES}
    top, header = _read_distances(section) if tallest["header"] else (0, 0)
    below = twips(EDGE_DISTANCE) + tallest["footer"] + OUR_LINE if tallest["footer"] else 0
    return Room(max(top, header + tallest["header"]), header, below)


def _measure(root: etree._Element) -> int:
    """Return how high a header or footer will be, its page lines left out: its lines and the pictures in them."""
    _drop_page_lines(root)
    return sum(_measure_line(child) for child in root if child.tag in (f"{Q}p", f"{Q}tbl"))


def _measure_line(child: etree._Element) -> int:
    rows = max(1, len(list(child.iter(f"{Q}tr"))))
    sizes = [extent.get("cy", "") for extent in child.iter(f"{{{DRAWING}}}extent")]
    pictures = [int(size[:12]) // EMU_PER_TWIP for size in sizes if size.isdecimal()]
    return min(max(rows * LINE, *pictures, 0), MOST)


def _read_distances(section: etree._Element | None) -> tuple[int, int]:
    margins = None if section is None else section.find(f"{Q}pgMar")
    if margins is None:
        return 0, 0
    top, header = (margins.get(f"{Q}{side}", "0") for side in ("top", "header"))
    return (int(top) if top.isdecimal() else 0), (int(header) if header.isdecimal() else 0)


def choose_source(margins: Margins, side: Side, slot: Slot) -> str | None:
    """Return the template's part that shows on the pages of a slot, None when it shows nothing there."""
    used = {"first": margins.first_differs, "even": margins.sides_differ, "default": True}[slot]
    return margins.parts.get((side, slot)) if used else margins.parts.get((side, "default"))


def make_margin(package: Package, folder: str, side: Side, slot: Slot, source: str | None, addition: str) -> str:
    """Add a header or footer part to the package and return its name: the source's content with our addition.

    A header begins with the addition, a floating table; a footer ends with it. Page lines of the source's footer go:
    ours says the same.
    """
    name = f"{posixpath.dirname(source) if source else folder}/quizgen-{side}-{slot}.xml"
    root = package.tree(source) if source else parse(f"<w:{ROOTS[side]} {SPACES}/>")
    if side == "footer":
        _drop_page_lines(root)
    pieces = list(parse(f"<w:body {SPACES}>{addition}</w:body>"))
    for at, piece in enumerate(pieces):
        root.insert(at if side == "header" else len(root), piece)
    if len(root) == 0 or root[-1].tag != f"{Q}p":
        root.append(parse(f"<w:p {SPACES}/>"))
    package.put(name, root)
    if source and name_rels(source) in package.parts:
        package.parts[name_rels(name)] = package.parts[name_rels(source)]
    return name


def _drop_page_lines(root: etree._Element) -> None:
    for child in list(root):
        codes = [code.text or "" for code in child.iter(f"{Q}instrText")]
        codes += [field.get(f"{Q}instr", "") for field in child.iter(f"{Q}fldSimple")]
        if any("PAGE" in code for code in codes):
            root.remove(child)
