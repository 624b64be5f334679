"""Damage: bytes changed the way disks, mail programs and malice change them, the same for the same seed."""

from __future__ import annotations

import io
import zipfile
from random import Random

MAGIC = (0x00, 0x01, 0x7F, 0x80, 0xFF, 0x0A, 0x3C, 0x26)  # NUL, DEL, high bytes, line end, "<", "&"
MAX_CHANGES = 8
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def mutate(data: bytes, chance: Random) -> bytes:
    """Return ``data`` after one to eight changes: bytes flipped, cut out, doubled, moved or made special."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, MAX_CHANGES)):
        if not changed:
            break
        _change(changed, chance)
    return bytes(changed)


def _change(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data))
    length = min(len(data) - at, chance.choice((1, 2, 4, 16, 64, 400)))
    match chance.randrange(7):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            data[at] = chance.choice(MAGIC)
        case 2:
            del data[at : at + length]
        case 3:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 30))
        case 4:
            data[at : at + length] = chance.randbytes(length)
        case 5:
            other = chance.randrange(len(data))
            data[other:other] = data[at : at + length]
        case _:
            del data[at : len(data) if chance.random() < 0.3 else at + 1]


def mutate_inside(package: bytes, chance: Random) -> bytes:
    """Return a zip file with one of its parts changed and packed again, so that the damage gets past the checksums."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice(sorted(parts))
    parts[victim] = mutate(parts[victim], chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), content)
    return stream.getvalue()
