"""Every pattern of the package, used as the package uses it, on every text a careless pattern never ends on."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile_texts
import pytest

import quizgen

LENGTH = 20_000  # characters; a pattern that takes quadratic time takes many times the budget
SECONDS = 1.0  # of processor time for all matches of one pattern in one text
SKIPPED = {"quizgen.__main__", "quizgen.readers.pdf.child"}  # run when imported; patterns there are none

TEXTS = {name: text[:LENGTH] + "！" for name, text in hostile_texts.REPEATS.items()} | {
    "mixed": ("因为" + "（一）" * 9 + "“" + " " * 40 + "2024年1月1日，" + "《") * 200,
    "one_sentence": "甲" * LENGTH,
    "dates": "2024-01-" * 2500,
    "words": "aA1_-" * 4000,
    "percent": "1.1%" * 5000,
}


def _patterns(value: Any, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value or in the containers it is made of."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for item in value.items():
            yield from _patterns(item, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _patterns(item, depth - 1)


def _collect() -> dict[str, re.Pattern[Any]]:
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(quizgen.__path__, "quizgen."):
        if module.name in SKIPPED:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(_patterns(value)):
                found.setdefault(f"{module.name}.{name}[{number}]", pattern)
    distinct = {(pattern.pattern, pattern.flags): name for name, pattern in reversed(found.items())}
    return {name: found[name] for name in sorted(distinct.values())}


def _uses() -> dict[str, set[str]]:
    """Return "module.NAME" -> the methods called on it: a pattern that is only matched may be slow to search."""
    uses: dict[str, set[str]] = {}
    for module in pkgutil.walk_packages(quizgen.__path__, "quizgen."):
        tree = ast.parse(Path(module.module_finder.find_spec(module.name).origin).read_text("utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        origins = {(alias.asname or alias.name): (node.module, alias.name) for node in imports for alias in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in {*ANCHORED, *SEARCHING}:
                uses.setdefault(_full_name(node.value, module.name, origins), set()).add(node.attr)
    return uses


def _full_name(owner: ast.expr, module: str, origins: dict[str, tuple[str | None, str]]) -> str:
    """Return "quizgen.module.NAME" for NAME or module.NAME as they are called in ``module``."""
    if isinstance(owner, ast.Attribute):
        return f"{_full_name(owner.value, module, origins)}.{owner.attr}"
    name = owner.id if isinstance(owner, ast.Name) else ""
    return ".".join(filter(None, origins.get(name, (module, name))))


ANCHORED = ("match", "fullmatch")
SEARCHING = ("search", "finditer", "findall", "sub", "subn", "split")
PATTERNS = _collect()
USES = _uses()


class OutOfTimeError(Exception):
    pass


def _stop(*_: object) -> None:
    raise OutOfTimeError


def _slow_texts(pattern: re.Pattern[Any], methods: set[str]) -> list[str]:
    """Return the texts on which a pattern, used by ``methods``, needs more than its budget."""
    slow = []
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        for name, text in TEXTS.items():
            subject = text.encode() if isinstance(pattern.pattern, bytes) else text
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                for method in methods:
                    list(pattern.finditer(subject)) if method in SEARCHING else getattr(pattern, method)(subject)
            except OutOfTimeError:
                slow.append(name)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    return slow


pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="measured by a timer of the system")


def test_patterns_were_found() -> None:
    assert len(PATTERNS) > 20
    assert any(name.startswith("quizgen.cleaning") for name in PATTERNS)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_is_slow(name: str) -> None:
    methods = USES.get(name.partition("[")[0], {"match", "finditer"})  # not called by name: in a table
    assert _slow_texts(PATTERNS[name], methods) == []


@pytest.mark.parametrize("careless", [r"\s+$", r".*因为(.*)所以(.*)。", r"^(\w+\s?)+$"])
def test_a_careless_pattern_would_be_noticed(careless: str) -> None:
    assert _slow_texts(re.compile(careless), {"search"})
