"""The pictures of an edition: small files, one for all languages, under addresses that change with the picture."""

from collections.abc import Iterator

from ..domain.public import PublicContent
from .file import PlannedFile, fingerprint_of

MEDIA_TYPE = "image/webp"


def photo_files(content: PublicContent) -> Iterator[PlannedFile]:
    """Yield each picture that a place shows, once."""
    for path, picture in {each.path: each for each in content.pictures.values()}.items():
        yield PlannedFile(path, MEDIA_TYPE, fingerprint_of(picture.digest), picture.shown)
