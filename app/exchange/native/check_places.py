"""What a place must be among the others: in a category, on a territory, with a code of its own."""

from collections.abc import Iterable, Iterator, Mapping

from ...domain.content import CodeEntry
from ...domain.geometry import Position, metres_between
from ...domain.hours.order import hours_warnings
from ...domain.place import Ages, HoursException, Place, Service
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import N_
from . import places
from .check_photos import photo_faults
from .parts import Parts
from .sentences import guess
from .source import Source

_SOURCE = Source(places.PATH, b"")

_ELSEWHERE_M = 5_000
"""Beyond this from every territory, a place is not near a border but somewhere else."""


def check_places(parts: Parts) -> Iterator[Problem]:
    """Yield what is wrong with each place that could be read."""
    codes = parts.owners
    for place in parts.places.value.values():
        where = f"lieu {place.id}"
        if parts.categories.readable:
            yield from _category_faults(place, where, parts.categories.ids)
        if place.position != places.NOWHERE:
            yield from _ground_faults(place, f"{where}, geometry", parts)
        if parts.codes.readable:
            yield from code_faults(_SOURCE, where, codes, place.code, ("place", place.id))
        yield from photo_faults(place, where, parts.pictures.ids)
        yield from _publication_faults(place, where)
        yield from _block_faults(place, where)
        yield from _hours_faults(place, where)


def code_faults(
    source: Source, where: str, codes: Mapping[str, CodeEntry], code: str | None, owner: tuple[str, str]
) -> Iterator[Problem]:
    """Yield what is wrong with the code that a place, a walk or a territory says it has."""
    if code is None:
        return
    given = codes.get(code)
    if given is None:
        sentence = N_("le code « {code} » n’est pas dans data/codes.csv : ajoutez-y sa ligne.")
        yield source.problem(f"{where}, champ code", sentence, code=code)
    elif (given.kind, given.id) != owner:
        sentence = N_("le code « {code} » est donné à « {other} » ({kind}) dans data/codes.csv.")
        yield source.problem(f"{where}, champ code", sentence, code=code, other=given.id, kind=given.kind)


def _category_faults(place: Place, where: str, known: frozenset[str]) -> Iterator[Problem]:
    yield from unknown_categories(_SOURCE, f"{where}, champ categories", place.categories, known)
    for service in place.services:
        here = f"{where}, service {service.id}, champ categories"
        yield from unknown_categories(_SOURCE, here, service.categories, known)


def unknown_categories(source: Source, where: str, named: Iterable[str], known: frozenset[str]) -> Iterator[Problem]:
    """Yield the categories that nobody has declared."""
    for category in named:
        if category in known:
            continue
        near = guess(category, known)
        if near:
            sentence = N_("la catégorie « {category} » n’existe pas : vouliez-vous dire « {guess} » ?")
            yield source.problem(where, sentence, category=category, guess=near)
        else:
            yield source.problem(where, N_("la catégorie « {category} » n’existe pas."), category=category)


def _ground_faults(place: Place, where: str, parts: Parts) -> Iterator[Problem]:
    territories = parts.territories.value
    if any(territory.holds(place.position) for territory in territories.values()):
        return
    lon, lat = place.position
    shown = f"[{lon}, {lat}]"
    if any(territory.bounds.grown(2_000).holds((lat, lon)) for territory in territories.values()):
        sentence = N_("la position {value} : les axes sont inversés : écrivez [longitude, latitude].")
        yield _SOURCE.problem(where, sentence, value=shown)
    elif _all_territories_are_read(parts):
        yield _away(place, where, shown, territories)


def _away(place: Place, where: str, shown: str, territories: Mapping[str, Territory]) -> Problem:
    metres, nearest = _nearest(place.position, territories)
    if metres > _ELSEWHERE_M:
        sentence = N_("la position {value} est à {km} km de « {territory} » : en mer, ou dans une autre ville ?")
        return _SOURCE.problem(where, sentence, value=shown, km=round(metres / 1000), territory=nearest.name)
    sentence = N_("la position {value} est hors de tout territoire, à {metres} m de « {territory} ».")
    outside = {"value": shown, "metres": round(metres), "territory": nearest.name}
    return Problem(places.PATH, where, sentence, outside, warning=not place.is_public)


def _all_territories_are_read(parts: Parts) -> bool:
    """Tell whether every outline is known: a broken one must not put its places out of doors."""
    return bool(parts.territories.value) and parts.territories.ids == parts.territories.value.keys()


def _nearest(position: Position, territories: Mapping[str, Territory]) -> tuple[float, Territory]:
    away = ((_metres_to(position, territory), territory) for territory in territories.values())
    return min(away, key=lambda found: found[0])


