"""``quizgen bank import`` as a teacher runs it: what is written, what is said, how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from layouts import build_word, build_workbook, files_of

from quizgen.banks import load

TEXT = """一、单选题
1. 晨读的目的是（ A ）。
A. 养成习惯 B. 坚持 C. 示范
2. 午练每天（  ）分钟。
A. 10 B. 20 C. 30
答案：{}
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return the finished command, run in ``folder``."""
    command = [sys.executable, "-m", "quizgen", "bank", "import", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")


def test_all_understood(tmp_path: Path) -> None:
    (tmp_path / "题.txt").write_text(TEXT.format("B"), encoding="utf-8")
    done = run(tmp_path, "题.txt", "-o", "题库.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    bank = load(tmp_path / "题库.yaml")
    assert [(item.key, item.template, item.status, item.digest) for item in bank.items] == [
        ("养成习惯", "imported", "draft", None),
        ("20", "imported", "draft", None),
    ]
    assert bank.title == "题"
    assert "单项选择题 2" in done.stderr
    assert "新增 2" in done.stderr


def test_the_rest_is_written_and_listed(tmp_path: Path) -> None:
    (tmp_path / "题.txt").write_text(TEXT.format("E"), encoding="utf-8")
    done = run(tmp_path, "题.txt", "-o", "题库.yaml")
    assert done.returncode == 1
    assert len(load(tmp_path / "题库.yaml").items) == 1
    assert "警告[W-ITEM] 题.txt:4：第 2 题" in done.stderr


def test_everything_left_out_is_listed_not_only_eight_lines(tmp_path: Path) -> None:
    lines = [f"{n}. 第{n}条由（  ）执行。\nA. 甲 B. 乙 C. 丙" for n in range(1, 21)]
    (tmp_path / "题.txt").write_text("一、单选题\n" + "\n".join(lines), encoding="utf-8")
    done = run(tmp_path, "题.txt", "-o", "题库.yaml")
    assert done.returncode == 1
    assert done.stderr.count("没有答案") == 20
    assert "错误[E-IMPORT] 题库.yaml" in done.stderr
    assert not (tmp_path / "题库.yaml").exists()


def test_people_keep_what_they_changed(tmp_path: Path) -> None:
    (tmp_path / "题.txt").write_text(TEXT.format("B"), encoding="utf-8")
    run(tmp_path, "题.txt", "-o", "题库.yaml")
    bank = tmp_path / "题库.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("key: 养成习惯", "key: 养成好习惯"), encoding="utf-8")
    before = bank.read_bytes()
    done = run(tmp_path, "题.txt", "-o", "题库.yaml")
    assert done.returncode == 0
    assert bank.read_bytes() == before
    assert "不变 2" in done.stderr


def test_a_booklet_given_later_ties_untouched_items(tmp_path: Path) -> None:
    (tmp_path / "题.txt").write_text(TEXT.format("B"), encoding="utf-8")
    (tmp_path / "资料.txt").write_text("校园阅读办法\n\n晨读的目的是养成习惯。午练每天10分钟。\n", encoding="utf-8")
    run(tmp_path, "题.txt", "-o", "题库.yaml")
    done = run(tmp_path, "题.txt", "-o", "题库.yaml", "--booklet", "资料.txt")
    bank = load(tmp_path / "题库.yaml")
    assert [item.evidence for item in bank.items] == ["found", "differs"]
    assert [source.name for source in bank.sources] == ["资料.txt"]
    assert "找到 1，与原文不符 1，无出处 0" in done.stderr
    assert "更新 2" in done.stderr


@pytest.mark.parametrize(("layout", "count"), [("05-second-file", 13), ("12-open-questions", 9)])
def test_answers_in_a_second_file(tmp_path: Path, layout: str, count: int) -> None:
    ((name, data), *_), answers = files_of(layout)
    (tmp_path / name).write_bytes(data)
    (tmp_path / answers[0]).write_bytes(answers[1])
    done = run(tmp_path, name, "-o", "题库.yaml", "--answers", answers[0])
    assert done.returncode == 0, done.stderr
    assert len(load(tmp_path / "题库.yaml").items) == count


def test_several_files_into_one_bank(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text(TEXT.format("B"), encoding="utf-8")
    (tmp_path / "二.docx").write_bytes(build_word("一、判断题\n1. 晨读每天二十分钟。（√）"))
    (tmp_path / "三.xlsx").write_bytes(build_workbook("== 判断题\n题干|答案\n午练每天十分钟。|错"))
    done = run(tmp_path, "一.txt", "二.docx", "三.xlsx", "-o", "题库.yaml")
    assert done.returncode == 0, done.stderr
    assert [item.kind for item in load(tmp_path / "题库.yaml").items] == ["single_choice"] * 2 + ["true_false"] * 2


def test_same_files_same_bytes(tmp_path: Path) -> None:
    ((name, data), *_), _ = files_of("02-key-after-each")
    (tmp_path / name).write_bytes(data)
    for bank in ("甲.yaml", "乙.yaml"):
        run(tmp_path, name, "-o", bank)
    assert (tmp_path / "甲.yaml").read_bytes() == (tmp_path / "乙.yaml").read_bytes()


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(TEXT.format("B"), encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    done = run(tmp_path, "空.txt", "好.txt", "-o", "题库.yaml")
    assert done.returncode == 1
    assert "错误[E-EMPTY] 空.txt" in done.stderr
    assert len(load(tmp_path / "题库.yaml").items) == 2


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "E-EMPTY"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "E-TYPE"),
        ("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600 + "Workbook".encode("utf-16-le"), "E-XLSX"),
        ("坏.xlsx", build_workbook("== 题\n题干|答案\n晨读。|对")[:900], "E-"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = run(tmp_path, name, "-o", "题库.yaml")
    assert done.returncode == 1
    assert f"错误[{code}" in done.stderr
    assert not (tmp_path / "题库.yaml").exists()
