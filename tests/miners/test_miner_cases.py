"""What the miners must take and must not take: cases a teacher could extend (tests/fixtures/miners/*.txt).

A case: a line ``- title``, options ``@title`` ``@date``, the text behind ``>``, then what must come out (``= kind
name:text|…``; a list names its members, an outline its limbs, a definition its points) or must not (``! kind``).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from made_booklet import make_booklet

from quizgen import pipeline
from quizgen.banks.integrity import check_integrity
from quizgen.generation import Candidate
from quizgen.miners import mine
from quizgen.model.finding import DefinitionFinding, Finding, ListFinding, OutlineFinding, SlotFinding

FOLDER = Path(__file__).parent.parent / "fixtures" / "miners"


class Case(NamedTuple):
    name: str
    options: dict[str, str]
    text: str
    wanted: list[str]
    banned: list[str]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
            if lines:
                cases.append(read_case(path.stem, lines))
    return cases


def read_case(stem: str, lines: list[str]) -> Case:
    of = {mark: [line[1:].strip() for line in lines if line.startswith(mark)] for mark in "-@>=!"}
    options = dict(option.split(" ", 1) for option in of["@"])
    return Case(f"{stem}: {of['-'][0]}", options, "\n".join(of[">"]), of["="], of["!"])


def describe(finding: Finding) -> set[str]:
    """Return the ways a case may name a finding: its kind with every subset a case would write out."""
    match finding:
        case SlotFinding():
            parts = [f"{slot.name}:{slot.text}" for slot in finding.slots]
        case ListFinding():
            parts = ["、".join(member.text for member in finding.members)]
        case OutlineFinding():
            parts = [finding.question, *(limb.text for limb in finding.limbs)]
        case DefinitionFinding():
            parts = [finding.term, *finding.points]
    anchored = f"anchor:{finding.anchor}" if isinstance(finding, (SlotFinding, ListFinding)) and finding.anchor else ""
    stated = f"statement:{finding.statement}" if isinstance(finding, (SlotFinding, ListFinding)) else ""
    return {part for part in (*parts, anchored, stated) if part}


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    booklet = make_booklet(case.text, title=case.options.get("title"), date=case.options.get("date"))
    found = [(finding.kind, describe(finding)) for finding in mine(booklet)]
    for line in case.wanted:
        kind, _, parts = line.partition(" ")
        wanted = {part for part in parts.split("|") if part}
        assert any(k == kind and wanted <= told for k, told in found), (line, found)
    for line in case.banned:
        kind, _, part = line.partition(" ")
        assert not any(k == kind and (not part or part in told) for k, told in found), (line, found)


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_what_is_made_of_a_case_holds_against_its_quotes(case: Case) -> None:
    booklet = make_booklet(case.text, title=case.options.get("title"), date=case.options.get("date"))
    made = pipeline.candidates(mine(booklet), [booklet], pipeline.load_templates())
    items = [candidate.item for candidate in made if isinstance(candidate, Candidate)]
    assert [one for item in items for one in check_integrity(item) if one.code == "E-KEY"] == []


def test_what_a_document_sets_out_to_do_in_a_chapter() -> None:
    text = """县第九次教育大会文件。
（一）建好乡村图书馆。全县各镇都要有书可读。
（二）培训导读教师。每年办好两期读书班。
（三）评选书香家庭。"""
    booklet = make_booklet(text, title="在清河县第九次教育大会上的报告", heading="三、建设书香校园")
    chapter = booklet.sections[0].model_copy(update={"title_origin": "printed"})
    booklet = booklet.model_copy(update={"sections": (chapter,)})
    outline = next(finding for finding in mine(booklet) if isinstance(finding, OutlineFinding))
    assert outline.question == "清河县第九次教育大会报告就“建设书香校园”作出了哪些部署"
    limbs = [limb.text for limb in outline.limbs]
    assert limbs == ["建好乡村图书馆", "培训导读教师", "评选书香家庭"]
    assert [limb in entry.quote for limb, entry in zip(limbs, outline.provenance, strict=True)] == [True] * 3


def test_there_are_cases_for_every_kind() -> None:
    kinds = {line.split(" ")[0] for case in read_cases() for line in case.wanted}
    assert kinds >= {
        "definition", "attribute", "list", "outline", "number", "date", "place", "organ", "meeting", "document",
        "slogan", "first", "purpose", "position", "change", "condition",
    }  # fmt: skip
