"""The XML inside a Word file: parsed within limits, without entities, network or DTD."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from quizgen.errors import InputError
from quizgen.readers.docx.faults import broken, too_much

MAX_TAGS = 3_000_000  # "<" in the streamed body
MAX_TREE = 500_000  # "<" in a part held as a tree: about 100 MB

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)
"""Namespaces of "strict" documents (ISO/IEC 29500-1) and the usual ones that mean the same."""

FORBIDDEN = tuple(
    mark.encode(codec) for mark in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le", "utf-16-be")
)
OFF = ("0", "false", "off")


def parse(data: bytes) -> etree._Element:
    """Return the root of a small part. Raises InputError: E-DOCX (no XML), E-DTD, E-SIZE."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(_checked(data, MAX_TREE), parser)
    except (etree.LxmlError, ValueError) as error:
        raise broken("XML 有错") from error


def stream(data: bytes, tag: str) -> Iterator[etree._Element]:
    """Yield the outermost elements ``tag`` of a large part in order, each complete; it is emptied when the next is due.

    Raises InputError: E-DOCX (no XML), E-DTD, E-SIZE.
    """
    source = io.BytesIO(_checked(data, MAX_TAGS))
    events = etree.iterparse(
        source, events=("end",), tag=tag, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for _, element in events:
            if next(element.iterancestors(tag), None) is None:
                yield element
                element.clear()  # what stands around it stays: to take it out costs libxml2 quadratic time
    except (etree.LxmlError, ValueError) as error:
        raise broken("XML 有错") from error


def _checked(data: bytes, limit: int) -> bytes:
    if any(mark in data for mark in FORBIDDEN):
        raise InputError("E-DTD", "Word 文件里有 DTD 或实体定义，正常的文档没有", "用 Word/WPS 打开后另存为 .docx")
    if data.count(b"<") > limit:
        raise too_much(f"的标记超过 {limit} 个")
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    return data


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return the attribute ``w:name`` of an element, None where either is missing."""
    found = None if element is None else element.get(W + name)
    return None if found is None else str(found)


def number(text: str | None) -> int | None:
    """Return a whole number of at most nine digits, None for anything else."""
    return int(text) if text is not None and len(text) <= 9 and text.isascii() and text.isdigit() else None


def toggle(parent: etree._Element | None, name: str) -> bool | None:
    """Return what the on/off property ``w:name`` says, None where it stands not."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else (value(found) or "on").lower() not in OFF
