"""PDF files written by hand: Chinese text in a font that is not embedded, at exact places, broken in any way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

A4 = (595, 842)
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>/DW 1000>>]>>"
)
BOLD_FONT = FONT.replace(b"STSong-Light", b"SimHei,Bold")
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")  # ISO 32000-1, 7.6.3.3


def show(
    text: str, x: float, y: float, *, size: float = 12, matrix: str = "1 0 0 1", mode: int = 0, font: str = "F1"
) -> bytes:
    """Return the operators that draw ``text`` with its baseline's left end at (x, y), from the lower left corner."""
    code = text.encode("utf-16-be").hex()
    return f"BT {mode} Tr /{font} {size} Tf {matrix} {x} {y} Tm <{code}> Tj ET\n".encode()


def column(lines: Sequence[str], x: float, top: float, *, size: float = 12, pitch: float = 18) -> bytes:
    """Return the operators for lines below one another."""
    return b"".join(show(line, x, top - pitch * row, size=size) for row, line in enumerate(lines))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def pdf(
    pages: Iterable[bytes], *, page: bytes = b"", others: dict[int, bytes] | None = None, trailer: bytes = b""
) -> bytes:
    """Return a PDF of pages with these content operators. ``page``: more page entries; ``others``: more objects."""
    contents = list(pages)
    numbers = [10 + 2 * i for i in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        3: FONT,
        4: BOLD_FONT,
    }
    resources = b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>" if b"/Resources" not in page else b""
    box = b"/MediaBox[0 0 %d %d]" % A4 if b"/MediaBox" not in page else b""
    for number, content in zip(numbers, contents, strict=True):
        objects[number] = b"<</Type/Page/Parent 2 0 R%s%s/Contents %d 0 R%s>>" % (box, resources, number + 1, page)
        objects[number + 1] = content if content.startswith(b"<<") else stream(content)
    return assemble(objects | (others or {}), trailer)


def assemble(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF file of numbered objects, with its cross-reference table."""
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number, content in sorted(objects.items()):
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(data), max(objects) + 1
    data += b"xref\n0 %d\n" % size
    for number in range(size):
        data += b"%010d %05d %c \n" % ((offsets[number], 0, ord("n")) if number in offsets else (0, 65535, ord("f")))
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(data)


def locked(pages: Sequence[bytes], password: bytes) -> bytes:
    """Return a PDF that opens only with ``password`` (standard security handler, revision 2, 40-bit RC4)."""
    identity = b"0123456789abcdef"
    padded = (password + PADDING)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + rights + identity).digest()[:5]
    security = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (
        owner.hex().encode(),
        rc4(key, PADDING).hex().encode(),
    )
    name = identity.hex().encode()

    def scramble(content: bytes, number: int) -> bytes:
        return rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], content)

    return pdf(
        [stream(scramble(content, 11 + 2 * i)) for i, content in enumerate(pages)],
        others={5: security},
        trailer=b"/Encrypt 5 0 R/ID[<%s><%s>]" % (name, name),
    )


def rc4(key: bytes, data: bytes) -> bytes:
    """Return ``data`` enciphered by RC4."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
