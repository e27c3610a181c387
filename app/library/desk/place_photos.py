"""The photos of a place at the desk: added, told in other words, moved among the others, taken away.

A photo is drawn anew before anything is written: without where, when and with what it was shot. Its file is called
after what it shows, so that the same picture is the same file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ...domain.forms.sections import version_of
from ...domain.person import Person
from ...domain.place import Place
from ...exchange.native.sentences import written
from ...exchange.pictures import redraw
from ..content.edits import Author
from ..content.photos import forget_photos_within, take_in_photo_within
from ..content.writes import Outcome, change_place_within
from ..sessions import writing
from .editing import editable_place
from .faults import Moved, NotHere, PhotoHereAlready

FIELD = "photos"
Photos = list[dict[str, Any]]


@dataclass(frozen=True)
class Told:
    """What is said of a photo: what one sees on it, whose it is, and who can be recognised (`nobody`, `agreed`)."""

    alt: str
    credit: str
    consent: str

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields of the photo; what is empty is not said."""
        return {name: text for name, text in vars(self).items() if text}


def photos_version(place: Place) -> str:
    """Return what tells whether the photos of a place are still those that were shown."""
    return version_of(place, [FIELD])


def add_photo(person: Person, id: str, sent: bytes, told: Told) -> Outcome:
    """Add a photo to a place, after the others; raise a `PictureRefused`, or `PhotoHereAlready`."""
    data = redraw(sent)
    file = f"{id[:60].strip('-')}-{sha256(data).hexdigest()[:12]}.webp"
    with writing() as session:
        place = editable_place(session, person, id)
        if any(photo.file == file for photo in place.photos):
            raise PhotoHereAlready
        author = Author(person.role.value)
        forget_photos_within(session, author)
        take_in_photo_within(session, file, data, author)
        photos = [*map(written, place.photos), {"file": file, **told.fields}]
        outcome = change_place_within(session, id, {FIELD: photos}, author)
        if outcome.is_refused:
            session.rollback()
        return outcome


def tell_photo(person: Person, id: str, file: str, told: Told, *, version: str) -> Outcome:
    """Say other words of a photo; raise `Moved` when the photos are not what they were."""

    def changed(photos: Photos, at: int) -> Photos:
        return [*photos[:at], {"file": file, **told.fields}, *photos[at + 1 :]]

    return _change(person, id, file, version, changed)


def move_photo(person: Person, id: str, file: str, by: int, *, version: str) -> Outcome:
    """Move a photo by some places among the others; raise `Moved` when they are not what they were."""

    def moved(photos: Photos, at: int) -> Photos:
        rest = photos[:at] + photos[at + 1 :]
        to = min(max(0, at + by), len(rest))
        return [*rest[:to], photos[at], *rest[to:]]

    return _change(person, id, file, version, moved)


def remove_photo(person: Person, id: str, file: str, *, version: str) -> Outcome:
    """Take a photo away; the history gives it back for a month."""
    return _change(person, id, file, version, lambda photos, at: photos[:at] + photos[at + 1 :])


# Private


def _change(person: Person, id: str, file: str, version: str, change: Callable[[Photos, int], Photos]) -> Outcome:
    with writing() as session:
        place = editable_place(session, person, id)
        if photos_version(place) != version:
            raise Moved
        photos: Photos = [*map(written, place.photos)]
        photos = change(photos, _at(photos, file))
        return change_place_within(session, id, {FIELD: photos or None}, Author(person.role.value))


def _at(photos: Sequence[Mapping[str, Any]], file: str) -> int:
    found = next((at for at, photo in enumerate(photos) if photo["file"] == file), None)
    if found is None:
        raise NotHere
    return found
