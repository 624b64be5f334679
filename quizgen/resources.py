"""Finds templates, blueprints, styles and lexicons.

Strongest first: ``--templates DIR`` → ``QUIZGEN_TEMPLATES`` → the user's configuration folder → built in (inside the
wheel, or the top-level ``templates/`` of a checkout).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from quizgen.errors import TemplateError
from quizgen.files import read_bytes

FAMILIES = ("items", "blueprints", "styles", "lexicons")
SUFFIXES = {"items": ".yaml", "blueprints": ".yaml", "styles": ".yaml", "lexicons": ".txt"}


def builtin_folder() -> Path:
    """Return the folder of the built-in templates: in the wheel, else the checkout's."""
    here = Path(__file__).resolve().parent
    packed = here / "_builtin" / "templates"
    return packed if packed.is_dir() else here.parent / "templates"


def user_folder() -> Path:
    """Return the user's configuration folder for templates; it need not exist."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "quizgen" / "templates"


def search_folders(first: Path | None = None) -> list[Path]:
    """Return the folders templates are looked for in, strongest first. Raises TemplateError (E-TPL): bad ``first``."""
    if first is not None and not first.is_dir():
        raise TemplateError("E-TPL", "找不到这个模板文件夹", "检查 --templates 后面的路径", file=str(first))
    named = os.environ.get("QUIZGEN_TEMPLATES")
    folders = [first, Path(named) if named else None, user_folder(), builtin_folder()]
    return [folder for folder in folders if folder is not None and folder.is_dir()]


def find_all(family: str, first: Path | None = None) -> dict[str, Path]:
    """Return name (file stem) -> file of one family, sorted by name; a stronger folder hides a weaker one's file."""
    found: dict[str, Path] = {}
    for folder in reversed(search_folders(first)):
        for path in sorted((folder / family).glob(f"*{SUFFIXES[family]}")):
            found[path.stem] = path
    return dict(sorted(found.items()))


def find(family: str, name: str, first: Path | None = None) -> Path:
    """Return the file of one template: ``name`` is a file path or a known name. Raises TemplateError (E-TPL)."""
    path = Path(name)
    if path.suffix == SUFFIXES[family] and path.is_file():
        return path
    known = find_all(family, first)
    if name in known:
        return known[name]
    raise TemplateError("E-TPL", f"没有名为“{name}”的模板", f"可用的有：{'、'.join(known) or '（无）'}")


def read_words(name: str, first: Path | None = None) -> tuple[str, ...]:
    """Return the entries of a lexicon, one a line; # begins a remark. Raises TemplateError (E-TPL)."""
    path = find("lexicons", name, first)
    try:
        lines = read_bytes(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise TemplateError("E-TPL", "词表不是 UTF-8 编码", "用记事本另存为 UTF-8", file=str(path)) from error
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
