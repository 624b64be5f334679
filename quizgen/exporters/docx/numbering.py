"""Numbers that go on counting in Word: 1．2．3．"""

from __future__ import annotations

from quizgen.exporters.docx.markup import HINT, SPACES
from quizgen.exporters.docx.styles import write_indent
from quizgen.model.sheet import Sheet


class Counter:
    """Gives every printed number a place in a Word list; a number that does not follow on starts a new list."""

    def __init__(self, first_list: int, format_id: int) -> None:
        self._first_list = first_list
        self._format_id = format_id
        self._starts: list[int] = []  # first number of every list
        self._last = 0

    def count(self, number: int) -> int:
        """Return the id of the list in which Word prints this very number."""
        if not self._starts or number != self._last + 1:
            self._starts.append(number)
        self._last = number
        return self._first_list + len(self._starts) - 1

    def write_format(self, sheet: Sheet) -> str:
        """Return the list format (w:abstractNum) all lists share."""
        return (
            f'<w:abstractNum {SPACES} w:abstractNumId="{self._format_id}"><w:multiLevelType w:val="singleLevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val="%1．"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{write_indent(sheet.look('stem'))}</w:pPr><w:rPr>{HINT}</w:rPr></w:lvl></w:abstractNum>"
        )

    def write_lists(self) -> list[str]:
        """Return the lists (w:num), each with its first number."""
        return [
            f'<w:num {SPACES} w:numId="{self._first_list + order}"><w:abstractNumId w:val="{self._format_id}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for order, start in enumerate(self._starts)
        ]
