"""Referents: what the short names of an article stand for (RULES.md gates 2 and 3), and whose claim a sentence is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.miners.meetings import only_meeting
from quizgen.model.document import Booklet, Section

SHORT_TITLE = re.compile(r"^《(?P<noun>[^《》]{2,4})》$")
# 《意见》
FULL_TITLE = re.compile(r"《[^《》]{5,60}》")
# 《关于推进校园阅读的意见》
NATIONAL_LEADER = re.compile(r"习近平(?:总书记|主席)?")
# 习近平总书记
SPACE = re.compile(r"\s")
# 校园安全 条例
IN_FULL = re.compile(r"(?:全文|内容|主要内容)(?:如下|摘登如下|摘编如下)")
# 倡议全文如下
ISSUED_NAME = re.compile(
    r"(?:发布|通过|印发|发出)(?:了)?(?P<name>[一-龥\d]{4,24}(?:倡议书|倡议|宣言|声明|公报|公约|意见|方案))"
)
# 发布校园阅读合作倡议
REPORT = re.compile(r"在(?P<where>[^，。]{4,40})上的(?P<what>报告|讲话|演讲|致辞)")
# ——在全县教育大会上的报告
CONGRESS = re.compile(r"^中国共产党第(?P<n>[一二三四五六七八九十]{1,3})次全国代表大会$")
# 中国共产党第八次全国代表大会: its short name is official too
LAW = re.compile(
    r"(?:法|条例|办法|规定|规则|章程|细则|准则|守则|决定|意见|方案|纲要|规划|公约|标准)(?:（[^（）]{1,12}）)?$"
)
# 校园安全条例
ARTICLE_OF_LAW = re.compile(r"^第[一二三四五六七八九十百零]{1,6}条")
# 第十二条
PART = re.compile(
    r"第[一二三四五六七八九十百零\d]+[编章节部篇]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|附则|附件|总则|结语"
)
# 第一章总则; 一、指导思想: a part of a work, not an article of a digest
FEWEST_ARTICLES = 10
ANAPHOR = re.compile(r"^(?:它们|他们|她们|它|他|她|其(?!中)|这些|这种|这一|这个|这|该|此|上述|以上|那)")
# 它由


@dataclass(frozen=True)
class Attribution:
    """Whose claim a sentence is. ``anchor`` is printed before the statement; ``length`` characters of it are frame."""

    anchor: str
    kind: str  # person document meeting law unnamed
    length: int = 0
    usable: bool = True
    whole: bool = False  # all that follows is this document's text
    name: str = ""  # of the speaker alone
    head: str = ""  # what stands before this one sentence in the anchor's place: 《方案》规定了


@dataclass(frozen=True)
class Referents:
    """What the short names of an article stand for."""

    meeting: str | None  # the one meeting the article reports
    date: str | None
    titles: tuple[str, ...]
    document: Attribution | None  # the whole text is one document: a law, a report
    leader: str | None
    text: str = ""  # of the article
    he: str | None = None  # who spoke last, or was spoken of
    booklet: str = ""  # all of the text

    @classmethod
    def of(cls, booklet: Booklet, article: Section, document: Attribution | None) -> Referents:
        """Return the referents of an article, read from its own text; ``document``: what the whole booklet is."""
        text = _article_text(booklet, article)
        return cls(
            meeting=only_meeting(text, article.date),
            date=article.date,
            titles=tuple(dict.fromkeys(FULL_TITLE.findall(text))),
            document=document,
            leader=_leader(text),
            text=text,
            booklet=booklet.text,
        )

    def title_with(self, noun: str) -> str | None:
        """Return the one full title of the article with ``noun`` in it, None if none or several."""
        titles = [title for title in self.titles if noun in title]
        return titles[0] if len(titles) == 1 else None

    def full_title(self, title: str) -> str | None:
        """Return a title, in full where it is a short one (《意见》), None where the article does not tell it."""
        short = SHORT_TITLE.match(title)
        return self.title_with(short.group("noun")) if short else title

    def announced(self, text: str) -> Attribution | None:
        """Return the document a paragraph says is printed in full behind it, None when it says no such thing."""
        if not IN_FULL.search(text[-40:]):
            return None
        titles = FULL_TITLE.findall(text) or [m.group("name") for m in ISSUED_NAME.finditer(text)]
        return Attribution(f"{titles[-1]}提出，", "document", whole=True) if titles else None

    def pronoun_of(self, text: str) -> str:
        """Return the pronoun or demonstrative a text begins with, "" when it does not."""
        match = ANAPHOR.match(text)
        return match.group() if match else ""


def _article_text(booklet: Booklet, article: Section) -> str:
    own = [s for s in booklet.sections if s.id == article.id or s.id.startswith(article.id + ".")]
    return "\n".join([article.title, *(p.text for s in own for p in s.paragraphs)])


def _leader(text: str) -> str | None:
    match = NATIONAL_LEADER.search(text)
    return "习近平总书记" if match and "习近平总书记" in text else (match.group() if match else None)


def whole_document(booklet: Booklet) -> Attribution | None:
    """Return how the words of a booklet that is one law or report are introduced, None where it is neither."""
    chapters = [s.title for s in booklet.sections if s.level == 1 and s.title_origin == "printed"]
    others = any(not PART.match(section.title) for section in booklet.sections[1:])  # articles of their own
    title = "" if others else (booklet.title or (chapters[0] if len(chapters) == 1 else "")).strip()
    if match := REPORT.search(title):
        where = CONGRESS.sub(r"党的\g<n>大", match.group("where"))
        return Attribution(f"{where}{match.group('what')}指出，", "document")
    compact = SPACE.sub("", title)
    if compact and LAW.search(compact):
        short = compact.removeprefix("中华人民共和国")
        name = short if short.startswith("《") else f"《{short}》"
        return Attribution(f"{name}规定，", "law")
    articles = sum(bool(ARTICLE_OF_LAW.match(p.text)) for section in booklet.sections for p in section.paragraphs)
    return Attribution("", "law") if articles >= FEWEST_ARTICLES else None  # a law whose name is not in the file
