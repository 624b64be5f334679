"""Statements: the sentences of a booklet made self-contained, or dropped (RULES.md section 1, gates 2 and 3).

A statement is a sentence without its dateline, connective and frame of saying; the frame becomes its anchor. A
pronoun at its head is replaced by what it stands for, a relative year by the year; where that is not certain nothing
is made of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from quizgen.miners.heads import ARTICLE, LIMB_HEAD, NUMBERING, RESTATES, strip, trim, unquoted
from quizgen.miners.leads import IS_RULE, lead_of_items
from quizgen.miners.referents import ANAPHOR, Attribution, Referents, whole_document
from quizgen.miners.short_names import contractions, full_name, short_names
from quizgen.miners.speakers import SUBJECT, attribution_of, inherits, quoted_by
from quizgen.miners.voices import speech_behind, who_goes_on
from quizgen.model.document import Booklet, Paragraph, Provenance, Section, Sentence
from quizgen.model.finding import Where
from quizgen.text.clauses import Clause, split
from quizgen.text.words import Word, tag

YEAR = re.compile(r"(今年|去年|明年|前年)")
# 今年7月
BARE_DATE = re.compile(r"(?<![年\d至、])(?P<month>\d{1,2})月(?=\d{1,2}日)")
# 1月30日
THIS_MEETING = re.compile(
    r"^(?:(?:本届|本次|此次|这次)(?:大会|会议|论坛|峰会)|(?:大会|论坛|峰会)(?=以|设|由|围绕|通过|发布))"
)
# 本届大会; 大会以“阅读”为主题
AT_MEETING = re.compile(r"(?<=在)(?:大会|论坛|峰会)(?=[开闭]幕|期间|上|主论坛|发布|发表)")
# 在大会闭幕式发布
SHORT_NAME = re.compile(
    r"^《(?P<noun>方案|意见|规划|纲要|通知|办法|条例|规定|决定|报告|计划|标准|指南|倡议|宣言|细则)》"
)
# 《方案》: the one the article names in full
THIS_LAW = re.compile(r"^本(?:法|条例|办法|规定|章程)(?=自)")
# 本条例自……起施行
ALSO = re.compile(r"^[^，；：]{0,10}?(?P<also>也|(?<![归偿返退交])还)(?=要|应|必须|需要|将|是)")
# 基础教育也要……: the other half stands elsewhere
SAID_BEHIND = re.compile(r"”[^，。；：“”]{0,24}(?:说|表示|介绍|感慨|坦言|认为|强调|指出|提到|称)(?:道)?$")
# “……”某某表示


@dataclass(frozen=True, repr=False)
class Statement:
    """A sentence ready for mining: its text, and where each character of it stands in Booklet.text (-1: put in)."""

    booklet: Booklet
    source: str  # id of the booklet in the bank
    section: Section  # the section it stands in
    article: Section  # its level-1 section
    paragraph: Paragraph
    sentence: Sentence
    anchor: str
    spoken: str  # who says it: person, document, meeting, law, unnamed or ""
    text: str
    origin: Sequence[int]
    lead: bool  # first statement of its paragraph
    whole: bool = False  # part of a document the article prints in full

    @cached_property
    def clauses(self) -> list[Clause]:
        """Return the clauses of ``text``."""
        return split(self.text)

    @cached_property
    def words(self) -> list[Word]:
        """Return the tagged words of ``text``."""
        return tag(self.text)

    @cached_property
    def classes(self) -> list[tuple[int, int, str]]:
        """Return start, end and coarse class (v, n, a …) of each word of ``text``."""
        ends = accumulate(len(word.text) for word in self.words)
        coarse = {"vn": "v", "an": "a"}
        return [(end - len(w.text), end, coarse.get(w.tag, w.tag[0])) for w, end in zip(self.words, ends, strict=True)]

    @cached_property
    def spelled(self) -> tuple[list[int], list[int], str]:
        """Return the starts, the ends and the coarse classes of all words of ``text``, a letter each."""
        starts, ends, letters = zip(*self.classes, strict=True) if self.classes else ((), (), ())
        return list(starts), list(ends), "".join(letters)

    def letters(self, start: int, end: int) -> str:
        """Return the word classes of text[start:end], a letter a whole word."""
        starts, ends, letters = self.spelled
        return letters[bisect_left(starts, start) : bisect_right(ends, end)]

    @cached_property
    def edges(self) -> frozenset[int]:
        """Return the offsets in ``text`` where words begin or end."""
        return frozenset(accumulate((len(word.text) for word in self.words), initial=0))

    @property
    def where(self) -> Where:
        """Return what items say of their section."""
        return Where(
            section=self.article.title,
            theme=self.section.theme,
            terms=self.article.terms[:3],
            sentence=f"{self.source}:{self.booklet.origin[self.sentence.start]}",
        )

    def edited(self, start: int, end: int, text: str) -> Statement:
        """Return the statement with text[start:end] replaced by words that are not the sentence's own."""
        origin = (*self.origin[:start], *[-1] * len(text), *self.origin[end:])
        return replace(self, text=self.text[:start] + text + self.text[end:], origin=origin)

    def provenance(self, start: int, end: int) -> tuple[Provenance, ...]:
        """Return the evidence of text[start:end]."""
        own = [place for place in self.origin[start:end] if place >= 0]
        return (self.cite(self.paragraph, own[0], own[-1] + 1),)

    def cite(self, paragraph: Paragraph, start: int, end: int) -> Provenance:
        """Return the provenance of Booklet.text[start:end], which stands in ``paragraph``."""
        return Provenance(
            source=self.source,
            section=self.section.id,
            page=paragraph.page,
            span=self.booklet.raw_span(start, end),
            quote=self.booklet.text[start:end],
        )


