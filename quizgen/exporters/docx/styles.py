"""Looks as Word styles."""

from __future__ import annotations

from quizgen.exporters.docx.markup import ASIDE, GREY, SPACES, quote, write_fonts, write_size
from quizgen.model.sheet import AnswerLines, Look, Sheet
from quizgen.model.style import PT_PER_MM

RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{GREY}"'
RULES = f"<w:pBdr><w:bottom {RULE}/><w:between {RULE}/></w:pBdr>"
NO_CHARS = ' w:leftChars="0" w:firstLineChars="0"'  # overrules a template's indent in characters
OFF = ' w:val="0"'
CHINESE = '<w:lang w:eastAsia="zh-CN"/>'  # or marks take the shape of the template's language
DEFAULT_PITCH = 8.0  # mm, of answer lines
RULED, EMPTY, SEAL = "答题线", "答题空行", "密封线"
ASIDE_NAME = "大题说明"


class StyleWriter:
    """Writes the styles of one sheet, based on the paragraph style ``based_on``.

    ``own_fonts``: False leaves the fonts to it; ``in_template``: its indents in characters are overruled.
    """

    def __init__(self, sheet: Sheet, based_on: str, own_fonts: bool, in_template: bool) -> None:
        self._sheet = sheet
        self._based_on = based_on
        self._own_fonts = own_fonts
        self._chars = NO_CHARS if in_template else ""

    def write_all(self) -> dict[str, str]:
        """Return style name -> XML of every style the sheet uses."""
        ids = identify(self._sheet)
        body = self._sheet.look("stem")
        size = write_size(body.size)
        run = self._write_fonts(body) + size
        styles = {look.name: self._write_look(look, ids[look.name]) for look in self._sheet.looks}
        for name, paragraph in self._write_plain().items():
            styles[name] = self._write_style(ids[name], name, paragraph, run)
        one_font = body.model_copy(update={"latin": body.font})  # or some of the dots fall out of the line
        styles[SEAL] = self._write_style(ids[SEAL], SEAL, self._write_seal(), self._write_fonts(one_font) + size)
        styles[ASIDE_NAME] = _write_aside(f"{self._write_fonts(body)}<w:b{OFF}/>{size}")
        return styles

    def _write_plain(self) -> dict[str, str]:
        pitches = [block.pitch for block in self._sheet.blocks if isinstance(block, AnswerLines)]
        indent = f'<w:ind{self._chars} w:left="0" w:firstLine="0"/>'
        lines = _write_space((pitches or [DEFAULT_PITCH])[0] * PT_PER_MM) + indent
        return {
            RULED: RULES + lines,
            EMPTY: lines,
        }

    def _write_seal(self) -> str:
        pitch = self._sheet.look("stem").pitch
        return f'{_write_space(pitch)}<w:ind{self._chars} w:left="0" w:firstLine="0"/><w:jc w:val="center"/>'

    def _write_look(self, look: Look, style_id: str) -> str:
        outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
        keep = f"<w:keepNext{'' if look.keep_next else OFF}/><w:keepLines/>"
        space = _write_space(look.pitch, look.before, look.after)
        paragraph = f'{keep}{space}{write_indent(look, self._chars)}<w:jc w:val="{look.align}"/>{outline}'
        grey = f'<w:color w:val="{GREY}"/>' if look.grey else ""
        run = f"{self._write_fonts(look)}<w:b{'' if look.bold else OFF}/>{grey}{write_size(look.size)}"
        return self._write_style(style_id, look.name, paragraph, run)

    def _write_fonts(self, look: Look) -> str:
        return write_fonts(look.latin, look.font) if self._own_fonts else ""

    def _write_style(self, style_id: str, name: str, paragraph: str, run: str) -> str:
        base = f"<w:basedOn w:val={quote(self._based_on)}/>" if self._based_on else ""
        return (
            f'<w:style {SPACES} w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f"{base}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}{CHINESE}</w:rPr></w:style>"
        )


def _write_aside(run: str) -> str:
    return (
        f'<w:style {SPACES} w:type="character" w:customStyle="1" w:styleId="{ASIDE}"><w:name w:val="{ASIDE_NAME}"/>'
        f"<w:qFormat/><w:rPr>{run}</w:rPr></w:style>"
    )


def identify(sheet: Sheet) -> dict[str, str]:
    """Return style name -> our id of every paragraph style."""
    ids = {look.name: "Qg" + look.role.title().replace("_", "") for look in sheet.looks}
    return ids | {RULED: "QgRuled", EMPTY: "QgEmpty", SEAL: "QgSeal"}


def write_indent(look: Look, chars: str = "") -> str:
    """Return the indent of a look; ``chars``: attributes that overrule indents in characters."""
    left, hanging = round(look.left * look.size * 20), round(look.hanging * look.size * 20)
    first = "hanging" if hanging else "firstLine"
    return f'<w:ind{chars} w:left="{left}" w:{first}="{hanging}"/>'


def _write_space(pitch: float, before: float = 0, after: float = 0) -> str:
    """Return exact spacing in pt, off the grid.

    w:overflowPunct is on, Word's custom for Chinese; LibreOffice reads it the wrong way round and, told so, lets no
    mark hang over the margin.
    """
    space = f'w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{round(pitch * 20)}"'
    return f'<w:overflowPunct/><w:snapToGrid{OFF}/><w:spacing {space} w:lineRule="exact"/>'
