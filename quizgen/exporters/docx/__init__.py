"""Word files (.docx), written as raw WordprocessingML: full command of element order, and no library to load."""

from __future__ import annotations

from quizgen.model.sheet import Sheet


def export(sheet: Sheet, *, base: bytes | None = None) -> bytes:
    """Return the .docx of a sheet; same sheet, same bytes.

    ``base``: a school's own .docx. Its styles, fonts, header and logo stay; its words make room for the sheet.
    Raises InputError (E-DOCX, E-SIZE) when the base cannot be used.
    """
    from quizgen.exporters.docx.document import write  # loads lxml

    return write(sheet, base)


def find_room(base: bytes) -> tuple[float, float]:
    """Return the least margins at top and bottom, mm, that leave a school's header and footer their place.

    Raises InputError (E-DOCX, E-SIZE) when the base cannot be used.
    """
    from quizgen.exporters.docx.document import measure_room  # loads lxml

    return measure_room(base)
