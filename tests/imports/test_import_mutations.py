"""Broken files: whatever is given, items and problems come out, or a QuizgenError; never another exception."""

from __future__ import annotations

import random

import pytest
from layouts import FOLDER, LAYOUTS, build, files_of, read

from quizgen.banks.imports import ImportResult, tie, understand
from quizgen.errors import QuizgenError

NASTY = (
    "（）()ABCDＡАВ１1．.、：:；;__　 \t\n\r\u2028√×对错答案解析【】[]一二第章题0123456789-—~/"
    "①⑴²٣\u200b\x00\x0b\ud800𠮷e\u0301"
)
TEXTS = sorted(path for path in FOLDER.glob("*.txt"))


def mutate_text(text: str, rng: random.Random) -> str:
    """Return a text damaged in one to six places: letters, lines, stretches."""
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text) + 1)
        lines = text.split("\n")
        line = rng.randrange(len(lines))
        match rng.randrange(6):
            case 0:
                text = text[:at] + rng.choice(NASTY) * rng.choice([1, 1, 1, 50]) + text[at:]
            case 1:
                text = text[:at] + text[at + rng.randint(1, 30) :]
            case 2:
                text = "\n".join([*lines[:line], *lines[line + 1 :]])
            case 3:
                text = "\n".join([*lines[:line], lines[rng.randrange(len(lines))], *lines[line:]])
            case 4:
                text = "\n".join(lines[:line] + lines[line:][::-1])
            case _:
                text = "\n".join([*lines[:line], "".join(lines[line : line + 2]), *lines[line + 2 :]])
    return text


def mutate_bytes(data: bytes, rng: random.Random) -> bytes:
    """Return bytes damaged in one to eight places."""
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged[: rng.randrange(len(damaged))] if rng.random() < 0.1 else damaged)


def import_or_refuse(*files: tuple[str, bytes]) -> ImportResult | None:
    """Return the result, None when the file was refused."""
    try:
        documents = [read(*file) for file in files]
        return understand(documents[:1], documents[1] if len(documents) > 1 else None)
    except QuizgenError:
        return None


def check_texts(seeds: range) -> None:
    for seed in seeds:
        rng = random.Random(seed)
        texts = [path.read_text(encoding="utf-8") for path in rng.sample(TEXTS, 2)]
        damaged = [mutate_text(text, rng).encode("utf-8", "replace") for text in texts]
        result = import_or_refuse(*((f"{n}.txt", data) for n, data in enumerate(damaged[: rng.randint(1, 2)])))
        if result:
            assert len({item.id for item in result.items}) == len(result.items)
            assert all(problem.place and problem.message for problem in result.problems)
            assert tie(result.items, ()) == result.items


def check_workbooks(seeds: range) -> None:
    workbooks = [build(path) for path in TEXTS if ".xlsx." in path.name]
    for seed in seeds:
        rng = random.Random(seed)
        name, data = rng.choice(workbooks)
        import_or_refuse((name, mutate_bytes(data, rng)))


def test_damaged_texts() -> None:
    check_texts(range(300))


def test_damaged_workbooks() -> None:
    check_workbooks(range(150))


@pytest.mark.full
def test_many_damaged_texts() -> None:
    check_texts(range(300, 10_000))


@pytest.mark.full
def test_many_damaged_workbooks() -> None:
    check_workbooks(range(150, 3_000))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_file_cut_short_anywhere_harms_only_the_item_that_was_cut(layout: str) -> None:
    """Cut behind any line, a bank yields a part of its items, letter by letter, and perhaps half of the last one."""
    (file, *_), answers = files_of(layout)
    if answers or not file[0].endswith("txt") or "gb18030" in file[0]:
        pytest.skip("one text file is enough")
    lines = file[1].decode().split("\n")
    whole = {item.id: item for item in understand([read(*file)]).items}
    for count in range(1, len(lines)):
        result = import_or_refuse((file[0], "\n".join(lines[:count]).encode()))
        items = result.items if result else ()
        assert [item for item in items[:-1] if item.id not in whole] == [], count
