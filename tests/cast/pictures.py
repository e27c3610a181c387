"""Pictures that tests shoot: a door in a wall, with all that a camera writes beside it."""

import json
import struct
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

MAKER = "Telephone of somebody"
ON_ITS_SIDE = 6
GREEN, WALL = (20, 120, 60), (200, 190, 170)


def door(
    width: int = 800, height: int = 600, *, kind: str = "JPEG", orientation: int = 1, colour: object = GREEN
) -> bytes:
    """Return a photo of a door: its left half is wall. With who made it, where and how it is to be turned."""
    picture = Image.new("RGB", (width, height), WALL)
    ImageDraw.Draw(picture).rectangle((width // 2, 0, width, height), fill=colour)  # type: ignore[arg-type]
    exif = Image.Exif()
    exif[0x010F] = MAKER
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def noise(width: int = 1600, height: int = 1600) -> bytes:
    """Return the heaviest photo there is: leaves in the sun."""
    grey = Image.effect_noise((width, height), 120)
    out = BytesIO()
    Image.merge("RGB", (grey, grey.transpose(Image.Transpose.ROTATE_90).resize(grey.size), grey)).save(out, "JPEG")
    return out.getvalue()


@cache
def bomb() -> bytes:
    """Return a PNG of a few kilobytes that is of 20,000 by 20,000 pixels, all black."""
    side, row = 20_000, bytes(1 + 20_000 // 8)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(row * side, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


LIBRARY = "bibliotheque-des-tilleuls"
PHOTO = {"file": "Porte-verte.jpg", "alt": "La porte verte, sous l’arbre", "credit": "Relais", "consent": "nobody"}


def show(folder: Path, *photos: object, place: str = LIBRARY, **fields: object) -> None:
    """Have the file of places show photos of one of them, and perhaps say something else of it."""
    file = folder / "data/places.geojson"
    document = json.loads(file.read_text(encoding="utf-8"))
    found = next(each for each in document["features"] if each["id"] == place)
    found["properties"] |= {"photos": list(photos), **fields}
    file.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def put(folder: Path, data: bytes, name: str = "Porte-verte.jpg") -> Path:
    """Put a file beside the photos of a folder."""
    file = folder / "data/photos" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return file
