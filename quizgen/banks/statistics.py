"""What a bank holds in figures (``bank stats``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.items import AnyItem
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.single_choice import SingleChoice
from quizgen.items.true_false import TrueFalse
from quizgen.itemsets import Bank
from quizgen.model.base import Record

UNKNOWN = "（未注明）"


class Cell(Record):
    """How many items of one kind, section and difficulty there are."""

    kind: str
    section: str
    difficulty: str
    count: int


class KeyBalance(Record):
    """How the keys lie. Shares are counts of items."""

    true: int  # 判断题 that are true
    false: int
    longest_key: int  # 单选题 whose key is the one longest option
    single_choice: int
    keys: dict[int, int]  # 多选题 by number of keys
    all_keyed: int  # 多选题 without a wrong option


class KeySentence(Record):
    """A sentence worth asking about."""

    section: str
    quote: str
    salience: float


class Statistics(Record):
    """A bank in figures; ``silent_*``: what of the booklet nothing asks about."""

    items: int
    cells: tuple[Cell, ...]
    statuses: dict[str, int]
    evidence: dict[str, int]
    balance: KeyBalance
    silent_sections: tuple[str, ...] = ()
    silent_sentences: tuple[KeySentence, ...] = ()


def count(banks: Sequence[Bank], sections: Iterable[str] = (), sentences: Iterable[KeySentence] = ()) -> Statistics:
    """Return the figures of banks; ``sections`` and ``sentences`` of the booklets show what nothing asks about."""
    items = [item for bank in banks for item in bank.items]
    active = [item for item in items if item.status != "retired"]
    asked = {item.section for item in active}
    quotes = {entry.quote for item in active for entry in item.provenance[:1]}
    silent = [s for s in sentences if not any(s.quote in quote or quote in s.quote for quote in quotes)]
    return Statistics(
        items=len(items),
        cells=_count_cells(active),
        statuses=dict(sorted(Counter(item.status for item in items).items())),
        evidence=dict(sorted(Counter(item.evidence for item in items).items())),
        balance=_weigh_keys(active),
        silent_sections=tuple(dict.fromkeys(name for name in sections if name not in asked)),
        silent_sentences=tuple(sorted(silent, key=lambda s: -s.salience)),
    )


def _count_cells(items: Sequence[AnyItem]) -> tuple[Cell, ...]:
    tally = Counter((item.kind, item.section or UNKNOWN, item.difficulty or UNKNOWN) for item in items)
    return tuple(Cell(kind=k, section=s, difficulty=d, count=n) for (k, s, d), n in tally.items())


def _weigh_keys(items: Sequence[AnyItem]) -> KeyBalance:
    truths = Counter(item.key for item in items if isinstance(item, TrueFalse))
    singles = [item for item in items if isinstance(item, SingleChoice)]
    multiples = [item for item in items if isinstance(item, MultipleChoice)]
    return KeyBalance(
        true=truths[True],
        false=truths[False],
        longest_key=sum(all(len(item.key) > len(wrong) for wrong in item.distractors) for item in singles),
        single_choice=len(singles),
        keys=dict(sorted(Counter(len(item.keys) for item in multiples).items())),
        all_keyed=sum(not item.distractors for item in multiples),
    )
