"""Calendars of sessions, read by programs that nobody here wrote."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from app.domain.content import Content
from app.domain.public import public_content
from app.edition.file import PlannedFile
from app.edition.walks.feeds import ALL, feed_files, feed_of_territory, feed_of_walk
from app.map.basemap import basemaps_of

from ...cast.content import read_tiny, sample
from ...cast.printed import SITE
from ...cast.sessions import WALK, session, with_walk

DAY = date(2027, 1, 10)
PARIS = ZoneInfo("Europe/Paris")
FEED = feed_of_walk(WALK)
SNOW = session(cancelled="Trop de neige", sequence=2)


def feeds(content: Content, day: date = DAY) -> Mapping[str, PlannedFile]:
    public = public_content(content)
    return {file.path: file for file in feed_files(public, basemaps_of(public), SITE, day)}


def announce(*sessions: Mapping[str, Any]) -> Content:
    return with_walk(read_tiny(), session=list(sessions))


def feed(*sessions: Mapping[str, Any], day: date = DAY) -> bytes:
    return feeds(announce(*sessions), day)[FEED].make()


def events(text: bytes) -> list[icalendar.Component]:
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_a_session_is_told_with_its_hours_in_paris() -> None:
    [event] = events(feed(session(capacity=12, languages=["fr", "ar"], register="Au kiosque.")))
    assert event["DTSTART"].dt == datetime(2027, 1, 13, 14, tzinfo=PARIS)
    assert event["DTEND"].dt - event["DTSTART"].dt >= timedelta(minutes=20)
    assert (event["STATUS"], event["SEQUENCE"], event["UID"]) == ("CONFIRMED", 0, f"{WALK}.mercredi@adeuxpas")
    assert event["URL"] == f"https://quartier.example/fr/walks/{WALK}"
    for told in ("Langues : français et arabe.", "Places : 12.", "Au kiosque.", event["URL"]):
        assert told in event["DESCRIPTION"]
    assert event["LOCATION"].params["LANGUAGE"] == "fr"
    assert event["LOCATION"]


def test_another_reader_reads_the_same_hour_from_the_rules_of_its_zone() -> None:
    summer = session("juillet", "2027-07-14 10:30")
    [winter_event, summer_event] = vobject.readOne(feed(session(), summer).decode()).vevent_list
    assert winter_event.dtstart.value.astimezone(UTC) == datetime(2027, 1, 13, 13, tzinfo=UTC)
    assert summer_event.dtstart.value.astimezone(UTC) == datetime(2027, 7, 14, 8, 30, tzinfo=UTC)


def test_a_cancelled_session_says_so_twice_and_why() -> None:
    [event] = vobject.readOne(feed(SNOW).decode()).vevent_list
    assert event.status.value == "CANCELLED"
    assert event.summary.value.startswith("ANNULÉ – ")
    assert event.description.value.startswith("Annulée : Trop de neige")
    assert event.sequence.value == "2"


@pytest.mark.parametrize(("days", "count"), [(0, 1), (60, 1), (61, 0)])
def test_it_is_kept_for_sixty_days(days: int, count: int) -> None:
    assert len(events(feed(SNOW, day=date(2027, 1, 13) + timedelta(days=days)))) == count


def test_an_example_is_never_announced() -> None:
    assert events(feed(session(example=True))) == []


def test_the_same_sessions_are_the_same_bytes_on_another_day() -> None:
    assert feed(SNOW) == feed(SNOW, day=DAY + timedelta(days=30))


def test_a_change_is_seen_by_its_sequence_and_its_stamp() -> None:
    [before], [after] = events(feed(session())), events(feed(session(start="2027-01-14 10:00", sequence=1)))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_long_lines_are_folded_without_breaking_a_letter() -> None:
    text = feed(session(register="Écrivez à l’accueil : اكتبوا لنا. " * 7))
    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert b"\n" not in text.replace(b"\r\n", b"")


def test_a_feed_without_sessions_is_a_whole_calendar() -> None:
    calendar = icalendar.Calendar.from_ical(feed())
    assert [each.name for each in calendar.subcomponents] == ["VTIMEZONE"]
    assert vobject.readOne(feed().decode()).vtimezone.tzid.value == "Europe/Paris"


def test_telephones_are_asked_to_look_again() -> None:
    text = feed(session())
    for line in (b"METHOD:PUBLISH", b"REFRESH-INTERVAL;VALUE=DURATION:PT6H", b"X-PUBLISHED-TTL:PT6H"):
        assert line in text.split(b"\r\n")


def test_a_variant_is_shorter() -> None:
    rain = {"id": "pluie", "when": "rain", "drop": [2]}
    content = with_walk(read_tiny(), session=[session(variant="pluie")], variant=[rain])
    [whole], [shorter] = events(feed(session())), events(feeds(content)[FEED].make())
    assert shorter["DTEND"].dt < whole["DTEND"].dt


def test_a_territory_and_the_site_have_one_calendar_each() -> None:
    made = feeds(announce(session()))
    assert made.keys() >= {FEED, feed_of_territory("les-tilleuls"), ALL}
    assert all(len(events(made[path].make())) == 1 for path in (feed_of_territory("les-tilleuls"), ALL))


def test_every_walk_of_the_sample_has_one_and_announces_nothing() -> None:
    made = feeds(sample())
    public = public_content(sample())
    assert {feed_of_walk(walk.id) for each in public.territories for walk in public.public_walks(each)} <= made.keys()
    assert [path for path, file in made.items() if events(file.make())] == []


def test_a_place_whose_door_is_kept_is_told_without_it() -> None:
    content = announce(session())
    first = content.walks[WALK].stops[0].place or ""
    meeting = content.walks[WALK].meeting
    met = (meeting.place if meeting else None) or first
    veiled = content.places[met].model_copy(update={"address_visibility": "hidden"})
    [event] = events(feeds(replace(content, places={**content.places, met: veiled}))[FEED].make())
    assert "GEO" not in event
    assert event["LOCATION"] == veiled.name
