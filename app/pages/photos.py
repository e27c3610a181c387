"""The photos of a place as its page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.place import Place
from ..domain.text import Text
from ..domain.translatable import photo_key
from .context import PageContext


@dataclass(frozen=True)
class ShownPhoto:
    """A photo: where it is, its size in pixels, what it shows in the language of the page, and whose it is."""

    path: str
    width: int
    height: int
    alt: Text
    credit: str | None


def photos_of(context: PageContext, place: Place) -> Iterator[ShownPhoto]:
    """Yield the photos of a place, in the order that the desk gave them."""
    for photo, picture in context.content.pictures_of(place):
        alt = context.text(photo_key(place.id, photo.file), photo.alt)
        yield ShownPhoto(picture.path, picture.width, picture.height, alt, photo.credit)
