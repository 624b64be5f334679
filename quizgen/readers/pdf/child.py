"""Runs alone, as ``python -I child.py FOLDER``: PDFium may eat all memory or abort, so a process of its own has it.

FOLDER is where pypdfium2 is installed. The PDF comes on standard input; one JSON document goes to standard output:
``{"fault": "password"}``, or ``{"pages": [[fragment, …], …], "damaged": [page, …]}``. A fragment is a run of text on
one baseline, ``[text, left, right, baseline, size, bold, drawn]``, in points from the left and the top edge of the page
as it is read; ``drawn`` is "seen", "unseen" (the text layer under a scan) or "tilted" (a watermark).
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

MEMORY = 768 * 1024 * 1024  # bytes of address space
SECONDS = 20  # of processor time, should the parent be gone
MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000  # as quizgen.readers.limits has it
MAX_FRAGMENTS = 400_000
MAX_POINTS = 14_400  # from the page's edge: the largest page there is (ISO 32000-1, C.2)
GAP = 1.5  # ems from the start of a glyph to the next that end a fragment
DRIFT = 0.3  # ems off the baseline, or backwards, that end a fragment
LINE_ENDS = (0x0A, 0x0D)  # PDFium's own idea of a line
HYPHENS = {0x02: "-", 0xFFFE: "-"}  # how PDFium marks a hyphen at a line end
MISSING = "\ufffd"
UNSEEN = 3  # text render modes (ISO 32000-1, table 106)
FILL_AND_STROKE = 2  # how bold is drawn where a font has none
BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "heavy", "black", "simhei", "黑体")
NAME_BYTES = 256
WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD

Vector = tuple[float, float]


class TooLargeError(Exception):
    """The document goes over a limit; the message is the fault that is reported."""


class Run(NamedTuple):
    """Glyphs on one baseline in page space, before the page is turned."""

    text: str
    start: Vector
    box: tuple[float, float, float, float]  # of the last glyph: left, bottom, right, top
    along: Vector  # unit vector the line runs in
    size: float
    bold: bool
    seen: bool


class TextPage:
    """One page of PDFium, asked glyph by glyph."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw = raw
        self._page = page.get_textpage()
        self._handle = self._page.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix, self._box = raw.FS_MATRIX(), raw.FS_RECTF()
        self._name, self._flags = ctypes.create_string_buffer(NAME_BYTES), ctypes.c_int()
        self.count: int = self._page.count_chars()

    def code(self, index: int) -> int:
        """Return the code point of a glyph, 0 where the font does not tell."""
        return int(self._raw.FPDFText_GetUnicode(self._handle, index))

    def origin(self, index: int) -> Vector:
        """Return where a glyph starts on its baseline."""
        self._raw.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        return self._x.value, self._y.value

    def direction(self, index: int) -> tuple[Vector, float]:
        """Return the unit vector a glyph's line runs in, and its size in points."""
        self._raw.FPDFText_GetMatrix(self._handle, index, self._matrix)
        m = self._matrix
        length = math.hypot(m.a, m.b)
        along = (m.a / length, m.b / length) if length > 0 else (1.0, 0.0)
        return along, self._raw.FPDFText_GetFontSize(self._handle, index) * (math.hypot(m.c, m.d) or 1.0)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return the space a glyph takes: left, bottom, right, top."""
        self._raw.FPDFText_GetLooseCharBox(self._handle, index, self._box)
        return self._box.left, self._box.bottom, self._box.right, self._box.top

    def mode(self, index: int) -> int:
        """Return the text render mode of a glyph."""
        drawn = self._raw.FPDFText_GetTextObject(self._handle, index)
        return int(self._raw.FPDFTextObj_GetTextRenderMode(drawn)) if drawn else 0

    def is_bold(self, index: int) -> bool:
        """Return whether a glyph's font calls itself bold. Font names come in UTF-8 or in GBK."""
        if self._raw.FPDFText_GetFontWeight(self._handle, index) >= BOLD_WEIGHT:
            return True
        length = self._raw.FPDFText_GetFontInfo(self._handle, index, self._name, NAME_BYTES, self._flags)
        name = self._name.raw[: min(length, NAME_BYTES)]
        spellings = name.decode("utf-8", "ignore") + name.decode("gbk", "ignore")
        return any(word in spellings.lower() for word in BOLD_NAMES)


def read_runs(page: TextPage) -> Iterator[Run]:
    """Yield the runs of a page in the order they were drawn."""
    text, first, last = "", 0, 0
    along, size, previous = (1.0, 0.0), 1.0, (0.0, 0.0)
    for index in range(page.count):
        code = page.code(index)
        character = HYPHENS.get(code) or (chr(code) if code else MISSING)
        point = page.origin(index)
        if text and (code in LINE_ENDS or _is_elsewhere(previous, point, along, size)):
            yield _run(page, text, first, last, along, size)
            text = ""
        if character.isspace():
            text += " " if text and character != "\u3000" else character if text else ""
            continue
        if not text:
            first, (along, size) = index, page.direction(index)
        text, last, previous = text + character, index, point
    if text:
        yield _run(page, text, first, last, along, size)


