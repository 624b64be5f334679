"""``quizgen bank …`` and ``quizgen verify`` as a user runs them: exit codes, streams, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bank_samples import TOWNS, make_bank

from quizgen import banks
from quizgen.cli import _run

BANK = make_bank(towns=TOWNS[:2])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "题库.yaml"
    banks.save(path, BANK)
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_says_where_and_fails(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = BANK.items[1]
    edit(path, "  key: 数据", "  key: 数居")
    assert _run(["bank", "check", str(path)]) == 1
    out, err = capsys.readouterr()
    line = path.read_text(encoding="utf-8").split("\n").index(f"- id: {item.id}") + 1
    assert out == ""
    assert f"错误[E-KEY] {path}:{line}：题目 {item.id}：key “数居”不在引文中" in err


def test_check_of_a_broken_file_lists_every_fault(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: 好")
    path.write_text(text, encoding="utf-8")
    assert _run(["bank", "check", str(path)]) == 1
    assert capsys.readouterr().err.count("错误[E-BANK]") == len(BANK.items)


def test_check_tells_of_another_encoding(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    _run(["bank", "check", str(path)])
    assert "警告[W-ENC]" in capsys.readouterr().err


def test_list_prints_a_table_or_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["bank", "list", str(path), "--kind", "true_false"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4 and "判断题" in out and "共 4 道题" in err
    assert _run(["bank", "list", str(path), "--text", "培训", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["schema_version"] == 1
    assert [item["kind"] for item in listed["items"]] == ["short_answer", "short_answer"]


def test_stats_keep_stdout_free(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["bank", "stats", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out == "" and "共 14 道题" in err and "草稿 14" in err and "判断题：对 2，错 2" in err
    assert _run(["bank", "stats", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["items"] == 14


def test_merge_of_two_copies(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, merged = path.with_name("同事.yaml"), path.with_name("合并.yaml")
    other.write_bytes(path.read_bytes())
    edit(path, "note: ''", "note: 甲")
    edit(other, "  stem: 清河教研的关键在（　　）。", "  stem: 清河的关键在（　　）。")
    assert _run(["bank", "merge", str(path), str(other), "-o", str(merged)]) == 0
    items = banks.load(merged).items
    assert (items[0].note, items[1].stem) == ("甲", "清河的关键在（　　）。")


def test_a_conflict_is_written_and_fails_until_solved(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = path.with_name("同事.yaml")
    other.write_bytes(path.read_bytes())
    edit(path, "note: ''", "note: 甲")
    edit(other, "note: ''", "note: 乙")
    assert _run(["bank", "merge", str(path), str(other), "-o", str(path)]) == 1
    assert "错误[E-CONFLICT]" in capsys.readouterr().err
    assert banks.load(path).items[0].note == "甲"
    assert _run(["bank", "check", str(path)]) == 1
    solved = banks.load(path)
    first = solved.items[0].model_copy(update={"conflict": None})
    path.write_bytes(banks.dump(solved.model_copy(update={"items": (first, *solved.items[1:])})))
    capsys.readouterr()
    _run(["bank", "check", str(path)])
    assert "E-CONFLICT" not in capsys.readouterr().err


def test_merge_into_an_existing_bank_adds_to_it(path: Path) -> None:
    merged = path.with_name("合并.yaml")
    banks.save(merged, make_bank(towns=TOWNS[2:3]))
    assert _run(["bank", "merge", str(path), str(path), "-o", str(merged)]) == 0
    assert len(banks.load(merged).items) == 21


def test_a_missing_bank_is_an_error(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = str(path.with_name("没有.yaml"))
    for arguments in (
        ["check", gone],
        ["list", gone],
        ["merge", gone, str(path), "-o", gone],
        ["merge", gone, gone, "-o", gone],
    ):
        assert _run(["bank", *arguments]) == 1
        assert "错误[E-FILE]" in capsys.readouterr().err
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["bank"], ["bank", "check"], ["bank", "list"], ["bank", "stats"], ["bank", "merge"], ["verify"]):
        assert _run([*arguments, "--help"]) == 0
        assert "题库" in capsys.readouterr().out
