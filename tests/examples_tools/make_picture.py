"""Makes the picture of both READMEs, the first page of the example's paper: `python .../make_picture.py`.

LibreOffice and poppler draw it with the fonts of the machine: it is made once and kept.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from make_examples import CLEAN, EXAMPLES, print_pdf

PICTURE = EXAMPLES / "试卷样页.png"
WIDTH = 800  # pixels


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "quizgen", "generate", str(CLEAN), "-o", folder], check=True)
        print_pdf(Path(folder) / "试卷.docx")
        draw_first_page(Path(folder) / "试卷.pdf", PICTURE)


def draw_first_page(pdf: Path, picture: Path) -> None:
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-png", "-gray", "-singlefile", "-f", "1", *size]
    subprocess.run([*command, str(pdf), str(picture.with_suffix(""))], check=True)


if __name__ == "__main__":
    main()