def _is_elsewhere(before: Vector, point: Vector, along: Vector, size: float) -> bool:
    step = (point[0] - before[0], point[1] - before[1])
    forward = step[0] * along[0] + step[1] * along[1]
    aside = step[1] * along[0] - step[0] * along[1]
    return not (-DRIFT * size <= forward <= GAP * size and abs(aside) <= DRIFT * size)


def _run(page: TextPage, text: str, first: int, last: int, along: Vector, size: float) -> Run:
    middle = (first + last) // 2
    mode = page.mode(first)
    bold = mode == FILL_AND_STROKE or page.is_bold(middle)
    whole = text.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Run(whole, page.origin(first), page.box(last), along, size, bold, mode != UNSEEN)


def lay_flat(runs: list[Run], box: tuple[float, float, float, float]) -> list[list[Any]]:
    """Return the fragments of a page, turned so that most lines run from left to right; what is off the page is out."""
    turns = Counter[Vector]()
    for run in runs:
        turns[_quarter(run.along)] += len(run.text)
    along = max(turns, key=lambda turn: (turns[turn], turn), default=(1.0, 0.0))
    fragments = (_fragment(run, along, box) for run in runs if _is_on(run.start, box))
    return [fragment for fragment in fragments if all(abs(number) <= MAX_POINTS for number in fragment[1:5])]


def _quarter(along: Vector) -> Vector:
    return (
        (math.copysign(1.0, along[0]), 0.0) if abs(along[0]) >= abs(along[1]) else (0.0, math.copysign(1.0, along[1]))
    )


def _is_on(point: Vector, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _fragment(run: Run, along: Vector, box: tuple[float, float, float, float]) -> list[Any]:
    left, baseline = _place(run.start, along, box)
    right = max(_place((x, y), along, box)[0] for x in (run.box[0], run.box[2]) for y in (run.box[1], run.box[3]))
    tilted = run.along[0] * along[0] + run.along[1] * along[1] < 0.99
    drawn = "tilted" if tilted else "seen" if run.seen else "unseen"
    return [
        run.text,
        round(left, 1),
        round(max(left, right), 1),
        round(baseline, 1),
        round(run.size, 1),
        run.bold,
        drawn,
    ]


def _place(point: Vector, along: Vector, box: tuple[float, float, float, float]) -> Vector:
    """Return a point of page space in points from the left and the top edge of the page as it is read."""
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left = min(x * along[0] + y * along[1] for x, y in corners)
    top = max(y * along[0] - x * along[1] for x, y in corners)
    return point[0] * along[0] + point[1] * along[1] - left, top - (point[1] * along[0] - point[0] * along[1])


def read_document(data: bytes) -> dict[str, Any]:
    """Return the answer for a PDF that opens. Raises TooLargeError, pypdfium2's PdfiumError."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    if len(document) > MAX_PAGES:
        raise TooLargeError(f"pages {len(document)}")
    pages: list[list[list[Any]]] = []
    damaged: list[int] = []
    characters = fragments = 0
    for index in range(len(document)):
        try:
            count, page = read_page(document[index], MAX_CHARACTERS - characters)
        except pypdfium2.PdfiumError:
            damaged.append(index + 1)
            count, page = 0, []
        pages.append(page)
        characters += count
        fragments += len(page)
        if fragments > MAX_FRAGMENTS:
            raise TooLargeError("size")
    return {"fault": "broken"} if len(damaged) == len(pages) else {"pages": pages, "damaged": damaged}


def read_page(page: Any, limit: int) -> tuple[int, list[list[Any]]]:
    """Return how many characters a page has, and its fragments. Raises TooLargeError, pypdfium2's PdfiumError."""
    import pypdfium2.raw

    text_page = TextPage(pypdfium2.raw, page)
    if text_page.count > limit:
        raise TooLargeError("size")
    return text_page.count, lay_flat(list(read_runs(text_page)), page.get_bbox())


def limit_resources() -> None:
    """Hold this process to its memory and time, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such module on Windows, no such limit on macOS
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(data: bytes) -> dict[str, Any]:
    """Return what goes to standard output."""
    from pypdfium2 import PdfiumError

    try:
        return read_document(data)
    except TooLargeError as error:
        return {"fault": str(error)}
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == WRONG_PASSWORD or "password" in str(error).lower()
        return {"fault": "password" if locked else "broken"}


if __name__ == "__main__":
    limit_resources()
    sys.path.append(sys.argv[1])
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
