"""The project's texts are its own: no sentence of the booklets beside it stands in code, templates or tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen import pipeline

ROOT = Path(__file__).resolve().parents[1]
BOOKLETS = ROOT.parent / "shared" / "booklets"
LEXICONS = "templates/lexicons"  # words, not sentences
KINDS = {".py", ".txt", ".yaml", ".md", ".tsv", ".toml"}
LONGEST = 8  # characters that two texts may share by chance
FOLDERS = ("quizgen", "templates", "banks", "examples", "tests")
NOT_HAN = re.compile(r"[^\u4e00-\u9fff|]")
NAME = re.compile("中华人民共和国|人民代表大会常务委员会|中国共产党第|全国代表大会|落实立德树人根本任务|教育行政部门")
# official names and set phrases, which stand in any such text


def own_lines() -> Iterator[tuple[str, str]]:
    """Yield place and 汉字 of every line of the project, official names left out."""
    files = [*ROOT.glob("*"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))]
    for path in sorted(p for p in files if p.suffix in KINDS and p.is_file() and LEXICONS not in p.as_posix()):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            words = NAME.sub("|", line)  # and the words of a pattern, which are no sentence either
            yield f"{path.relative_to(ROOT)}:{number}", NOT_HAN.sub("", words)


@pytest.mark.skipif(not BOOKLETS.is_dir(), reason="the booklets are not here")
def test_no_sentence_of_a_booklet_is_in_the_project() -> None:
    size = LONGEST + 1
    runs: set[str] = set()
    for path in sorted(BOOKLETS.iterdir()):
        for line in pipeline.read_booklet(path).text.splitlines():
            han = NOT_HAN.sub("", line)
            runs.update(han[i : i + size] for i in range(len(han) - size + 1))
    assert runs
    found = {
        place: line[i : i + size]
        for place, line in own_lines()
        for i in range(len(line) - size + 1)
        if line[i : i + size] in runs
    }
    assert not found
