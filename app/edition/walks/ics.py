"""A calendar of sessions as telephones subscribe to it (iCalendar, RFC 5545), in French, the language of its source.

The same sessions are the same bytes, whenever they are asked for. Readers that know no zone by its name are given
Paris, with the rules of its clocks; it also makes a calendar without any session a whole one: the format wants one
component. A cancelled session says so in its title too: many calendars show its status by nothing else.

Loaded by name at the first need (`feeds.py`): calendars change seldom, and a server would carry 3 MB.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Component, Event, Timezone

from .sessions import Entry, TrackSession

LOOK_AGAIN, _TTL = timedelta(hours=6), "PT6H"
"""How often a telephone is asked to look again; many take a day all the same."""


def calendar_ics(name: str, entries: Sequence[Entry]) -> bytes:
    """Return a calendar with its name."""
    calendar = Calendar()
    for field, value in _HEAD.items():
        calendar.add(field, value)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _TTL)
    calendar.add_component(Timezone.from_ical(_PARIS))
    for entry in entries:
        calendar.add_component(_event(entry))
    text: bytes = calendar.to_ical(sorted=False)
    return text


# Private

_HEAD = {
    "version": "2.0",
    "prodid": "-//A deux pas//Balades//FR",
    "calscale": "GREGORIAN",
    "method": "PUBLISH",
    "x-wr-timezone": "Europe/Paris",
}

_FRENCH = {"LANGUAGE": "fr"}

_EDITED = datetime(2026, 1, 1, tzinfo=UTC)
"""The format wants the instant of an edit, and nobody writes it down: ours only grows with what was changed."""

_PARIS = b"""\
BEGIN:VTIMEZONE\r
TZID:Europe/Paris\r
BEGIN:DAYLIGHT\r
DTSTART:19810329T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
END:VTIMEZONE\r
"""


def _event(entry: Entry) -> Component:
    event, session = Event(), entry.session
    event.add("uid", f"{entry.walk}.{session.id}@adeuxpas")
    event.add("sequence", session.sequence)
    event.add("dtstamp", _EDITED + timedelta(minutes=session.sequence))
    event.add("dtstart", session.starts_at)
    event.add("dtend", session.ends_at)
    event.add("status", "CANCELLED" if session.cancelled else "CONFIRMED")
    title = f"ANNULÉ – {entry.title}" if session.cancelled else entry.title
    event.add("summary", title, parameters=_FRENCH)
    _add_place(event, session)
    event.add("description", "\n".join((*entry.said, *filter(None, [entry.link]))), parameters=_FRENCH)
    if entry.link:
        event.add("url", entry.link)
    return event


def _add_place(event: Event, session: TrackSession) -> None:
    if session.where:
        event.add("location", session.where, parameters=_FRENCH)
    if session.position:
        lon, lat = session.position
        event.add("geo", (round(lat, 6), round(lon, 6)))