def statements(booklet: Booklet, source: str = "b1") -> list[Statement]:
    """Return the statements of the booklet in reading order."""
    return [
        statement
        for article, referents, section in _with_articles(booklet)
        for statement in _of_section(booklet, source, article, section, referents)
    ]


def _with_articles(booklet: Booklet) -> Iterator[tuple[Section, Referents, Section]]:
    """Yield each section with its article and what that one's short names stand for."""
    document = whole_document(booklet)
    article: tuple[Section, Referents] | None = None
    for section in booklet.sections:
        if section.level == 1 or article is None:
            article = section, Referents.of(booklet, section, document)
        yield *article, section


def _of_section(
    booklet: Booklet, source: str, article: Section, section: Section, referents: Referents
) -> Iterator[Statement]:
    current: Attribution | None = None
    led: str | None = None  # the lead of a law's numbered items
    given: Attribution | None = None  # a document the article prints in full
    speech: Attribution | None = None  # who announced limbs: what 我们 say between them is his
    for paragraph in section.paragraphs:
        current = (current if LIMB_HEAD.match(paragraph.text) else None) or given
        given = referents.announced(paragraph.text) or given
        led = led if NUMBERING.match(paragraph.text) else lead_of_items(ARTICLE.sub("", paragraph.text.strip()))
        spoke: list[Attribution | None] = []  # in each sentence of the paragraph
        for sentence in paragraph.sentences:
            current = current or who_goes_on(sentence.text, speech, spoke)
            made, current = _statement(booklet, source, article, section, paragraph, sentence, referents, current)
            speech = speech_behind(sentence.text.strip(), speech, current, referents)
            spoke.append(current)
            if made is not None:
                yield from _led(made, led)


def _led(statement: Statement, head: str | None) -> Iterator[Statement]:
    """Yield the statement; a numbered item of a law gets the head of its lead, without one it says nothing alone."""
    if statement.spoken != "law" or not NUMBERING.match(statement.paragraph.text) or IS_RULE.match(statement.text):
        yield statement
    elif head is not None:
        yield statement.edited(0, 0, head) if head else statement


