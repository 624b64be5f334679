"""Banks made up for the tests: facts with several items each, words that recur so that items leak, nothing real."""

from __future__ import annotations

from random import Random

from quizgen.items import AnyItem, FillBlank, MultipleChoice, ShortAnswer, SingleChoice, TermDefinition, TrueFalse
from quizgen.items.base import Correction, Point
from quizgen.itemsets import Bank, Source
from quizgen.model.document import Provenance

HEADS = "云河山林石田桥塔泉谷湖原星月风雪春夏秋冬"
TAILS = "站网库园队会册图表法课室站带链群岗台档线"
KINDS = (
    "fill_blank",
    "single_choice",
    "single_choice",
    "multiple_choice",
    "true_false",
    "true_false",
    "term_definition",
    "short_answer",
)
FACTS = ("position", "attribute", "list", "number", "date", "document", "purpose", "person")


def word(random: Random, length: int = 2) -> str:
    """Return an invented noun of ``length`` characters."""
    return "".join(random.choice(HEADS if place % 2 == 0 else TAILS) for place in range(length))


def make_item(random: Random, number: int, articles: int, kind: str | None = None, **changes: object) -> AnyItem:
    """Return an item; its fact, sentence and article follow from ``number``, so that neighbours share them."""
    kind = kind or random.choice(KINDS)
    sentence = number // 3
    article = sentence % articles
    subject, key = word(random, 4), word(random, random.choice((2, 3, 4)))
    common = {
        "id": f"{kind[0]}{number:06d}",
        "theme": f"主题{article % 3}",
        "section": f"第{article + 1}篇",
        "fact": random.choice(FACTS),
        "asks": f"fact{number // 2}",
        "difficulty": random.choice(("easy", "easy", "medium", "medium", "hard")),
        "salience": random.randrange(101) / 100,
        "provenance": (
            Provenance(
                source="b1",
                section=str(article + 1),
                span=(article * 100_000 + sentence * 50, article * 100_000 + sentence * 50 + 40),
                quote=f"第{article + 1}篇的第{sentence}句{subject}。",
            ),
        ),
    }
    return build(random, kind, {**common, **changes}, subject, key)


def build(random: Random, kind: str, common: dict[str, object], subject: str, key: str) -> AnyItem:
    """Return an item of a kind from its common fields and two words."""
    others = tuple(dict.fromkeys(word(random, 5) for _ in range(8)))
    if kind == "fill_blank":
        blanks = ((key,), (others[0],)) if random.random() < 0.2 else ((key,),)
        stem = f"{subject}的关键是____" + ("，目的是____。" if len(blanks) == 2 else "。")
        return FillBlank(stem=stem, blanks=blanks, **common)
    if kind == "single_choice":
        if common["fact"] in ("number", "date"):
            figures = random.sample(range(100, 999), 4)
            return SingleChoice(
                stem=f"{subject}共有（　　）所。",
                key=str(figures[0]),
                distractors=tuple(map(str, figures[1:])),
                **common,
            )
        return SingleChoice(stem=f"{subject}的关键是（　　）。", key=key, distractors=others[1:4], **common)
    if kind == "multiple_choice":
        foreign = () if random.random() < 0.1 else (others[3],)
        return MultipleChoice(
            stem=f"{subject}包括（　　）。", keys=others[:3] if foreign else others[:4], distractors=foreign, **common
        )
    if kind == "true_false":
        truth = random.random() < 0.5
        change = None if truth else Correction(wrong=others[0], right=key)
        return TrueFalse(
            stem=f"{subject}的重点是{others[0] if not truth else others[1]}。", key=truth, correction=change, **common
        )
    points = tuple(Point(text=f"{other}{subject}") for other in others[: random.choice((3, 4))])
    if kind == "term_definition":
        return TermDefinition(stem=subject, answer="".join(p.text for p in points), points=points, **common)
    return ShortAnswer(stem=f"简述{subject}的举措。", points=points, **common)


def make_bank(size: int, seed: int = 0, articles: int = 20, **changes: object) -> Bank:
    """Return a bank of ``size`` items over ``articles`` articles."""
    random = Random(f"bank {seed}")
    items = tuple(make_item(random, number, articles, **changes) for number in range(size))
    return Bank(title="清河学习资料", sources=(Source(id="b1", name="清河.txt", sha256=f"{seed:064d}"),), items=items)
