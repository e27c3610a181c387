"""What goes into the pack of each territory: which pages in which part, and the files that all languages share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from ...domain.content import Content
from ...domain.territory import Territory
from ..sentences import ON_DEMAND, sentences_path
from ..site import Site

PLAIN = ("", "about", "accessibility", "privacy", "sources")
"""The pages of a language that belong to no territory."""

PLACES_A_PART = 64
"""A part is what one edit makes again, and what the phone reads to show one page."""


@dataclass(frozen=True)
class PartPlan:
    """A part of loose leaves in one language, and a rule for the paths it holds.

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
        return f"{self.lang}/{self.group}"


@dataclass(frozen=True)
class FilePlan:
    """A file of the edition that a pack carries as it is; `coding` is how it travels (`gzip`, or "" for itself)."""

    name: str
    path: str
    coding: str = "gzip"


@dataclass(frozen=True)
class PackPlan:
    """The pack of a territory, before it is made."""

    territory: str
    languages: Mapping[str, tuple[PartPlan, ...]]
    shared: tuple[FilePlan, ...]


def plan_packs(content: Content, site: Site) -> list[PackPlan]:
    """Return the plan of every territory's pack."""
    return [
        PackPlan(
            territory.id,
            {lang: tuple(_parts(content, site, territory, lang)) for lang in site.languages},
            _files(territory.id),
        )
        for territory in content.territories.values()
    ]


# Private


def _files(territory: str) -> tuple[FilePlan, ...]:
    return (
        FilePlan("codes", "codes.json"),
        FilePlan("hours", f"hours/{territory}.json"),
        FilePlan("paths", f"paths/{territory}.bin"),
        FilePlan("map", f"maps/{territory}.pmtiles", coding=""),
    )


def _parts(content: Content, site: Site, territory: Territory, lang: str) -> Iterator[PartPlan]:
    sentences = (sentences_path(lang, topic) for topic in ON_DEMAND)
    yield PartPlan("common", lang, (*(f"{lang}/{page}" for page in PLAIN), *sentences))
    walks = tuple(site.walk(lang, walk.id) for walk in content.public_walks(territory.id))
    yield PartPlan("lists", lang, walks, below=(site.territory(lang, territory.id),))
    groups = _groups([place.id for place in content.public_places(territory.id)])
    for number, places in enumerate(groups):
        yield PartPlan(f"places-{number}", lang, tuple(site.place(lang, place) for place in places))


def _groups(places: Sequence[str]) -> list[list[str]]:
    """Return places in groups that stay the same while others come and go."""
    count = 1
    while len(places) > count * PLACES_A_PART:
        count *= 2
    groups: list[list[str]] = [[] for _ in range(count)]
    for place in sorted(places):
        groups[crc32(place.encode()) % count].append(place)
    return groups
