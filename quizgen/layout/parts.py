"""What all sheets of a paper share: places on paper, items kept whole, sources under them, the sheet itself."""

from __future__ import annotations

from quizgen.items import AnyItem
from quizgen.items.printing import Place
from quizgen.itemsets import PaperPart
from quizgen.layout.headings import print_footer
from quizgen.layout.looks import make_looks
from quizgen.layout.measures import keep_gaps_whole
from quizgen.model.sheet import AnswerLines, Block, Paragraph, SealBar, Sheet, Text
from quizgen.model.style import Style

EVIDENCE = {"found": "", "none": "（无出处）", "differs": "（与原文不符）", "vanished": "（原文已找不到）"}


def find_places(part: PaperPart, style: Style) -> list[Place]:
    """Return where each item of a part stands; numbers run on or start again as the style says."""
    return [
        Place(
            number=placed.number if style.numbering == "continuous" else order,
            points=placed.points,
            options=placed.options,
            style=style,
        )
        for order, placed in enumerate(part.items, 1)
    ]


def use_key_page(style: Style) -> Style:
    """Return the style of key, answer card and handout: their own page, and nobody's name to seal."""
    return style.model_copy(update={"page": style.key_page, "seal_bar": False, "column_pages": False})


def make_room(style: Style, top: float, bottom: float) -> Style:
    """Return the style with these margins, mm, at least: a school's header and footer are taller than ours."""
    pages = {name: getattr(style, name) for name in ("page", "key_page")}
    update = {
        name: page.model_copy(update={"top": max(page.top, top), "bottom": max(page.bottom, bottom)})
        for name, page in pages.items()
    }
    return style.model_copy(update=update)


def keep_together(blocks: list[Paragraph | AnswerLines]) -> list[Paragraph | AnswerLines]:
    """Return blocks no page break parts."""
    return [block.model_copy(update={"keep_next": True}) for block in blocks[:-1]] + blocks[-1:]


def cite(item: AnyItem) -> str:
    """Return article and page of an item; section titles may be inferred, so they get no title marks."""
    pages = "、".join(dict.fromkeys(str(entry.page) for entry in item.provenance if entry.page))
    place = "，".join(word for word in (item.section or "", f"第{pages}页" if pages else "") if word)
    return (place or ("资料原文" if item.provenance else "")) + EVIDENCE[item.evidence]


def print_source(item: AnyItem) -> Paragraph:
    """Return article, page and the words the item rests on."""
    quotes = "；另据：".join(entry.quote.strip().rstrip("；。") for entry in item.provenance)
    words = f"。原文：{quotes}" if quotes else ""
    return Paragraph(role="source", inlines=(Text(text=f"出处：{cite(item) or '自编'}{words}。"),))


def make_sheet(name: str, style: Style, blocks: list[Block], seal: SealBar | None = None) -> Sheet:
    """Return the sheet of a style, with its footer; no blank of it is parted by the end of a line."""
    looks = {look.role: look for look in make_looks(style)}
    width = style.page.column_width
    whole = (keep_gaps_whole(b, looks[b.role], width) if isinstance(b, Paragraph) else b for b in blocks)
    return Sheet(
        title=name,
        page=style.page,
        looks=tuple(looks.values()),
        blocks=tuple(whole),
        footer=print_footer(name, style),
        seal=seal,
    )
