"""The four forms of the example booklet say the same, and give the same items."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from examples_tools import make_examples
from examples_tools.make_examples import CLEAN, DUMP, LOST_TITLES, PDF, WORD

from quizgen import pipeline
from quizgen.items import KINDS, AnyItem

OTHER_FORMS = {"dump": DUMP, "docx": WORD, "pdf": PDF}
WHITE = re.compile(r"\s+")
# 2023 年
DEBRIS = re.compile(r"[&!\"#'(]{3}|\*\+|总第")
# &&!"#'( 2024/ 3) 7*+


@cache
def read_example() -> tuple[str, list[make_examples.Article]]:
    return make_examples.read_booklet(CLEAN.read_text("utf-8"))


@cache
def find_items(path: Path) -> dict[str, AnyItem]:
    return {item.id: item for item in pipeline.make_bank([path]).items}


def read_members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_dump_is_made_from_the_clean_text() -> None:
    assert make_examples.dump(*read_example()) == DUMP.read_bytes().decode("utf-8")


def test_word_file_is_made_from_the_clean_text() -> None:
    made = read_members(make_examples.make_word(*read_example()))
    kept = read_members(WORD.read_bytes())
    assert made["word/document.xml"] == kept["word/document.xml"]


def test_booklet_is_long_enough() -> None:
    _, articles = read_example()
    assert len(articles) >= 5
    assert len(WHITE.sub("", CLEAN.read_text("utf-8"))) >= 6000


def test_dump_is_ugly() -> None:
    text, (_, articles) = DUMP.read_text("utf-8"), read_example()
    assert max(len(line) for line in text.split("\n")) <= 45
    assert [articles[number].title for number in LOST_TITLES if articles[number].title in text] == []
    assert text.count("*+ ") == 4
    assert re.search(r"[\u4e00-\u9fff]\n\n\n\n  \d+ \n\n清河教育学习资料 .+ \n\n \n\n [\u4e00-\u9fff]", text)


def test_every_kind_of_item_comes_out() -> None:
    assert {item.kind for item in find_items(CLEAN).values()} == set(KINDS)


@pytest.mark.parametrize("form", OTHER_FORMS)
def test_same_items_from_every_form(form: str) -> None:
    _, articles = read_example()
    lost = " ".join(articles[number].title for number in LOST_TITLES) if form == "dump" else ""
    clean, other = find_items(CLEAN), find_items(OTHER_FORMS[form])
    differing = [(clean.get(key) or other[key]) for key in clean.keys() ^ other.keys()]
    assert [item.stem for item in differing if item.provenance[0].quote not in lost] == []


@pytest.mark.parametrize("form", ["clean", *OTHER_FORMS])
def test_no_item_holds_debris_or_furniture(form: str) -> None:
    items = find_items({"clean": CLEAN, **OTHER_FORMS}[form])
    assert [item.stem for item in items.values() if DEBRIS.search(item.model_dump_json(exclude={"provenance"}))] == []
