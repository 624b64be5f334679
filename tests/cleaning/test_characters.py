"""Characters: look-alikes repaired, stray white space out, real white space kept."""

from __future__ import annotations

import pytest
from cleaning_lines import cleaned

from quizgen.cleaning.characters import RADICALS, repair

CASES = [
    ("3月 6日 召开 会议", "3月6日召开会议"),
    ("第 12 期", "第12期"),
    ("（ 总第 6 期 ）", "（总第6期）"),
    ("提出，  要改进课堂", "提出，要改进课堂"),
    ("国际 STEM 教育", "国际 STEM 教育"),
    ("AI  for\u00a0Science", "AI for Science"),
    ("5G+智慧", "5G+智慧"),
    ("2 000 人", "2 000人"),
    ("零\u200b宽\ufeff字\u00ad符\u202e", "零宽字符"),
    ("⼈⺠⽤⼾⻔⻓", "人民用户门长"),
    ("乱\ue123码\ufffd字", "乱码字"),
    ("总\u3000\u3000则", "总则"),
]


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_cases(raw: str, clean: str) -> None:
    assert cleaned(raw).text == clean


def test_every_look_alike_of_the_supplement_has_its_character() -> None:
    assert len(RADICALS) == 23
    assert all("\u2e80" <= a <= "\u2eff" and "\u4e00" <= b <= "\u9fff" for a, b in RADICALS.items())
    assert repair("⻰") == "龙" and repair("⾦") == "金"


def test_what_prints_nothing_is_told() -> None:
    runs = {(run.text, run.reason) for run in cleaned("零\u200b宽，乱\ue123码").discarded}
    assert runs == {("\u200b", "invisible"), ("\ue123", "glyph_garbage")}
