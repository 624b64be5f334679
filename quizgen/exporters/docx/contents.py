"""The list of contents of a package: relationships, content types, core properties."""

from __future__ import annotations

from quizgen.exporters.docx.markup import clean, quote
from quizgen.exporters.docx.package import DECLARATION, MAIN, OFFICE, RELS, TYPES, Package, name_rels

CONTENT_TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
BORN = "2000-01-01T00:00:00Z"  # nothing asks the clock
DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
Relation = tuple[str, str]  # short type, target part


def write_relations(relations: list[Relation]) -> bytes:
    """Return a relationship part; ids are rId1, rId2 … in order, targets absolute."""
    lines = "".join(
        f'<Relationship Id="rId{order}" Type="{kind if ":" in kind else OFFICE + kind}" Target={quote("/" + target)}/>'
        for order, (kind, target) in enumerate(relations, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELS}">{lines}</Relationships>'.encode()


def write_core(title: str) -> bytes:
    """Return core properties without a clock and without a person."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE_RELATION.replace("relationships/", "")}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{clean(title)}</dc:title><dc:creator>quizgen</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{BORN}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{BORN}</dcterms:modified></cp:coreProperties>'
    ).encode()


def finish(package: Package, main: str, relations: list[Relation], title: str) -> None:
    """Give the package its relationships, properties and types; parts nothing leads to are left out."""
    package.parts[name_rels(main)] = write_relations(relations)
    package.parts[CORE] = write_core(title)
    package.parts["_rels/.rels"] = write_relations([("officeDocument", main), (CORE_RELATION, CORE)])
    old_defaults, old_overrides = _read_types(package)
    reached = sorted(package.reach())
    rels = {name_rels(name) for name in ["", *reached]} & set(package.parts)
    package.parts = {name: package.parts[name] for name in [*reached, *sorted(rels)]}
    overrides = old_overrides | {main: f"{MAIN}document.main+xml", CORE: CORE_TYPE}
    overrides |= {target: f"{MAIN}{kind}+xml" for kind, target in relations if target not in old_overrides}
    package.parts[CONTENT_TYPES] = _write_types(
        DEFAULTS | old_defaults, {name: overrides[name] for name in reached if name in overrides}
    )


def _read_types(package: Package) -> tuple[dict[str, str], dict[str, str]]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for entry in package.tree(CONTENT_TYPES):
        kind = entry.get("ContentType", "")
        if entry.get("Extension"):
            defaults[entry.get("Extension", "")] = kind
        else:
            overrides[entry.get("PartName", "").lstrip("/")] = kind
    return defaults, overrides


def _write_types(defaults: dict[str, str], overrides: dict[str, str]) -> bytes:
    lines = [f"<Default Extension={quote(suffix)} ContentType={quote(kind)}/>" for suffix, kind in defaults.items()]
    lines += [f"<Override PartName={quote('/' + name)} ContentType={quote(kind)}/>" for name, kind in overrides.items()]
    return f'{DECLARATION}<Types xmlns="{TYPES}">{"".join(lines)}</Types>'.encode()
