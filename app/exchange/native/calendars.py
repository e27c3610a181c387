"""`data/calendars.toml`: public holidays, school holidays by zone, and how far both are known."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from ...domain.block import Block
from ...domain.calendar import Calendar, SchoolHoliday
from ...domain.place import Sentence, Slug
from ...domain.problem import Problem
from ...domain.text import N_
from .sentences import read_block, written
from .source import Reading, Source
from .tables import read_tables
from .toml_text import parse_toml, write_toml

PATH = "data/calendars.toml"
WARN_DAYS = 90


class _Head(Block):
    timezone: Sentence = "Europe/Paris"
    known_until: date


class _PublicHoliday(Block):
    date: date
    name: Sentence


class _SchoolHoliday(Block):
    zone: Sentence
    id: Slug
    label: Sentence
    first: date
    last: date


def read_calendar(source: Source, today: date) -> Reading[Calendar | None]:
    """Return the calendar of a file; it warns when the lists end within 90 days of `today`."""
    parsed = parse_toml(source)
    if not parsed.readable:
        return Reading(None, parsed.problems, readable=False)
    head_keys = {key: value for key, value in parsed.value.items() if key not in ("public_holiday", "school_holiday")}
    head, head_faults = read_block(_Head, head_keys, source, "")
    public = read_tables(source, parsed.value, "public_holiday", _PublicHoliday, "jour férié")
    school = read_tables(source, parsed.value, "school_holiday", _SchoolHoliday, "vacances")
    faults = [*public.problems, *school.problems]
    faults += [*_twice(source, public.value), *_range_faults(source, school.value)]
    if head is None:
        return Reading(None, (*head_faults, *faults), readable=False)
    faults += head_faults
    faults += _head_faults(source, head, today)
    zones = {holiday.zone: _of_zone(school.value, holiday.zone) for holiday in school.value}
    days = {holiday.date: holiday.name for holiday in sorted(public.value, key=lambda holiday: holiday.date)}
    return Reading(Calendar(days, zones, head.known_until, head.timezone), tuple(faults))


def write_calendar(calendar: Calendar) -> str:
    """Return the text of a file of calendars."""
    school = [
        _SchoolHoliday(zone=zone, id=h.id, label=h.label, first=h.first, last=h.last)
        for zone, holidays in calendar.school_holidays.items()
        for h in holidays
    ]
    public = [_PublicHoliday(date=day, name=name) for day, name in calendar.public_holidays.items()]
    return write_toml(
        {
            "timezone": calendar.timezone,
            "known_until": calendar.known_until,
            "public_holiday": [written(each, "python") for each in public],
            "school_holiday": [written(each, "python") for each in school],
        }
    )


def _of_zone(holidays: Sequence[_SchoolHoliday], zone: str) -> tuple[SchoolHoliday, ...]:
    """Return the holidays of a zone by date: `Calendar.next_school_holiday` relies on that order."""
    found = [SchoolHoliday(h.id, h.label, h.first, h.last) for h in holidays if h.zone == zone]
    return tuple(sorted(found, key=lambda holiday: holiday.first))


def _head_faults(source: Source, head: _Head, today: date) -> Iterator[Problem]:
    try:
        ZoneInfo(head.timezone)
    except (KeyError, ValueError, OSError):  # unknown, a path outside of the database, a folder of it
        sentence = N_("le fuseau horaire « {zone} » n’existe pas : écrivez Europe/Paris.")
        yield source.problem("champ timezone", sentence, zone=head.timezone)
    if head.known_until < today + timedelta(days=WARN_DAYS):
        sentence = N_("les jours fériés et les vacances ne sont connus que jusqu’au {day} : complétez le calendrier.")
        yield source.problem("champ known_until", sentence, day=head.known_until, warning=True)


def _twice(source: Source, holidays: Sequence[_PublicHoliday]) -> Iterator[Problem]:
    seen: set[date] = set()
    for holiday in holidays:
        if holiday.date in seen:
            sentence = N_("le {day} est écrit deux fois : gardez-en un.")
            yield source.problem(f"jour férié {holiday.name}", sentence, day=holiday.date)
        seen.add(holiday.date)


def _range_faults(source: Source, holidays: Sequence[_SchoolHoliday]) -> Iterator[Problem]:
    for holiday in holidays:
        if holiday.last < holiday.first:
            sentence = N_("les vacances finissent le {last}, avant de commencer le {first}.")
            yield source.problem(f"vacances {holiday.id}", sentence, first=holiday.first, last=holiday.last)
    for before, after in pairwise(sorted(holidays, key=lambda h: (h.zone, h.first))):
        if before.zone == after.zone and after.first <= before.last:
            sentence = N_("les vacances commencent le {first}, pendant « {other} » (zone {zone}).")
            where = f"vacances {after.id}"
            yield source.problem(where, sentence, first=after.first, other=before.id, zone=after.zone)
