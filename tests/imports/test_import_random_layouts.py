"""Random banks printed in random layouts and read back: nothing wrong, what is missing listed."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from layouts import build_word, build_workbook, read, write

from quizgen.banks.imports import ImportResult, understand

PLACES = ["图书馆", "操场", "食堂", "菜园", "校史馆", "广播站", "实验室", "礼堂", "车棚", "生物角"]
TIMES = ["每周一上午", "每周三下午", "每月第一天", "学期初", "学期末", "每天午后", "三月上旬", "国庆节前"]
WHO = ["教务处", "总务处", "少先队", "家委会", "值周班", "学生会", "校医室", "体育组", "团委", "年级组"]
DOES = ["开放", "清点物品", "检查卫生", "更换展板", "公布名单", "组织评比", "召开例会", "登记借用"]
KINDS = ["single_choice", "multiple_choice", "true_false", "fill_blank", "term_definition", "short_answer"]
HEADINGS = {
    "single_choice": ["单项选择题", "单选题", "单 选 题"],
    "multiple_choice": ["多项选择题", "多选题", "多项选择"],
    "true_false": ["判断题", "是非题", "判断正误"],
    "fill_blank": ["填空题"],
    "term_definition": ["名词解释", "名词解释题"],
    "short_answer": ["简答题", "问答题"],
}
HEADING_STYLES = ["{}、{}（每题2分，共20分）", "{}、{}", "{}．{}(本大题共5小题,每小题2分)", "第{}部分 {}", "（{}）{}："]
ORDINALS = "一二三四五六"


@dataclass
class Question:
    """What is printed, and the line of an ``.expected`` file it must come back as; ``key`` empty: nobody wrote it."""

    kind: str
    stem: str
    options: list[str]
    key: str
    line: str


@dataclass
class Layout:
    """How one school prints."""

    rng: random.Random
    answers: str  # bracket, after, end, second
    restart: bool

    def __post_init__(self) -> None:
        pick = self.rng.choice
        self.number = pick(["{}.", "{}．", "{}、", "{} .", "{}. ", "第{}题 ", "{}．　"])
        self.option = pick(["{}.", "{}．", "{}、", "（{}）", "({})", "{}. ", "{}）", "{}:"])
        self.per_line = pick([1, 2, 4])
        self.gap = pick(["　　", "    ", "\t", " "])
        self.label = pick(["答案：", "【答案】", "正确答案：", "参考答案: ", "标准答案：", "答 案："])
        self.letters = pick(["", " ", "、", ",", "，"])
        self.true, self.false = pick([("√", "×"), ("对", "错"), ("正确", "错误"), ("T", "F"), ("✓", "✗")])
        self.heading = pick(
            ["{}、{}（每题2分，共20分）", "{}、{}", "{}．{}(本大题共5小题,每小题2分)", "第{}部分 {}", "（{}）{}："]
        )
        self.wide = pick([True, False])
        self.wrap = pick([0, 0, 14, 20])  # letters a line; 0: lines are not wrapped
        self.rows = pick(["range", "pairs", "lines"])  # how keys of choice and judgement stand in a block
        self.spaced = pick([True, False])  # blank lines between questions


def make_question(rng: random.Random, kind: str, serial: int) -> Question:
    """Return a question whose answer is at times missing."""
    place, time, who, does = (rng.choice(words) for words in (PLACES, TIMES, WHO, DOES))
    tag = rng.choice([f"第{serial}号规定要求，", f"{2000 + serial}年的规定要求，", f"“{serial}号规定”要求，"])
    missing = rng.random() < 0.04
    if kind == "single_choice":
        options = rng.sample(WHO, rng.choice([3, 4, 4, 4, 5]))
        key = rng.choice(options)
        rest = " ; ".join(one for one in options if one != key)
        stem = f"{tag}{place}{time}由（　　）{does}。"
        return Question(kind, stem, options, "" if missing else key, f"{kind} | {stem} | {key} | {rest}")
    if kind == "multiple_choice":
        options = rng.sample(DOES, rng.choice([4, 4, 5]))
        keys = [one for one in options if rng.random() < 0.6] or options[:2]
        keys = keys if len(keys) > 1 else options[:2]
        rest = " ; ".join(one for one in options if one not in keys)
        stem = f"{tag}{place}{time}应当做到（　　）。"
        line = f"{kind} | {stem} | {' ; '.join(keys)}" + (f" | {rest}" if rest else "")
        return Question(kind, stem, options, "" if missing else ";".join(keys), line)
    if kind == "true_false":
        true = rng.random() < 0.5
        stem = f"{tag}{place}{time}由{who}{does}。"
        return Question(kind, stem, [], "" if missing else str(true), f"{kind} | {stem} | {'√' if true else '×'}")
    if kind == "fill_blank":
        stem = f"{tag}{place}由____{does}，时间是____。"
        return Question(kind, stem, [], "" if missing else f"{who}；{time}", f"{kind} | {stem} | {who} ; {time}")
    points = [f"{who}{one}" for one in rng.sample(DOES, 3)]
    written = "；".join(f"（{n}）{text}" for n, text in enumerate(points, 1))
    stem = f"{place}{serial}号规定" if kind == "term_definition" else f"简述{place}{serial}号规定的三项要求。"
    line = f"{kind} | {stem} | {' ; '.join(f'{text}*1' for text in points)}"
    return Question(kind, stem, [], "" if missing else written, line)


def key_of(question: Question, layout: Layout) -> str:
    """Return the key as the school writes it."""
    if question.kind in ("single_choice", "multiple_choice") and question.key:
        letters = ["ABCDEFGH"[question.options.index(one)] for one in question.key.split(";")]
        return layout.letters.join(letters)
    if question.kind == "true_false" and question.key:
        return layout.true if question.key == "True" else layout.false
    return question.key


def print_bank(parts: list[list[Question]], layout: Layout) -> tuple[str, str]:
    """Return the question file and the answer file."""
    lines, key_lines = ["清河县校园规章题库", ""], []
    number = 0
    for ordinal, questions in zip(ORDINALS, parts, strict=False):
        heading = layout.heading.format(ordinal, layout.rng.choice(HEADINGS[questions[0].kind]))
        lines.append(heading)
        key_lines.append(heading)
        number = 0 if layout.restart else number
        for question in questions:
            number += 1
            lines += print_question(number, question, layout)
        if layout.answers in ("end", "second"):
            key_lines += print_keys(number - len(questions) + 1, questions, layout)
    if layout.answers == "second":
        return "\n".join(lines), "\n".join(["参考答案", *key_lines])
    return "\n".join([*lines, "参考答案及评分标准", *key_lines] if layout.answers == "end" else lines), ""


def print_keys(first: int, questions: list[Question], layout: Layout) -> list[str]:
    """Return the lines of a block of answers: rows for choice and judgement, else one answer a line."""
    keys = [(number, key_of(question, layout)) for number, question in enumerate(questions, first)]
    known = [(number, key) for number, key in keys if key]
    if layout.rows == "lines" or questions[0].kind not in KINDS[:3]:
        return [f"{layout.number.format(number)}{key}" for number, key in known]
    compact = [(number, key.translate(dict.fromkeys(map(ord, " 、,，")))) for number, key in known]
    if layout.rows == "pairs" or len(known) < len(keys):
        pairs = [f"{number}.{key}" for number, key in compact]
        return [layout.gap.join(pairs[at : at + 5]) for at in range(0, len(pairs), 5)]
    dash = layout.rng.choice(["-", "—", "～", "－", "--"])
    joint = "" if questions[0].kind == "single_choice" else " "
    runs = [compact[at : at + 5] for at in range(0, len(compact), 5)]
    return [f"{run[0][0]}{dash}{run[-1][0]} {joint.join(key for _, key in run)}" for run in runs if len(run) > 1] + [
        f"{number}.{key}" for run in runs if len(run) == 1 for number, key in run
    ]


def wrap(line: str, layout: Layout) -> list[str]:
    """Return a line broken as a dump breaks it, never inside a bracket or before a digit."""
    if not layout.wrap or len(line) <= layout.wrap:
        return [line]
    at = layout.wrap
    while at < len(line) and (line[at] in "0123456789（）　 _。，；" or line[at - 1] in "（　 0123456789_"):
        at += 1
    return [line[:at], line[at:]] if line[at:] else [line]


def print_question(number: int, question: Question, layout: Layout) -> list[str]:
    """Return the lines of a question."""
    stem, key = question.stem, key_of(question, layout)
    in_bracket = layout.answers == "bracket" and question.options and key
    if in_bracket:
        stem = stem.replace("（　　）", f"（ {key} ）")
    if layout.answers == "bracket" and question.kind == "true_false":
        stem += f"（ {key} ）"
    lines = [*wrap(f"{layout.number.format(number)}{stem}", layout), *print_options(question.options, layout)]
    shown = in_bracket or question.kind == "true_false" if layout.answers == "bracket" else layout.answers != "after"
    if key and layout.answers in ("bracket", "after") and not shown:
        lines.append(f"{layout.label}{key}")
    return [*lines, ""] if layout.spaced else lines


def print_options(options: list[str], layout: Layout) -> list[str]:
    """Return the option lines."""
    letters = "ＡＢＣＤＥ" if layout.wide else "ABCDE"
    marked = [f"{layout.option.format(letter)}{text}" for letter, text in zip(letters, options, strict=False)]
    rows = [marked[at : at + layout.per_line] for at in range(0, len(marked), layout.per_line)]
    return [layout.gap.join(row) for row in rows]


def print_workbook(parts: list[list[Question]], layout: Layout) -> str:
    """Return the description of a workbook whose columns stand in any order."""
    columns = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "选项E", "答案"]
    layout.rng.shuffle(columns)
    rows = ["== 题库", "|".join(columns)]
    for question in (question for part in parts for question in part):
        cells = {"题型": HEADINGS[question.kind][0], "题干": question.stem, "答案": key_of(question, layout)}
        cells |= {f"选项{letter}": text for letter, text in zip("ABCDE", question.options, strict=False)}
        rows.append("|".join(cells.get(name, "") for name in columns))
    return "\n".join(rows)


def import_random(seed: int) -> tuple[list[Question], ImportResult]:
    """Return what was printed and what was read."""
    rng = random.Random(seed)
    layout = Layout(rng, rng.choice(["bracket", "after", "end", "second"]), rng.random() < 0.5)
    kinds = [kind for kind in KINDS if rng.random() < 0.8] or KINDS[:1]
    parts = [
        [make_question(rng, kind, 100 * at + n) for n in range(rng.randint(3, 12))] for at, kind in enumerate(kinds)
    ]
    printed = [question for part in parts for question in part]
    form = rng.choice(["txt", "docx", "xlsx"])
    if form == "xlsx":
        return printed, understand([read("题库.xlsx", build_workbook(print_workbook(parts, layout)))])
    texts = [text for text in print_bank(parts, layout) if text]
    files = [(f"题库.{form}", build_word(text) if form == "docx" else text.encode()) for text in texts]
    documents = [read(*file) for file in files]
    return printed, understand(documents[:1], documents[1] if len(documents) > 1 else None)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_wrong_and_what_has_no_answer_is_listed(seed: int) -> None:
    printed, result = import_random(seed)
    answered = [question.line for question in printed if question.key]
    assert [write(item) for item in result.items] == answered, [p.line() for p in result.problems]
    left_out = [problem for problem in result.problems if problem.left_out]
    assert len(left_out) == len(printed) - len(answered), left_out
