"""Putting our styles, lists and settings into the parts of a template, each where Word expects it."""

from __future__ import annotations

from lxml import etree

from quizgen.exporters.docx.blank import COMPAT
from quizgen.exporters.docx.markup import SPACES, W

Q = f"{{{W}}}"
VAL = f"{Q}val"
# CT_Settings in schema order: what follows w:evenAndOddHeaders, and what follows w:compat
AFTER_EVEN_ODD = (
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
    "doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars "
    "noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml "
    "ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving "
    "saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr "
    "compat"
)
AFTER_COMPAT = (
    "docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary "
    "shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
BEFORE_TRAIL_SPACE = (
    "useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance "
    "balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone"
)


def parse(text: str) -> etree._Element:
    """Return a tree from our own XML."""
    return etree.fromstring(text)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace ("" for comments)."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def insert_before(parent: etree._Element, child: etree._Element, successors: str) -> None:
    """Insert a child before the first of its successors in schema order, else at the end."""
    behind = successors.split()
    for at, sibling in enumerate(parent):
        if local(sibling) in behind:
            parent.insert(at, child)
            return
    parent.append(child)


def merge_styles(styles: etree._Element, ours: dict[str, str], ids: dict[str, str]) -> dict[str, str]:
    """Add our styles where the template has none of that name; return style name -> id, theirs first."""
    known = {_name(style): style.get(f"{Q}styleId", "") for style in styles.iter(f"{Q}style")}
    for name, text in ours.items():
        if name not in known:
            styles.append(parse(text))
    return ids | {name: known[name] for name in ids if name in known}


def _name(style: etree._Element) -> str:
    name = style.find(f"{Q}name")
    return "" if name is None else name.get(VAL, "")


def find_default(styles: etree._Element) -> str:
    """Return the id of the template's default paragraph style ("" when it has none)."""
    for style in styles.iter(f"{Q}style"):
        if style.get(f"{Q}type") == "paragraph" and style.get(f"{Q}default") in ("1", "true", "on"):
            return style.get(f"{Q}styleId", "")
    return ""


def names_chinese_font(styles: etree._Element, default: str) -> bool:
    """Return whether the template says which font its 汉字 have."""
    chosen = [style for style in styles.iter(f"{Q}style") if style.get(f"{Q}styleId") == default]
    for place in [*styles.findall(f"{Q}docDefaults"), *chosen]:
        for fonts in place.iter(f"{Q}rFonts"):
            if fonts.get(f"{Q}eastAsia") or fonts.get(f"{Q}eastAsiaTheme"):
                return True
    return False


def next_id(numbering: etree._Element, tag: str, attribute: str) -> int:
    """Return a number no list (``num``) or list format (``abstractNum``) of the template has."""
    taken = [element.get(f"{Q}{attribute}", "") for element in numbering.iter(f"{Q}{tag}")]
    return max((int(value) for value in taken if value.isdecimal() and len(value) < 10), default=0) + 1


def merge_lists(numbering: etree._Element, list_format: str, lists: list[str]) -> None:
    """Add our list format before the template's lists, our lists behind them."""
    insert_before(numbering, parse(list_format), "num numIdMacAtCleanup")
    for text in lists:
        insert_before(numbering, parse(text), "numIdMacAtCleanup")


def merge_settings(settings: etree._Element, sides_differ: bool) -> None:
    """Set what our pages need: underlined trailing spaces; other headers on even pages. Paths of templates go."""
    for stray in [child for child in settings if local(child) in ("attachedTemplate", "mailMerge")]:
        settings.remove(stray)
    if sides_differ and settings.find(f"{Q}evenAndOddHeaders") is None:
        insert_before(settings, parse(f"<w:evenAndOddHeaders {SPACES}/>"), f"{AFTER_EVEN_ODD} {AFTER_COMPAT}")
    compat = settings.find(f"{Q}compat")
    if compat is None:
        compat_text = COMPAT.replace("<w:compat>", f"<w:compat {SPACES}>")
        insert_before(settings, parse(compat_text), AFTER_COMPAT)
    elif compat.find(f"{Q}ulTrailSpace") is None:
        at = sum(local(child) in BEFORE_TRAIL_SPACE.split() for child in compat)
        compat.insert(at, parse(f"<w:ulTrailSpace {SPACES}/>"))


def is_on(parent: etree._Element | None, tag: str) -> bool:
    """Return whether a switch (``titlePg``, ``evenAndOddHeaders``) is on."""
    switch = None if parent is None else parent.find(f"{Q}{tag}")
    return switch is not None and switch.get(VAL, "1") not in ("0", "false", "off")
