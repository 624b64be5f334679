"""What schools call things: kinds, labels, columns, levels. One table each, names as they stand after folding."""

from __future__ import annotations

from quizgen.items.base import Difficulty

KINDS: dict[str, str] = {
    "单项选择题": "single_choice",
    "单项选择": "single_choice",
    "单选题": "single_choice",
    "单选": "single_choice",
    "多项选择题": "multiple_choice",
    "多项选择": "multiple_choice",
    "多选题": "multiple_choice",
    "多选": "multiple_choice",
    "不定项选择题": "choice",
    "不定项选择": "choice",
    "选择题": "choice",
    "选择": "choice",
    "填空题": "fill_blank",
    "填空": "fill_blank",
    "判断正误": "true_false",
    "判断对错": "true_false",
    "判断题": "true_false",
    "判断": "true_false",
    "是非题": "true_false",
    "对错题": "true_false",
    "名词解释题": "term_definition",
    "名词解释": "term_definition",
    "简答题": "short_answer",
    "简述题": "short_answer",
    "问答题": "short_answer",
    "论述题": "short_answer",
    "简答": "short_answer",
}
"""Name -> item kind; ``choice`` is single or multiple, which the number of keys tells."""

UNSUPPORTED = "unsupported"
"""Kind of a heading that names a kind of question quizgen does not have (材料分析题)."""

LABELS: dict[str, str] = {
    "正确答案": "answer",
    "参考答案": "answer",
    "标准答案": "answer",
    "正确选项": "answer",
    "答案要点": "answer",
    "参考要点": "answer",
    "答题要点": "answer",
    "答案": "answer",
    "答": "answer",
    "答案解析": "rationale",
    "试题解析": "rationale",
    "题目解析": "rationale",
    "解析": "rationale",
    "详解": "rationale",
    "改正": "rationale",
    "更正": "rationale",
    "难易程度": "difficulty",
    "难易度": "difficulty",
    "难度": "difficulty",
    "所属章节": "section",
    "章节": "section",
    "题型": "kind",
    "试题类型": "kind",
    "题目类型": "kind",
    "评分标准": "note",
    "评分说明": "note",
    "评分细则": "note",
    "出处": "note",
    "来源": "note",
    "知识点": "note",
    "备注": "note",
}
"""Label before words of an item -> where they go; the same names head the columns of a workbook."""

KEPT_IN_WORDS = frozenset({"改正", "更正", "评分标准", "评分说明", "评分细则", "出处", "来源", "知识点", "备注"})
"""Labels that stay in front of their words: without them a reader of the bank would not know what they are."""

COLUMNS: dict[str, str] = LABELS | {
    "题干": "stem",
    "题目": "stem",
    "试题": "stem",
    "问题": "stem",
    "题目内容": "stem",
    "试题内容": "stem",
    "试题题干": "stem",
    "题号": "number",
    "序号": "number",
    "编号": "number",
    "类型": "kind",
    "章": "section",
    "选项": "options",
    "备选项": "options",
    "试题选项": "options",
}
"""Heading of a workbook column -> what it holds; 选项A, A, 选项1 are read by rule."""

DIFFICULTIES: dict[str, Difficulty] = {
    "易": "easy",
    "容易": "easy",
    "简单": "easy",
    "较易": "easy",
    "easy": "easy",
    "中": "medium",
    "中等": "medium",
    "一般": "medium",
    "适中": "medium",
    "medium": "medium",
    "难": "hard",
    "较难": "hard",
    "困难": "hard",
    "hard": "hard",
}

TRUE_WORDS = ("√", "✓", "✔", "正确", "对的", "对", "是", "true", "t", "y", "yes")
FALSE_WORDS = ("×", "✗", "✘", "╳", "☓", "不正确", "错误", "不对", "错的", "错", "否", "false", "f", "x", "n", "no")
"""Judgements, folded and in lower case."""
