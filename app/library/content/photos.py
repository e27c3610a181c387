"""The pictures of places in the library: taken in with a change of their place, read by an edition, forgotten later.

A picture that no place shows any more stays for thirty days after the last line of the history that names it, so that
whatever gives a photo back finds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.picture import Picture
from ...exchange.pictures import read_picture
from ..models import ChangeRow, PlaceRow
from ..moments import utc_now
from ..photo_models import PhotoRow
from ..sessions import reading
from .edits import Author, Edit, write_edits
from .rows import Row
from .store import MOST_BY_KEY

KEPT = timedelta(days=30)
"""How long what was taken out may be given back, and its photos with it."""


def read_pictures(session: Session) -> dict[str, Picture]:
    """Return every picture by the name of its file; those read before are the same objects again."""
    marks = {file: digest for file, digest in session.execute(select(PhotoRow.file, PhotoRow.digest))}
    known = {file: _LAST[file] for file, digest in marks.items() if file in _LAST and _LAST[file].digest == digest}
    missing = [file for file in marks if file not in known]
    for start in range(0, len(missing), MOST_BY_KEY):
        asked = select(PhotoRow.file, PhotoRow.digest, PhotoRow.width, PhotoRow.height, PhotoRow.shown)
        some = asked.where(PhotoRow.file.in_(missing[start : start + MOST_BY_KEY]))
        for file, digest, width, height, shown in session.execute(some):
            known[file] = Picture(digest, width, height, partial(bytes, shown))
    _LAST.clear()
    _LAST.update(known)
    return known


def read_shown(file: str) -> bytes | None:
    """Return the picture of a photo as families see it, None when there is none so called."""
    with reading() as session:
        return session.scalar(select(PhotoRow.shown).where(PhotoRow.file == file))


def read_photo_files(files: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes of some files of photos, by their names."""
    with reading() as session:
        asked = select(PhotoRow.file, PhotoRow.data)
        some = (files[start : start + MOST_BY_KEY] for start in range(0, len(files), MOST_BY_KEY))
        return {file: data for names in some for file, data in session.execute(asked.where(PhotoRow.file.in_(names)))}


def files_there(session: Session, names: Iterable[str]) -> frozenset[str]:
    """Return which of some files of photos the library has."""
    return frozenset(session.scalars(select(PhotoRow.file).where(PhotoRow.file.in_([*names]))))


def digests_of_photos(session: Session) -> dict[str, str]:
    """Return the digest of each file of a photo."""
    return {file: digest for file, digest in session.execute(select(PhotoRow.file, PhotoRow.digest))}


def photo_rows(session: Session, pictures: Mapping[str, Picture], files: Mapping[str, bytes]) -> list[Row]:
    """Return the rows of the pictures of a folder; one that the library has is not written, so not drawn again."""
    held, now = digests_of_photos(session), utc_now()
    return [
        _row(file, picture, files[file], now, drawn=held.get(file) != picture.digest)
        for file, picture in pictures.items()
    ]


def take_in_photo_within(session: Session, file: str, data: bytes, author: Author) -> None:
    """Take a picture in, in a transaction that names it in a place; nothing when the library has it already."""
    picture = read_picture(data)
    if file not in files_there(session, [file]):
        row = _row(file, picture, data, utc_now(), drawn=True)
        write_edits(session, [Edit(PhotoRow, None, row | {"digest": picture.digest})], author)


def forget_photos_within(session: Session, author: Author) -> None:
    """Forget the pictures that no place shows, and that nothing in the history of the last month would give back."""
    old = select(PhotoRow.file, PhotoRow.digest).where(PhotoRow.added < utc_now() - KEPT)
    found = {file: digest for file, digest in session.execute(old)}
    gone = [file for file in found if not _is_named(session, file)]
    if gone:
        write_edits(session, [Edit(PhotoRow, {"file": file, "digest": found[file]}, None) for file in gone], author)


# Private

_LAST: dict[str, Picture] = {}
"""What the last reading found, by file."""


def _row(file: str, picture: Picture, data: bytes, now: Any, *, drawn: bool) -> Row:
    shown = picture.shown() if drawn else b""
    return {
        "file": file, "width": picture.width, "height": picture.height, "shown": shown, "data": data, "added": now
    }  # fmt: skip


def _is_named(session: Session, file: str) -> bool:
    shown = select(PlaceRow.id).where(PlaceRow.document.contains(f'"{file}"', autoescape=True))
    if session.scalar(shown.limit(1)) is not None:
        return True
    told = ChangeRow.before.contains(f'"{file}"', autoescape=True) | ChangeRow.after.contains(
        f'"{file}"', autoescape=True
    )
    return session.scalar(select(ChangeRow.id).where(ChangeRow.at > utc_now() - KEPT, told).limit(1)) is not None
