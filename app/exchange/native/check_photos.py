"""What the photos of a place must be: there, each once, not too many; and what becomes of those that no family sees."""

from collections.abc import Collection, Iterator

from ...domain.place import Place
from ...domain.problem import Problem
from ...domain.text import N_
from . import places
from .source import Source

MOST = 4
"""A door, its street, what one finds inside: a page stays short, and a kept quarter light."""

_SOURCE = Source(places.PATH, b"")


def photo_faults(place: Place, where: str, there: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the photos of a place; `there` are the files that lie beside its own."""
    if len(place.photos) > MOST:
        yield _SOURCE.problem(f"{where}, champ photos", _MANY, most=MOST)
    if place.photos and not place.shows_address:
        yield Problem(places.PATH, f"{where}, champ photos", _HIDDEN, warning=True)
    seen: set[str] = set()
    for number, photo in enumerate(place.photos, 1):
        here = f"{where}, champ photos n° {number}, file"
        if photo.file not in there:
            yield _SOURCE.problem(here, _MISSING, file=photo.file)
        if photo.file in seen:
            yield _SOURCE.problem(here, _TWICE, file=photo.file)
        seen.add(photo.file)


_MANY = N_("un lieu montre {most} photos au plus : enlevez-en.")
_HIDDEN = N_("l’adresse de ce lieu ne se montre pas : ses photos ne sont pas publiées.")
_MISSING = N_("la photo « {file} » n’est pas dans data/photos : ajoutez-la, ou enlevez-la d’ici.")
_TWICE = N_("la photo « {file} » est là deux fois : enlevez-en une.")
