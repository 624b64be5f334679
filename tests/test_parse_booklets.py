"""Every shared booklet is read without losing a character, and into the tree a reader would draw."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from quizgen.cleaning import clean
from quizgen.model.document import Booklet, RawDocument
from quizgen.readers import read
from quizgen.sections import describe, segment

SHARED = Path(__file__).parents[2] / "shared"
BOOKLETS = sorted(path.name for path in (SHARED / "booklets").glob("*")) if SHARED.is_dir() else []
pytestmark = pytest.mark.skipif(not BOOKLETS, reason="the shared booklets are not here")


@cache
def load(name: str) -> tuple[RawDocument, Booklet]:
    raw = read(SHARED / "booklets" / name)
    return raw, segment(clean(raw))


def outline(name: str) -> list[tuple[str, str]]:
    return [(section.id, section.title) for section in load(name)[1].sections]


@pytest.mark.parametrize("name", BOOKLETS)
def test_every_character_stands_in_exactly_one_place(name: str) -> None:
    raw, booklet = load(name)
    told = describe(booklet)
    spans = [run["span"] for run in told["discarded"]]
    left_out = {at for span in spans for at in range(*span)}
    count = [0] * len(raw.text)
    for span in [*spans, told["source"]["title_span"], *(s["title_span"] for s in told["sections"])]:
        for at in range(*(span or (0, 0))):
            count[at] += span in spans or at not in left_out
    for section in told["sections"]:
        for paragraph in section["paragraphs"]:
            for at in range(*paragraph["span"]):
                count[at] += at not in left_out
    wrong = [at for at, character in enumerate(raw.text) if not character.isspace() and count[at] != 1]
    assert not wrong, (wrong[:5], raw.text[wrong[0] - 20 : wrong[0] + 20])


@pytest.mark.parametrize("name", BOOKLETS)
def test_spans_are_in_order_and_end_where_the_next_begins(name: str) -> None:
    raw, booklet = load(name)
    told = describe(booklet)
    begins = [section["span"][0] for section in told["sections"]]
    assert begins == sorted(begins)
    assert [s["span"][1] for s in told["sections"]] == [*begins[1:], len(raw.text)]
    for section in told["sections"]:
        assert all(
            section["span"][0] <= p["span"][0] < p["span"][1] <= section["span"][1] for p in section["paragraphs"]
        )
    json.dumps(told)


@pytest.mark.parametrize("name", BOOKLETS)
def test_sentences_tile_paragraphs(name: str) -> None:
    _, booklet = load(name)
    for section in booklet.sections:
        for paragraph in section.paragraphs:
            assert "".join(sentence.text for sentence in paragraph.sentences) == paragraph.text
            assert booklet.text[paragraph.start : paragraph.start + len(paragraph.text)] == paragraph.text


@pytest.mark.parametrize("name", BOOKLETS)
def test_level_one_sections_have_title_theme_and_terms(name: str) -> None:
    _, booklet = load(name)
    for section in booklet.sections:
        assert section.title and section.theme
        assert section.terms or section.level > 1
    assert len({section.theme for section in booklet.sections}) <= 5


@pytest.mark.parametrize("name", [n for n in BOOKLETS if n.startswith("law")])
def test_laws_have_chapters_and_no_table_of_contents(name: str) -> None:
    _, booklet = load(name)
    top = [section.title for section in booklet.sections if section.level == 1]
    assert all(title.startswith("第") and "章" in title[:4] for title in top)
    assert top[0].endswith("总则") and top[-1].endswith("附则")
    assert len(set(top)) == len(top)
    assert booklet.title is None or booklet.title.startswith("中华人民共和国")
    assert len({section.theme for section in booklet.sections}) == 1


def test_report_has_thirteen_chapters_behind_its_opening() -> None:
    sections = load("report-2017.txt")[1].sections
    assert [s.level for s in sections] == [1] * 14
    assert [s.title_origin for s in sections] == ["inferred"] + ["printed"] * 13
    assert {s.date for s in sections} == {"2017-10-18"}


def test_digest_with_titles_is_read_as_by_eye() -> None:
    booklet = load("theory-2023-02.txt")[1]
    top = [section for section in booklet.sections if section.level == 1]
    assert [(s.title[:6], s.issuer, s.date) for s in top] == [
        ("世界数字教育", "《中国教育报》", "2023-02-14"),
        ("教育部部长怀", "中国青年报", "2023-02-14"),
        ("世界数字教育", "《中国教育报》", "2023-02-14"),
        ("中共中央政治", "“学习强国”学习平台", "2023-02-16"),
    ]
    assert sum(section.level > 1 for section in booklet.sections) == 10


def test_digest_without_titles_scores_against_the_gold_reading(tmp_path: Path) -> None:
    told = describe(load("theory-2024-01.txt")[1])
    (tmp_path / "parse.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, SHARED / "score/score_parse.py", tmp_path / "parse.json", SHARED / "gold_dev", "000"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    figures = {line.split()[0]: line.split()[1:] for line in lines if line and not line.startswith("--")}
    assert float(figures["article_starts"][5]) >= 0.97
    assert float(figures["body_paragraphs"][5]) >= 0.99
    assert float(figures["subheads"][5]) >= 0.92
    assert float(figures["body_characters"][1]) >= 0.998 and float(figures["body_characters"][3]) <= 0.002
    assert figures["noise_in_text"][0] == "0"
    assert figures["articles_without_title"] == ["0", "articles_without_terms", "0"]
    dates = [section["date"] for section in told["sections"] if section["level"] == 1]
    assert dates[3] == "2024-01-31" and dates[9] == "2024-02-01"
