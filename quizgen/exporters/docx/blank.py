"""The empty .docx a sheet goes into when the school has no template of its own."""

from __future__ import annotations

from quizgen.exporters.docx.contents import CONTENT_TYPES, write_relations
from quizgen.exporters.docx.markup import SPACES, write_fonts, write_size
from quizgen.exporters.docx.package import DECLARATION, TYPES, Package
from quizgen.model.sheet import Sheet

COMPAT = (
    "<w:compat><w:ulTrailSpace/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
SETTINGS = (
    f'<w:settings {SPACES}><w:defaultTabStop w:val="420"/>'
    f'<w:characterSpacingControl w:val="doNotCompress"/>{COMPAT}</w:settings>'
)


def make_blank(sheet: Sheet) -> Package:
    """Return an empty document in the body fonts of a sheet."""
    texts = {
        CONTENT_TYPES: f'<Types xmlns="{TYPES}"/>',
        "word/document.xml": f"<w:document {SPACES}><w:body/></w:document>",
        "word/styles.xml": _write_styles(sheet),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": f"<w:numbering {SPACES}/>",
    }
    parts = {name: (DECLARATION + text).encode() for name, text in texts.items()}
    return Package(parts | {"_rels/.rels": write_relations([("officeDocument", "word/document.xml")])})


def _write_styles(sheet: Sheet) -> str:
    body = sheet.look("stem")
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    run = f"<w:rPr>{write_fonts(body.latin, body.font)}{write_size(body.size)}{language}</w:rPr>"
    return (
        f"<w:styles {SPACES}><w:docDefaults><w:rPrDefault>{run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
    )
