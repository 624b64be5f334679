"""Outlines (F4): 一是…二是…, 第一，…第二，…, and the numbered items of a law under 下列…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.miners.heads import ARTICLE, NUMBERING
from quizgen.miners.modals import MODAL
from quizgen.miners.salience import salience
from quizgen.miners.speakers import IMPERATIVE
from quizgen.miners.standing import BARE_SUBJECT, is_deictic
from quizgen.miners.statements import Statement
from quizgen.miners.windows import OWN_NAME, Window
from quizgen.model.document import Paragraph, Provenance
from quizgen.model.finding import Limb, OutlineFinding
from quizgen.text.clauses import balanced, split
from quizgen.text.words import tag

NUMERALS = "一二三四五六七八九十"
MARKERS = (
    re.compile(r"(?:^|[。；：\n])\s*(?:加快)?(?P<n>[一二三四五六七八九十])是(?=[^，。；]{2})"),
    # 一是建强平台
    re.compile(r"(?:^|[。；：\n])\s*第(?P<n>[一二三四五六七八九十])，"),
    # 第一，建强平台
    re.compile(r"(?:^|[。；：\n])\s*[（(](?P<n>[一二三四五六七八九十])[）)]"),
    # （一）借阅校内图书
    re.compile(r"(?:^|[。；：\n])\s*(?P<n>[一二三四五六七八九十])、"),
    # 一、加强交流
)
SAYING = re.compile(r"(?:指出|提出|规定|要求|明确|强调)，$")
# 县工作报告指出，
HEADING = re.compile(
    r"(?:特征|特点|特色|范式|路径|举措|措施|原则|任务|要求|意义|做法|经验|方法|途径|对策|策略|内容|优势|步骤|作用|功能|职责|内涵|倡议|启示|趋势|目标|理念|方针|思路|重点|问题|原因|要点)$"
)
# 数字教研的新特征
COUNTED = re.compile(
    r"(?P<number>[二两三四五六七八九十2-9])(?:点|个方面|方面|项|条|大|个|种|类|个维度|项工作|项任务)[一-龥]{0,8}$"
)
# 要把握好三点
FOLLOWING = re.compile(
    r"(?P<word>下列|以下|如下)(?P<noun>[一-龥]{0,12}?)(?P<rest>(?:之一)?的(?:，.{4,60})?|之一|，.{0,20})?$"
)
# 学生享有下列权利; 有下列情形之一的，学校应当公布
SERVING = re.compile(r"(?P<told>(?:下列|以下)[一-龥]{0,12}?(?:义务|职责|措施|任务))(?:，|确保|保障|以确保|以保障).*$")
# 学校应当履行下列义务，保障学生的权利: what for is not asked
CALLS = re.compile(r"(?P<verb>倡议|要求|部署)$")
# 大会倡议：
NOUN_OF_CALL = {"倡议": "倡议", "要求": "要求", "部署": "任务"}
VAGUE = re.compile(r"(?:作出努力|下功夫|着力|发力|努力|入手|加强工作)$")
# 将从四个方面下功夫: in what?
OF_WHAT = re.compile(r"^(?:通知|申请|申请书|报告|决定|材料|办法|记录)(?:应当|可以|包括)")
# 通知应当包括: of what?
ACTS = ("v", "d", "a", "i")  # tags of what a measure begins with: 优先发展
LONGEST_LEAD = 60
COLON = re.compile(r"[：:]")
# 大会倡议：
LIMB_OF_LAW_END = re.compile(r"[。\n]")
# what stands behind its semicolon belongs to the limb: ；情节严重的，停课
LIMB_END = re.compile(r"[。；;\n]")
# 建强平台；
LONGEST_POINT = 40
HANGING = ("以及", "和", "或者", "及其")
LONGEST_OF_LAW = 60  # RUBRIC.md 简答 F3; the parts of a law's item are of one rank


def mine_outlines(statements: Sequence[Statement]) -> Iterator[OutlineFinding]:
    """Yield the outlines of a booklet: a lead that announces a number or a list, and its limbs in order.

    A sub-heading announces its own limbs (数字教研的新特征: 一是…二是…).
    """
    yield from _headed(statements)
    yield from _printed(statements)
    yield from _chapters(statements)
    for statement in statements:
        question = _question(statement)
        if question is None:
            continue
        limbs, evidence = _limbs(statement)
        nameless = not statement.anchor and any(OWN_NAME.search(limb.text) for limb in limbs)
        if 3 <= len(limbs) <= 7 and is_sound(limbs, question[1]) and not nameless:
            yield outline(statement, question[0], limbs, evidence)


def _headed(statements: Sequence[Statement]) -> Iterator[OutlineFinding]:
    seen: set[str] = set()
    for statement in statements:
        section = statement.section
        if section.id in seen or section.title_origin != "printed" or not HEADING.search(section.title):
            continue
        seen.add(section.id)
        first = next((p for p in section.paragraphs if MARKERS[0].match(p.text) or MARKERS[1].match(p.text)), None)
        if first is None or statement.paragraph.start > first.start:
            continue
        paragraphs = [(p, p.text) for p in section.paragraphs if p.start >= first.start]
        limbs, evidence = _read_limbs(statement, paragraphs)
        if 3 <= len(limbs) <= 7 and is_sound(limbs, None):
            yield outline(statement, f"{section.title}有哪些", limbs, evidence)


def _printed(statements: Sequence[Statement]) -> Iterator[OutlineFinding]:
    """Yield the outline of a document an article prints in full: its numbered points."""
    seen: set[str] = set()
    for statement in statements:
        section = statement.section
        if not statement.whole or section.id in seen:
            continue
        seen.add(section.id)
        paragraphs = [(p, p.text) for p in section.paragraphs if p.start >= statement.paragraph.start]
        limbs, evidence = _read_limbs(statement, paragraphs)
        if 3 <= len(limbs) <= 7 and is_sound(limbs, None):
            said = statement.anchor.rstrip("，")
            noun = "倡议" if said.removesuffix("提出").rstrip("》书").endswith("倡议") else "主要内容"
            yield outline(statement, f"{said}了哪些{noun}", limbs, evidence)


def _chapters(statements: Sequence[Statement]) -> Iterator[OutlineFinding]:
    """Yield what a document sets out to do in a chapter whose paragraphs are its measures, numbered."""
    seen: set[str] = set()
    for statement in statements:
        section = statement.section
        if section.id in seen or statement.spoken != "document" or section.title_origin != "printed":
            continue
        seen.add(section.id)
        numbered = [paragraph for paragraph in section.paragraphs if MARKERS[2].match(paragraph.text)]
        limbs, evidence = _read_limbs(statement, [(p, p.text[: p.text.find("。") + 1]) for p in numbered])
        acts = all(IMPERATIVE.match(limb.text) or tag(limb.text)[0].tag.startswith(ACTS) for limb in limbs)
        if 3 <= len(limbs) <= 7 and len(limbs) == len(numbered) and acts and is_sound(limbs, None):
            name, title = SAYING.sub("", statement.anchor), NUMBERING.sub("", section.title)
            yield outline(statement, f"{name}就“{title}”作出了哪些部署", limbs, evidence)


def _question(statement: Statement) -> tuple[str, int | None] | None:
    """Return the lead made a question, and how many limbs it announces."""
    lead = _lead(statement.text)
    if lead is None or is_deictic(lead.replace("下列", "").replace("以下", "").replace("如下", "")):
        return None
    if OWN_NAME.search(lead):  # a question names its law
        return None
    anchor = statement.anchor
    if match := COUNTED.search(lead):
        number = (NUMERALS + "两").find(match.group("number"))
        count = 2 if number == 10 else number + 1 if number >= 0 else int(match.group("number"))
        head = lead[: match.start()].removesuffix("以下").removesuffix("下列")
        return f"{anchor}{head}哪{lead[match.start() :]}", count
    if match := FOLLOWING.search(lead):
        return _asking(anchor + lead[: match.start()], match.group("noun"), match.group("rest") or "")
    if (match := CALLS.search(lead)) and COLON.search(statement.sentence.text):
        return f"{anchor}{lead[: match.start()]}提出了哪些{NOUN_OF_CALL[match.group('verb')]}", None
    return None


def _asking(head: str, noun: str, rest: str) -> tuple[str, None] | None:
    """Return the question for 下列; a condition (情形之一的) keeps what follows from it, alone it asks nothing."""
    if not noun or "用语" in noun:
        return None
    if "的" not in rest.split("，")[0]:
        return head + "哪些" + noun, None
    return (head + "哪些" + noun + rest, None) if "，" in rest else None


def _lead(text: str) -> str | None:
    """Return the clause before the first limb: up to a colon, else the whole when it announces a list."""
    head = SERVING.sub(r"\g<told>", COLON.split(text, maxsplit=1)[0])
    if FOLLOWING.search(head.split("；")[0]):  # what else follows from it is not asked
        head = head.split("；")[0]
    clauses = split(head)
    if not clauses or len(head) > 80:
        return None
    last = head[clauses[-1].start :]
    if VAGUE.search(head) or BARE_SUBJECT.match(head) or OF_WHAT.match(head):
        return None
    if len(head) <= LONGEST_LEAD or len(last) < 8:
        return head
    return None if MODAL.match(last) else last


def _limbs(statement: Statement) -> tuple[list[Limb], tuple[Provenance, ...]]:
    """Return the limbs behind the lead – in its sentence, its paragraph or the paragraphs that follow."""
    return _read_limbs(statement, list(_following(statement)), near=True)


def _read_limbs(
    statement: Statement, paragraphs: list[tuple[Paragraph, str]], *, near: bool = False
) -> tuple[list[Limb], tuple[Provenance, ...]]:
    """Return the limbs of some paragraphs and their evidence; ``near``: only if they follow the lead at once."""
    text = "\n".join(paragraph_text for _, paragraph_text in paragraphs)
    for marker in MARKERS:
        marks = _sequence(marker, text)
        if len(marks) >= 3 and (not near or _near(statement, text, marks[0])):
            bounds = [m.end() for m in marks]
            stops = [m.start() for m in marks[1:]] + [_stop(text, bounds[-1])]
            whole = statement.spoken == "law"
            limbs = [_limb(text[a:b], whole=whole) for a, b in zip(bounds, stops, strict=True)]
            if whole and None in limbs:  # a measure of a law's list would be missing
                return [], ()
            return [limb for limb in limbs if limb], _evidence(statement, paragraphs, marks, stops[-1], near)
    return [], ()


def _near(statement: Statement, text: str, first: re.Match[str]) -> bool:
    """Return whether the first limb follows its lead at once: behind a colon, or next after the lead's sentence."""
    between = text[: first.start() + 1]
    return between.rstrip("。；\n ").endswith(("：", ":")) or first.start() <= len(statement.sentence.text) + 1