def _statement(
    booklet: Booklet,
    source: str,
    article: Section,
    section: Section,
    paragraph: Paragraph,
    sentence: Sentence,
    referents: Referents,
    current: Attribution | None,
) -> tuple[Statement | None, Attribution | None]:
    """Return the statement of a sentence (None: nothing self-contained) and the attribution in force behind it."""
    start, end = trim(booklet.text, sentence.start, sentence.end)
    goes_on = booklet.text[start - 1 : start + 1] == "”“"  # “……”“……”: one speaker's words
    restates = bool(RESTATES.match(booklet.text[start:end]))
    start = strip(booklet.text, start, end)
    before = booklet.text[paragraph.start : sentence.start]
    attribution, start, end = _unframed(booklet.text, start, end, referents, before, current)
    current = attribution or current
    start = strip(booklet.text, start, end)
    start, end = unquoted(booklet.text, start, end)
    text = booklet.text[start:end]
    holds = current is None or current.whole or goes_on or inherits(text, current, restates)
    if attribution is None and not holds:
        current = None  # somebody else's sentence: the speaker's words have ended
    if len(text) < 6 or text.endswith(("？", "！")) or sentence.text.rstrip().endswith(("？", "！")):
        return None, current
    said = attribution or current or referents.document
    if SAID_BEHIND.search(text) or (said is not None and not said.usable):
        return None, current
    base = Statement(
        booklet=booklet,
        source=source,
        section=section,
        article=article,
        paragraph=paragraph,
        sentence=sentence,
        anchor=said.anchor if said else "",
        spoken=said.kind if said else "",
        text=text,
        origin=range(start, end),
        lead=sentence is paragraph.sentences[0],
        whole=bool(said and said.whole),
    )
    if attribution is not None and attribution.head:
        base = replace(base.edited(0, 0, attribution.head), anchor="")
    return _resolve(base, referents), current


def _unframed(
    text: str, start: int, end: int, referents: Referents, before: str, current: Attribution | None
) -> tuple[Attribution | None, int, int]:
    """Return whose claim text[start:end] says it is, and the range of the claim without those words."""
    if quotation := quoted_by(text[start:end], referents):
        attribution, low, high = quotation
        return attribution, start + low, start + high
    found = attribution_of(text[start:end], referents, before, current)
    return found, start + (found.length if found else 0), end


def _resolve(statement: Statement, referents: Referents) -> Statement | None:
    """Return the statement with its times and its head pronoun made plain, None where the pronoun is not certain."""
    statement = _dated(statement)
    if also := ALSO.search(statement.text):
        statement = statement.edited(*also.span("also"), "")
    if (match := THIS_LAW.match(statement.text)) and statement.spoken == "law" and statement.anchor:
        return replace(statement.edited(0, match.end(), statement.anchor.removesuffix("规定，")), anchor="")
    if match := THIS_MEETING.match(statement.text):
        return statement.edited(0, match.end(), referents.meeting) if referents.meeting else statement
    if referents.meeting and (match := AT_MEETING.search(statement.text)):
        statement = statement.edited(*match.span(), referents.meeting)
    if short := SHORT_NAME.match(statement.text):
        full = referents.title_with(short.group("noun"))
        return statement.edited(0, short.end(), full) if full else statement
    statement = _in_full(statement)
    if not (pronoun := referents.pronoun_of(statement.text)):
        return statement
    noun = _antecedent(statement, pronoun)
    return statement.edited(0, len(pronoun), noun) if noun else None


def _in_full(statement: Statement) -> Statement:
    """Return the statement with its short names in full, where its paragraph has named them so."""
    told = statement.booklet.text[statement.paragraph.start : statement.sentence.start]
    for match in reversed(short_names(statement.text)):
        name = full_name(match.group("noun"), told + statement.text[: match.start()])
        if name:
            statement = statement.edited(*match.span("noun"), name)
    for match in reversed(contractions(statement.text)):
        name = full_name(match.group("noun"), told + statement.text[: match.start()], "国家")
        if name:
            statement = statement.edited(*match.span(), name)
    return statement


def _dated(statement: Statement) -> Statement:
    """Return the statement with years put to its dates, where the article's own date tells them."""
    date = statement.article.date or ""
    if not date:
        return statement
    year = int(date[:4])
    for match in reversed(list(YEAR.finditer(statement.text))):
        named = year + {"今年": 0, "去年": -1, "明年": 1, "前年": -2}[match.group()]
        statement = statement.edited(match.start(), match.end(), f"{named}年")
    for match in reversed(list(BARE_DATE.finditer(statement.text))):
        if int(match.group("month")) <= int(date[5:7]):
            statement = statement.edited(match.start(), match.start(), f"{year}年")
    return statement


def _antecedent(statement: Statement, pronoun: str) -> str | None:
    """Return what ``pronoun`` stands for: the subject of the sentence before, None where that is not certain."""
    sentences = statement.paragraph.sentences
    index = sentences.index(statement.sentence)
    if pronoun != "它" or index == 0:
        return None
    before = sentences[index - 1].text.strip()
    before = before[strip(before, 0, len(before)) :]
    match = SUBJECT.match(before)
    return match.group("subject") if match and not ANAPHOR.match(before) else None
