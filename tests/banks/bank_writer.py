"""A process that changes a bank again and again, to be killed or to race with others.

Usage: bank_writer.py BANK TOWN COUNT: COUNT times one more item named after TOWN is merged into BANK; a line each.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bank_samples import TOWNS, make_bank, make_booklet

from quizgen import banks
from quizgen.itemsets import Bank

SAMPLE = make_bank(make_booklet(), TOWNS[:1])


def numbered(town: str, number: int) -> Bank:
    """Return a bank of one item whose id tells who wrote it when."""
    sample = SAMPLE.items[1]
    item = banks.seal(sample.model_copy(update={"id": f"{town}-{number}", "stem": f"{town}第{number}题（　　）。"}))
    return SAMPLE.model_copy(update={"items": (item,)})


def write(path: Path, town: str, count: int) -> None:
    for number in range(count):
        theirs = numbered(town, number)
        banks.save(
            path, lambda old, theirs=theirs: banks.merge_people(old, theirs) if old else banks.MergeResult(theirs)
        )
        print(number, flush=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
