"""The item bank: YAML read and written strictly, merged without loss, verified against its booklets."""

from __future__ import annotations

from quizgen.banks.complaints import Complaint, keep_errors, lines_of_items
from quizgen.banks.copies import merge_people
from quizgen.banks.inspection import check, compare
from quizgen.banks.loading import MAX_BYTES, load, parse
from quizgen.banks.merging import merge
from quizgen.banks.results import FATES, MergeResult
from quizgen.banks.seals import fits, seal
from quizgen.banks.selection import Wishes, select
from quizgen.banks.statistics import Cell, KeySentence, Statistics, count
from quizgen.banks.storage import save
from quizgen.banks.verification import verify
from quizgen.banks.writing import as_mapping, dump

__all__ = [
    "FATES",
    "MAX_BYTES",
    "Cell",
    "Complaint",
    "KeySentence",
    "MergeResult",
    "Statistics",
    "Wishes",
    "as_mapping",
    "check",
    "compare",
    "count",
    "dump",
    "fits",
    "keep_errors",
    "lines_of_items",
    "load",
    "merge",
    "merge_people",
    "parse",
    "save",
    "seal",
    "select",
    "verify",
]
