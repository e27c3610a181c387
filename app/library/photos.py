"""Photos of what leaders saw at a stop: one a suggestion, without what a camera writes beside its picture.

They lie in `photos/` of the data folder, for who keeps the library true: nothing serves them, no edition holds them.
"""

import os
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps
from sqlalchemy import select

from ..domain.suggestion import Kind
from .faults import LibraryFull, require_room
from .models import SuggestionRow
from .sessions import writing
from .suggestions import PATIENCE_MS

MOST_BYTES = 400_000
MOST_SIDE = 1_280
"""Pixels: a notice on a door can be read, and a face across the street is not much."""

MOST_PIXELS = 16_000_000
"""What a few hundred kilobytes may claim to be: more is made to fill the memory of who opens it."""

QUALITY = 85


class PhotoRefused(ValueError):
    """A photo that cannot be taken as it comes.

    PhotoRefused
    ├── PhotoUnreadable  no JPEG, not whole, or too large to be opened
    ├── NoteUnknown      no observation came under this key, or not yet
    └── PhotoTaken       another photo came under the same key
    """


class PhotoUnreadable(PhotoRefused):
    """No picture that we open."""


class NoteUnknown(PhotoRefused):
    """A photo shows what a leader noted: the note comes first."""


class PhotoTaken(PhotoRefused):
    """One key is one photo: silently keeping the first would lose the second."""


class Photo(NamedTuple):
    """A photo to be kept: the SHA-256 of the bytes that were sent, and the picture in bytes of our own."""

    digest: str
    picture: bytes


def read_photo(sent: bytes) -> Photo:
    """Return a photo as we keep it: upright, of 1280 pixels at the most, nothing beside the picture.

    Raises `PhotoUnreadable` for what is no JPEG, not whole, or claims more than `MOST_PIXELS`.
    """
    try:
        with Image.open(BytesIO(sent), formats=["JPEG"]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PhotoUnreadable
            image.draft("RGB", (MOST_SIDE, MOST_SIDE))  # a large one is read at half its size: time, memory
            picture = ImageOps.exif_transpose(image).convert("RGB")
    except _UNREADABLE as error:
        raise PhotoUnreadable from error
    picture.thumbnail((MOST_SIDE, MOST_SIDE))
    picture.info.clear()  # Pillow would write the comment and the XMP it has read
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Photo(sha256(sent).hexdigest(), out.getvalue())


def keep_photo(key: str, photo: Photo, data: Path) -> bool:
    """Keep the photo of an observation in a data folder, once; when it returns, it survives a power cut.

    Return whether it is new. Raises `NoteUnknown`, `PhotoTaken`, and a `LibraryFault` when it cannot be written now.
    """
    with writing(PATIENCE_MS) as session:
        row = session.scalar(select(SuggestionRow).where(SuggestionRow.key == key))
        if row is None or row.kind not in (Kind.OBSERVATION, Kind.ROUND):
            raise NoteUnknown
        if row.photo == photo.digest:
            return False
        if row.photo is not None:
            raise PhotoTaken
        _write(photo_file(key, data), photo.picture)
        row.photo = photo.digest
        session.commit()
        return True


def photo_file(key: str, data: Path) -> Path:
    """Return where the photo of a suggestion lies."""
    return data / "photos" / f"{key}.jpg"


# Private

_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)
"""What Pillow says of bytes that are no picture, of half of one, and of one far too large."""


def _write(file: Path, picture: bytes) -> None:
    """Write a file whole or not at all, and down to the disk."""
    new = file.with_suffix(".new")
    require_room(file.parent)
    try:
        file.parent.mkdir(exist_ok=True)
        with new.open("wb") as out:
            out.write(picture)
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
        _settle(file.parent)
        _settle(file.parent.parent)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        require_room(file.parent)
        raise LibraryFull from error


def _settle(folder: Path) -> None:
    """Have the disk know the names in a folder."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