def _metres_to(position: Position, territory: Territory) -> float:
    return min(metres_between(position, corner) for corner in territory.outline[0])


def _publication_faults(place: Place, where: str) -> Iterator[Problem]:
    if not place.is_public:
        return
    if not place.code:
        yield _SOURCE.problem(f"{where}, champ code", N_("un lieu publié a un code court : donnez-lui le sien."))
    if not place.purpose:
        sentence = N_("un lieu publié dit à quoi il sert : ajoutez une phrase simple.")
        yield _SOURCE.problem(f"{where}, champ purpose", sentence)
    if not place.categories:
        sentence = N_("un lieu publié a une catégorie au moins : ajoutez-la.")
        yield _SOURCE.problem(f"{where}, champ categories", sentence)
    if not place.sources and not (place.last_checked and place.last_checked.how in _SEEN):
        yield _SOURCE.problem(f"{where}, champ sources", _NO_SOURCE, warning=True)
    if not place.last_checked and not any(source.on for source in place.sources):
        yield _SOURCE.problem(f"{where}, champ verified", _NO_DATE, warning=True)


def _block_faults(place: Place, where: str) -> Iterator[Problem]:
    """Look into the blocks that a place and its services share."""
    yield from _ages_faults(place.ages, where)
    yield from _exception_faults(place.exceptions, where)
    seen: set[str] = set()
    for service in place.services:
        inner = f"{where}, service {service.id}"
        yield from _service_faults(service, inner, seen)
        seen.add(service.id)


def _service_faults(service: Service, where: str, seen: set[str]) -> Iterator[Problem]:
    if service.id in seen:
        sentence = N_("l’identifiant « {id} » est pris par un autre : chacun a le sien.")
        yield _SOURCE.problem(where, sentence, id=service.id)
    yield from _ages_faults(service.ages, where)
    yield from _exception_faults(service.exceptions, where)


def _ages_faults(ages: Ages | None, where: str) -> Iterator[Problem]:
    if ages is None or ages.min_months is None or ages.max_months is None or ages.min_months <= ages.max_months:
        return
    sentence = N_("l’âge commence à {min} mois et finit à {max} mois : échangez-les.")
    yield _SOURCE.problem(f"{where}, champ ages", sentence, min=ages.min_months, max=ages.max_months)


def _exception_faults(exceptions: Iterable[HoursException], where: str) -> Iterator[Problem]:
    for number, exception in enumerate(exceptions, 1):
        here = f"{where}, champ exceptions n° {number}"
        if exception.to < exception.from_:
            sentence = N_("l’exception finit le {to}, avant de commencer le {start} : échangez les dates.")
            yield _SOURCE.problem(here, sentence, start=exception.from_, to=exception.to)
        if exception.kind == "hours" and not exception.hours:
            sentence = N_("l’exception annonce d’autres horaires sans les dire : ajoutez « hours ».")
            yield _SOURCE.problem(here, sentence)
        if exception.kind == "message" and not exception.reason:
            yield _SOURCE.problem(here, N_("l’exception annonce un message sans le dire : ajoutez « reason »."))


def _hours_faults(place: Place, where: str) -> Iterator[Problem]:
    """Warn of hours that can be read but do not say what their writer meant."""
    blocks: list[tuple[str, Place | Service]] = [(where, place)]
    blocks += [(f"{where}, service {service.id}", service) for service in place.services]
    written = [(f"{here}, champ hours", block.hours) for here, block in blocks]
    for here, block in blocks:
        written += [(f"{here}, champ exceptions n° {n}, hours", e.hours) for n, e in enumerate(block.exceptions, 1)]
    if place.hours_known == "yes" and not place.hours:
        yield _SOURCE.problem(f"{where}, champ hours", _NO_HOURS, warning=True)
    for here, hours in written:
        for sentence, values in hours_warnings(hours) if hours else ():
            yield Problem(places.PATH, here, sentence, values, warning=True)


_NO_HOURS = N_("les horaires sont dits connus, mais il n’y en a pas\u00a0: ajoutez «\u00a0hours\u00a0».")
_SEEN = {"visit", "phone", "mail"}
"""Who asked the place itself is the source."""
_NO_SOURCE = N_(
    "un lieu publié dit d’où viennent ses informations\u00a0: ajoutez une source (name, et on pour son jour)."
)
_NO_DATE = N_(
    "un lieu publié dit de quand datent ses informations\u00a0: ajoutez un bloc avec on (2026-11-28) et how "
    "(visit, phone, mail, web ou feed)."
)
