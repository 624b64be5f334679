"""Coverage-guided fuzzing of the readers with atheris (``pip install atheris``); run by hand, not by pytest.

    python tests/fuzz/fuzz_readers.py TARGET [CORPUS_FOLDER] [-max_total_time=600]

TARGET: ``text`` (decoder and lines), ``docx``, ``part`` (the XML of a Word file, packed for you), ``pdf`` (the child's
own functions, in this process: a death of PDFium is a finding here).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "makers"))

with atheris.instrument_imports(include=["quizgen"]):
    from docx_maker import ROOT_RELATIONS, content_types, package

    from quizgen.errors import QuizgenError
    from quizgen.readers import read_data
    from quizgen.readers.pdf import child
    from quizgen.readers.pdf.fragment import Fragment
    from quizgen.readers.pdf.layout import read_lines

PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml")
BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:document>'


def read_text(data: bytes) -> None:
    """Read ``data`` as txt and as md."""
    _read("a.txt", data)
    _read("a.md", data)


def read_docx(data: bytes) -> None:
    """Read ``data`` as a Word file."""
    _read("a.docx", b"PK\x03\x04" + data)


def read_part(data: bytes) -> None:
    """Read a Word file in which one part, chosen by the first byte, is ``data``."""
    name = PARTS[data[0] % len(PARTS)] if data else PARTS[0]
    parts = {"[Content_Types].xml": content_types(), "_rels/.rels": ROOT_RELATIONS, PARTS[0]: BODY, name: data[1:]}
    _read("a.docx", package(parts))


def read_pdf(data: bytes) -> None:
    """Read ``data`` as the child process of the PDF reader does, and put its lines in order."""
    answer = json.loads(json.dumps(child.answer(b"%PDF-1.7\n" + data)))
    read_lines([[Fragment(*fragment) for fragment in page] for page in answer.get("pages", [])])


def _read(name: str, data: bytes) -> None:
    try:
        read_data(name, data)
    except QuizgenError:
        return  # a refusal is a good end


TARGETS: dict[str, Callable[[bytes], None]] = {"text": read_text, "docx": read_docx, "part": read_part, "pdf": read_pdf}

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
