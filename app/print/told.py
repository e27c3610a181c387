"""What a poster tells that a code cannot: when a place is open or whom to ask, how long a walk is and where it starts.

In French like the rest of the frame; the rows of other languages say the hours in their own.
"""

from collections.abc import Sequence
from itertools import pairwise

from ..domain.duration import minutes_walking, total_minutes
from ..domain.geometry import DETOUR, metres_between
from ..domain.hours.asked import hours_of
from ..domain.hours.week import week_table
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.territory import Territory
from ..domain.text import P_
from ..domain.walk import Walk
from ..language.language import Language
from ..language.spoken import french
from ..language.week_words import say_week
from ..map.legs import RoutedLeg, stops_drawn
from .maps import stop_name

_CALL = P_("Horaires : appelez avant de venir.")
_ASK_KIOSK = P_("Horaires : demandez au kiosque.")
_ASK_SCHOOL = P_("Horaires : demandez à l’école.")
_WALK = P_("%(time)s en tout. Départ : %(place)s")


def hours_told(place: Place, home: Territory | None, language: Language) -> str:
    """Return when a place is open, in one paragraph, or whom to ask."""
    table = week_table(hours_of(place))
    lines = say_week(table, language) if table else ()
    return " · ".join(lines) or whom_to_ask(place, home, language)


def whom_to_ask(place: Place, home: Territory | None, language: Language) -> str:
    """Return who knows the hours of a place: itself, by telephone, else the kiosk or the school."""
    if place.contact and place.contact.phones:
        return language.say(_CALL)
    return language.say(_ASK_KIOSK if home is not None and home.kiosk is not None else _ASK_SCHOOL)


def walk_told(content: PublicContent, walk: Walk, legs: Sequence[RoutedLeg] | None) -> str:
    """Return how long a walk takes, stays included, and where one meets."""
    words = french()
    walking = minutes_walking(_metres(content, walk) if legs is None else sum(round(leg.metres) for leg in legs))
    time = words.formats.minutes(total_minutes(walking, sum(stop.stay_min for stop in walk.stops)))
    return words.say(_WALK, time=time, place=_meeting(content, walk))


# Private


def _metres(content: PublicContent, walk: Walk) -> float:
    """Where nobody asked the streets: straight lines, and what streets add to them."""
    spots = list(stops_drawn(content, walk).values())
    return sum(DETOUR * metres_between(one, other) for one, other in pairwise(spots))


def _meeting(content: PublicContent, walk: Walk) -> str:
    meeting = walk.meeting
    if meeting is None:
        return stop_name(content, walk.stops[0])
    place = content.places.get(meeting.place or "")
    return meeting.text or meeting.name or (place.name if place else "") or stop_name(content, walk.stops[0])
