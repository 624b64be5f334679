"""What stands inside one w:p: its words with their look, and the text boxes and notes that hang on it."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from quizgen.readers.docx import markup
from quizgen.readers.docx.markup import MC, M, W
from quizgen.readers.docx.styles import Look, Styles, read_look

NOT_SHOWN = frozenset(
    {
        W + "del",  # tracked changes are read as accepted
        W + "moveFrom",
        W + "delText",
        W + "instrText",  # field codes; their results are text
        W + "rt",  # reading aids above ruby text
        W + "pPr",
        W + "rPr",
        W + "sdtPr",
        MC + "Fallback",  # the same content again for old programs
    }
)
WORDS = frozenset({W + "t", M + "t"})
MARKS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
TEXT_BOX = W + "txbxContent"
NOTES = frozenset({W + "footnoteReference", W + "endnoteReference"})
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = str.maketrans("\r\n", "  ")  # a line end inside w:t is a space


class Piece(NamedTuple):
    """Words of one look; "\\n" is a line break set by hand."""

    text: str
    look: Look


class Inline:
    """What was gathered from a paragraph."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[etree._Element] = []
        self.notes: list[tuple[str, str]] = []  # tag of the reference, id


def gather(paragraph: etree._Element, look: Look, styles: Styles) -> Inline:
    """Return the content of ``paragraph``; ``look`` is what its style says."""
    found = Inline()
    _descend(paragraph, look, styles, found)
    return found


def _descend(node: etree._Element, look: Look, styles: Styles, found: Inline) -> None:
    for child in node:
        tag = child.tag
        if tag in NOT_SHOWN:
            continue
        if tag == W + "r":
            _descend(child, _look_of(child, look, styles), styles, found)
        elif tag == TEXT_BOX:
            found.boxes.append(child)
        elif not look.hidden and tag in WORDS:
            found.pieces.append(Piece(_words(child), look))
        elif not look.hidden and tag in MARKS:
            found.pieces.append(Piece(MARKS[tag], look))
        elif tag in NOTES:
            found.notes.append((tag, markup.value(child, "id") or ""))
        else:
            _descend(child, look, styles, found)


def _look_of(run: etree._Element, look: Look, styles: Styles) -> Look:
    properties = run.find(W + "rPr")
    if properties is None:
        return look
    style_id = markup.value(properties.find(W + "rStyle"))
    return read_look(properties).over(styles.of_run(style_id)).over(look)


def _words(element: etree._Element) -> str:
    """Return the words of a w:t; blanks around them count only where the file says so (XML 1.0, 2.10)."""
    words = (element.text or "").translate(BLANKS)
    return words if element.get(SPACE) == "preserve" else words.strip(" ")
