"""Bytes to blocks: one reader per format, table READERS.

The content decides the format; a suffix that disagrees gives a warning; anything that is none of the four is refused.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.files import read_bytes
from quizgen.model.document import RawDocument, SourceFormat
from quizgen.readers import formats, limits
from quizgen.readers.remarks import remark

READERS: dict[SourceFormat, str] = {
    "txt": "quizgen.readers.plain",
    "md": "quizgen.readers.markdown",
    "docx": "quizgen.readers.docx",
    "pdf": "quizgen.readers.pdf",
}
"""Format -> module with ``read(name, data, encoding) -> RawDocument``; loaded when a booklet of that format comes."""


def read(path: Path, *, encoding: str | None = None) -> RawDocument:
    """Return what stands in the booklet ``path`` ("-": standard input).

    ``encoding`` is what the user says a text file is written in; it wins over what the bytes look like.
    Raises InputError: E-FILE, E-SIZE (quizgen.files) and those of ``read_data``.
    """
    try:
        return read_data(path.name, read_bytes(path), encoding=encoding)
    except QuizgenError as error:
        error.file = str(path)
        raise


def read_data(name: str, data: bytes, *, encoding: str | None = None) -> RawDocument:
    """Return what stands in ``data``, the bytes of a booklet called ``name``.

    Raises InputError: E-EMPTY, E-TYPE, E-ENC, E-BINARY, E-SIZE, E-DOCX, E-DTD, E-PDF, each with ``file`` set.
    """
    shown = printable_name(name)
    try:
        if not data:
            raise limits.nothing_to_read("文件是空的")
        source_format = formats.sniff(shown, data)
        document: RawDocument = importlib.import_module(READERS[source_format]).read(shown, data, encoding)
        limits.check(document)
        remarks = (*formats.compare_suffix(shown, document.format), *document.diagnostics, *remark(document.text))
        return document.model_copy(update={"diagnostics": remarks})
    except QuizgenError as error:
        error.file = name
        raise


def printable_name(name: str) -> str:
    """Return a file name fit for any file: bytes that are no UTF-8, and control characters, become U+FFFD."""
    decoded = os.fsencode(name).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in decoded)
