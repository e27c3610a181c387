"""What goes into the pack of each territory: which pages in which part, and the files that all languages share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ...cache import Cache
from ...domain.cells import in_cells
from ...domain.content import Content
from ...domain.place import Place
from ...domain.public import PublicContent, public_content
from ...domain.subject import SUBJECTS
from ...domain.territory import Territory
from ...site.addresses import Site
from ...site.codes import code_path, is_live
from ..open_data import CODES, Table, codes_by_territory, codes_path
from ..sentences import ON_DEMAND, sentences_path

PLAIN = ("", "about", "accessibility", "fate", "help", "list", "outbox", "privacy", "sources")
"""The pages of a language that belong to no territory."""

PLACES_A_PART = 80
"""At most. A part is what one edit makes again, and what the phone reads to show one page; those of one cell of the map
share it, for the page of a place shows what lies around it."""

PLACES_A_LARGE_PART = 128
"""At most, in a territory of more than `MANY_PLACES`: what a manifest tells of each part weighs on every update."""

MANY_PLACES = 1_000


@dataclass(frozen=True)
class PartPlan:
    """A part of packed pages in one language ("" for none), and a rule for the paths it holds.

    `group` names it among the parts of its language: those of one group hold the same pages.
    """

    group: str
    lang: str
    paths: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    """Beginnings of paths: a list may have further pages that the content does not tell."""

    @property
    def name(self) -> str:
        """Its name in the pack."""
        return f"{self.lang or 'all'}/{self.group}"


@dataclass(frozen=True)
class FilePlan:
    """A file of the edition that a pack carries as it is; `coding` is how it travels (`gzip`, or "" for itself).

    `stands_for` is the path that the phone answers with it, where that is another one.
    """

    name: str
    path: str
    coding: str = "gzip"
    stands_for: str = ""

    @property
    def target(self) -> str:
        """What the phone answers with it."""
        return self.stands_for or self.path


@dataclass(frozen=True)
class PackPlan:
    """The pack of a territory, before it is made."""

    territory: str
    languages: Mapping[str, tuple[PartPlan, ...]]
    pictures: PartPlan
    files: tuple[FilePlan, ...]


def plan_packs(content: Content, site: Site) -> list[PackPlan]:
    """Return the plan of every territory's pack."""
    public = public_content(content)
    codes = codes_by_territory(public)
    return [_plan_of(public, site, territory, codes[territory.id]) for territory in public.territories.values()]


# Private

_PLANS, _NAMED = Cache(), Cache()
"""The last ones, and what they name of places: an edit leaves most territories as they are."""


def _plan_of(content: PublicContent, site: Site, territory: Territory, codes: Table) -> PackPlan:
    inside, walks = content.public_inside[territory.id], content.public_walks(territory.id)
    # What a place tells besides is on its pages, and what a dead code opens too: the plan only says where they are.
    places = _NAMED.take(territory.id, (inside,), lambda: [*map(_named, inside)])
    unused = tuple(code_path(code) for code in codes if not is_live(codes[code]))
    seen = (site, territory, places, [(walk.id, walk.code) for walk in walks], unused, content.pictures)
    plan: PackPlan = _PLANS.take(territory.id, seen, partial(_planned, content, site, territory, unused))
    return plan


def _named(place: Place) -> tuple[object, ...]:
    return place.id, place.code, place.photos, place.position


def _planned(content: PublicContent, site: Site, territory: Territory, unused: Sequence[str]) -> PackPlan:
    return PackPlan(
        territory.id,
        {lang: tuple(_parts(content, site, territory, lang, unused)) for lang in site.languages},
        PartPlan("pictures", "", tuple(site.qr(code) for code in sorted(_codes(content, territory)))),
        _files(territory.id, tuple(dict.fromkeys(_photos(content, territory)))),
    )


def _files(territory: str, photos: Sequence[str]) -> tuple[FilePlan, ...]:
    return (
        FilePlan("codes", codes_path(territory), stands_for=CODES),
        FilePlan("hours", f"hours/{territory}.json"),
        FilePlan("paths", f"paths/{territory}.bin"),
        FilePlan("map", f"maps/{territory}.pmtiles", coding=""),
        *(FilePlan(path, path, coding="") for path in photos),
    )


def _photos(content: PublicContent, territory: Territory) -> Iterator[str]:
    for place in content.public_inside[territory.id]:
        yield from (picture.path for _, picture in content.pictures_of(place))


def _codes(content: PublicContent, territory: Territory) -> Iterator[str]:
    for kind in SUBJECTS.values():
        yield from (subject.code for subject in kind.within(content, territory.id) if subject.code)


def _parts(
    content: PublicContent, site: Site, territory: Territory, lang: str, unused: Sequence[str]
) -> Iterator[PartPlan]:
    """Lay all pages of a small territory into one part: they share their frame; else the lists and groups of places."""
    plain = (*(f"{lang}/{page}" for page in (*PLAIN, *unused)), *(sentences_path(lang, topic) for topic in ON_DEMAND))
    led = [walk.id for walk in content.public_walks(territory.id)]
    walks = tuple(page(lang, walk) for walk in led for page in (site.walk, site.lead))
    inside = content.public_inside[territory.id]
    cells = in_cells(inside, PLACES_A_PART if len(inside) <= MANY_PLACES else PLACES_A_LARGE_PART)
    places = {cell: tuple(sorted(site.place(lang, place.id) for place in here)) for cell, here in cells.items()}
    first = places.popitem()[1] if len(places) == 1 else ()
    yield PartPlan("pages", lang, (*plain, *walks, *first), below=(site.territory(lang, territory.id),))
    for cell, paths in places.items():
        yield PartPlan(f"places-{cell}", lang, paths)
