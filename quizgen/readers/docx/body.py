"""The paragraphs of a Word file in reading order, as a person with all changes accepted would see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lxml import etree

from quizgen.readers import limits
from quizgen.readers.docx import markup
from quizgen.readers.docx.inline import NOT_SHOWN, TEXT_BOX, Piece, gather
from quizgen.readers.docx.markup import W
from quizgen.readers.docx.numbering import Numbering
from quizgen.readers.docx.package import Parts
from quizgen.readers.docx.styles import BODY_LEVEL, Look, Style, Styles, read_outline, read_place

Role = Literal["body", "note", "table"]
SEPARATORS = ("separator", "continuationSeparator")  # w:footnote types that hold a rule, no words
MOSTLY = 0.8  # share of bold letters from which a line is bold


class Line(NamedTuple):
    """One paragraph, or the part of it up to a line break set by hand."""

    text: str
    style: Style
    outline_level: int | None  # from 1
    look: Look
    role: Role


class Body:
    """Reads one document; holds what its paragraphs share."""

    def __init__(self, parts: Parts) -> None:
        self._document = parts.document
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering)
        self._notes = _read_notes(parts.footnotes, "footnote") | _read_notes(parts.endnotes, "endnote")
        self._unfinished: list[Piece] = []  # words of paragraphs whose end mark was deleted

    def lines(self) -> Iterator[Line]:
        """Yield the lines that have words, in reading order. Raises InputError: E-DOCX, E-DTD, E-SIZE."""
        for count, paragraph in enumerate(markup.stream(self._document, W + "p")):
            limits.check_blocks(count // 10)  # empty ones are many in some files and cost little
            if len(paragraph):
                yield from self._read(paragraph, _role_of(paragraph))

    def _read(self, paragraph: etree._Element, role: Role | None) -> Iterator[Line]:
        if role is None:
            return
        properties = paragraph.find(W + "pPr")
        style = self._styles.of_paragraph(_style_of(properties))
        inline = gather(paragraph, style.look, self._styles)
        pieces = self._unfinished + inline.pieces
        self._unfinished = []
        if _is_end_deleted(properties):
            self._unfinished = pieces
        else:
            yield from self._finish(pieces, properties, style, role)
        for box in inline.boxes:
            yield from self._read_all(_paragraphs_of(box), role)
        for reference in inline.notes:
            yield from self._read_all(self._notes.pop(reference, []), "note")

    def _read_all(self, paragraphs: Iterable[etree._Element], role: Role) -> Iterator[Line]:
        for paragraph in paragraphs:
            yield from self._read(paragraph, role)

    def _finish(
        self, pieces: list[Piece], properties: etree._Element | None, style: Style, role: Role
    ) -> Iterator[Line]:
        said = read_place(properties)
        label = self._numbering.label(said if said.list_id else style.place, style.style_id)
        outline = read_outline(properties)
        outline = style.outline if outline is None else outline
        level = outline + 1 if outline is not None and outline < BODY_LEVEL else None
        joined = [piece._replace(text=" ") if level and piece.text == "\n" else piece for piece in pieces]
        for line in _split(joined):
            text = label + "".join(piece.text for piece in line)
            label = ""
            yield Line(text, style, level, _look_of(line, style.look), role)


def _read_notes(data: bytes | None, kind: str) -> dict[tuple[str, str], list[etree._Element]]:
    """Return (tag of the reference, id) -> paragraphs of a note."""
    notes = [] if data is None else markup.parse(data).findall(W + kind)
    words = [note for note in notes if markup.value(note, "type") not in SEPARATORS]
    return {(f"{W}{kind}Reference", markup.value(note, "id") or ""): _paragraphs_of(note) for note in words}


def _paragraphs_of(container: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of a note or a text box, without those of text boxes further in."""
    box = container if container.tag == TEXT_BOX else None
    return [p for p in container.iter(W + "p") if next(p.iterancestors(TEXT_BOX), None) is box]


def _style_of(properties: etree._Element | None) -> str | None:
    return None if properties is None else markup.value(properties.find(W + "pStyle"))


def _role_of(paragraph: etree._Element) -> Role | None:
    """Return the role of an outermost paragraph; None where it is not shown: a deleted row, a fallback."""
    role: Role = "body"
    for above in paragraph.iterancestors():
        if above.tag == W + "tbl":
            role = "table"
        elif above.tag in NOT_SHOWN or (above.tag == W + "tr" and above.find(f"{W}trPr/{W}del") is not None):
            return None
    return role


def _is_end_deleted(properties: etree._Element | None) -> bool:
    run = None if properties is None else properties.find(W + "rPr")
    return run is not None and any(run.find(W + tag) is not None for tag in ("del", "moveFrom"))


def _split(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line that has words."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [line for line in lines if any(limits.is_visible(piece.text) for piece in line)]


def _look_of(line: list[Piece], style: Look) -> Look:
    """Return the look of most letters of a line."""
    sizes: Counter[float | None] = Counter()
    bold = total = 0
    for piece in line:
        letters = len("".join(piece.text.split()))
        sizes[piece.look.size] += letters
        bold += letters if piece.look.bold else 0
        total += letters
    size = max(sizes, key=lambda one: (sizes[one], one or 0.0), default=style.size)
    return Look(size, bold >= MOSTLY * total and bold > 0)
