"""Any text that is written to a YAML file is read back letter by letter, by libyaml and by the pure parser."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizgen import yamlfile
from quizgen.errors import QuizgenError
from quizgen.yamlfile import trees

ORIGIN = yamlfile.Origin("t.yaml", "E-YAML", QuizgenError)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    "ab: #-\n'\"[]{},&*!|>%@`\\\t 数，", max_size=20
)
TREES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


def read_back(value: dict[str, Any]) -> object:
    tree, faults = yamlfile.load_tree(yamlfile.decode(yamlfile.dump(value), ORIGIN), ORIGIN)
    assert faults == []
    return tree


@given(TREES)
def test_any_tree_comes_back(tree: object) -> None:
    assert read_back({"值": tree}) == {"值": tree}


@given(TREES)
def test_any_tree_comes_back_without_libyaml(tree: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trees, "PARSER", yaml.BaseLoader)
        assert read_back({"值": tree}) == {"值": tree}


@given(st.dictionaries(TEXTS, TEXTS))
def test_any_key_comes_back(tree: dict[str, str]) -> None:
    assert read_back(tree) == (tree or None)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@given(text=TEXTS)
def test_other_programs_read_the_same_text(loader: Any, text: str) -> None:
    assert yaml.load(yamlfile.dump({"a": text, "b": [text, text]}), loader) == {"a": text, "b": [text, text]}


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "On",
        "12:30",
        "2024-05-06",
        "1_000",
        "017",
        "0x1F",
        "1e5",
        ".5",
        ".inf",
        "~",
        "null",
        "=",
        "<<",
        "1.5",
        "+3",
        "3.",
        "12e03",
        "0o17",
    ],
)
def test_what_looks_typed_is_quoted_and_stays_text(text: str) -> None:
    assert yamlfile.dump({"a": text}) == f"a: '{text}'\n".encode()
    assert read_back({"a": text}) == {"a": text}


def test_all_code_points_come_back() -> None:
    points = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    chunks = ["".join(map(chr, points[i : i + 4096])) for i in range(0, len(points), 4096)]
    assert read_back({"a": chunks}) == {"a": chunks}
