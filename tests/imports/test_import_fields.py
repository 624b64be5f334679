"""What an imported item carries besides its kind: id, difficulty, section, note, rationale; and how faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from layouts import build_workbook, read, run

from quizgen.banks.imports import ImportResult, understand
from quizgen.items import AnyItem

CHOICE = "一、单选题\n1. 晨读的目的是（ A ）。\nA. 养成习惯 B. 坚持 C. 示范\n"


def imported(text: str) -> ImportResult:
    return understand([read("题.txt", text.encode())])


def only(text: str) -> AnyItem:
    result = imported(text)
    assert result.complete, result.problems
    return result.items[0]


def why(text: str) -> str:
    """Return why the one item of a text was left out."""
    result = imported(text)
    assert result.items == ()
    return result.problems[-1].message


def test_common_fields() -> None:
    item = only(CHOICE)
    assert (item.template, item.status, item.digest, item.provenance) == ("imported", "draft", None, ())
    assert (item.evidence, item.fact, item.asks, item.theme) == ("none", None, None, None)


def test_the_id_is_of_kind_stem_and_key_alone() -> None:
    item = only(CHOICE)
    assert only(CHOICE.replace("B. 坚持 C. 示范", "B．安静　C．点名")).id == item.id
    assert only(CHOICE.replace("晨读的目的", "晨读 的 目的")).id == item.id
    assert only("第三章 阅读\n" + CHOICE.replace("1. ", "7、")).id == item.id
    assert only(CHOICE.replace("（ A ）", "（ B ）")).id != item.id
    assert only(CHOICE.replace("晨读的", "午读的")).id != item.id


def test_keys_of_multiple_choice_in_any_order_give_one_id() -> None:
    text = "一、多选题\n1. 要求有（ AB ）。\nA. {} B. {} C. 丙"
    assert only(text.format("甲", "乙")).id == only(text.format("乙", "甲")).id


@pytest.mark.parametrize(("said", "level"), [("易", "easy"), ("中等", "medium"), ("较难", "hard"), ("容易", "easy")])
def test_difficulty(said: str, level: str) -> None:
    assert only(f"{CHOICE}难度：{said}").difficulty == level


def test_an_unknown_difficulty_is_not_guessed() -> None:
    assert "难度“0.8”" in why(f"{CHOICE}难度：0.8")


def test_chapters_and_labels_give_the_section() -> None:
    assert only("第二章 阅读\n" + CHOICE).section == "第二章 阅读"
    assert only(CHOICE + "章节：第三章").section == "第三章"


def test_notes_keep_their_labels() -> None:
    assert (
        only(CHOICE + "评分标准：错选不得分。\n出处：《阅读办法》").note == "评分标准：错选不得分。出处：《阅读办法》"
    )


def test_words_before_the_first_point_are_kept() -> None:
    item = only("一、简答题\n1. 简述要求。\n答：要求如下：（1）到得早；（2）读得响。")
    assert [point.text for point in item.points] == ["到得早", "读得响"]
    assert item.note == "答案引语：要求如下："


def test_workbook_columns() -> None:
    table = "题干|答案|解析|难度|章节|知识点\n晨读每天二十分钟。|对|见办法|难|第一章|晨读"
    (item,) = understand([read("题.xlsx", build_workbook(f"== 判断题\n{table}"))]).items
    assert (item.rationale, item.difficulty, item.section, item.note) == ("见办法", "hard", "第一章", "知识点：晨读")


def test_look_alike_letters_are_read_with_a_remark() -> None:
    remarks = [problem for problem in run("11-ugly").problems if problem.code == "W-LETTER"]
    assert {problem.place for problem in remarks} == {"11-ugly.txt:6", "11-ugly.txt:7"}
    assert not any(problem.left_out for problem in remarks)


FAULTS = {
    "几处答案不一致": "一、单选题\n1. 甲是（ A ）。\nA. 一 B. 二 C. 三\n答案：B",
    "没有答案": "一、单选题\n1. 甲是（  ）。\nA. 一 B. 二 C. 三",
    "选项只有": "一、单选题\n1. 甲是（ D ）。\nA. 一 B. 二 C. 三",
    "有 2 个答案": "一、单选题\n1. 甲是（ AB ）。\nA. 一 B. 二 C. 三",
    "只有一个答案": "一、多选题\n1. 甲是（ A ）。\nA. 一 B. 二 C. 三",
    "两个选项相同": "一、单选题\n1. 甲是（ A ）。\nA. 一 B. 二 C. 二",
    "选项 C 的位置不对": "一、单选题\n1. 甲是（ A ）。\nA. 一\nC. 三\nD. 四",
    "没有选项": "一、单选题\n1. 甲是（ A ）。",
    "有 7 个选项": "一、单选题\n1. 甲是（ A ）。\nA. 一 B. 二 C. 三 D. 四 E. 五 F. 六 G. 七",
    "几个带字母的括号": "一、单选题\n1. （A）与（B）是甲。\nA. 一 B. 二 C. 三",
    "题干有 2 个空": "一、填空题\n1. 甲是____和____。\n答案：一、二、三",
    "题干里没有空": "一、填空题\n1. 甲是什么。\n答案：一",
    "看不懂答案": "一、判断题\n1. 甲是一。\n答案：可能",
    "写的是“略”": "一、简答题\n1. 简述甲。\n答案：略",
    "看不出题型": "1. 简述甲。\n答案：一是一，二是二",
    "不在六种题型": "一、材料分析题\n1. 读材料。\n答案：一",
    "判断题的选项不是": "一、判断题\n1. 甲是一。（√）\nA. 甲 B. 乙",
    "分不清": "一、简答题\n1. 简述甲。\n答：1. 乙\n2. 丙",
    "哪一行开始": "一、单选题\n1. 甲是（ A ）。\nA. 一 B. 二\n丙是\n下列（ A ）。\nA. 三 B. 四\n",
}


@pytest.mark.parametrize("words", FAULTS)
def test_what_is_not_clear_is_left_out_and_said(words: str) -> None:
    result = imported(FAULTS[words])
    assert any(words in problem.message and problem.left_out for problem in result.problems), result


AMBIGUOUS = "一、单选题\n1. 甲是（ ）。\nA. 一 B. 二\n1. 乙是（ ）。\nA. 一 B. 二\n参考答案\n1. A\n"


def test_an_answer_two_questions_claim_is_given_to_none() -> None:
    result = imported(AMBIGUOUS)
    assert result.items == ()
    assert "有 2 道第 1 题" in next(p.message for p in result.problems if p.code == "W-ANSWER")


def test_answers_of_runs_that_restart_alike_are_paired_in_order() -> None:
    assert [item.key for item in imported(AMBIGUOUS + "1. B").items] == ["一", "二"]


def test_an_answer_without_a_question_is_listed() -> None:
    result = imported(CHOICE.replace("（ A ）", "（ ）") + "参考答案\n1. A\n2. B")
    assert len(result.items) == 1
    assert [problem.place for problem in result.problems] == ["题.txt:6"]


def test_the_same_question_twice_is_one_item() -> None:
    result = imported(CHOICE + CHOICE.replace("一、单选题\n1", "2"))
    assert len(result.items) == 1
    assert [(p.code, p.left_out) for p in result.problems] == [("W-TWICE", False)]
    other = imported(CHOICE + CHOICE.replace("一、单选题\n1", "2").replace("坚持", "安静"))
    assert [(p.code, p.left_out) for p in other.problems] == [("W-TWICE", True)]


def test_fixture_files_are_the_programs_own() -> None:
    """No person, no real place: the county is invented."""
    folder = Path(__file__).parents[1] / "fixtures" / "imports"
    assert all("省" not in path.read_text(encoding="utf-8") for path in folder.glob("*.txt"))
