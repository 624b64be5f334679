"""The run as a whole: the same bytes when it is cut at any hop, and from any environment (DESIGN.md section 3)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from quizgen import assembly, banks, pipeline, yamlfile
from quizgen.cleaning import clean
from quizgen.generation import Candidate, Rejection
from quizgen.itemsets import Bank, Paper
from quizgen.miners import mine
from quizgen.model.document import Booklet, CleanDocument, RawDocument
from quizgen.model.finding import Finding
from quizgen.model.style import Style
from quizgen.readers import read
from quizgen.resources import find
from quizgen.sections import segment

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "清河教育资料.txt"
BOOKLETS = ROOT.parent / "shared" / "booklets"
HOPS: dict[str, Any] = {
    "raw": RawDocument,
    "clean": CleanDocument,
    "booklet": Booklet,
    "findings": tuple[Finding, ...],
    "candidates": list[Candidate | Rejection],
    "bank": Bank,
    "paper": Paper,
}


def run(path: Path, pass_on: Callable[[str, Any], Any]) -> dict[str, bytes]:
    """Return every file of the main job; ``pass_on`` may replace the value at each hop."""
    raw = pass_on("raw", read(path))
    booklet = pass_on("booklet", segment(pass_on("clean", clean(raw))))
    findings = pass_on("findings", mine(booklet))
    made = pass_on("candidates", pipeline.candidates(findings, [booklet], pipeline.load_templates()))
    fresh = pipeline.bank_of([booklet], pipeline.choose(made).items)
    bank = pass_on("bank", banks.merge(None, fresh, [booklet]).bank)
    paper = pass_on("paper", assembly.assemble([bank], None))
    style = yamlfile.read(find("styles", "a4"), Style)
    return {"题库.yaml": banks.dump(bank), **pipeline.print_paper(paper, style)}


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    return run(EXAMPLE, lambda _, value: value)


@pytest.mark.parametrize("cut", HOPS)
def test_cut_at_any_hop_the_bytes_are_the_same(cut: str, whole: dict[str, bytes]) -> None:
    def pass_on(hop: str, value: Any) -> Any:
        if hop != cut:
            return value
        adapter = TypeAdapter(HOPS[hop])
        return adapter.validate_json(adapter.dump_json(value))

    assert run(EXAMPLE, pass_on) == whole


def test_the_environment_changes_no_byte(tmp_path: Path) -> None:
    outputs = []
    for number, (seed, zone, lang) in enumerate([("0", "UTC", "C.UTF-8"), ("4242", "Asia/Shanghai", "C")]):
        folder = tmp_path / str(number)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": lang, "LC_ALL": lang}
        command = [sys.executable, "-m", "quizgen", "generate", str(EXAMPLE), "-o", str(folder)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        outputs.append({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})
    assert outputs[0] == outputs[1]
    assert set(outputs[0]) == {"题库.yaml", "试卷.docx", "参考答案.docx", "试卷.yaml"}


@pytest.mark.skipif(not BOOKLETS.is_dir(), reason="needs the shared booklets")
@pytest.mark.parametrize("name", ["theory-2024-01.txt", "theory-2023-02.txt", "report-2017.txt", "law-teachers.md"])
def test_a_bank_of_a_real_booklet_is_clean(name: str) -> None:
    from quizgen.checks import lint_item

    bank = pipeline.make_bank([BOOKLETS / name])
    assert [(item.stem, lint_item(item)) for item in bank.items if lint_item(item)] == []
    sentences = [item.provenance[0].quote for item in bank.items]
    assert all(sentences)
    numeric = sum(item.fact in ("number", "date") for item in bank.items)
    assert numeric <= 0.25 * len(bank.items)
