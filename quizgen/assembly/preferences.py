"""Which of the papers that could be printed is the best: salience and coverage first, the seed where they tie."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from quizgen.assembly.candidates import Candidate
from quizgen.assembly.grid import Grid, Terms
from quizgen.assembly.solver import INFINITY, Program, Row
from quizgen.assembly.wishes import stands_in

STEP = 1000
"""Gain of one step of salience; what the seed adds to all items of a paper stays below it."""
STEPS = 20  # salience 0–1 is read in steps of 0.05: finer differences are not knowledge
COVERED = 2 * STEPS * STEP  # an article that is asked about at all
CROWDED = STEPS * STEP  # lost for every half mark of an article above a quarter of the paper (RULES.md section 11)
PERSON = 2 * STEPS * STEP  # lost for every second question for a person's name (人名 items ≤ 1)


def rate(candidates: Sequence[Candidate], seed: int, printed: int) -> dict[str, int]:
    """Return the gain of every item by id, for papers of at most ``printed`` items."""
    random = Random(f"items {seed}")
    noise = max(STEP // max(printed, 1), 2)
    return {c.item.id: _salience_steps(c) * STEP + random.randrange(noise) for c in candidates}


def _salience_steps(candidate: Candidate) -> int:
    """Return the salience in steps; an item its booklet no longer bears out is the last choice."""
    sound = candidate.item.evidence in ("found", "none")
    return round(candidate.item.salience * STEPS) if sound else 0


def write_preferences(program: Program, grid: Grid, gains: dict[str, int]) -> None:
    """Write what one form gains by its items, by coverage and by keeping to the habits of RULES.md section 11."""
    for column, cell in enumerate(grid.cells, grid.first):
        program.gains[column] += gains[grid.candidates[cell.row].item.id]
    for article in grid.articles:
        marks = grid.sum_marks(stands_in(article))
        write_excess(program, marks, _quarter(grid), CROWDED)
        covered = program.add_column(COVERED)
        program.add_rows([Row((*((column, 1) for column, _ in marks), (covered, -1)), 0, INFINITY)])
    persons = [row for row, candidate in enumerate(grid.candidates) if candidate.item.fact == "person"]
    write_excess(program, grid.count(persons), 1, PERSON)


def _quarter(grid: Grid) -> float:
    """Return what an article may hold at most: 25 % of the marks, one item where items are coarser."""
    return max(grid.total / 4, max(slot.marks for slot in grid.slots))


def write_excess(program: Program, terms: Terms, most: float, loss: int) -> None:
    """Write that every unit of these terms above ``most`` loses ``loss``."""
    if sum(factor for _, factor in terms) > most:
        excess = program.add_column(-loss, high=INFINITY)
        program.add_rows([Row((*terms, (excess, -1)), -INFINITY, most)])
