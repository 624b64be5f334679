"""Damaged and arbitrary bytes end in a document or a refusal. ``-m full``: 20,000 inputs a reader."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutation import mutate, mutate_inside
from reader_seeds import PDF_SEEDS, SEEDS

from quizgen.errors import QuizgenError
from quizgen.readers import read_data


def survives(name: str, data: bytes) -> None:
    """Raise whatever reading raises, unless it is a refusal a person can act on."""
    try:
        document = read_data(name, data)
    except QuizgenError as error:
        assert error.message().isprintable()
        return
    assert document.model_dump_json()
    assert all(document.text[b.start : b.start + len(b.text)] == b.text for b in document.blocks)


def run_mutations(count: int) -> None:
    chance = Random(20240307)
    for turn in range(count):
        suffix = chance.choice(sorted(SEEDS))
        seed = chance.choice(SEEDS[suffix])
        change: Callable[[bytes, Random], bytes] = mutate_inside if suffix == ".docx" and turn % 4 else mutate
        survives(f"资料{suffix}", change(seed, chance))


def test_damaged_files_end_well() -> None:
    run_mutations(1500)


@pytest.mark.full
def test_damaged_files_end_well_20000() -> None:
    run_mutations(60_000)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_end_well(data: bytes) -> None:
    survives("a.txt", data)
    survives("a.md", data)


@given(st.text(min_size=1), st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]))
@settings(max_examples=300, deadline=None)
def test_what_a_person_names_is_read_as_it_is(text: str, codec: str) -> None:
    data = text.encode(codec)
    try:
        document = read_data("a.txt", data, encoding=codec)
    except QuizgenError as error:
        assert error.code in {"E-EMPTY", "E-BINARY", "E-TYPE", "E-DOCX", "E-PDF"}
        return
    assert document.text == text.removeprefix("\ufeff")


WORKER = Path(__file__).with_name("pdf_worker.py")


def run_pdf_mutations(count: int) -> list[str]:
    """Return how each of ``count`` damaged PDFs ended in a process of many, which must not die."""
    done = subprocess.run(
        [sys.executable, str(WORKER), str(count)],
        input=json.dumps([seed.hex() for seed in PDF_SEEDS]),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_damaged_pdfs_end_well_in_the_child() -> None:
    ends = run_pdf_mutations(400)
    assert len(ends) == 400
    assert set(ends) <= {"pages", "fault"}
    assert ends.count("pages") > 40


@pytest.mark.full
def test_damaged_pdfs_end_well_in_the_child_20000() -> None:
    assert set(run_pdf_mutations(20_000)) <= {"pages", "fault"}


def test_damaged_pdfs_end_well_from_outside() -> None:
    chance = Random(7)
    for _ in range(25):
        survives("资料.pdf", mutate(chance.choice(PDF_SEEDS), chance))
