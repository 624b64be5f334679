"""A whole .docx: template or blank, dressed with our styles, lists, margins and body."""

from __future__ import annotations

from quizgen.exporters.docx.blank import make_blank
from quizgen.exporters.docx.body import Writer
from quizgen.exporters.docx.contents import Relation, finish
from quizgen.exporters.docx.frames import write_seal, write_section
from quizgen.exporters.docx.margins import SIDES, SLOTS, Side, Slot, choose_source, make_margin, read_room
from quizgen.exporters.docx.markup import SPACES, TWIPS_PER_MM
from quizgen.exporters.docx.merging import merge_lists, merge_settings, merge_styles, next_id
from quizgen.exporters.docx.numbering import Counter
from quizgen.exporters.docx.package import DECLARATION, pack, unpack
from quizgen.exporters.docx.styles import StyleWriter, identify
from quizgen.exporters.docx.template import Template, find_main, read_document
from quizgen.model.sheet import Sheet


def write(sheet: Sheet, base: bytes | None) -> bytes:
    """Return the bytes of the .docx. Raises InputError (E-DOCX, E-SIZE): the base cannot be used."""
    blank = make_blank(sheet)
    template = Template(blank if base is None else unpack(base), blank)
    numbering = template.trees["numbering"]
    counter = Counter(next_id(numbering, "num", "numId"), next_id(numbering, "abstractNum", "abstractNumId"))
    writer = _dress(sheet, template, counter, in_template=base is not None)
    body = writer.write_blocks(sheet.blocks)
    merge_lists(numbering, counter.write_format(sheet), counter.write_lists())

    slots = _choose_slots(sheet, template)
    merge_settings(template.trees["settings"], "even" in slots)
    for kind, tree in template.trees.items():
        template.package.put(template.parts[kind], tree)
    edges = _make_margins(sheet, template, slots, writer)
    relations: list[Relation] = [*template.parts.items(), *((side, name) for (side, _), name in edges.items())]
    section = write_section(sheet, _refer(edges, len(template.parts)), "first" in slots, template.margins.room)
    text = f"{DECLARATION}<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>"
    template.package.parts[template.main] = text.encode()
    finish(template.package, template.main, relations, sheet.title)
    return pack(template.package)


def measure_room(base: bytes) -> tuple[float, float]:
    """Return the least margins at top and bottom, mm. Raises InputError (E-DOCX, E-SIZE)."""
    package = unpack(base)
    main = find_main(package)
    room = read_room(package, main, read_document(package, main))
    return room.top / TWIPS_PER_MM, room.bottom / TWIPS_PER_MM


def _dress(sheet: Sheet, template: Template, counter: Counter, in_template: bool) -> Writer:
    """Return the writer of the body, after our styles went into the template: its fonts win where it names any."""
    own_fonts = not (in_template and template.names_fonts)
    styles = StyleWriter(sheet, template.default, own_fonts, in_template)
    style_ids = merge_styles(template.trees["styles"], styles.write_all(), identify(sheet))
    return Writer(sheet, style_ids, counter, own_fonts)


def _choose_slots(sheet: Sheet, template: Template) -> list[Slot]:
    """Return the kinds of pages whose margins differ, for the seal bar's sake or the template's."""
    wanted: dict[Slot, bool] = {
        "even": template.margins.sides_differ or (sheet.seal is not None and sheet.seal.every_leaf),
        "default": True,
        "first": template.margins.first_differs or sheet.seal is not None,
    }
    return [slot for slot in SLOTS if wanted[slot]]


def _make_margins(sheet: Sheet, template: Template, slots: list[Slot], writer: Writer) -> dict[tuple[Side, Slot], str]:
    """Return side and slot -> new part; a header that would be empty is not made."""
    edges: dict[tuple[Side, Slot], str] = {}
    for side in SIDES:
        for slot in slots:
            source = choose_source(template.margins, side, slot)
            addition = writer.write_paragraph(sheet.footer) if side == "footer" else _seal(sheet, slot, writer)
            if source or addition:
                edges[side, slot] = make_margin(template.package, template.folder, side, slot, source, addition)
    return edges


def _seal(sheet: Sheet, slot: Slot, writer: Writer) -> str:
    if sheet.seal is None or not (slot == "first" or (slot == "default" and sheet.seal.every_leaf)):
        return ""
    return write_seal(sheet.seal, sheet.page, writer)


def _refer(edges: dict[tuple[Side, Slot], str], before: int) -> str:
    return "".join(
        f'<w:{side}Reference w:type="{slot}" r:id="rId{order}"/>'
        for order, (side, slot) in enumerate(edges, before + 1)
    )
