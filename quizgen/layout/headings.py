"""What stands above the items: title, score table, notices, candidate's data, seal bar, heads of the parts."""

from __future__ import annotations

from itertools import groupby

from quizgen.items import KINDS
from quizgen.items.printing import Place, fill_rule, show_points
from quizgen.itemsets import Form, Paper, PaperPart
from quizgen.layout.tables import make_grid
from quizgen.model.sheet import Blank, PageField, Paragraph, SealBar, Tab, Table, TabStop, Text
from quizgen.model.style import Style

LONG_TITLE = 22  # characters
DATA = (("单位", 35.0), ("姓名", 25.0), ("考号", 30.0))  # mm to write on
SEAL = SealBar(
    data="单位：＿＿＿＿＿＿＿＿　　姓名：＿＿＿＿＿＿＿＿　　考号：＿＿＿＿＿＿＿＿",
    warning="………密………封………线………内………不………要………答………题………",
)
NUMERALS = "〇一二三四五六七八九"


def count_chinese(number: int) -> str:
    """Return 1–99 as 大题 are counted: 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else NUMERALS[tens]) + "十" if tens else ""
    return lead + (NUMERALS[ones] if ones else "")


def name_paper(paper: Paper, form: Form) -> str:
    """Return the name of a form: {单位}{年份}年{名称}（A卷）; what the title already says is not said twice."""
    year = f"{paper.blueprint.year}年" if paper.blueprint.year else ""
    lead = "".join(word for word in (paper.blueprint.school, year) if word not in paper.title)
    return f"{lead}{paper.title}{f'（{form.label}卷）' if form.label else ''}"


def print_title(name: str) -> Paragraph:
    """Return the title line."""
    return Paragraph(role="long_title" if len(name) > LONG_TITLE else "title", inlines=(Text(text=name),))


def print_subtitle(paper: Paper, form: Form) -> Paragraph:
    """Return booklet, marks and time under the title."""
    total = show_points(sum(part.points for part in form.parts))
    about = "" if paper.source_title in paper.title else f"（{paper.source_title}）　"
    text = f"{about}闭卷　　满分{total}分　　时间{paper.blueprint.minutes}分钟"
    return Paragraph(role="subtitle", inlines=(Text(text=text),))


def print_data() -> Paragraph:
    """Return the line for the candidate's data."""
    fields = [(Text(text=f"{'　' if order else ''}{name}："), Blank(width=mm)) for order, (name, mm) in enumerate(DATA)]
    return Paragraph(role="data", inlines=tuple(inline for field in fields for inline in field))


def print_scores(form: Form, style: Style) -> Table:
    """Return the score table: 题号, 得分, 评卷人 for every part and the whole."""
    heads = ["题号", *_count_parts(form), "总分", "核分人"]
    empty = [""] * (len(heads) - 1)
    return make_grid([heads, ["得分", *empty], ["评卷人", *empty]], style.page.column_width, 8)


def print_weights(form: Form, style: Style) -> Table:
    """Return the table of marks per part on top of the key."""
    points = [show_points(part.points) for part in form.parts]
    total = show_points(sum(part.points for part in form.parts))
    rows = [["题型", *_count_parts(form), "合计"], ["分值", *points, total]]
    return make_grid(rows, style.page.column_width, 7)


def _count_parts(form: Form) -> list[str]:
    return [count_chinese(order) for order, _ in enumerate(form.parts, 1)]


def print_notices(form: Form, style: Style, with_card: bool) -> Paragraph:
    """Return 注意事项: data, pen, scoring of the part where half an answer counts."""
    where = "请在密封线内" if style.seal_bar else "请"
    sheet = "将答案写在答题卡上，写在试卷上无效" if with_card else "作答，字迹工整"
    rules = [f"答题前{where}填写单位、姓名和考号。", f"用黑色签字笔{sheet}。"]
    rules += [_say_rule(part) for part in form.parts if part.kind == "multiple_choice" and part.instructions is None]
    text = "".join(f"{order}．{rule}" for order, rule in enumerate(rules[:3], 1))
    return Paragraph(role="notice", inlines=(Text(text=f"注意事项：{text}"),))


def _say_rule(part: PaperPart) -> str:
    kind = KINDS[part.kind]
    return f"{kind.label}{fill_rule(kind.marking, unit_points(part))}"


def print_head(order: int, part: PaperPart, places: list[Place]) -> Paragraph:
    """Return the head of a part: 一、填空题（每空2分，共20分。…）; marks are computed, never copied."""
    kind = KINDS[part.kind]
    guide = part.instructions if part.instructions is not None else fill_rule(kind.guide, unit_points(part))
    note = f"{_say_points(part, places)}，共{show_points(part.points)}分"
    note += f"。{guide.rstrip('。')}" if guide else ""
    return Paragraph(
        role="section",
        inlines=(Text(text=f"{count_chinese(order)}、{kind.label}"), Text(text=f"（{note}）", tone="aside")),
    )


def unit_points(part: PaperPart) -> float:
    """Return the marks of the first item, or blank, of a part."""
    return part.points_each[0] if isinstance(part.points_each, tuple) else part.points_each


def _say_points(part: PaperPart, places: list[Place]) -> str:
    if not isinstance(part.points_each, tuple) or len(set(part.points_each)) == 1:
        return f"每{KINDS[part.kind].unit}{show_points(unit_points(part))}分"
    runs = [(points, [place.number for place in run]) for points, run in groupby(places, lambda place: place.points)]
    return "，".join(_say_run(numbers, points) for points, numbers in runs)


def _say_run(numbers: list[int], points: float) -> str:
    return f"第{say_range(numbers)}题{'各' if len(numbers) > 1 else ''}{show_points(points)}分"


def say_range(numbers: list[int]) -> str:
    """Return item numbers in one run as printed: 37, 38—40."""
    return f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}—{numbers[-1]}"


def print_footer(name: str, style: Style) -> Paragraph:
    """Return name, page and page count; of columns instead of sheets when the style counts them."""
    columns = style.page.columns if style.column_pages else 1
    if columns == 1:
        return Paragraph(role="footer", inlines=_count_pages(name, 1, 0))
    step = style.page.column_width + style.page.gap
    stops = tuple(TabStop(at=style.page.column_width / 2 + step * k, align="center") for k in range(columns))
    inlines = [(Tab(), *_count_pages(name, columns, columns - 1 - k)) for k in range(columns)]
    return Paragraph(role="column_footer", tabs=stops, inlines=tuple(inline for group in inlines for inline in group))


def _count_pages(name: str, times: int, minus: int) -> tuple[Text | PageField, ...]:
    return (
        Text(text=f"{name}　第 "),
        PageField(of="page", times=times, minus=minus),
        Text(text=" 页　共 "),
        PageField(of="pages", times=times),
        Text(text=" 页"),
    )
