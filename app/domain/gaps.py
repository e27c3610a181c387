"""What a quarter offers, to whom and when: the places of each theme that receive somebody on a part of a day.

A hole is where there is none. Where the hours of some places are not known it may be no hole: that is told apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .category import Category
from .geometry import DETOUR, Position, metres_between
from .hours.asked import hours_of
from .hours.days import State
from .hours.week import WeekTable, week_table
from .hours.year import Opening
from .once import once_each
from .place import Ages, Place, Status
from .public import PublicContent
from .territory import Territory
from .text import N_

DAYS = 7
PARTS = ((0, 12 * 60), (12 * 60, 18 * 60), (18 * 60, 24 * 60))
"""Minutes of a day: its morning, its afternoon, its evening."""

LEAST_MIN = 30
"""A door that shuts at a quarter past twelve is not open in the afternoon."""

AGES = {
    "all": (N_("Tous les âges"), None),
    "0-2": (N_("0 à 2 ans"), (0, 35)),
    "3-5": (N_("3 à 5 ans"), (36, 71)),
    "6-11": (N_("6 à 11 ans"), (72, 143)),
    "12-17": (N_("12 à 17 ans"), (144, 215)),
}
"""What ages one asks about: their words, and the months that such a child may have lived."""


@dataclass(frozen=True)
class Elsewhere:
    """The nearest place of a theme that a quarter has none of, and about how far it is on foot."""

    place: Place
    metres: float


@dataclass(frozen=True)
class ThemeRow:
    """A theme of a quarter for some ages.

    `open` has, for each of seven days and three parts, how many places receive; `unknown` is of how many nobody knows
    the hours, `unsaid` of how many nobody knows the ages: these are counted in.
    """

    theme: Category
    places: Sequence[Place]
    open: tuple[tuple[int, ...], ...]
    unknown: int
    unsaid: int
    nearest_m: float | None
    elsewhere: Elsewhere | None

    @cached_property
    def holes(self) -> int:
        """How many parts of the week have nobody to receive, as far as is known."""
        return sum(count == 0 for day in self.open for count in day)

    def state(self, day: int, part: int) -> str:
        """Return `some`, `none`, or `unknown` where the hours of a place are not known."""
        if self.open[day][part]:
            return "some"
        return "unknown" if self.unknown else "none"


def gaps_of(content: PublicContent, territory: Territory, age: str) -> list[ThemeRow]:
    """Return the rows of a quarter, in the order of the themes; `age` is a key of `AGES`."""
    months = AGES[age][1]
    of_theme: dict[str, list[Place]] = {}
    for place in content.public_places(territory.id):
        for theme in _themes_of(content, place) if _is_for(place, months) else ():
            of_theme.setdefault(theme, []).append(place)
    wanted = [theme for theme in content.categories.themes if not theme.practical]
    return [_row(content, territory, theme, of_theme.get(theme.id, []), months) for theme in wanted]


@once_each
def parts_open(place: Place) -> tuple[tuple[bool, ...], ...] | None:
    """Return on which parts of the seven days of a usual week a place receives, itself or by a service; None when
    nobody knows its hours."""
    if place.status is not Status.PUBLISHED:
        return ((False,) * len(PARTS),) * DAYS
    tables = [week_table(hours_of(place)), *(week_table(hours_of(place, each)) for each in place.services)]
    told = [table for table in tables if table is not None and _tells(table)]
    if not told:
        return None
    return tuple(
        tuple(any(_is_open(table, day, part) for table in told) for part in range(len(PARTS))) for day in range(DAYS)
    )


# Private


def _row(
    content: PublicContent,
    territory: Territory,
    theme: Category,
    places: Sequence[Place],
    months: tuple[int, int] | None,
) -> ThemeRow:
    known = [parts for parts in map(parts_open, places) if parts is not None]
    metres = [content.metres_from_school(territory, place) for place in places if place.shows_address]
    return ThemeRow(
        theme,
        places,
        tuple(tuple(sum(parts[day][part] for parts in known) for part in range(len(PARTS))) for day in range(DAYS)),
        unknown=len(places) - len(known),
        unsaid=sum(not _ages(place) for place in places) if months else 0,
        nearest_m=min((each for each in metres if each is not None), default=None),
        elsewhere=None if places else _elsewhere(content, territory, theme, months),
    )


def _elsewhere(
    content: PublicContent, territory: Territory, theme: Category, months: tuple[int, int] | None
) -> Elsewhere | None:
    here = _middle(content, territory)
    found = [
        Elsewhere(place, DETOUR * metres_between(here, place.position))
        for place in content.places.values()
        if place.is_public and place.shows_address and theme.id in _themes_of(content, place) and _is_for(place, months)
    ]
    return min(found, key=lambda each: each.metres, default=None)


def _middle(content: PublicContent, territory: Territory) -> Position:
    school = content.anchor_of(territory)
    box = territory.bounds
    return school.position if school else ((box.west + box.east) / 2, (box.south + box.north) / 2)


def _themes_of(content: PublicContent, place: Place) -> set[str]:
    return {content.categories.theme_of(category).id for category in place.categories}


def _ages(place: Place) -> list[Ages]:
    known = [place.ages, *(service.ages for service in place.services)]
    return [ages for ages in known if ages is not None]


def _is_for(place: Place, months: tuple[int, int] | None) -> bool:
    """Tell whether a place is for some ages, or may be: one that does not say is counted in, and told apart."""
    known = _ages(place)
    if months is None or not known:
        return True
    low, high = months
    return any((ages.min_months or 0) <= high and (ages.max_months is None or ages.max_months >= low) for ages in known)


def _tells(table: WeekTable) -> bool:
    return (bool(table.weeks) or table.follows_sun) and not table.must_call


def _is_open(table: WeekTable, day: int, part: int) -> bool:
    if table.follows_sun:  # from its rise, or to its setting: the morning and the afternoon, all year
        return part < len(PARTS) - 1
    return sum(_minutes_in(table.weeks[0].days[day], *PARTS[part])) >= LEAST_MIN


def _minutes_in(openings: Sequence[Opening], start: int, end: int) -> Iterator[int]:
    received = (opening for opening in openings if opening.state in (State.OPEN, State.APPOINTMENT))
    return (max(0, min(opening.end, end) - max(opening.start, start)) for opening in received)
