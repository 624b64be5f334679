"""Heads: what a sentence begins with that is no part of what it says: a dateline, a number, a connective."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"^\s*[^，。；：“”《》]{0,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|讯)(?:[（(][^（）()]{1,30}[）)])?\s*"
)
# 清河社城关3月6日电 数字教研推进会……
PRESS = re.compile(r"^\s*[^，。；：“”《》]{2,12}(?:讯|电)\s*[（(][^（）()]{0,40}(?:记者|通讯员)[^（）()]{0,30}[）)]\s*")
# 县教育报客户端讯（本报记者 某某）
ARTICLE = re.compile(r"^第[一二三四五六七八九十百零〇\d]{1,8}条(?:之[一二三四五六七八九十])?[\s　]*")
# 第十二条 教师……
NUMBERING = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[①-⑳])[\s　]*"
)
# （一）坚持……
LIMB_HEAD = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,2}，|[（(]?[一二三四五六七八九十]{1,2}[）)、])"
)
# 二是建强导读队伍
LIMB_MARK = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}，|其[一二三四五六七八九十]，|[一二三四五六七八九十]{1,2}(?=要))"
)
# 一是建强平台; 一要建强平台: the modal stays
CONNECTIVE = re.compile(
    r"^(?:概括地说|同时|此外|因此|所以|另外|另一方面|一方面|与此同时|当前|目前|如今|近年来|总之|事实上|实践证明|可以说|为此|据此|其中|"
    r"换句话说|换言之|由此可见|事实证明|实践表明|历史证明|要深刻认识到|要认识到|要看到|也要看到|必须看到|我们认识到|我们要看到|从这个意义上说|从根本上说|总的来说|当今世界|当今时代|"
    r"进入新时代|新时代以来|长期以来|一直以来|多年来|当然|然而|但是|于是|接下来|下一步|今后|未来|面向未来|展望未来|具体来说|具体而言|也就是说|例如|比如|据介绍|据了解|据统计|据悉|数据显示|会上|会议期间|大会期间|其间|期间|会后|紧接着|随后|一年来|两年来|在此基础上|除此之外|正因如此|在这方面)[，,]"
)
# 概括地说，数字教研是……
RESTATES = re.compile(r"概括地说|总的来说|具体来说|具体而言|换句话说|换言之|也就是说|它(?!们)")
# 概括地说，数字教研是……: the speaker goes on
LABEL = re.compile(
    r"^(?!截至|截止|早在|自从|直到|从|自|在|于|到|至|据)(?:[一-龥]{2,4}(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日，)|[一-龥]{2,6}，(?=\d{4}年，))"
)
# 热点1月31日，; 学前教育，2023年，
SOFT_HEAD = re.compile(r"^(?:明确了?(?=[^，]{4})|也|还|更|并|并且|而且|且|则|而|但|又|就是|尤其是|特别是)(?=[^，]{4})")
# 并要坚持……
WE = re.compile(
    r"^我们(?:倡导|呼吁|主张|希望|期待)(?=[^，]{4})|^我们(?:还)?(?![^，]{2,14}，是)(?=要|必须|应当|应|将|坚持|需要)"
)
# 我们要坚持……
QUOTES = re.compile(r"[“”。！？]")
# ”
OPEN_ENDS = "。！？；：，,.!?;: 　"


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return text[start:end] without its dateline, its number and the marks it ends with."""
    while end > start and text[end - 1] in OPEN_ENDS + "\n":
        end -= 1
    for pattern in (DATELINE, PRESS, ARTICLE, NUMBERING):
        if match := pattern.match(text[start:end]):
            start += match.end()
    while start < end and text[start] in " 　\n":
        start += 1
    return start, end


def strip(text: str, start: int, end: int) -> int:
    """Return where text[start:end] begins without its limb mark, its connectives and 我们."""
    for pattern in (LIMB_MARK, CONNECTIVE, CONNECTIVE, SOFT_HEAD, WE, LABEL):
        if match := pattern.match(text[start:end]):
            start += match.end()
    return start


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return text[start:end] without the quotation marks around all of it, where it is one sentence."""
    inner = text[start + 1 : end - 1].rstrip(OPEN_ENDS)
    whole = text[start : start + 1] == "“" and text[end - 1 : end] == "”" and not QUOTES.search(inner)
    return (start + 1, start + 1 + len(inner)) if whole else (start, end)
