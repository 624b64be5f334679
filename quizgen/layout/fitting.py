"""Page count: of the gaps and pitches a paper may have, those that end on a well filled even page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from quizgen.layout.measures import line_height, measure, measure_rows
from quizgen.model.sheet import AnswerLines, Block, Paragraph, Sheet, Table
from quizgen.model.style import PT_PER_MM, Style

TIGHT_GAP = 4.0  # pt before a 大题
TIGHT_PITCH = 17 / 18
LOOSE = ((12.0, 19 / 18), (12.0, 20 / 18), (16.0, 20 / 18), (20.0, 21 / 18))  # gap before a 大题, times the pitch
STRETCHES = tuple(1 + step / 10 for step in range(1, 11))  # answer space at most doubled
SQUEEZES = (0.94, 0.88, 0.82)  # of the height of a written line
PAGES_OF_A_LEAF = 2
LEAST_LINES = 5  # on the last page
SPARE_LINES = 3  # a last page estimated fuller may run over
GUARD = 6.0  # pt the height of a column may be estimated wrong by


class Extent(NamedTuple):
    """How far a sheet reaches: pages, and how much of the last page is filled, in pt."""

    pages: int
    last: float


class Slice(NamedTuple):
    """What no page break parts: ``part`` of block ``block``, pt high; ``tied``: nor from what follows.

    ``lap``: pt of its height that the space behind the slice above holds too.
    """

    block: int
    part: int
    height: float
    tied: bool
    lap: float = 0.0


class Placed(NamedTuple):
    """Slices that stay together in column ``column``, pt ``used`` with them; ``free``: pt left empty above them."""

    column: int
    used: float
    free: float
    first: Slice


def fit_pages(styles: Iterator[Style], draw: Callable[[Style], Sheet], *, whole_leaves: bool = True) -> Sheet:
    """Return the drawing in the first style whose last page is even and holds five lines or more; else the best.

    ``whole_leaves``: False takes odd page counts as well.
    """
    leaf = PAGES_OF_A_LEAF if whole_leaves else 1
    drawn: list[tuple[Sheet, Extent]] = []
    for style in styles:
        sheet = draw(style)
        extent = estimate(sheet)
        if _fills(sheet, extent) and (extent.pages == 1 or extent.pages % leaf == 0):
            return sheet
        drawn.append((sheet, extent))
    return next((sheet for sheet, extent in drawn if _fills(sheet, extent)), drawn[0][0])


def vary_paper(style: Style) -> Iterator[Style]:
    """Yield the styles a paper may be printed in: as it is, tighter, with more space to answer, looser."""
    yield style
    yield from _tighten(style)
    if style.answer_space != "none":
        for stretch in STRETCHES:
            yield style.model_copy(update={"answer_stretch": style.answer_stretch * stretch})
    yield from _loosen(style)


def vary_key(style: Style) -> Iterator[Style]:
    """Yield the styles a key may be printed in: as it is, tighter, looser; never another font."""
    yield style
    yield from _tighten(style)
    yield from _loosen(style)


def _tighten(style: Style) -> Iterator[Style]:
    tight = style.model_copy(update={"section_gap": min(style.section_gap, TIGHT_GAP)})
    yield tight
    yield tight.model_copy(update={"line_pitch": round(style.line_pitch * TIGHT_PITCH, 1)})


def _loosen(style: Style) -> Iterator[Style]:
    """Yield wider gaps and lines, for the few lines on a last page that tighter ones do not bring back."""
    for gap, times in LOOSE:
        pitch = round(style.line_pitch * times, 1)
        yield style.model_copy(update={"section_gap": max(style.section_gap, gap), "line_pitch": pitch})


def vary_card(style: Style) -> Iterator[Style]:
    """Yield the styles an answer card may be printed in: as it is, lower boxes."""
    yield style
    for squeeze in SQUEEZES:
        yield style.model_copy(update={"answer_pitch": style.answer_pitch * squeeze})


def _fills(sheet: Sheet, extent: Extent) -> bool:
    """Return whether the last page is neither nearly empty (the only page may be) nor about to run over."""
    line = sheet.look("stem").pitch
    room = sheet.page.column_height * PT_PER_MM * sheet.page.columns
    return (extent.pages == 1 or extent.last >= LEAST_LINES * line) and extent.last <= room - SPARE_LINES * line


def estimate(sheet: Sheet) -> Extent:
    """Return how far a sheet reaches."""
    column, used = 0, 0.0
    for placed in flow(sheet):
        column, used = placed.column, placed.used
    pages, beside = divmod(column, sheet.page.columns)
    return Extent(pages + 1, used + sheet.page.column_height * PT_PER_MM * beside)


def flow(sheet: Sheet) -> Iterator[Placed]:
    """Yield what the columns hold, from top to bottom: slices that stay together move to the next column together."""
    room = sheet.page.column_height * PT_PER_MM
    column, used = 0, 0.0
    for run in _chain(sheet):
        for group in [run] if _add_up(run) <= room else [[one] for one in run]:
            height, free, lap = _add_up(group), 0.0, group[0].lap if used else 0.0
            if used + height - lap > room - (GUARD if len(group) > 1 and used else 0.0):
                column, used, free, lap = column + 1, 0.0, room - used, 0.0
            used += height - lap
            yield Placed(column, used, free, group[0])


def _add_up(slices: list[Slice]) -> float:
    """Return how high slices are together; of two spaces between them the larger counts, as drawn."""
    return sum(one.height for one in slices) - sum(one.lap for one in slices[1:])


def _chain(sheet: Sheet) -> Iterator[list[Slice]]:
    """Yield runs of slices no page break parts."""
    run: list[Slice] = []
    behind = 0.0  # pt of space the paragraph above leaves
    for number, block in enumerate(sheet.blocks):
        before, after = _spaces(block, sheet)
        for part, (height, tied) in enumerate(_slice(block, sheet)):
            run.append(Slice(number, part, height, tied, 0.0 if part else min(before, behind)))
            if not tied:
                yield run
                run = []
        behind = after
    if run:
        yield run


def _spaces(block: Block, sheet: Sheet) -> tuple[float, float]:
    """Return the space before and behind a block in pt: only paragraphs have any."""
    look = sheet.look(block.role) if isinstance(block, Paragraph) else None
    return (look.before, look.after) if look else (0.0, 0.0)


def _slice(block: Block, sheet: Sheet) -> list[tuple[float, bool]]:
    """Return height and tie to the next of every part of a block a page break may stand behind."""
    if isinstance(block, AnswerLines):
        return [(line_height(block), keep) for keep in block.ties]
    if isinstance(block, Table):
        ties = [any(p.keep_next for cell in row.cells for p in cell.paragraphs) for row in block.rows]
        return list(zip(measure_rows(block, sheet), ties, strict=True))
    return [(measure(block, sheet), _keeps(block, sheet))]


def _keeps(paragraph: Paragraph, sheet: Sheet) -> bool:
    return paragraph.keep_next or sheet.look(paragraph.role).keep_next
