"""WordprocessingML in strings: names, units, runs. Children stand in the order Word insists on (PAPER.md, end)."""

from __future__ import annotations

import re
from html import escape  # xml.sax would load urllib and ssl

from quizgen.model.sheet import Blank, Break, Inline, Look, PageField, Tab
from quizgen.model.style import PT_PER_MM

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
GREY = "808080"
NBSP = "\u00a0"
NBSP_EM = 0.25  # in the Latin font
TWIPS_PER_MM = 20 * PT_PER_MM
HINT = '<w:rFonts w:hint="eastAsia"/>'
ASIDE = "QgAside"
TONES = {  # what stands before and behind w:rFonts
    "plain": ("", ""),
    "strong": ("", "<w:b/>"),
    "grey": ("", f'<w:color w:val="{GREY}"/>'),
    "aside": (f'<w:rStyle w:val="{ASIDE}"/>', ""),
}

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# example: "数字\x07教研": XML 1.0 has no such characters, Word refuses the file
WHITE = re.compile(r"[\t\n\r]+")
# example: "数字\n教研": a tab or break in content would jump to our tab stops


def twips(mm: float) -> int:
    """Return mm in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def clean(text: str) -> str:
    """Return text as XML may hold it, without breaks."""
    return escape(WHITE.sub(" ", UNPRINTABLE.sub("", text)), quote=False)


def quote(text: str) -> str:
    """Return text as an attribute value with its quotation marks."""
    return f'"{escape(WHITE.sub(" ", UNPRINTABLE.sub("", text)))}"'


def write_fonts(latin: str, chinese: str) -> str:
    """Return the fonts of a run or style: Latin for all but 汉字."""
    latin = quote(latin)
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={quote(chinese)} w:cs={latin}/>"


def write_size(points: float) -> str:
    """Return a type size, in half-points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def write_run(content: str, properties: str = "") -> str:
    """Return a run."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def write_inline(inline: Inline, look: Look, own_fonts: bool) -> str:
    """Return the runs of an inline in a paragraph of ``look``; ``own_fonts``: the look's fonts, not the base's."""
    if isinstance(inline, Blank):
        return _write_blank(inline, look)
    if isinstance(inline, (Tab, Break)):
        return write_run("<w:tab/>" if isinstance(inline, Tab) else "<w:br/>")
    if isinstance(inline, PageField):
        return _write_field(inline, look, own_fonts)
    before, behind = TONES[inline.tone]
    return write_run(_hold(inline.text), f"{before}{choose_hint(inline.text)}{behind}")


def choose_hint(text: str) -> str:
    """Return the hint for “”, …, —, ①, √ and ×: without it Word sets them in the Latin font, half as wide."""
    return "" if text.isascii() else HINT


def _hold(text: str) -> str:
    return f'<w:t xml:space="preserve">{clean(text)}</w:t>'


def _write_blank(blank: Blank, look: Look) -> str:
    """Return underlined no-break spaces: as many as are ``blank.width`` wide in the Latin font, whatever stands by."""
    count = round(blank.width * PT_PER_MM / (NBSP_EM * look.size))
    return write_run(_hold(NBSP * count), f'{write_fonts(look.latin, look.latin)}<w:u w:val="single"/>')


def _write_field(field: PageField, look: Look, own_fonts: bool) -> str:
    """Return a page field with the look in every run: LibreOffice forgets the style inside fields."""
    properties = (write_fonts(look.latin, look.font) if own_fonts else "") + write_size(look.size)
    code = _write_code(f" {'PAGE' if field.of == 'page' else 'NUMPAGES'} ", properties)
    if field.times == 1:
        return code
    behind = f"*{field.times}{f'-{field.minus}' if field.minus else ''} "
    return _write_code(" =", properties, code, behind)


def _write_code(instruction: str, properties: str, inner: str = "", behind: str = "") -> str:
    codes = [_say(instruction, properties), inner, _say(behind, properties) if behind else ""]
    marks = [write_run(f'<w:fldChar w:fldCharType="{kind}"/>', properties) for kind in ("begin", "separate", "end")]
    result = "" if inner else write_run("<w:t>1</w:t>", properties)  # LibreOffice would print both, side by side
    return f"{marks[0]}{''.join(codes)}{marks[1]}{result}{marks[2]}"


def _say(instruction: str, properties: str) -> str:
    return write_run(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>', properties)
