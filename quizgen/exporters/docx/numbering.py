"""Numbers that go on counting in Word: 一、二、 for parts, 1．2． for items."""

from __future__ import annotations

from quizgen.exporters.docx.markup import HINT, SPACES
from quizgen.exporters.docx.styles import write_indent
from quizgen.model.sheet import ListNumber, Role, Series, Sheet

FORMATS: dict[Series, tuple[str, str, Role]] = {
    "section": ("chineseCountingThousand", "%1、", "section"),
    "item": ("decimal", "%1．", "stem"),
}


class Counter:
    """Gives every printed number a place in a Word list; a number that does not follow on starts a new list."""

    def __init__(self, first_list: int, first_format: int) -> None:
        self._first_list = first_list
        self._formats = {series: first_format + order for order, series in enumerate(FORMATS)}
        self._starts: list[tuple[Series, int]] = []  # list id - first_list -> series, first number
        self._last: dict[Series, tuple[int, int]] = {}  # series -> list id, last number

    def count(self, number: ListNumber) -> int:
        """Return the list id under which Word prints this very number."""
        list_id, last = self._last.get(number.series, (0, number.value))
        if number.value != last + 1:
            list_id = self._first_list + len(self._starts)
            self._starts.append((number.series, number.value))
        self._last[number.series] = (list_id, number.value)
        return list_id

    def write_formats(self, sheet: Sheet) -> list[str]:
        """Return the list formats (w:abstractNum)."""
        return [_write_format(self._formats[series], series, sheet) for series in FORMATS]

    def write_lists(self) -> list[str]:
        """Return the lists (w:num), each with its first number."""
        return [
            f'<w:num {SPACES} w:numId="{self._first_list + order}"><w:abstractNumId w:val="{self._formats[series]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for order, (series, start) in enumerate(self._starts)
        ]


def _write_format(format_id: int, series: Series, sheet: Sheet) -> str:
    kind, text, role = FORMATS[series]
    return (
        f'<w:abstractNum {SPACES} w:abstractNumId="{format_id}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{write_indent(sheet.look(role))}</w:pPr><w:rPr>{HINT}</w:rPr></w:lvl></w:abstractNum>"
    )
