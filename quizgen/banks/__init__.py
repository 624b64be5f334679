"""The item bank: YAML read and written strictly, merged without loss, verified against its booklets."""

from __future__ import annotations

from quizgen.banks.copies import merge_people
from quizgen.banks.loading import load, parse
from quizgen.banks.merging import merge
from quizgen.banks.results import FATES, MergeResult
from quizgen.banks.seals import fits, seal
from quizgen.banks.storage import save
from quizgen.banks.writing import dump

__all__ = ["FATES", "MergeResult", "dump", "fits", "load", "merge", "merge_people", "parse", "save", "seal"]
