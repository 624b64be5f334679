"""``quizgen paper``: files, bytes, messages, exit codes."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent / "assembly"))
from bank_factory import make_bank

from quizgen import banks
from quizgen.cli import main

BANK = "题库.yaml"


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str) -> Done:
    """Run the command in this process, in ``folder``."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.setattr(sys, "argv", ["quizgen", "paper", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
    return Done(int(left.value.code or 0), out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """Return a folder with a bank and the paper ``甲`` made from it."""
    folder = tmp_path_factory.mktemp("书架")
    banks.save(folder / BANK, make_bank(200))
    assert run(folder, BANK, "-o", "甲", "--versions", "2", "--seed", "5").returncode == 0
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def words(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")


def test_files_of_two_forms(shelf: Path) -> None:
    assert set(contents(shelf / "甲")) == {
        "试卷A.docx",
        "试卷B.docx",
        "参考答案A.docx",
        "参考答案B.docx",
        "试卷.yaml",
    }


def test_files_of_one_form_with_card_and_sources(shelf: Path) -> None:
    done = run(shelf, BANK, "-o", "乙", "--answer-card", "--with-sources", "--title", "期中考试", "--blueprint", "quiz")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "《期中考试》1 份，满分 50 分：填空题" in done.stderr
    made = contents(shelf / "乙")
    assert set(made) == {"试卷.docx", "试卷（含出处）.docx", "参考答案.docx", "答题卡.docx", "试卷.yaml"}
    assert "期中考试" in words(made["试卷.docx"])


def test_same_seed_same_bytes_other_seed_others(shelf: Path) -> None:
    run(shelf, BANK, "-o", "丙", "--versions", "2", "--seed", "5")
    run(shelf, BANK, "-o", "丁", "--versions", "2", "--seed", "6")
    assert contents(shelf / "丙") == contents(shelf / "甲")
    assert contents(shelf / "丁") != contents(shelf / "甲")


def test_a_record_prints_the_same_bytes(shelf: Path) -> None:
    done = run(shelf, BANK, "-o", "戊", "--record", "甲/试卷.yaml")
    assert done.returncode == 0
    assert contents(shelf / "戊") == contents(shelf / "甲")


def test_a_changed_bank_is_refused_by_name(shelf: Path) -> None:
    bank = banks.load(shelf / BANK)
    items = tuple(item.model_copy(update={"rationale": "改"}) for item in bank.items)
    banks.save(shelf / "改过.yaml", bank.model_copy(update={"items": items}))
    done = run(shelf, "改过.yaml", "-o", "己", "--record", "甲/试卷.yaml")
    assert done.returncode == 1
    assert "E-RECORD" in done.stderr
    assert "已被修改" in done.stderr
    assert not (shelf / "己").exists()


def test_uses_are_marked_once_and_kept_apart(shelf: Path) -> None:
    (shelf / "用.yaml").write_bytes((shelf / BANK).read_bytes())
    for _ in range(2):
        assert run(shelf, "用.yaml", "-o", "庚", "--mark-used", "2024-05-06", "--blueprint", "quiz").returncode == 0
        (shelf / "庚" / "试卷.yaml").rename(shelf / "次.yaml")
    used = [item for item in banks.load(shelf / "用.yaml").items if item.used]
    assert all(len(item.used) == 1 for item in used)
    assert {use.date for item in used for use in item.used} == {"2024-05-06"}
    assert "E-RECORD" not in run(shelf, "用.yaml", "-o", "辛", "--record", "次.yaml").stderr


def test_a_blueprint_that_cannot_be_filled_writes_nothing(shelf: Path) -> None:
    text = "total: 500\nparts:\n- {kind: short_answer, count: 50, points_each: 10}\n"
    (shelf / "难.yaml").write_text(text, encoding="utf-8")
    done = run(shelf, BANK, "-o", "壬", "--blueprint", "难.yaml")
    assert done.returncode == 1
    assert done.stderr.startswith("错误[E-BLUEPRINT]")
    assert "简答题（每题10分）要50题" in done.stderr
    assert not (shelf / "壬").exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("total: 10\nparts:\n- {kind: fill_blank, count: 2, points_each: 2}\n", "E-TOTAL"),
        ("total: 10\nparts:\n- {kind: fill_blank, count: 2, points_each: [2]}\n", "坏.yaml:3"),
        ("total: 10\nparts:\n- {kind: fill_blank, count: 2, points_each: 0.3}\n", "坏.yaml:3"),
        ("total: 10\nparts:\n- {kind: essay, count: 2, points_each: 2}\n", "坏.yaml:3"),
        ("total: 10\nparts: []\n", "坏.yaml:2"),
        ("total: .nan\nparts:\n- {kind: fill_blank, count: 2, points_each: 2}\n", "坏.yaml:1"),
    ],
)
def test_a_bad_blueprint_is_refused_with_its_place(shelf: Path, text: str, reason: str) -> None:
    (shelf / "坏.yaml").write_text(text, encoding="utf-8")
    done = run(shelf, BANK, "-o", "癸", "--blueprint", "坏.yaml")
    assert done.returncode == 1
    assert reason in done.stderr
    assert not (shelf / "癸").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--record", "甲/试卷.yaml", "--seed", "3"),
        ("--record", "甲/试卷.yaml", "--blueprint", "quiz"),
        ("--mark-used", "5月6日"),
        ("--mark-used", "20240506"),
        ("--versions", "27"),
        ("--versions", "0"),
    ],
)
def test_a_senseless_command_line_is_refused(shelf: Path, arguments: tuple[str, ...]) -> None:
    done = run(shelf, BANK, "-o", "子", *arguments)
    assert done.returncode == 2
    assert "E-USAGE" in done.stderr
    assert not (shelf / "子").exists()


def test_an_unknown_blueprint_lists_those_there_are(shelf: Path) -> None:
    done = run(shelf, BANK, "-o", "子", "--blueprint", "没有")
    assert done.returncode == 1
    assert "standard" in done.stderr


def test_nothing_is_written_where_one_file_cannot_be(shelf: Path) -> None:
    (shelf / "丑" / "参考答案.docx").mkdir(parents=True)
    done = run(shelf, BANK, "-o", "丑")
    assert done.returncode == 1
    assert "E-WRITE" in done.stderr
    assert [path.name for path in (shelf / "丑").iterdir()] == ["参考答案.docx"]


def test_a_bank_may_come_from_standard_input(shelf: Path) -> None:
    command = [sys.executable, "-m", "quizgen", "paper", "-", "-o", "寅"]
    done = subprocess.run(command, cwd=shelf, capture_output=True, input=(shelf / BANK).read_bytes())
    assert done.returncode == 0
    assert (shelf / "寅" / "试卷.docx").exists()
