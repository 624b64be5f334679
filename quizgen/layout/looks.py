"""The look of every role for a style: PAPER.md section 2 as one table."""

from __future__ import annotations

from functools import partial

from quizgen.items.printing import INDENT_EM
from quizgen.model.sheet import Look
from quizgen.model.style import PT_PER_MM, Style

GAP = 6  # pt, between two tables
OPTION_EM = 1.7  # width of "A．": long options go on under their own first letter


def make_looks(style: Style) -> tuple[Look, ...]:
    """Return the looks of all roles."""
    body = partial(Look, font=style.body_font, latin=style.latin_font, size=style.body_size, pitch=style.line_pitch)
    head = partial(Look, font=style.heading_font, latin=style.latin_font, bold=True)
    note = partial(Look, font=style.body_font, latin=style.latin_font, size=style.note_size)
    small = partial(note, pitch=style.note_size * 14 / 9)
    aside = INDENT_EM * style.body_size / style.note_size  # where stems begin
    compact = round(style.body_size * 4 / 3, 1)
    return (
        head(role="title", name="卷名", size=style.title_size, pitch=30, align="center", after=4),
        head(role="long_title", name="卷名（长）", size=style.long_title_size, pitch=30, align="center", after=4),
        body(role="subtitle", name="卷名说明", size=style.head_size, pitch=20, align="center", after=4),
        body(role="data", name="考生信息", pitch=20, align="center", after=4),
        small(role="notice", name="注意事项", before=4),
        head(
            role="section", name="大题", size=style.head_size, pitch=22, before=style.section_gap, after=4,
            keep_next=True, outline=0,
        ),
        head(role="topic", name="小标题", size=style.body_size, pitch=20, before=4, keep_next=True, outline=1),
        body(role="stem", name="题干", left=INDENT_EM, hanging=INDENT_EM),
        body(role="option", name="选项", left=INDENT_EM + OPTION_EM, hanging=OPTION_EM),
        body(role="answer", name="答案", left=INDENT_EM, hanging=INDENT_EM),
        body(role="point", name="要点", left=INDENT_EM),
        small(role="remark", name="评分说明", left=aside),
        small(role="source", name="出处", left=aside, grey=True),
        body(role="cell", name="表格文字", pitch=compact, align="center"),
        body(role="entry", name="正文行"),
        body(role="field", name="填写行", pitch=round(9 * PT_PER_MM, 1)),
        note(role="gap", name="间隔", pitch=GAP),
        small(role="footer", name="页脚行", align="center"),
        small(role="column_footer", name="分栏页脚行"),
    )  # fmt: skip
