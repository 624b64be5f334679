"""Tables of short texts: score table, answer grids."""

from __future__ import annotations

from quizgen.model.sheet import Cell, Paragraph, Row, Table, Text


def make_grid(rows: list[list[str]], width: float, height: float, first: float | None = None) -> Table:
    """Return a table of centred texts, columns equal (``first``: width of the first), that stays on one page. mm."""
    count = len(rows[0])
    rest = (width - first) / (count - 1) if first else width / count
    columns = tuple(round(w, 2) for w in (first or rest, *[rest] * (count - 1)))
    last = len(rows) - 1
    return Table(
        columns=columns,
        rows=tuple(Row(height=height, cells=_print_cells(texts, at < last)) for at, texts in enumerate(rows)),
    )


def _print_cells(texts: list[str], keep_next: bool) -> tuple[Cell, ...]:
    return tuple(Cell(paragraphs=(print_cell(text, keep_next),)) for text in texts)


def print_cell(text: str, keep_next: bool = False) -> Paragraph:
    """Return the paragraph of a table cell."""
    return Paragraph(role="cell", inlines=(Text(text=text),) if text else (), keep_next=keep_next)


def make_answer_grid(cells: list[tuple[int, str]], per_row: int, width: float, height: float = 7) -> Table:
    """Return the grid 题号/答案, ``per_row`` items a row; the last row is filled up with empty cells. mm."""
    per_row = min(per_row, len(cells))  # an empty cell would look like an item that is missing
    rows: list[list[str]] = []
    for start in range(0, len(cells), per_row):
        slice_ = cells[start : start + per_row]
        slice_ = slice_ + [(0, "")] * (per_row - len(slice_))
        rows.append(["题号", *(str(number or "") for number, _ in slice_)])
        rows.append(["答案", *(text for _, text in slice_)])
    return make_grid(rows, width, height, first=16)
