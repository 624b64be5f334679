"""A senseless command line: what is wrong with it, said to a teacher."""

from __future__ import annotations

import re

import click
import pytest

from quizgen.cli import cli
from quizgen.cli.usage import wrong_usage

LINES = {
    "no such command": ("出题", "没有 出题 这个命令"),
    "no such command of the bank's": ("bank 出题", "没有 出题 这个命令"),
    "no such option": ("generate 资料.txt --papers", "没有 --papers 这个选项"),
    "no booklet": ("generate -o 卷", "还没有给出 BOOKLET..."),
    "no folder": ("generate 资料.txt", "还没有给出 -o"),
    "an option without its value": ("generate 资料.txt -o", "选项 -o 后面少写了值，或者不该写值"),
    "a value for a flag": ("verify 题库.yaml --all=3", "选项 --all 后面少写了值，或者不该写值"),
    "no number": ("generate 资料.txt -o 卷 --seed 三", "--seed 的值不对，要写整数"),
    "a number out of range": ("paper 题库.yaml -o 卷 --versions 27", "--versions 的值不对，要写 1 到 26 的整数"),
    "a number too small": ("generate 资料.txt -o 卷 --jobs 0", "--jobs 的值不对，要写 1 以上的整数"),
}


@pytest.mark.parametrize(("line", "wanted"), LINES.values(), ids=LINES.keys())
def test_a_wrong_command_line_is_told_in_chinese(line: str, wanted: str) -> None:
    with pytest.raises(click.ClickException) as caught:
        cli.main(args=line.split(), prog_name="quizgen", standalone_mode=False)
    assert wrong_usage(caught.value) == wanted


def test_a_wrong_word_is_told_with_the_right_ones() -> None:
    with pytest.raises(click.ClickException) as caught:
        cli.main(args=["bank", "list", "题库.yaml", "--status", "好"], prog_name="quizgen", standalone_mode=False)
    assert re.fullmatch("--status 的值不对，只能是 (?:[a-z]+、)+[a-z]+", wrong_usage(caught.value))