def _following(statement: Statement) -> Iterator[tuple[Paragraph, str]]:
    own = statement.paragraph
    yield own, own.text[statement.sentence.start - own.start :]
    paragraphs = statement.section.paragraphs
    index = paragraphs.index(own)
    for paragraph in paragraphs[index + 1 : index + 12]:
        if ARTICLE.match(paragraph.text):
            return
        yield paragraph, paragraph.text


def _sequence(marker: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return the marks 一, 二, 三 … in unbroken order."""
    found: list[re.Match[str]] = []
    for match in marker.finditer(text):
        if NUMERALS[len(found) : len(found) + 1] == match.group("n"):
            found.append(match)
        elif found:
            break
    return found


def _stop(text: str, start: int) -> int:
    ends = [position for mark in ("。", "\n") if (position := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))


def _limb(text: str, *, whole: bool = False) -> Limb | None:
    """Return a limb of an outline: its lead clause and the rest; ``whole``: a law's own clauses are of one rank."""
    text = text.strip().strip("。；;\n ")
    first = (LIMB_OF_LAW_END if whole else LIMB_END).split(text)[0]
    clauses = split(first)
    if not clauses:
        return None
    lead = first[: clauses[0].end].strip()
    joined = len(clauses) > 1 and clauses[0].joint == "，"
    behind = first[clauses[1].start : clauses[1].end] if joined else ""
    if behind.startswith("对") or (whole and behind and tag(behind)[0].tag[0] in "nlj"):  # 组织专家，对作品进行评审
        lead = first[: clauses[1].end].strip()
    rest = first[len(lead) :].strip("，：；;")
    if whole and len(first) <= LONGEST_OF_LAW:
        return Limb(text=first.strip())
    if whole and clauses[0].joint == "；" and len(rest) > LONGEST_POINT:  # two measures, one would be lost
        return None
    if rest and (len(lead) < 4 or rest.startswith(HANGING)):  # ……的风险，以及防范措施
        lead, rest = first, ""
    return Limb(text=lead, detail=rest if 4 <= len(rest) <= LONGEST_POINT else None)


def _evidence(
    statement: Statement, paragraphs: list[tuple[Paragraph, str]], marks: list[re.Match[str]], stop: int, led: bool
) -> tuple[Provenance, ...]:
    """Return one provenance per paragraph the limbs stand in, and the lead's where they are ``led``."""
    found, position = [], 0
    for paragraph, text in paragraphs:
        end = min(position + len(text), stop)
        if (led and position == 0) or any(position <= m.end() <= position + len(text) for m in marks):
            shift = paragraph.start + paragraph.text.index(text) - position
            found.append(statement.cite(paragraph, position + shift, end + shift))
        position += len(text) + 1
        if position > stop:
            break
    return tuple(found)


def is_sound(limbs: list[Limb], count: int | None, *, shortest: int = 4) -> bool:
    """Return whether limbs are as many as announced, distinct, and each can stand as a point."""
    texts = [limb.text for limb in limbs]
    if count is not None and count != len(limbs):
        return False
    return len(set(texts)) == len(texts) and all(
        shortest <= len(t) <= LONGEST_OF_LAW and balanced(t) and not is_deictic(t) for t in texts
    )


def outline(statement: Statement, question: str, limbs: list[Limb], evidence: tuple[Provenance, ...]) -> OutlineFinding:
    """Return the finding that asks ``question`` and is answered by ``limbs``."""
    return OutlineFinding(
        rule="outline",
        question=question,
        limbs=tuple(limbs),
        where=statement.where,
        provenance=evidence,
        salience=salience("outline", Window(statement, "", 0, len(statement.text))),
    )
