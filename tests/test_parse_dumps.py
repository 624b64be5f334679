"""A clean text of our own, set at five widths, with titles lost or printed, dumped three ways, comes back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from typesetting import DUMPS, Article, read_fixture, set_pages

from quizgen.cleaning import clean
from quizgen.model.document import Booklet
from quizgen.readers import read_data
from quizgen.sections import segment

ARTICLES = read_fixture((Path(__file__).parent / "fixtures/parse/digest.txt").read_text(encoding="utf-8"))
HEADER = "教师学习资料 2024年第3期"
HEIGHTS = {18: 14, 22: 12, 27: 10, 35: 8, 40: 7}  # 汉字 in a line: lines on a page; an article has one page or two


def parse(width: int, dump: str, *, titles: bool) -> Booklet:
    pages = set_pages(ARTICLES, width, height=HEIGHTS[width], titles=titles)
    return segment(clean(read_data("dump.txt", DUMPS[dump](pages, HEADER).encode())))


def bare(text: str) -> str:
    return text.replace(" ", "")


def texts(articles: list[Article], kind: str) -> Counter[str]:
    return Counter(bare(text) for article in articles for k, text in article.body if k == kind)


def opened(booklet: Booklet) -> list[str]:
    """Return the first paragraph of each article."""
    return [section.paragraphs[0].text for section in booklet.sections if section.level == 1 and section.paragraphs]


@pytest.fixture(scope="module", params=[False, True], ids=["lost titles", "printed titles"])
def parsed(request: pytest.FixtureRequest) -> list[Booklet]:
    return [parse(width, dump, titles=request.param) for width in HEIGHTS for dump in DUMPS]


def test_paragraphs_come_back_letter_by_letter(parsed: list[Booklet]) -> None:
    gold = texts(ARTICLES, "p")
    found = sum(
        (gold & Counter(bare(p.text) for s in booklet.sections for p in s.paragraphs)).total() for booklet in parsed
    )
    assert found >= 0.99 * gold.total() * len(parsed)


def test_articles_are_told_apart(parsed: list[Booklet]) -> None:
    gold = {bare(article.body[0][1]) for article in ARTICLES}
    hits = sum(len(gold & set(map(bare, opened(booklet)))) for booklet in parsed)
    found = sum(sum(s.level == 1 for s in booklet.sections) for booklet in parsed)
    assert 2 * hits / (found + len(gold) * len(parsed)) >= 0.95


def test_headings_are_sections(parsed: list[Booklet]) -> None:
    gold = set(texts(ARTICLES, "h"))
    for booklet in parsed:
        assert {section.title for section in booklet.sections if section.level > 1} == gold


def test_no_furniture_in_any_paragraph(parsed: list[Booklet]) -> None:
    for booklet in parsed:
        body = "".join(p.text for s in booklet.sections for p in s.paragraphs)
        assert bare(HEADER) not in bare(body)
        assert "- 3 -" not in body


def test_printed_titles_sources_and_dates() -> None:
    sections = [s for s in parse(27, "gapped", titles=True).sections if s.level == 1]
    assert [s.title for s in sections] == [article.title for article in ARTICLES]
    assert [f"{s.issuer} {s.date}" for s in sections] == [article.source for article in ARTICLES]
    assert {s.title_origin for s in sections} == {"printed"}


def test_lost_titles_are_inferred_from_the_text() -> None:
    for section in parse(27, "spaced", titles=False).sections:
        if section.level == 1:
            assert section.title_origin == "inferred" and section.title_start is None
            assert 4 <= len(section.title) <= 36


def test_datelines_give_the_issuer_and_the_header_the_year() -> None:
    sections = [s for s in parse(27, "spaced", titles=False).sections if s.level == 1]
    assert (sections[0].issuer, sections[0].date) == ("清河教育报", "2024-03-06")
    assert (sections[3].issuer, sections[3].date) == ("清河教育报", "2024-04-23")


def test_themes_are_few_and_shared() -> None:
    sections = [s for s in parse(27, "gapped", titles=True).sections if s.level == 1]
    assert 2 <= len({s.theme for s in sections}) <= 5
    assert sections[5].theme == sections[6].theme == "劳动教育"
    assert sections[0].theme == sections[2].theme
