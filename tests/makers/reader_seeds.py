"""Good files for every reader, small and with something of everything, to be damaged."""

from __future__ import annotations

from docx_maker import docx, paragraph, part, words
from pdf_maker import column, locked, pdf, show

TEXT = "# 校园阅读推进会\r\n（《清河教育报》 2024-03-07）\n\n　　会议指出，要建成书香学校 60 所，𠮷图书 35 册。\n" * 3
LISTS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/><w:rPr><w:b/>'
    '<w:sz w:val="32"/></w:rPr></w:style><w:style w:styleId="2"><w:name w:val="二"/></w:style>',
)
NOTES = part("footnotes", f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>')
WORD = docx(
    paragraph("标题", style="1")
    + paragraph("条文", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + f"<w:tbl><w:tr><w:tc>{paragraph('格')}</w:tc></w:tr></w:tbl>"
    + f'<w:p>{words("正文")}<w:r><w:footnoteReference w:id="2"/></w:r><w:ins>{words("新")}</w:ins></w:p>',
    numbering=LISTS,
    styles=STYLES,
    footnotes=NOTES,
)
PDF = pdf([column(["会议指出，", "要建成书香学校。"], 72, 700), show("标题", 72, 700, size=18, font="F2")])
SEEDS: dict[str, list[bytes]] = {
    ".txt": [TEXT.encode(codec) for codec in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")],
    ".md": [TEXT.encode()],
    ".docx": [WORD],
}
PDF_SEEDS = [PDF, locked([show("密", 72, 700)], b"")]
