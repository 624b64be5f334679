"""Tree -> YAML for people: block style, long lines unbroken, short lists in one line; reads back the same text.

Same tree, same bytes. Texts other programs would take for a number, a date or a truth value are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

FLOW_WIDTH = 100  # characters of a list written in one line

UNSEEN = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u1fff\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# <U+200B>, <TAB>: written as an escape, so that a person sees it and every parser takes it
INDICATED = re.compile(r"[\s\-?:,\[\]{}#&*!|>'\"%@`]|.*(?:: | #|:$|\s$)")
# - 数据: a plain text must not look like YAML's own signs
FLOW_SIGNS = re.compile(r"[,\[\]{}?:]")
# 平台,师资 (plain in a block, not in [ ])
TYPED = re.compile(
    r"(?i)[-+]?(?:[0-9][0-9_]*|(?=\.[0-9]))(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?\.inf|\.nan|0[box][0-9a-f_]+|"
    r"[-+]?[0-9][0-9_]*(?::[0-9_.]+)+|\d{4}-\d\d?-\d\d?.*|~|null|true|false|yes|no|on|off|y|n|<<|=|\.{3}.*|"
)
# 12:30 (other programs read 750)
LITERAL = re.compile(r"[^\s][^\n]*(?:\n+[^\n]+)*")
# 第一段<LF>第二段

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def dump(value: Mapping[str, Any]) -> bytes:
    """Return a mapping of texts, numbers, truth values, None, lists and mappings as YAML bytes (UTF-8)."""
    return ("\n".join(write_mapping(value, "")) + "\n").encode("utf-8")


def write_mapping(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a block mapping, each behind ``indent``."""
    for key, inner in value.items():
        yield from _write_entry(f"{indent}{write_text(key)}:", inner, indent)


def _write_entry(head: str, value: Any, indent: str) -> Iterator[str]:
    """Yield ``head`` with its value: in the same line, or below it."""
    if isinstance(value, Mapping) and value:
        yield head
        yield from write_mapping(value, indent + "  ")
    elif isinstance(value, (list, tuple)) and not (flow := write_flow(value)):
        yield head
        yield from write_sequence(value, indent)
    elif isinstance(value, (list, tuple)):
        yield f"{head} {flow}"
    else:
        yield f"{head} {write_scalar(value, indent)}"


def write_sequence(value: Sequence[Any], indent: str) -> Iterator[str]:
    """Yield the lines of a block sequence; its dashes stand behind ``indent``."""
    for inner in value:
        if isinstance(inner, Mapping) and inner:
            first, *rest = write_mapping(inner, indent + "  ")
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from rest
        else:
            yield from _write_entry(f"{indent}-", inner, indent + "  ")


def write_flow(value: Sequence[Any]) -> str:
    """Return ``[a, b]`` for a short list of texts and numbers, "" for any other."""
    if any(isinstance(inner, (Mapping, list, tuple)) for inner in value):
        return ""
    parts = [_quote_in_flow(inner) if isinstance(inner, str) else write_scalar(inner, "") for inner in value]
    flow = f"[{', '.join(parts)}]"
    return flow if len(flow) <= FLOW_WIDTH or not value else ""


def _quote_in_flow(text: str) -> str:
    plain = write_text(text)
    return _quote(text) if plain == text and FLOW_SIGNS.search(text) else plain


def write_scalar(value: Any, indent: str) -> str:
    """Return a scalar as it stands behind its key; ``indent`` is that of the key."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "{}" if isinstance(value, Mapping) else repr(value)
    if "\n" in value and LITERAL.fullmatch(value) and not UNSEEN.search(value.replace("\n", "")):
        return "|-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in value.split("\n"))
    return write_text(value)


@lru_cache(maxsize=4096)
def write_text(text: str) -> str:
    """Return a text in one line: plain, in single quotes, or in double quotes with escapes where it needs them."""
    if "\n" in text or UNSEEN.search(text):
        return _escape(text)
    return _quote(text) if INDICATED.match(text) or TYPED.fullmatch(text) else text


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escape(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(c) or (_escape_unseen(c) if UNSEEN.match(c) else c) for c in text) + '"'


def _escape_unseen(c: str) -> str:
    code = ord(c)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
