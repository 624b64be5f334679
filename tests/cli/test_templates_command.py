"""``quizgen templates``: a copy found by --templates wins, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen import resources
from quizgen.cli import cli
from quizgen.errors import TemplateError


@pytest.fixture
def builtin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "built in"
    for name in ("items/attribute.yaml", "styles/standard.yaml", "blueprints/standard.yaml", "lexicons/units.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(f"# {name} 模板\n".encode())
    monkeypatch.setattr(resources, "builtin_folder", lambda: folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "none"))
    monkeypatch.delenv("QUIZGEN_TEMPLATES", raising=False)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["templates", *arguments], catch_exceptions=True)


def test_list_shows_every_family(builtin: Path) -> None:
    lines = run("list").stdout.splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["题目模板", "attribute"],
        ["组卷蓝图", "standard"],
        ["版式", "standard"],
        ["词表", "units"],
    ]


def test_show_prints_the_file(builtin: Path) -> None:
    assert run("show", "attribute").stdout == "# items/attribute.yaml 模板\n"
    assert run("show", "styles/standard").stdout == "# styles/standard.yaml 模板\n"


@pytest.mark.parametrize("name", ["missing", "standard", "styles/units", "../items/attribute"])
def test_show_refuses_what_is_no_one_template(builtin: Path, name: str) -> None:
    error = run("show", name).exception
    assert isinstance(error, TemplateError)
    assert error.code == "E-TPL"


def test_a_copy_is_found_first(builtin: Path, tmp_path: Path) -> None:
    mine = tmp_path / "我的 模板"
    assert run("copy", str(mine)).exit_code == 0
    (mine / "items" / "attribute.yaml").write_text("# 我的\n", encoding="utf-8")
    assert run("show", "attribute", "--templates", str(mine)).stdout == "# 我的\n"
    assert run("show", "attribute").stdout == "# items/attribute.yaml 模板\n"


def test_copy_never_overwrites(builtin: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note").touch()
    for taken in (tmp_path / "mine", tmp_path / "mine" / "note"):
        error = run("copy", str(taken)).exception
        assert isinstance(error, TemplateError)
        assert error.code == "E-EXISTS"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note"]
