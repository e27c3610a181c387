"""Opening intervals for phones: one file a territory, thirteen weeks from the Monday before the edition's eve.

A big territory has parts of it besides, for the pages of single places (`hours_parts.py`).

The phone only compares minutes. Each distinct day is written once (`patterns`: start, end, kind…; what they
leave out is closed), each distinct place once (`schedules`: a week of patterns, then the days that differ),
and a place is the number of its schedule. A place that nobody knows the hours of is left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from ..cache import Cache
from ..domain import hours as hours_package
from ..domain.calendar import SchoolHoliday
from ..domain.hours.asked import Asked, hours_of
from ..domain.hours.days import USUAL, Day, Reason, Span, State
from ..domain.hours.freshness import Freshness, freshness_of
from ..domain.hours.schedule import Schedules
from ..domain.hours.zone import Zone, public_holiday_key
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.subject import PLACE
from ..domain.territory import Territory
from ..site.addresses import Site
from .bundles import Bundle, in_bundles
from .file import PlannedFile, fingerprint_of
from .groups import GROUPS
from .hours_parts import parts_for, places_by_path
from .unmade import blaming

FORMAT = 1
Row = TypeVar("Row")

WINDOW_DAYS = 91
"""Thirteen whole weeks: at least the 83 days after the day of an edition."""


def first_day(today: date) -> date:
    """Return the Monday that the hours of an edition begin on. It is before the eve of its day: where the
    neighbourhood lies west of us, a right clock still says yesterday."""
    eve = today - timedelta(days=1)
    return eve - timedelta(days=eve.weekday())


@in_bundles
def hours_files(content: PublicContent, site: Site, today: date) -> Iterator[Bundle]:
    """Return the opening intervals of every territory."""
    monday = first_day(today)
    rehearsal = today if site.rehearsal else None
    languages = tuple(site.languages)
    for territory in content.territories.values():
        places = content.public_places(territory.id)
        whole = _HoursFile(content, territory, places, monday, languages, rehearsal)
        told = (content.calendar, content.categories, content.texts)
        seen = (territory, places, monday, languages, rehearsal, *told)
        yield from GROUPS.take(("hours", territory.id), seen, partial(_files_of, whole)).bundles


# Private


def _files_of(whole: "_HoursFile") -> Iterator[PlannedFile]:
    path = f"hours/{whole.territory.id}.json"
    parts = dict(_parts_of(whole))
    prints = {name: part.fingerprint(name) for name, part in parts.items()}
    ids = [place.id for place in whole.places]
    whole_print = fingerprint_of(ids, [*prints.values()]) if parts else whole.fingerprint(path)
    yield PlannedFile(path, "application/json", whole_print, whole.make, shared=True)
    for name, part in parts.items():
        yield PlannedFile(name, "application/json", prints[name], part.make)


def _parts_of(whole: "_HoursFile") -> Iterator[tuple[str, "_HoursFile"]]:
    """Yield the parts of a territory that has more than one, each with its path."""
    count = parts_for(len(whole.places))
    if count > 1:
        for path, places in places_by_path(whole.territory.id, whole.places, count).items():
            yield path, replace(whole, places=places, whole=whole)


_PRINTS = Cache()
"""The fingerprints of the last plan: an edit changes the places of one part."""


@dataclass(frozen=True, eq=False)
class _HoursFile:
    """The file of some places of one territory, before it is made."""

    content: PublicContent
    territory: Territory
    places: Sequence[Place]
    monday: date
    languages: Sequence[str]
    rehearsal: date | None
    whole: "_HoursFile | None" = None
    """The file it is a part of: what both depend on is worked out there."""

    def fingerprint(self, path: str) -> str:
        """Return a digest of what the bytes depend on, without evaluating any hours; `path` is where they will be."""
        made_from = (self.common, self.content.categories, tuple(self.places))
        digest: str = _PRINTS.take(path, made_from, self._fingerprint)
        return digest

    def _fingerprint(self) -> str:
        asked = [(id, vars(asked) | {"freshness": fresh}) for id, asked, fresh in self._asked()]
        return fingerprint_of(self.common, asked)

    @cached_property
    def common(self) -> str:
        """A digest of all but the places."""
        if self.whole is not None:
            return self.whole.common
        names = [self.named(_public(name)) for name in {*self.content.calendar.public_holidays.values()}]
        names += [self.named(_school(holiday)) for holiday in self._holidays()]
        return fingerprint_of(FORMAT, _code_digest(), self.monday, self.rehearsal, sorted(names, key=str),
                              self.content.calendar.public_holidays, self._holidays())  # fmt: skip

    @cached_property
    def schedules(self) -> Schedules:
        """The days of whatever is asked, each worked out once for the whole and its parts."""
        if self.whole is not None:
            return self.whole.schedules
        return Schedules(Zone(self.content.calendar, self.territory.holiday_zone), self.monday, WINDOW_DAYS)

    def make(self) -> bytes:
        """Return the file."""
        return json.dumps(self._data(), ensure_ascii=False, separators=(",", ":")).encode()

    def _data(self) -> dict[str, object]:
        tables = _Tables(self)
        for id, asked, fresh in self._asked():
            with blaming(PLACE.key(id.partition("/")[0])):
                tables.add(id, self.schedules.days(asked), fresh)
        holidays = {"public": self._public_days(tables), "school": self._school_days(tables)}
        start = {"format": FORMAT, "from": self.monday.isoformat(), "days": WINDOW_DAYS}
        rehearsal = {"rehearsal": self.rehearsal.isoformat()} if self.rehearsal else {}
        return start | rehearsal | {"timezone": self.content.calendar.timezone} | tables.written() | holidays

    def _asked(self) -> Iterator[tuple[str, Asked, Freshness | None]]:
        for place in self.places:
            services = [(f"{place.id}/{service.id}", hours_of(place, service)) for service in place.services]
            for id, asked in [(place.id, hours_of(place)), *services]:
                if asked.expression or asked.known or asked.exceptions or asked.closure:
                    yield id, asked, freshness_of(asked, self.content.categories) if asked.is_told else None

    def _public_days(self, tables: "_Tables") -> list[tuple[int, int]]:
        days = sorted((self.index(day), name) for day, name in self.content.calendar.public_holidays.items())
        return [(day, tables.name(_public(name))) for day, name in days if 0 <= day < WINDOW_DAYS]

    def _school_days(self, tables: "_Tables") -> list[tuple[int, int, int]]:
        """Return the holidays that touch the window, and the next one wherever it is."""
        coming = [h for h in self._holidays() if h.last >= self.monday]
        return [
            (self.index(h.first), self.index(h.last), tables.name(_school(h)))
            for n, h in enumerate(coming)
            if n == 0 or self.index(h.first) < WINDOW_DAYS
        ]

    def _holidays(self) -> Sequence[SchoolHoliday]:
        return self.content.calendar.school_holidays.get(self.territory.holiday_zone, ())

    def index(self, day: date) -> int:
        """Return the number of a day in the window."""
        return (day - self.monday).days

    def named(self, reason: Reason) -> Mapping[str, str]:
        """Return a name in every language that has its own words for it."""
        texts = {lang: self.content.texts.of(reason.key, reason.words, lang) for lang in self.languages}
        return {"fr": reason.words} | {lang: text.words for lang, text in texts.items() if text.lang == lang}


@dataclass(eq=False)
class _Tables:
    """What the file says once and points at by number."""

    file: _HoursFile
    names: dict[Reason, int] = field(default_factory=dict)
    kinds: dict[tuple[object, ...], int] = field(default_factory=dict)
    patterns: dict[tuple[int, ...], int] = field(default_factory=dict)
    schedules: dict[tuple[int, ...], int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    stale: dict[str, tuple[int, str]] = field(default_factory=dict)
    messages: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    _by_days: dict[int, tuple[int, list[tuple[int, int, int]]]] = field(default_factory=dict)
    _by_day: dict[int, tuple[Day, int]] = field(default_factory=dict)
    """Schedules and patterns by identity: what is asked the same is the same object, and hashing days is slow."""

    def add(self, place: str, days: Sequence[Day], fresh: Freshness | None) -> None:
        """Write the days of a place, its messages, and its age when it grows old within the window."""
        if id(days) not in self._by_days:
            schedule = _number(self.schedules, _folded([self._pattern(day) for day in days]))
            self._by_days[id(days)] = schedule, self._messages(days)
        self.places[place], messages = self._by_days[id(days)]
        if messages:
            self.messages[place] = messages
        if fresh and (due := self.file.index(fresh.due)) < WINDOW_DAYS:
            self.stale[place] = due, fresh.written

    def name(self, reason: Reason) -> int:
        """Return the number of a name, -1 for none."""
        return _number(self.names, Reason(words=reason.words, key=reason.key)) if reason.words else -1

    def written(self) -> dict[str, object]:
        """Return the tables as they are shipped."""
        return {
            "names": [self.file.named(reason) for reason in self.names],
            "kinds": list(self.kinds),
            "patterns": list(self.patterns),
            "schedules": list(self.schedules),
            "places": self.places,
            "stale": self.stale,
            "messages": self.messages,
        }

    def _pattern(self, day: Day) -> int:
        if id(day) not in self._by_day:
            self._by_day[id(day)] = day, self._written(day)
        return self._by_day[id(day)][1]

    def _written(self, day: Day) -> int:
        shown = [s for s in day.segments if (s.state, s.reason, s.comment) != (State.CLOSED, USUAL, "")]
        return _number(self.patterns, tuple(n for s in shown for n in (s.start, s.end, self._kind(s))))

    def _kind(self, segment: Span) -> int:
        name, comment = self.name(segment.reason), self.name(Reason(words=segment.comment))
        return _number(self.kinds, (segment.state, segment.reason.because, name, comment))

    def _messages(self, days: Sequence[Day]) -> list[tuple[int, int, int]]:
        """Return first day, last day and words of each message."""
        runs = [list(run) for _, run in groupby(range(len(days)), key=lambda n: days[n].message)]
        return [(run[0], run[-1], self.name(Reason(words=m))) for run in runs if (m := days[run[0]].message)]


def _folded(days: Sequence[int]) -> tuple[int, ...]:
    """Return the commonest pattern of each weekday, then `day, pattern` for every day that differs."""
    week = [max(set(days[n::7]), key=days[n::7].count) for n in range(7)]
    differing = [value for n, day in enumerate(days) if day != week[n % 7] for value in (n, day)]
    return (*week, *differing)


def _number(table: dict[Row, int], row: Row) -> int:
    return table.setdefault(row, len(table))


def _public(name: str) -> Reason:
    return Reason(words=name, key=public_holiday_key(name))


def _school(holiday: SchoolHoliday) -> Reason:
    return Reason(words=holiday.label, key=f"calendar:{holiday.id}/label")


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Return a digest of the code that reads hours: another reading is another file."""
    sources = [Path(__file__), *sorted(Path(str(hours_package.__file__)).parent.glob("*.py"))]
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
