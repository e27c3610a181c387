"""Open data: the public places for other programs, the code table, and what search engines may read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from pydantic_core import to_json

from ..cache import Cache, Columns, once_each
from ..domain.content import CodeEntry
from ..domain.inside import PlacesByTerritory
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.subject import SUBJECTS
from ..domain.walk import Walk
from ..site.addresses import Site
from ..site.codes import codes_of
from .bundles import Bundle, in_bundles
from .file import PlannedFile, fingerprint_of
from .groups import GROUPS

GEOJSON = "application/geo+json"
NOTICE = "© les contributeurs d’OpenStreetMap et autres sources nommées dans chaque lieu, sous licence ODbL 1.0."
LICENCE = "https://opendatacommons.org/licenses/odbl/1-0/"

CODES = "codes.json"
"""Where every printed code leads; the worker keeps it with the frame of the pages."""

_APART = {"id", "position", "code", "photos"}
"""Fields of a place that are not properties of its feature as they are: photos are told with their addresses."""

_DECIMALS = 6
"""Of a position, in degrees: a tenth of a metre."""


@in_bundles
def data_files(content: PublicContent, site: Site) -> Iterator[Bundle]:
    """Yield `codes.json` and the share of it that each pack carries, the open data under `api/v1/`, `robots.txt`."""
    tables = codes_by_territory(content)
    codes = [_codes_file(codes_path(territory), codes) for territory, codes in tables.items()]
    shelves = _shelves(content, site)
    robots = _leaf("robots.txt", "text/plain; charset=utf-8", _robots(site))
    whole = _codes_file(CODES, all_codes(content), shared=True), _collection_file(content, shelves)
    yield from GROUPS.keep("data", (*codes, *whole, robots)).bundles
    yield from _bundles(shelves)


def site_map(pages: Iterable[str], site: Site) -> Iterator[PlannedFile]:
    """Yield `sitemap.xml` of pages by their paths, where the public address is known: it must name them in full."""
    if site.public_url:
        apart = {f"{lang}/{name}" for lang in site.languages for name in ("404", "500", "offline", "fate", "outbox")}
        paths = [path for path in pages if path.split("/")[0] in ("", *site.languages) and path not in apart]
        lines = "\n".join(f"<url><loc>{escape(site.address(path))}</loc></url>" for path in sorted(paths))
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_SITE_MAP}">\n{lines}\n</urlset>\n'
        yield _leaf("sitemap.xml", "application/xml", text.encode())


def codes_path(territory: str) -> str:
    """Return where the codes of a territory are: those whose pages its pack holds."""
    return f"codes/{territory}.json"


Thing = tuple[str, str]
"""What a code leads to: its kind and its id."""

Table = Mapping[str, Mapping[str, Any]]
"""Where codes lead, as `codes_of` has it."""


@once_each
def all_codes(content: PublicContent) -> Table:
    """Return where each code leads: the table of the plan before, while all that codes may lead to is the same."""
    table: Table = _SHARES.take("", _all_led_to(content), partial(codes_of, content))
    return table


def codes_by_territory(content: PublicContent) -> Mapping[str, Table]:
    """Return the codes whose pages belong to each territory, those not in use too; one thing may have several.

    While all that they may lead to is the same, a territory has the table of the plan before.
    """
    return {id: _SHARES.take(id, _led_to(content, id), partial(_share, content, id)) for id in content.territories}


# Private

_SHARES = Cache()
"""By territory, its codes; all of them under no name."""

_CODES = Cache()
"""The codes of each thing: there are as many codes as things."""


def _all_led_to(content: PublicContent) -> tuple[Any, ...]:
    """Return all that codes may lead to, and that tells whether they do."""
    inside = content.inside
    public = [_ids("public", id, inside.public) for id in content.territories]
    at_home = [_ids("at home", id, inside.at_home) for id in inside.at_home]
    return ([*content.places], at_home, public, [*content.territories], _walks(content), *_printed(content))


def _led_to(content: PublicContent, territory: str) -> tuple[Any, ...]:
    """Return all that the codes of a territory may lead to, and that tells whether they do."""
    places = _ids("public", territory, content.public_inside), _ids("drafts", territory, content.drafts_by_territory)
    return (*places, _walks(content).get(territory), *_printed(content))


_IDS = Cache()
"""By why places of a territory are together, their ids: an edit leaves those of most territories."""


def _ids(why: str, territory: str, places: PlacesByTerritory) -> Sequence[str]:
    together = places[territory]
    ids: Sequence[str] = _IDS.take((why, territory), (together,), lambda: [place.id for place in together])
    return ids


@once_each
def _walks(content: PublicContent) -> Mapping[str, Sequence[tuple[Walk, bool]]]:
    """Return walks by territory, each with whether it is shown."""
    found: dict[str, list[tuple[Walk, bool]]] = {}
    for walk in content.walks.values():
        found.setdefault(walk.territory, []).append((walk, content.is_walk_public(walk)))
    return found


def _printed(content: PublicContent) -> tuple[Any, ...]:
    return content.codes, content.reprints


def _share(content: PublicContent, territory: str) -> Table:
    known: Mapping[Thing, Sequence[CodeEntry]] = _CODES.take("", content.codes, partial(_by_thing, content.codes))
    things = _things_in(content, territory)
    entries = (entry for thing in things for entry in known.get(thing, ()))
    table = all_codes(content)
    return {entry.code: table[entry.code] for entry in sorted(entries, key=attrgetter("code"))}


def _by_thing(codes: Iterable[CodeEntry]) -> Mapping[Thing, Sequence[CodeEntry]]:
    found: dict[Thing, list[CodeEntry]] = {}
    for entry in codes:
        found.setdefault((entry.kind, entry.id), []).append(entry)
    return found


def _things_in(content: PublicContent, territory: str) -> Iterator[Thing]:
    for name, kind in SUBJECTS.items():
        yield from ((name, subject.id) for subject in kind.within(content, territory))
    yield from (("place", draft.id) for draft in content.drafts_by_territory[territory])
    yield from (("walk", walk.id) for walk, is_shown in _walks(content).get(territory, ()) if not is_shown)


_FILES = Cache()
"""By path, the file of some codes."""


def _codes_file(path: str, codes: Table, *, shared: bool = False) -> PlannedFile:
    file: PlannedFile = _FILES.take(
        path, (codes,), lambda: _leaf(path, "application/json", to_json(codes), shared=shared)
    )
    return file


class Feature(NamedTuple):
    """A place for other programs: its bytes, and their fingerprint."""

    data: bytes
    fingerprint: str


Shelf = tuple[Sequence[Place], Sequence[Feature]]
"""Some places, and the feature of each."""

_PLACES = 64
"""Of so many places in their order, the files are planned together."""

_FEATURES = Columns()
"""By the number of a shelf: what an edit tells anew of one place, the file of all places tells with the others."""


def _shelves(content: PublicContent, site: Site) -> Sequence[Shelf]:
    """Return the places for other programs, some dozens of them at a time."""
    places = [place for place in content.places.values() if place.is_public]
    starts = enumerate(range(0, len(places), _PLACES))
    return [_shelf(content, site, number, places[start : start + _PLACES]) for number, start in starts]


def _shelf(content: PublicContent, site: Site, number: int, places: Sequence[Place]) -> Shelf:
    pictures = [content.pictures_of(place) for place in places if place.photos]
    return places, _FEATURES.take(number, (site, pictures), places, partial(_feature_of, content, site))


def _bundles(shelves: Iterable[Shelf]) -> Iterator[Bundle]:
    """Yield the files of each place, those of a shelf together."""
    for number, shelf in enumerate(shelves):
        yield from GROUPS.take(("open data", number), shelf, partial(_files_of, shelf)).bundles


def _files_of(shelf: Shelf) -> Iterator[PlannedFile]:
    for place, (data, fingerprint) in zip(*shelf, strict=True):
        yield PlannedFile(f"api/v1/places/{place.id}", GEOJSON, fingerprint, partial(bytes, data))


def _feature_of(content: PublicContent, site: Site, place: Place) -> Feature:
    data = to_json(_told(place, _photos(content, site, place)))
    return Feature(data, fingerprint_of(data))


def _photos(content: PublicContent, site: Site, place: Place) -> list[dict[str, Any]]:
    """Return the photos of a place for other programs: where each is, what it shows, whose it is."""
    return [
        {
            "url": site.address(picture.path),
            "type": "image/webp",
            "width": picture.width,
            "height": picture.height,
            "alt": photo.alt,
            **({"credit": photo.credit} if photo.credit else {}),
        }
        for photo, picture in content.pictures_of(place)
    ]


def _collection_file(content: PublicContent, shelves: Sequence[Shelf]) -> PlannedFile:
    """Plan the file of all places: told by their fingerprints, it need not be written to be known."""
    notices = _notices(content)
    seen = fingerprint_of(NOTICE, notices, LICENCE, [each.fingerprint for _, shelf in shelves for each in shelf])
    # For programs, and changed by every edit: not worth the slowest compression.
    return PlannedFile("api/v1/places.geojson", GEOJSON, seen, partial(_collection, shelves, notices))


_SITE_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _leaf(path: str, media_type: str, data: bytes, *, shared: bool = False) -> PlannedFile:
    return PlannedFile(path, media_type, fingerprint_of(data), partial(bytes, data), shared)


def _told(place: Place, photos: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    properties = place.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_APART)
    properties |= {"photos": photos} if photos else {}
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [round(side, _DECIMALS) for side in place.position]},
        "properties": properties,
    }


def _notices(content: PublicContent) -> Sequence[str]:
    """Return what the sources of all territories ask to be printed, each once."""
    return [*dict.fromkeys(notice for territory in content.territories.values() for notice in territory.notices)]


def _collection(shelves: Iterable[Shelf], notices: Sequence[str]) -> bytes:
    features = [each.data for _, shelf in shelves for each in shelf]
    head = to_json({"type": "FeatureCollection", "notice": NOTICE, "notices": notices, "licence": LICENCE})
    return head[:-1] + b',"features":[\n' + b",\n".join(features) + b"\n]}\n"


def _robots(site: Site) -> bytes:
    lines = ["User-agent: *", f"Disallow: {site.url('poster/')}", f"Disallow: {site.url('qr/')}"]
    if site.public_url:
        lines.append(f"Sitemap: {site.address('sitemap.xml')}")
    return "\n".join([*lines, ""]).encode()
