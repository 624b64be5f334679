"""Tree -> record: what does not fit is said with the line and column it stands at."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from quizgen.errors import QuizgenError, show
from quizgen.yamlfile.origins import Origin
from quizgen.yamlfile.syntax import find_slips
from quizgen.yamlfile.trees import Tree, compose

T = TypeVar("T")
Place = tuple[int | str, ...]

QUOTED = re.compile(r"'([^']*)'")
# 'easy', 'medium' or 'hard'

REASONS = {
    "missing": ("缺少 {key}", "补上这一行"),
    "extra_forbidden": ("不认识的键 {key}", "检查拼写，或删去这一行"),
    "literal_error": ("{key} 不能是 {input}", "可选：{expected}"),
    "union_tag_invalid": ("{key} 不能是 {input}", "可选：{expected}"),
    "union_tag_not_found": ("缺少 {key}", "补上这一行"),
    "string_type": ("{key} 应当是文字", "写上文字；空文字写 ''"),
    **dict.fromkeys(
        ("string_pattern_mismatch", "string_too_long"),
        ("{key} 的写法不对：{input}", "用 1 至 64 个字母、数字、汉字、- 或 _"),
    ),
    "int_parsing": ("{key} 应当是整数，不是 {input}", "改成整数"),
    "int_parsing_size": ("{key} 的数太大", "改成合理的整数"),
    "int_type": ("{key} 应当是整数", "改成整数"),
    "float_parsing": ("{key} 应当是数字，不是 {input}", "改成数字"),
    "float_type": ("{key} 应当是数字", "改成数字"),
    "bool_parsing": ("{key} 应当是 true 或 false，不是 {input}", "改成 true（对）或 false（错）"),
    "bool_type": ("{key} 应当是 true 或 false", "改成 true（对）或 false（错）"),
    "tuple_type": ("{key} 应当是列表", "写成 [甲, 乙]，或每项一行以“- ”开头"),
    "list_type": ("{key} 应当是列表", "写成 [甲, 乙]，或每项一行以“- ”开头"),
    "model_type": ("{key} 应当是若干“键: 值”", "检查缩进；冒号要用半角 : 加一个空格"),
    "model_attributes_type": ("{key} 应当是若干“键: 值”", "检查缩进；冒号要用半角 : 加一个空格"),
    "dict_type": ("{key} 应当是若干“键: 值”", "检查缩进；冒号要用半角 : 加一个空格"),
    "greater_than_equal": ("{key} 不能小于 {ge}", "改大一些"),
    "less_than_equal": ("{key} 不能大于 {le}", "改小一些"),
    "too_short": ("{key} 至少要有 {min_length} 项", "补上缺少的项"),
    "too_long": ("{key} 最多 {max_length} 项", "删去多出的项"),
    "value_error": ("{error}", "改正这一处"),
}
"""pydantic's error type -> reason, advice."""
KEYLESS = frozenset(("missing", "union_tag_not_found"))
"""Errors about a key that does not stand in the file."""


def validate(tree: Tree, adapter: TypeAdapter[T], text: str, origin: Origin, faults: list[QuizgenError]) -> T | None:
    """Return the record the tree of ``text`` makes, or None when it does not fit; every misfit is added to ``faults``.

    Slips of the keyboard (full-width colons, tabs) are named as well once there is a fault.
    """
    try:
        return adapter.validate_python(tree)
    except ValidationError as error:
        faults += explain(error, text, origin)
        return None


def explain(error: ValidationError, text: str, origin: Origin, within: Place = ()) -> list[QuizgenError]:
    """Return the faults of a misfit record, one per place; ``within`` is where its tree hangs in that of ``text``."""
    root = compose(text)
    found: dict[tuple[object, ...], QuizgenError] = {}
    for details in error.errors(include_url=False):
        fault = _explain_one(details, root, (*within, *details["loc"]), origin)
        found.setdefault((fault.line, fault.column, details["type"] in KEYLESS and details["loc"]), fault)
    return [*found.values(), *find_slips(text, origin)]


def _explain_one(details: ErrorDetails, root: yaml.Node | None, place: Place, origin: Origin) -> QuizgenError:
    context = details.get("ctx", {})
    if "discriminator" in context:
        place = (*place, context["discriminator"].strip("'"))
    mark, key = locate(root, place)
    words = {
        **context,
        "key": show(place[-1]) if details["type"] in KEYLESS else show(key),
        "input": _show_input(details["input"], context),
        "expected": "、".join(QUOTED.findall(str(context.get("expected_tags", context.get("expected", ""))))),
    }
    reason, advice = REASONS.get(details["type"], ("{key} 的值不合要求", "对照别的文件改正"))
    return origin.fault_at(mark, reason.format_map(words), advice.format_map(words))


def _show_input(value: object, context: dict[str, Any]) -> str:
    text = context.get("tag", value)
    return f"“{show(text, 30)}”" if isinstance(text, str) else "空" if text is None else "列表或键值"


def locate(node: yaml.Node | None, place: Place) -> tuple[yaml.Mark, str]:
    """Return mark and key of what stands at ``place`` below ``node``, as near as the tree reaches.

    Steps that name no part of the tree (a branch of a union) are passed over; a key's mark is its own.
    """
    mark, found = (node.start_mark if node is not None else yaml.Mark("", 0, 0, 0, None, 0)), "内容"
    for step in place:
        if (inner := _descend(node, step)) is not None:
            mark, node = inner
            found = step if isinstance(step, str) else found
    return mark, found


def _descend(node: yaml.Node | None, step: int | str) -> tuple[yaml.Mark, yaml.Node] | None:
    """Return mark and node one step below; None when there is no such step."""
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    return None
