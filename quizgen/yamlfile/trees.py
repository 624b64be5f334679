"""Text -> tree of dicts, lists, texts and None, read strictly from parser events (libyaml's where it is there)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from quizgen.errors import QuizgenError, show
from quizgen.yamlfile.origins import Origin
from quizgen.yamlfile.syntax import MAX_DEPTH, explain

Tree = Any  # dict[str, Tree] | list[Tree] | str | None
PARSER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class _TooDeepError(Exception):
    """The document nests deeper than any of our files: reading stops at once."""


def load_tree(text: str, origin: Origin) -> tuple[Tree, list[QuizgenError]]:
    """Return the tree of one YAML document and the faults of its form.

    The tree is None where it cannot be trusted: broken syntax, anchors, nesting, a second document.
    """
    builder = _Builder(origin)
    try:
        tree = builder.read_document(PARSER(text))
        return (tree if builder.trusted else None), builder.faults
    except _TooDeepError:
        return None, builder.faults
    except yaml.YAMLError as error:
        return None, [*builder.faults, *explain(error, text, origin)]


def compose(text: str) -> yaml.Node | None:
    """Return the nodes of a text ``load_tree`` has read; they know their places."""
    node: yaml.Node | None = PARSER(text).get_single_node()
    return node


class _Builder:
    """Builds the tree of one document; faults that leave the rest readable are collected on the way."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.faults: list[QuizgenError] = []
        self.trusted = True
        self.advance: Callable[[], Any] = lambda: None

    def read_document(self, parser: Any) -> Tree:
        self.advance = parser.get_event
        self.advance()  # stream start
        if type(self.advance()) is StreamEndEvent:
            return None
        tree = self.read_node(self.advance(), 1)
        self.advance()  # document end
        if type(event := self.advance()) is not StreamEndEvent:
            self.distrust(event, "一个文件里有两份内容（多了一行 ---）", "删去这一行，或分成两个文件")
        return tree

    def complain(self, event: Any, reason: str, advice: str) -> None:
        self.faults.append(self.origin.fault_at(event.start_mark, reason, advice))

    def distrust(self, event: Any, reason: str, advice: str) -> None:
        self.trusted = False
        self.complain(event, reason, advice)

    def read_node(self, event: Any, depth: int) -> Tree:
        kind = type(event)
        if event.anchor is not None:
            self.distrust(event, "不支持锚点和别名（& 和 *）", "把内容写全；若是文字，放进单引号")
        if kind is AliasEvent:
            return ""
        if event.tag is not None:
            self.complain(event, "不支持标签（!）", "去掉标签；若是文字，放进单引号")
        if kind is ScalarEvent:
            return None if event.implicit[0] and event.value in NOTHING else event.value
        if depth > MAX_DEPTH:
            self.complain(event, f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号")
            raise _TooDeepError
        return self.read_mapping(depth) if kind is MappingStartEvent else self.read_sequence(depth)

    def read_mapping(self, depth: int) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        seen: dict[str, Any] = {}
        while type(event := self.advance()) is not MappingEndEvent:
            key = self.read_key(event, seen, depth)
            behind = self.advance()
            value = self.read_node(behind, depth + 1)
            if value is not None or behind.value:
                tree[key] = value
        return tree

    def read_key(self, event: Any, seen: dict[str, Any], depth: int) -> str:
        key = self.read_node(event, depth + 1)
        if type(event) is not ScalarEvent:
            self.distrust(event, "键必须是一个简单的词", "检查冒号前的写法")
            return ""
        key = sys.intern(event.value)  # a bank repeats a few keys a hundred thousand times
        if key in seen:
            reason = f"键 {show(key)} 写了两次，前一次在第 {seen[key].line + 1} 行"
            self.complain(event, reason, "只留下一个")
        seen[key] = event.start_mark
        return key

    def read_sequence(self, depth: int) -> list[Tree]:
        tree: list[Tree] = []
        while type(event := self.advance()) is not SequenceEndEvent:
            tree.append(self.read_node(event, depth + 1))
        return tree
