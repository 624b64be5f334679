"""Word files written by hand, part by part, so that tests can break any of them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    "word/document.xml": f"{OFFICE}.wordprocessingml.document.main+xml",
    "word/styles.xml": f"{OFFICE}.wordprocessingml.styles+xml",
    "word/numbering.xml": f"{OFFICE}.wordprocessingml.numbering+xml",
    "word/footnotes.xml": f"{OFFICE}.wordprocessingml.footnotes+xml",
    "word/endnotes.xml": f"{OFFICE}.wordprocessingml.endnotes+xml",
    "word/header1.xml": f"{OFFICE}.wordprocessingml.header+xml",
}
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOT_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Target="word/document.xml" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def content_types(parts: dict[str, str] = KINDS) -> str:
    """Return [Content_Types].xml for the parts given."""
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in parts.items())
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{overrides}</Types>'


def document(body: str) -> str:
    """Return word/document.xml around paragraphs."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'


def part(root: str, inside: str) -> str:
    """Return another part: root is "styles", "numbering", "footnotes" …"""
    return f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def paragraph(text: str = "", properties: str = "", *, style: str = "", run: str = "") -> str:
    """Return a w:p of one run; ``properties`` go into w:pPr, ``run`` into w:rPr."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    around = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{around}{words(text, run)}</w:p>"


def words(text: str, run: str = "") -> str:
    """Return a w:r."""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def package(parts: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of exactly these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return stream.getvalue()


def docx(body: str, **others: str | bytes) -> bytes:
    """Return a whole Word file: ``body`` stands in w:body, ``others`` are parts by stem (styles, numbering …)."""
    parts: dict[str, str | bytes] = {"[Content_Types].xml": content_types(), "_rels/.rels": ROOT_RELATIONS}
    parts["word/document.xml"] = document(body)
    parts.update({f"word/{stem}.xml": content for stem, content in others.items()})
    return package(parts)
