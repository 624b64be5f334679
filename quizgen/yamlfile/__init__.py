"""Strict YAML for files people edit: banks, blueprints, templates, styles, paper records.

Every scalar is text until the record says otherwise (no YAML 1.1 surprises: ``no``, ``12:30``, dates stay text); only
plain ``null``, ``~`` or nothing mean nothing, and a key with nothing behind it counts as left out. Anchors, aliases,
tags, duplicate keys and unknown keys are refused. All faults of a file come at once, each with line and column.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter

from quizgen.errors import ManyFaultsError, QuizgenError, TemplateError
from quizgen.files import read_bytes
from quizgen.yamlfile.emission import dump
from quizgen.yamlfile.origins import Origin, decode
from quizgen.yamlfile.trees import Tree, compose, load_tree
from quizgen.yamlfile.validation import explain, locate, validate

__all__ = ["Origin", "Tree", "compose", "decode", "dump", "explain", "load_tree", "locate", "parse", "read", "validate"]

T = TypeVar("T", bound=BaseModel)


def read(path: Path, model: type[T], *, code: str = "E-YAML", error: type[QuizgenError] = TemplateError) -> T:
    """Return the record a YAML file holds. Raises ManyFaultsError (``code``, as ``error``), InputError (E-FILE)."""
    return parse(read_bytes(path), str(path), model, code=code, error=error)


def parse(
    data: bytes, name: str, model: type[T], *, code: str = "E-YAML", error: type[QuizgenError] = TemplateError
) -> T:
    """Return the record the bytes of a YAML file hold; ``name`` is the file in messages.

    Raises ManyFaultsError: every fault with line and column (from 1), each of class ``error`` under ``code``.
    """
    origin = Origin(name, code, error)
    text = decode(data, origin)
    tree, faults = load_tree(text, origin)
    value = None if faults and tree is None else validate(tree, TypeAdapter(model), text, origin, faults)
    if faults or value is None:
        raise ManyFaultsError(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0)))
    return value
