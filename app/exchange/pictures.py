"""Pictures: files of photos opened with care, drawn anew for the library, and small for the phones of families.

Whatever a camera writes beside its picture (where, when, with what) is left behind: a drawing holds the picture only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps

from ..domain.picture import Picture

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8_000_000
"""Of a photo as a telephone makes it."""

MOST_PIXELS = 50_000_000
"""What the telephones of today shoot; more is made to fill the memory of who opens it."""

MOST_SIDE = 1_200
"""Pixels of the longest side of what the library keeps: a door and its sign can be read."""

SHOWN_SIDE = 480
"""Pixels of the longest side of what families fetch: as wide as a telephone."""

SHOWN_BYTES = 25_000
"""What a photo may weigh there: a quarter that is kept has many."""


class PictureRefused(ValueError):
    """A file that is no photo for us.

    PictureRefused
    ├── PictureUnreadable  no JPEG, PNG or WebP, or not whole
    ├── PictureHeavy       more than `MOST_BYTES`
    └── PictureLarge       more than `MOST_PIXELS`
    """


class PictureUnreadable(PictureRefused):
    """No picture that we open."""


class PictureHeavy(PictureRefused):
    """More bytes than anybody sends of a door."""


class PictureLarge(PictureRefused):
    """More pixels than memory should hold."""


def read_picture(data: bytes) -> Picture:
    """Return the picture that a file holds; raise a `PictureRefused`."""
    with _opened(data) as image:
        image.load()  # half of a file is told now, not to families
        turned = image.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
        size = (image.height, image.width) if turned else image.size
    return picture_of(sha256(data).hexdigest(), size, data)


def picture_of(digest: str, size: tuple[int, int], data: bytes) -> Picture:
    """Return the picture of a file that was opened before and is upright of this size."""
    return Picture(digest, *_within(size, SHOWN_SIDE), partial(draw_shown, data))


def redraw(sent: bytes) -> bytes:
    """Return a photo as the library keeps it: upright, of `MOST_SIDE` at most, in WebP; raise a `PictureRefused`."""
    return _written(_drawn(sent, MOST_SIDE), 82)


def draw_shown(data: bytes) -> bytes:
    """Return the picture of a file as families see it, of `SHOWN_BYTES` at the most."""
    picture = _drawn(data, SHOWN_SIDE)
    made = b""
    for side, quality in _LIGHTER:
        made = _written(picture.resize(_within(picture.size, side), Image.Resampling.LANCZOS), quality)
        if len(made) <= SHOWN_BYTES:
            break
    return made


# Private

_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
_LIGHTER = ((480, 74), (480, 60), (480, 45), (480, 30), (360, 30), (240, 30), (160, 20))
"""Longest side and quality: most photos are light enough at the first; leaves in the sun take a few."""

_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError)
"""What Pillow says of bytes that are no picture, or half of one."""

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a file; whatever Pillow says of it while it is open is one of our refusals."""
    if len(data) > MOST_BYTES:
        raise PictureHeavy
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PictureLarge
            yield image
    except PictureRefused:
        raise
    except _BOMBS as error:
        raise PictureLarge from error
    except _UNREADABLE as error:
        raise PictureUnreadable from error


def _drawn(data: bytes, side: int) -> Image.Image:
    """Return a picture upright and alone, on white where it lets something through."""
    with _opened(data) as image:
        image.draft("RGB", (side, side))  # a large JPEG is read at half its size, or less: time, memory
        image.thumbnail((side * 2, side * 2))
        upright = ImageOps.exif_transpose(image).convert("RGBA")
        drawn = Image.new("RGB", upright.size, "white")
        drawn.paste(upright, mask=upright.getchannel("A"))
        return drawn.resize(_within(drawn.size, side), Image.Resampling.LANCZOS)


def _within(size: tuple[int, int], side: int) -> tuple[int, int]:
    """Return a size that keeps its shape and has no longer side."""
    scale = min(1.0, side / max(size))
    width, height = (max(1, round(each * scale)) for each in size)
    return width, height


def _written(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()
