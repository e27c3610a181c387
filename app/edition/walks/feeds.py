"""Calendars of sessions to subscribe to: one a walk, one a territory, one for all, at addresses that stay."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module

from ...domain.public import PublicContent
from ...domain.sessions import announced_since
from ...domain.text import SOURCE
from ...domain.walk import Walk
from ...language.formats import Formats
from ...map.basemap import Basemap
from ...site.addresses import Site
from ..file import PlannedFile, fingerprint_of
from .files import DOWNLOADS
from .sessions import Entry, TrackSession, track_sessions

FORMAT = 1
"""Another one when the text of calendars changes while their sessions do not."""

MEDIA_TYPE = "text/calendar; charset=utf-8"

ALL = "api/v1/sessions.ics"
"""The path of the calendar of all territories."""


def feed_of_walk(walk: str) -> str:
    """Return the path of the calendar of a walk."""
    return f"{DOWNLOADS}{walk}.ics"


def feed_of_territory(territory: str) -> str:
    """Return the path of the calendar of a territory's walks."""
    return f"api/v1/{territory}/sessions.ics"


def feed_files(
    content: PublicContent, basemaps: Mapping[str, Basemap], site: Site, today: date
) -> Iterator[PlannedFile]:
    """Yield every calendar; `content` still has the sessions that are over, which calendars go on telling a while."""
    whole: list[Entry] = []
    for territory in content.territories.values():
        here: list[Entry] = []
        for walk in content.public_walks(territory.id):
            sessions = track_sessions(content, walk, basemaps[territory.id], announced_since(walk, today))
            entries = [_entry(walk, session, site) for session in sessions]
            yield _file(feed_of_walk(walk.id), walk.title, entries)
            here += entries
        yield _file(feed_of_territory(territory.id), f"Balades : {territory.name}", here)
        whole += here
    yield _file(ALL, "À deux pas : balades", whole)


# Private


def _file(path: str, name: str, entries: Sequence[Entry]) -> PlannedFile:
    ordered = sorted(entries, key=lambda each: (each.session.starts_at, each.walk, each.session.id))
    return PlannedFile(path, MEDIA_TYPE, fingerprint_of(FORMAT, name, ordered), partial(_written, name, ordered))


def _written(name: str, entries: Sequence[Entry]) -> bytes:
    written: bytes = import_module(".ics", __package__).calendar_ics(name, entries)
    return written


def _entry(walk: Walk, session: TrackSession, site: Site) -> Entry:
    link = site.address(site.walk(SOURCE, walk.id)) if site.public_url else ""
    return Entry(walk.id, walk.title, link, tuple(_said(walk, session)), session)


def _said(walk: Walk, session: TrackSession) -> Iterator[str]:
    """Yield the lines of what is said of a session, in French as its file is."""
    formats = Formats(SOURCE)
    if session.cancelled:
        yield f"Annulée : {session.cancelled}"
    yield from filter(None, [walk.summary, walk.meeting.text if walk.meeting else None])
    yield f"Langues : {formats.list(map(formats.language, session.languages))}."
    if session.capacity:
        yield f"Places : {session.capacity}."
    yield from filter(None, [session.register])
    minutes = int((session.ends_at - session.starts_at).total_seconds() // 60)
    yield f"Durée prévue : environ {formats.minutes(minutes)}, haltes comprises."
