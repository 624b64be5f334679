"""The parent's side of reading a PDF: starts the child, waits so long and no longer, tells what went wrong."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.errors import InputError
from quizgen.readers.pdf.fragment import Fragment

CHILD = Path(__file__).with_name("child.py")
SECONDS = 15  # wall time; 1,000 pages take about five
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console


class Extract(NamedTuple):
    """The fragments of every page, and the numbers (from 1) of the pages PDFium could not read."""

    pages: list[list[Fragment]]
    damaged: list[int]


def extract(data: bytes, seconds: float = SECONDS) -> Extract:
    """Return what stands on the pages. Raises InputError: E-PDF, E-SIZE."""
    answer = _ask_child(data, seconds)
    if "fault" in answer:
        raise _refusal(str(answer["fault"]))
    return Extract([[Fragment(*fragment) for fragment in page] for page in answer["pages"]], answer["damaged"])


def _ask_child(data: bytes, seconds: float) -> dict[str, Any]:
    # -I: neither the user's environment nor the working folder decides which code reads a stranger's file
    command = [sys.executable, "-I", str(CHILD), str(_library_folder())]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=seconds, creationflags=NO_WINDOW)
    except subprocess.TimeoutExpired as error:
        reason = f"{seconds:g} 秒内没有读完，文件太复杂或已损坏"
        raise InputError("E-PDF", reason, "拆成几份，或用打印程序重新生成 PDF") from error
    if child.returncode:
        raise InputError("E-PDF", "读取时出错：文件已损坏，或展开后太大", "用打印程序重新生成 PDF")
    answer: dict[str, Any] = json.loads(child.stdout)
    return answer


def _library_folder() -> Path:
    found = importlib.util.find_spec("pypdfium2")
    if found is None or found.origin is None:
        raise InputError("E-PDF", "缺少读 PDF 的部件 pypdfium2", "重新安装 quizgen")
    return Path(found.origin).parent.parent


def _refusal(fault: str) -> InputError:
    kind, _, count = fault.partition(" ")
    if kind == "password":
        return InputError("E-PDF", "需要密码才能打开", "去掉密码后另存")
    if kind == "pages":
        return InputError("E-SIZE", f"有 {count} 页，超过 2000 页的上限", "拆成几份再处理")
    if kind == "size":
        return InputError("E-SIZE", "文字超过 300 万字的上限", "拆成几份再处理")
    return InputError("E-PDF", "PDF 文件已损坏", "换一份，或用打印程序重新生成 PDF")
