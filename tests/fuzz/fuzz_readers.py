"""Coverage-guided fuzzing of the readers with atheris (``pip install atheris``); run by hand, not by pytest.

    python tests/fuzz/fuzz_readers.py TARGET CORPUS_FOLDER [-max_total_time=600]

TARGET: ``text`` (decoder and lines), ``docx``, ``part`` (the XML of a Word file, packed for you), ``pdf`` (the child's
own functions, in this process: a death of PDFium is a finding here). An empty CORPUS_FOLDER is given good files first.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "makers"))

with atheris.instrument_imports(include=["quizgen"]):
    from docx_maker import ROOT_RELATIONS, content_types, package
    from reader_seeds import PDF_SEEDS, SEEDS

    from quizgen.errors import QuizgenError
    from quizgen.readers import docx, markdown, plain, read_data
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
    _read("a.docx", data)


def read_part(data: bytes) -> None:
    """Read a Word file in which one part, chosen by the first byte, is ``data``."""
    name = PARTS[data[0] % len(PARTS)] if data else PARTS[0]
    parts = {"[Content_Types].xml": content_types(), "_rels/.rels": ROOT_RELATIONS, PARTS[0]: BODY, name: data[1:]}
    _read("a.docx", package(parts))


def read_pdf(data: bytes) -> None:
    """Read ``data`` as the child process of the PDF reader does, and put its lines in order."""
    answer = json.loads(json.dumps(child.answer(data)))
    read_lines([[Fragment(*fragment) for fragment in page] for page in answer.get("pages", [])])


def _parts() -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(SEEDS[".docx"][0])) as package:
        return [bytes([number]) + package.read(name) for number, name in enumerate(PARTS)]


def _read(name: str, data: bytes) -> None:
    try:
        read_data(name, data)
    except QuizgenError:
        return  # a refusal is a good end


TARGETS: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
    "text": (read_text, SEEDS[".txt"] + SEEDS[".md"]),
    "docx": (read_docx, SEEDS[".docx"]),
    "part": (read_part, _parts()),
    "pdf": (read_pdf, PDF_SEEDS),
}
"""What is run, and the good files it starts from."""

INSTRUMENTED = (docx, markdown, plain)  # loaded when first used, hence named here

if __name__ == "__main__":
    target, seeds = TARGETS[sys.argv.pop(1)]
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for number, seed in enumerate(seeds):
            (corpus / f"seed{number}").write_bytes(seed)
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
