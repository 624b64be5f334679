"""The .docx a sheet goes into: the school's own, or an empty one; what of it stays."""

from __future__ import annotations

import posixpath

from lxml import etree

from quizgen.errors import InputError
from quizgen.exporters.docx.contents import CONTENT_TYPES
from quizgen.exporters.docx.margins import read_margins
from quizgen.exporters.docx.merging import Q, find_default, names_chinese_font
from quizgen.exporters.docx.package import ADVICE, Package, name_rels

DRESSED = ("styles", "settings", "numbering")  # parts ours go into
KEPT = ("theme", "fontTable", "webSettings", "stylesWithEffects", "footnotes", "endnotes")  # parts left as they are


class Template:
    """A package with its main parts found; ``blank`` lends the parts it lacks. Raises InputError (E-DOCX)."""

    def __init__(self, package: Package, blank: Package) -> None:
        self.package = package
        self.main = find_main(package)
        self.folder = posixpath.dirname(self.main)
        self.parts = _find_parts(package, self.main)  # kind -> part
        for kind in DRESSED:
            if kind not in self.parts:
                self.parts[kind] = f"{self.folder}/{kind}.xml"
                package.parts[self.parts[kind]] = blank.parts[f"word/{kind}.xml"]
        document = read_document(package, self.main)
        self.trees = {kind: package.tree(self.parts[kind]) for kind in DRESSED}
        self.margins = read_margins(package, self.main, document, self.trees["settings"])
        self.default = find_default(self.trees["styles"])
        self.names_fonts = names_chinese_font(self.trees["styles"], self.default)
        package.parts.pop(name_rels(self.parts["settings"]), None)  # paths on somebody's disk


def find_main(package: Package) -> str:
    """Return the name of the part that holds the text. Raises InputError (E-DOCX)."""
    for _, kind, target in package.relations(""):
        if kind == "officeDocument" and target in package.parts and CONTENT_TYPES in package.parts:
            return target
    raise InputError("E-DOCX", "模板不是 Word 文件（.docx）", ADVICE)


def read_document(package: Package, main: str) -> etree._Element:
    """Return the text. Raises InputError (E-DOCX)."""
    document = package.tree(main)
    if document.tag != f"{Q}document":
        raise InputError("E-DOCX", "模板不是普通的 Word 文档", ADVICE)
    return document


def _find_parts(package: Package, main: str) -> dict[str, str]:
    related = package.relations(main)
    if any(kind == "vbaProject" for _, kind, _ in related):
        raise InputError("E-DOCX", "模板含有宏", "另存为不含宏的 .docx")
    return {kind: target for _, kind, target in related if kind in DRESSED + KEPT and target in package.parts}
