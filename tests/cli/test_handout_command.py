"""``quizgen handout``: from a bank, from a booklet, with and without blanks."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from paper_maker import make_bank

from quizgen import banks
from quizgen.cli import cli
from quizgen.errors import InputError, QuizgenError
from quizgen.itemsets import Bank, Source

EXAMPLE = Path(__file__).parents[2] / "examples"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["handout", *map(str, arguments)])


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "题库.yaml"
    source = Source(id="b1", name="资料.txt", sha256="0" * 64)
    path.write_bytes(banks.dump(make_bank().model_copy(update={"sources": (source,)})))
    return path


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def test_a_bank_becomes_a_handout(bank: Path, tmp_path: Path) -> None:
    result = run(bank, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["讲义.docx"]
    assert "一、数字教研" in texts(tmp_path / "out" / "讲义.docx")
    assert "讲义.docx" in result.stderr
    assert result.stdout == ""


def test_cloze_comes_with_its_key(bank: Path, tmp_path: Path) -> None:
    assert run(bank, "-o", tmp_path, "--cloze").exit_code == 0
    told, asked = texts(tmp_path / "讲义.docx"), texts(tmp_path / "讲义（自测版）.docx")
    assert len(told) == len(asked)
    assert any("（1）建强平台" in text for text in told)
    assert not any("建强平台" in text for text in asked)


def test_same_bank_same_bytes(bank: Path, tmp_path: Path) -> None:
    run(bank, "-o", tmp_path / "one")
    run(bank, "-o", tmp_path / "two")
    assert (tmp_path / "one" / "讲义.docx").read_bytes() == (tmp_path / "two" / "讲义.docx").read_bytes()


def test_a_booklet_needs_no_bank(tmp_path: Path) -> None:
    booklet = next(path for path in sorted(EXAMPLE.rglob("*.txt")) if path.stat().st_size > 3000)
    result = run(booklet, "-o", tmp_path)
    assert result.exit_code == 0, result.stderr
    assert len(texts(tmp_path / "讲义.docx")) > 10


def test_an_empty_bank_is_refused_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "空.yaml"
    path.write_bytes(banks.dump(Bank(title="空")))
    result = run(path, "-o", tmp_path / "out")
    assert isinstance(result.exception, InputError)
    assert result.exception.code == "E-NOITEMS"
    assert not (tmp_path / "out").exists()


def test_an_unknown_style_is_refused(bank: Path, tmp_path: Path) -> None:
    result = run(bank, "-o", tmp_path / "out", "--style", "没有这个")
    assert isinstance(result.exception, QuizgenError)
    assert not (tmp_path / "out").exists()
