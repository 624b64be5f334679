"""``quizgen parse``: the JSON alone on stdout, the tree for people, remarks on stderr."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from quizgen.cli.parse import command

TEXT = """# 清河市数字教研条例

2024年3月6日 清河市人民代表大会常务委员会第三次会议通过

## 第一章 总则

第一条 为了规范数字教研活动,保障教师权益，制定本条例。

## 第二章 附则

第二条 本条例自2024年9月1日起施行。
"""


def run(path: Path, *options: str) -> tuple[str, str, int]:
    result = CliRunner().invoke(command, [str(path), *options])
    return result.stdout, result.stderr, result.exit_code


def test_json_is_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "条例.md"
    path.write_text(TEXT, encoding="utf-8")
    stdout, stderr, code = run(path, "--json")
    told = json.loads(stdout)
    assert code == 0 and stderr == ""
    assert list(told) == ["schema_version", "source", "sections", "discarded", "diagnostics"]
    assert told["source"]["title"] == "清河市数字教研条例"
    assert [(s["id"], s["level"], s["title"], s["date"]) for s in told["sections"]] == [
        ("1", 1, "第一章总则", "2024-03-06"),
        ("2", 1, "第二章附则", "2024-03-06"),
    ]
    assert told["sections"][0]["issuer"] == "清河市人民代表大会常务委员会"
    assert told["sections"][0]["paragraphs"][0]["text"] == "第一条为了规范数字教研活动,保障教师权益，制定本条例。"
    assert [d["reason"] for d in told["discarded"]] == ["markup", "source_line", "markup", "markup"]
    assert [d["code"] for d in told["diagnostics"]] == ["W-HALF"]
    assert all(TEXT[slice(*d["span"])] == d["text"] for d in told["discarded"])


def test_tree_shows_sections_and_what_was_left_out(tmp_path: Path) -> None:
    path = tmp_path / "条例.md"
    path.write_text(TEXT, encoding="utf-8")
    stdout, _, code = run(path)
    assert code == 0
    lines = stdout.splitlines()
    assert lines[1] == "《清河市数字教研条例》"
    assert lines[2].startswith("  1 第一章总则  （2024-03-06；")
    assert lines[-1] == "略去：来源行 1 处，标记 3 处"


def test_encoding_is_what_the_user_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("数字教研的关键在数据。".encode("gb18030"))
    told = json.loads(run(path, "--json", "--encoding", "gb18030")[0])
    assert told["sections"][0]["paragraphs"][0]["text"] == "数字教研的关键在数据。"
