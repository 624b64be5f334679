"""A small booklet written for these tests, and a bank whose items stand letter by letter in it."""

from __future__ import annotations

import hashlib
from typing import Any

from quizgen import banks
from quizgen.items import KINDS, AnyItem
from quizgen.items.base import Correction, Point
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Booklet, Paragraph, Provenance, Section, Sentence

TOWNS = ("清河", "白石", "云岭", "东湖", "松江", "平原", "柳溪", "长桥")
NUMBERS = {town: number for number, town in enumerate((*TOWNS, "南山"))}
WRAP = 23  # characters of a raw line


def sentences_of(town: str, number: int) -> list[str]:
    return [
        f"{town}市计划到202{number}年建成教研示范校1{number}0所。",
        f"{town}教研的特点是开放{number}次，关键在数据，目的是改进课堂。",
        f"推进{town}教研要坚持统筹规划、分步实施、安全可控{number}条的原则。",
        f"{town}教研是以网络平台为支撑、以教学数据为依据、由教师协同开展的教学研究活动。",
        f"{town}市部署四项任务：一是建强{town}平台；二是用好{town}数据；三是培训{town}教师；四是健全{town}机制。",
    ]


def make_booklet(
    name: str = "资料.txt", towns: tuple[str, ...] = TOWNS, change: tuple[int, str] | None = None
) -> Booklet:
    """Return a booklet: a section per town, raw lines wrapped; ``change``: offset and its new letter."""
    articles = {town: "".join(sentences_of(town, NUMBERS[town])) for town in towns}
    text = "\n".join(articles.values())
    if change is not None:
        text = text[: change[0]] + change[1] + text[change[0] + 1 :]
    origin = tuple(at + at // WRAP for at in range(len(text)))  # a newline after every WRAP characters
    sections, start = [], 0
    for number, (town, article) in enumerate(articles.items(), 1):
        body = text[start : start + len(article)]
        paragraph = Paragraph(start=start, text=body, page=number, sentences=(Sentence(start=start, text=body),))
        section = Section(
            id=str(number),
            level=1,
            title=f"{town}教研",
            title_origin="inferred",
            title_start=None,
            theme="教研",
            paragraphs=(paragraph,),
        )
        sections.append(section)
        start += len(article) + 1
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Booklet(
        name=name, sha256=sha256, format="txt", characters=len(text), text=text, origin=origin, sections=tuple(sections)
    )


def cite(booklet: Booklet, quote: str, source: str = "b1") -> Provenance:
    start = booklet.text.index(quote)
    section = next(s for s in reversed(booklet.sections) if s.paragraphs[0].start <= start)
    span = booklet.raw_span(start, start + len(quote))
    return Provenance(source=source, section=section.id, page=section.paragraphs[0].page, span=span, quote=quote)


def make_item(booklet: Booklet, kind: str, quote: str, asked: str, **fields: Any) -> AnyItem:
    provenance = cite(booklet, quote)
    title = booklet.sections[int(provenance.section) - 1].title
    common = {
        "id": hashlib.sha256(f"{kind}{quote}{asked}".encode()).hexdigest()[:12],
        "asks": hashlib.sha256(f"{quote}{asked}".encode()).hexdigest()[:12],
        "theme": "教研",
        "section": title,
        "terms": ("教研",),
        "fact": "attribute",
        "difficulty": "medium",
        "salience": 0.5,
        "template": f"{kind}-1",
        "provenance": (provenance,),
    }
    item: AnyItem = KINDS[kind](**{**common, **fields})
    return banks.seal(item)


RULES = ("统筹规划", "分步实施", "安全可控")
PARTS = ("以网络平台为支撑", "以教学数据为依据", "由教师协同开展的教学研究活动")


def wordings_of(town: str, number: int, prefix: str) -> list[tuple[str, int, str, dict[str, Any]]]:
    """Return (kind, index of its sentence, what is asked, own fields) for each of a town's seven items."""
    figure = sentences_of(town, number)[0].replace(f"1{number}0", "____")
    limbs = (("建强", "平台"), ("用好", "数据"), ("培训", "教师"), ("健全", "机制"))
    tasks = tuple(Point(text=f"{verb}{town}{noun}") for verb, noun in limbs)
    stems = {
        "single": f"{prefix}{town}教研的关键在（　　）。",
        "multiple": f"{prefix}推进{town}教研要坚持（　　）的原则。",
        "short": f"{prefix}简述{town}市部署的四项任务。",
    }
    points = tuple(Point(text=part) for part in PARTS)
    swap = Correction(wrong="平台", right="数据")
    wrong = ("平台", "师资", "经费")
    return [
        ("fill_blank", 0, "示范校", {"stem": prefix + figure, "blanks": ((f"1{number}0", "若干"),)}),
        ("single_choice", 1, "数据", {"stem": stems["single"], "key": "数据", "distractors": wrong}),
        ("multiple_choice", 2, "原则", {"stem": stems["multiple"], "keys": RULES, "distractors": ("全面铺开",)}),
        ("true_false", 1, "开放", {"stem": f"{town}教研的特点是开放{number}次。", "key": True}),
        ("true_false", 1, "关键", {"stem": f"{town}教研的关键在平台。", "key": False, "correction": swap}),
        ("term_definition", 3, town, {"stem": f"{town}教研", "answer": "，".join(PARTS), "points": points}),
        ("short_answer", 4, "四项任务", {"stem": stems["short"], "points": tasks}),
    ]


def make_items(booklet: Booklet, towns: tuple[str, ...] = TOWNS, prefix: str = "") -> list[AnyItem]:
    """Return seven items per town; ``prefix`` begins some stems, as another template would word them."""
    return [
        make_item(booklet, kind, sentences_of(town, NUMBERS[town])[sentence], asked, **fields)
        for town in towns
        for kind, sentence, asked, fields in wordings_of(town, NUMBERS[town], prefix)
    ]


def make_bank(booklet: Booklet | None = None, towns: tuple[str, ...] = TOWNS, prefix: str = "") -> Bank:
    """Return a sealed bank of seven items per town."""
    booklet = booklet or make_booklet()
    source = Source(id="b1", name=booklet.name, sha256=booklet.sha256)
    return Bank(title="教研资料", sources=(source,), items=tuple(make_items(booklet, towns, prefix)))
