"""What the YAML parser complains about, said to a teacher: place, reason, advice."""

from __future__ import annotations

import re
from typing import Any

import yaml

from quizgen.errors import QuizgenError, show
from quizgen.yamlfile.origins import Origin

WIDE_COLON = re.compile(r"^[ \t]*(?:- )?[A-Za-z_]{1,40} ?：", re.MULTILINE)
# stem：数字教研的关键在（　　）。
TIGHT_COLON = re.compile(r"^[ \t]*(?:- )?[A-Za-z_]{1,40}:[^ \t\n]", re.MULTILINE)
# key:数据
TABBED = re.compile(r"^ *\t[ \t]*[^ \t\n]", re.MULTILINE)
# <TAB>key: 数据
WIDE_SPACE = re.compile(r"^[ \t]*\u3000", re.MULTILINE)
# 　　stem: 数字教研的关键在（　　）。
OPEN_QUOTE = re.compile(r"^[ \t]*(?:- )?[A-Za-z_]{1,40}: '(?:[^'\n]|'')*$", re.MULTILINE)
# note: '没写完

MAX_DEPTH = 20  # levels of nesting, more than any of our files has
NEAR = 2  # lines between a slip and where the parser notices it
HINTS = (
    (WIDE_COLON, "冒号是全角的", "冒号要用半角 : 加一个空格"),
    (TIGHT_COLON, "冒号后面缺一个空格", "写成“键: 值”"),
    (TABBED, "缩进用了制表符", "把制表符换成空格"),
    (WIDE_SPACE, "行首是全角空格", "把全角空格换成半角空格，与上下行对齐"),
    (OPEN_QUOTE, "引号没有配对", "在行末补上单引号"),
)
"""Slips of the keyboard: how such a line looks, reason, advice."""

REASONS = (
    ("maximum nesting depth", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号"),  # libyaml's own limit, since PyYAML 6.0.4
    ("mapping values are not allowed", "这里多了一个半角冒号，或缩进不对", "文字里有冒号时，把整段文字放进单引号"),
    ("could not find expected ':'", "这里缺少冒号", "写成“键: 值”，冒号用半角，后面空一格"),
    ("unexpected end of stream", "引号没有配对", "补上缺少的引号"),
    ("expected ',' or", "方括号或花括号里的写法不对", "各项之间用半角逗号，结尾补上括号"),
    ("did not find expected key", "缩进或引号不对", "与上下行对齐；单引号里的单引号要写两个"),
    ("expected <block end>", "缩进或引号不对", "与上下行对齐；单引号里的单引号要写两个"),
    ("expected '-' indicator", "列表的缩进不对", "每一项都以“- ”开头并对齐"),
    ("cannot start any token", "开头不能用这个字符", "把整段文字放进单引号"),
    ("expected <document start>", "这一行不在任何键之下", "检查缩进和冒号"),
    ("block sequence entries are not allowed", "这里不能用“- ”", "列表另起一行"),
    ("undefined alias", "不支持锚点和别名（& 和 *）", "把内容写全；若是文字，放进单引号"),
    ("anchor", "不支持锚点和别名（& 和 *）", "把内容写全；若是文字，放进单引号"),
    ("alias", "不支持锚点和别名（& 和 *）", "把内容写全；若是文字，放进单引号"),
    ("tag", "不支持标签（!）", "去掉标签；若是文字，放进单引号"),
    ("escape", "双引号里的 \\ 写法不对", "换成单引号，或写成 \\\\"),
)
"""The parser's words, reason, advice; the first that fits."""


def explain(error: yaml.YAMLError, text: str, origin: Origin) -> list[QuizgenError]:
    """Return the faults behind a parser's error: slips up to its place, and its own complaint unless one is near."""
    if isinstance(error, yaml.reader.ReaderError):
        return [_explain_character(error, text, origin)]
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    slips = [slip for slip in find_slips(text, origin) if (slip.line or 0) <= line]
    explained = any((slip.line or 0) >= line - NEAR for slip in slips)
    return slips if explained else [*slips, _explain_problem(error, mark, origin)]


def find_slips(text: str, origin: Origin) -> list[QuizgenError]:
    """Return the lines that look like slips of the keyboard; to be shown only for a text that has faults."""
    return [
        origin.fault(reason, advice, text.count("\n", 0, match.start()) + 1, match.end() - match.start())
        for pattern, reason, advice in HINTS
        for match in pattern.finditer(text)
    ]


def _explain_problem(error: yaml.YAMLError, mark: Any, origin: Origin) -> QuizgenError:
    problem = str(getattr(error, "problem", "") or error)
    reason, advice = next(
        ((reason, advice) for words, reason, advice in REASONS if words in problem),
        (f"格式有误（{show(problem)}）", "对照上下行检查缩进、冒号和引号"),
    )
    return origin.fault_at(mark, reason, advice) if mark else origin.fault(reason, advice)


def _explain_character(error: yaml.reader.ReaderError, text: str, origin: Origin) -> QuizgenError:
    place = next((i for i, c in enumerate(text) if _is_refused(c)), 0)
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    return origin.fault("有看不见的控制字符", "删去这个字符", line, column)


def _is_refused(c: str) -> bool:
    return (c < " " and c not in "\t\n") or ("\x7f" <= c <= "\x9f" and c != "\x85") or c in "\ufffe\uffff"
