"""How the paths of an edition lie in a folder, so that any file server finds them: a folder for each page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from ..edition.compress import SUFFIXES
from ..edition.store import Edition, EditionStore, StoredFile
from ..edition.summary import LINE, SUMMARY, WORKER
from ..edition.unmade import HTML
from ..site.addresses import is_page

_LAST = (SUMMARY, LINE, WORKER)
"""What names all the others, and says that there is something new."""


@dataclass(frozen=True)
class File:
    """A file to be written: its name below the folder, what tells its bytes from others, and how to read them."""

    name: str
    mark: str
    size: int
    read: Callable[[], bytes] = field(repr=False, compare=False)


def file_of(path: str, media_type: str) -> str:
    """Return the name of the file that a path of the edition becomes."""
    if path == "" or path.endswith("/"):
        return f"{path}index.html"
    return f"{path}/index.html" if media_type.startswith(HTML) and is_page(path) else path


def files_of(edition: Edition, store: EditionStore, *, twins: bool) -> Iterator[File]:
    """Yield every file of an edition; with `twins` also its precompressed forms, for servers that hand them out."""
    for path, stored in edition.files.items():
        name = file_of(path, stored.media_type)
        yield File(name, stored.sha256, stored.size, partial(store.body, stored))
        if twins:
            yield from _twins(name, stored, store)


def rank(name: str) -> int:
    """Return the turn of a file: nothing is written before what it names."""
    plain = name.removesuffix(".br").removesuffix(".gz")
    if plain in _LAST:
        return 4 + _LAST.index(plain)
    if plain.startswith("packs/") and plain.endswith(".json"):
        return 3
    if plain.endswith(".html"):
        return 2
    return int(plain.startswith("static/gen/") and plain.count("/") == 2)  # what loads the chunks beside it


# Private


def _twins(name: str, stored: StoredFile, store: EditionStore) -> Iterator[File]:
    for coding, size in (("br", stored.br), ("gzip", stored.gzip)):
        if size:
            suffix = SUFFIXES[coding]
            yield File(name + suffix, stored.sha256 + suffix, size, partial(store.body, stored, coding))
