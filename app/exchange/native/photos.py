"""`data/photos/`: the pictures of places, each a file of its own, opened with care before anything is believed."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from ...domain.picture import Picture
from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.text import N_
from ..pictures import MOST_PIXELS, PictureHeavy, PictureLarge, PictureRefused, PictureUnreadable, read_picture
from .parts import FilePictures
from .source import Reading, read_source

FOLDER = "data/photos"
MOST_BYTES = 2_000_000
"""Of a file that git is to keep."""


def path_of(file: str) -> str:
    """Return where the picture of a photo lies, below a folder of content."""
    return f"{FOLDER}/{file}"


def names_in(places: Iterable[Place]) -> list[str]:
    """Return the files that photos of places name, each once."""
    return list(dict.fromkeys(photo.file for place in places for photo in place.photos))


def names_told(features: bytes) -> set[str]:
    """Return the files that the text of `data/places.geojson` names; it was read before: nothing is wrong with it."""
    document = json.loads(features.decode("utf-8-sig"))
    told = (feature.get("properties", {}).get("photos") or () for feature in document["features"])
    return {photo["file"] for photos in told for photo in photos}


def files_in(folder: Path) -> list[str]:
    """Return the names of the files that lie beside one another there, but for those that begin with a dot."""
    found = (folder / FOLDER).glob("*")
    return sorted(file.name for file in found if file.is_file() and not file.name.startswith("."))


def read_photos(
    folder: Path, shown: Reading[dict[str, Place]], known: Mapping[str, Picture]
) -> tuple[FilePictures, dict[str, bytes]]:
    """Return the pictures that places name, and the bytes of their files; `known` are those opened before, by digest.

    A file that is not there is for who checks the places to tell. One that no place names is warned of, unless a place
    could not be read whole: it may be the one.
    """
    here, wanted = files_in(folder), {*names_in(shown.value.values())}
    is_sure = all(problem.warning for problem in shown.problems)
    pictures: dict[str, Picture] = {}
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in here:
        if file not in wanted:
            problems += [Problem(path_of(file), "", NOT_NAMED, warning=True)] if is_sure else []
            continue
        data, found = _read(folder, file, known)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            pictures[file], files[file] = found, data
    return Reading(pictures, tuple(problems), ids=frozenset(here)), files


def digest_in(folder: Path, file: str) -> str | None:
    """Return the SHA-256 of a picture; None when it is not there."""
    path = folder / path_of(file)
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


# Private


def _read(folder: Path, file: str, known: Mapping[str, Picture]) -> tuple[bytes, Picture | Problem]:
    source = read_source(folder, path_of(file))
    if isinstance(source, Problem):
        return b"", source
    if len(source.data) > MOST_BYTES:
        return b"", source.problem("", _HEAVY, most=MOST_BYTES // 1_000_000)
    picture = known.get(sha256(source.data).hexdigest())
    if picture is not None:
        return source.data, picture
    try:
        return source.data, read_picture(source.data)
    except PictureRefused as refused:
        return b"", source.problem("", _SENTENCES[type(refused)], most=MOST_PIXELS // 1_000_000)


_HEAVY = N_("cette photo dépasse {most} Mo : réduisez-la à 1200 pixels de large.")
_SENTENCES: Mapping[type[PictureRefused], str] = {
    PictureHeavy: _HEAVY,
    PictureLarge: N_("cette image a plus de {most} millions de pixels : réduisez-la à 1200 pixels de large."),
    PictureUnreadable: N_("ce fichier n’est pas une image entière : enregistrez-le en JPEG, PNG ou WebP."),
}
NOT_NAMED = N_("aucun lieu ne montre cette photo : nommez-la dans « photos », ou enlevez le fichier.")
