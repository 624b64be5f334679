"""Headers and footers: the template's own with our seal bar and page line added."""

from __future__ import annotations

import posixpath
from typing import Literal, NamedTuple

from lxml import etree

from quizgen.exporters.docx.markup import SPACES, R
from quizgen.exporters.docx.merging import Q, is_on, parse
from quizgen.exporters.docx.package import Package, name_rels

Slot = Literal["first", "even", "default"]
Side = Literal["header", "footer"]
SIDES: tuple[Side, ...] = ("header", "footer")
SLOTS: tuple[Slot, ...] = ("even", "default", "first")
ROOTS: dict[Side, str] = {"header": "hdr", "footer": "ftr"}


class Margins(NamedTuple):
    """The headers and footers of a template by slot -> part; which slots it uses."""

    parts: dict[tuple[Side, Slot], str]
    first_differs: bool
    sides_differ: bool
    head_room: tuple[int, int]  # top margin, header distance, twips


def read_margins(package: Package, main: str, document: etree._Element, settings: etree._Element) -> Margins:
    """Return the headers and footers in force at the end of a template."""
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
    has_header = any(side == "header" for side, _ in parts)
    room = _read_room(section) if has_header else (0, 0)
    return Margins(parts, is_on(section, "titlePg"), is_on(settings, "evenAndOddHeaders"), room)


def _read_room(section: etree._Element | None) -> tuple[int, int]:
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
