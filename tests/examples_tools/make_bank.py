"""Makes the bank of the example booklet: `python tests/examples_tools/make_bank.py`.

The items come from the generator, the verdicts from `verdicts.tsv` beside this file, one line for each item read:
status, id and the item as it was read. A verdict holds only for the very words it was given for: an item whose words
have changed since is a draft again and is printed as a line for that file, so that somebody reads it.
"""

from __future__ import annotations

from pathlib import Path

from quizgen import banks, files, pipeline
from quizgen.items import AnyItem
from quizgen.items.multiple_choice import MultipleChoice
from quizgen.items.short_answer import ShortAnswer
from quizgen.items.single_choice import SingleChoice
from quizgen.items.term_definition import TermDefinition
from quizgen.items.true_false import TrueFalse
from quizgen.itemsets import Bank

ROOT = Path(__file__).resolve().parents[2]
BOOKLET = ROOT / "examples" / "清河教育资料.txt"
BANK = ROOT / "banks" / "清河教育资料.yaml"
VERDICTS = Path(__file__).with_name("verdicts.tsv")


def show(item: AnyItem) -> str:
    """Return all words of an item that a reader judges: stem, key, wrong options, correction, points."""
    match item:
        case SingleChoice():
            rest = [item.key, *item.distractors]
        case MultipleChoice():
            rest = ["、".join(item.keys), *item.distractors]
        case TrueFalse():
            rest = ["对" if item.key else "错", *((item.correction.right,) if item.correction else ())]
        case TermDefinition():
            rest = [point.text for point in item.points]
        case ShortAnswer():
            rest = [point.text + (f"，{point.detail}" if point.detail else "") for point in item.points]
        case _:
            rest = ["、".join(wordings) for wordings in item.blanks]
    return f"{item.stem} ⇒ {' ／ '.join(rest)}"


def read_verdicts() -> dict[str, tuple[str, str]]:
    """Return id -> status and the item as it was read."""
    rows = (line.split("\t") for line in VERDICTS.read_text("utf-8").splitlines())
    return {id_: (status, words) for status, id_, words in rows}


def make_bank() -> Bank:
    """Return the bank of the example booklet as the generator makes it now, with the verdicts that still hold."""
    booklet = pipeline.read_booklet(BOOKLET)
    items = pipeline.make_items([booklet], pipeline.load_templates()).items
    bank = banks.merge(None, pipeline.bank_of([booklet], items), [booklet]).bank
    verdicts = read_verdicts()
    return bank.model_copy(update={"items": tuple(judge(item, verdicts) for item in bank.items)})


def judge(item: AnyItem, verdicts: dict[str, tuple[str, str]]) -> AnyItem:
    """Return an item with its verdict; a draft where nobody has read these words."""
    status, words = verdicts.get(item.id, ("draft", ""))
    return item.model_copy(update={"status": status}) if words == show(item) else item


def main() -> None:
    bank, verdicts = make_bank(), read_verdicts()
    files.write_atomic(BANK, banks.dump(bank))
    read = {item.id for item in bank.items if verdicts.get(item.id, ("", ""))[1] == show(item)}
    print(f"{BANK.name}: {len(bank.items)} items; verdicts that no longer hold: {len(verdicts.keys() - read)}")
    print(*(f"unread\t{item.id}\t{show(item)}" for item in bank.items if item.id not in read), sep="\n")


if __name__ == "__main__":
    main()
