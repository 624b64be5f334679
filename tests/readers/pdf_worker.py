"""Reads many damaged PDFs with the functions of the PDF reader's child process; run by test_readers_mutations.py.

The number of files is the first argument, the seeds come on standard input as hexadecimal JSON; how each ended goes to
standard output. The memory limit stands, so one process does what thousands of children would do in hours.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "makers"))

from mutation import mutate

from quizgen.readers.pdf import child
from quizgen.readers.pdf.fragment import Fragment
from quizgen.readers.pdf.layout import read_lines


def attempt(data: bytes) -> str:
    """Return "pages" or "fault"; the lines of the pages are put in order as the parent would."""
    answer = json.loads(json.dumps(child.answer(data)))
    if "pages" in answer:
        read_lines([[Fragment(*fragment) for fragment in page] for page in answer["pages"]])
        return "pages"
    return "fault"


if __name__ == "__main__":
    seeds = [bytes.fromhex(seed) for seed in json.load(sys.stdin)]
    chance = Random(11)
    print(json.dumps([attempt(mutate(chance.choice(seeds), chance)) for _ in range(int(sys.argv[1]))]))
