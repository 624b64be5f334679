"""Hostile PDF files: RELIABILITY T3."""

from __future__ import annotations

import zlib

from hostile_case import Case, case
from pdf_maker import FONT, assemble, column, locked, pdf, show, stream

GOOD = column(["全县校园阅读推进会在实验小学召开。", "会议指出，校园阅读是重要抓手。"], 72, 700)
PLAIN = pdf([GOOD])
MB = 1024 * 1024
FLATE = b"/Filter/FlateDecode"


def _squeezed(content: bytes, times: int, *, layers: int = 1) -> bytes:
    """Return ``content`` repeated ``times``, deflated without ever being held whole."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    filters = b"/Filter[%s]" % (b"/FlateDecode" * layers) if layers > 1 else FLATE
    return stream(data, filters)


def _forms(levels: int) -> bytes:
    """Each form draws the next ten times: 10^levels draws."""
    base = 100
    forms = {
        base + i: stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>" % (base + i + 1),
        )
        for i in range(levels)
    }
    last = stream(GOOD, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>")
    page = b"/Resources<</XObject<</X 100 0 R>>>>"
    return pdf([b"/X Do"], page=page, others={**forms, base + levels: last})


def _form_draws_itself() -> bytes:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 100 0 R>>>>")
    return pdf([b"/X Do " + GOOD], page=b"/Resources<</Font<</F1 3 0 R>>/XObject<</X 100 0 R>>>>", others={100: form})


def _deep_tree(depth: int) -> bytes:
    objects = {1: b"<</Type/Catalog/Pages 10 0 R>>", 3: FONT}
    for i in range(depth):
        objects[10 + i] = b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (11 + i)
    page = 10 + depth
    objects[page] = (
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        % (page - 1, page + 1)
    )
    objects[page + 1] = stream(GOOD)
    return assemble(objects)


def _map(ranges: bytes) -> bytes:
    """A font whose ToUnicode table says absurd things."""
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange " + ranges
    )
    return pdf(
        [show("甲乙", 72, 700)], others={3: FONT[:-2] + b"/ToUnicode 5 0 R>>", 5: stream(table + b" endcmap end")}
    )


def _widths() -> bytes:
    return pdf([GOOD], others={3: FONT.replace(b"/DW 1000", b"/DW 1000/W[0 2147483647 500 1 [1 2 3] -5 9 1e39]")})


def _loops() -> bytes:
    return pdf([stream(GOOD)], others={11: b"12 0 R", 12: b"11 0 R"})


def _previous_table_is_this_one() -> bytes:
    start = PLAIN.rfind(b"startxref\n")
    at = PLAIN[start + 10 :].split(b"\n")[0]
    return PLAIN.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %s" % at)


def _kids(count: int) -> bytes:
    return PLAIN.replace(b"/Count 1/Kids[10 0 R]", b"/Count %d/Kids[%s]" % (count, b"10 0 R " * count))


CASES: dict[str, Case] = {
    "pdf_good": case(".pdf", PLAIN, "read"),
    "pdf_flate_bomb": case(".pdf", lambda: pdf([_squeezed(bytes(MB), 512)]), "E-PDF E-SCAN E-SIZE"),
    "pdf_flate_bomb_double": case(".pdf", lambda: pdf([_squeezed(bytes(MB), 512, layers=2)]), "E-PDF E-SCAN E-SIZE"),
    "pdf_text_operators": case(".pdf", lambda: pdf([_squeezed(show("字", 72, 700) * 1000, 20_000)]), "E-PDF E-SIZE"),
    "pdf_many_characters": case(".pdf", lambda: pdf([_squeezed(show("字" * 60, 72, 700) * 100, 300)]), "read E-PDF E-SIZE"),
    "pdf_scattered_glyphs": case(
        ".pdf",
        lambda: pdf([b"".join(show("字", 5 * (i % 110), 5 * (i // 110)) for i in range(17_000))]),
        "read E-SIZE E-PDF",
    ),
    "pdf_forms_in_forms": case(".pdf", lambda: _forms(12), "E-PDF E-SIZE E-SCAN"),
    "pdf_form_draws_itself": case(".pdf", _form_draws_itself, "read E-PDF E-SCAN"),
    "pdf_unicode_range": case(".pdf", lambda: _map(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"), "read E-PDF"),
    "pdf_unicode_long": case(".pdf", lambda: _map(b"1 beginbfchar <7532> <" + b"4E00" * 100_000 + b"> endbfchar"), "read E-PDF E-SIZE"),
    "pdf_widths": case(".pdf", _widths, "read E-PDF"),
    "pdf_reference_loop": case(".pdf", _loops, "E-PDF E-SCAN"),
    "pdf_deep_tree": case(".pdf", lambda: _deep_tree(5000), "read E-PDF E-SCAN"),
    "pdf_table_loop": case(".pdf", _previous_table_is_this_one, "read E-PDF"),
    "pdf_same_page_again": case(".pdf", lambda: _kids(1500), "read E-PDF"),
    "pdf_too_many_pages": case(".pdf", lambda: _kids(100_000), "E-SIZE E-PDF"),
    "pdf_count_lies": case(".pdf", PLAIN.replace(b"/Count 1/", b"/Count 9/"), "read E-PDF"),
    "pdf_count_negative": case(".pdf", PLAIN.replace(b"/Count 1/", b"/Count -1/"), "read E-PDF E-SCAN"),
    "pdf_password": case(".pdf", lambda: locked([GOOD], b"secret"), "E-PDF"),
    "pdf_no_password": case(".pdf", lambda: locked([GOOD], b""), "read"),
    "pdf_scanned": case(".pdf", pdf([b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"]), "E-SCAN"),
    "pdf_unseen": case(".pdf", pdf([show("文字层", 72, 700, mode=3)]), "read"),
    "pdf_no_codes": case(".pdf", pdf([show("\0" * 40, 72, 700)]), "E-PDF E-SCAN"),
    "pdf_huge_page": case(".pdf", pdf([GOOD], page=b"/MediaBox[0 0 1e30 1e30]"), "read E-PDF E-SCAN"),
    "pdf_page_inside_out": case(".pdf", pdf([GOOD], page=b"/MediaBox[595 842 0 0]"), "read"),
    "pdf_flat_page": case(".pdf", pdf([GOOD], page=b"/MediaBox[0 0 0 0]"), "read E-PDF E-SCAN"),
    "pdf_matrix_absurd": case(".pdf", pdf([show("甲", 72, 700, matrix="1e38 0 0 1e38") + show("乙", 72, 700, matrix="0 0 0 0") + GOOD]), "read E-SCAN"),
    "pdf_far_away": case(".pdf", pdf([show("甲", 9e30, 9e30) + show("乙", -9e9, 4) + GOOD]), "read"),
    "pdf_half_surrogates": case(".pdf", pdf([GOOD * 9 + b"BT /F1 9 Tf 72 99 Td <D800DC00D8004E00> Tj ET"]), "read E-PDF"),
    "pdf_cut": case(".pdf", PLAIN[:-200], "read E-PDF"),
    "pdf_cut_early": case(".pdf", PLAIN[:400], "E-PDF"),
    "pdf_header_only": case(".pdf", b"%PDF-1.7\n", "E-PDF"),
    "pdf_junk_before": case(".pdf", b"junk\n" * 20 + PLAIN, "read E-PDF"),
    "pdf_junk_behind": case(".pdf", PLAIN + bytes(5000), "read E-PDF"),
    "pdf_no_pages": case(".pdf", pdf([]), "E-PDF E-SCAN"),
}  # fmt: skip
