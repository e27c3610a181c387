"""The sessions of a walk: announced in languages that it speaks, on a day to come, when doors on the way are open."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ...domain.duration import minutes_walking
from ...domain.hours.arrival import Door, door_met
from ...domain.hours.zone import Zone
from ...domain.problem import Problem
from ...domain.sessions import KEPT_DAYS, dropped_in
from ...domain.text import N_
from ...domain.walk import Session, Walk
from .parts import Parts
from .source import Source


def session_faults(parts: Parts, source: Source, walk: Walk, metres: Sequence[float]) -> Iterator[Problem]:
    """Yield what is wrong with each session; `metres` is about how long each leg of the walk is."""
    for number, session in enumerate(walk.sessions, 1):
        where = f"séance n° {number}, champ languages"
        for language in session.languages:
            if language not in walk.languages:
                yield source.problem(where, _UNSPOKEN, language=language, warning=True)
        if session.example:
            continue
        where = f"séance n° {number}, champ start"
        if _is_over(parts, session):
            yield source.problem(where, _OVER, day=session.start, warning=True)
        elif not session.cancelled:
            for place, time in _closed_doors(parts, walk, session, metres):
                yield source.problem(where, _CLOSED, place=place, time=time, warning=True)


# Private


def _is_over(parts: Parts, session: Session) -> bool:
    """Tell whether a session may go from its file: a cancelled one stays as long as calendars tell it."""
    kept = timedelta(days=KEPT_DAYS if session.cancelled else 0)
    return parts.today is not None and session.starts_at.date() + kept < parts.today


def _closed_doors(parts: Parts, walk: Walk, session: Session, metres: Sequence[float]) -> Iterator[tuple[str, str]]:
    """Yield each place that is closed when the group comes, with about when that is."""
    territory, calendar = parts.territories.value.get(walk.territory), parts.calendar.value
    if territory is None or calendar is None or not parts.categories.readable:
        return
    zone, dropped, walked, stays_min = Zone(calendar, territory.holiday_zone), dropped_in(walk, session), 0.0, 0
    for number, (stop, leg_m) in enumerate(zip(walk.stops, (0.0, *metres), strict=True), 1):
        walked += leg_m
        if number in dropped:
            continue
        place = parts.places.value.get(stop.place or "")
        comes = session.starts_at.replace(tzinfo=None) + timedelta(minutes=minutes_walking(walked) + stays_min)
        if place and door_met(place, comes, 0, zone=zone, categories=parts.categories.value).door is Door.CLOSED:
            yield place.name, f"{comes:%H:%M}"
        stays_min += stop.stay_min


_UNSPOKEN = N_("la séance est annoncée en «\u00a0{language}\u00a0», qui n’est pas dans languages de la balade.")
_OVER = N_(
    "la séance du {day} est passée\u00a0: plus aucune page ne l’annonce. Retirez-la, ou donnez-lui une autre date."
)
_CLOSED = N_(
    "«\u00a0{place}\u00a0» est fermé quand le groupe y arrive, vers {time}, d’après ses horaires\u00a0: "
    "changez l’heure, ou l’arrêt."
)
