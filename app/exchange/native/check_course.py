"""The course of a walk among real places: its lines end at its stops, it can be walked with children, it is announced
in languages that it speaks."""

from collections.abc import Iterator
from itertools import pairwise

from ...domain.arrivals import NEAR_M
from ...domain.duration import LONGEST_MIN, minutes_walking
from ...domain.geometry import DETOUR, Position, metres_between
from ...domain.problem import Problem
from ...domain.text import N_
from ...domain.walk import Stop, Walk
from .check_sessions import session_faults
from .parts import Parts
from .source import Source


def course_faults(parts: Parts, source: Source, walk: Walk) -> Iterator[Problem]:
    """Yield what is wrong with the lines, the length and the sessions of a walk."""
    spots = [_spot(parts, stop) for stop in walk.stops]
    yield from _loose_ends(source, walk, spots)
    minutes = sum(stop.stay_min for stop in walk.stops) + minutes_walking(sum(_metres_between(walk, spots)))
    if minutes > LONGEST_MIN:
        yield source.problem("", _LONG, minutes=minutes, longest=LONGEST_MIN, warning=True)
    yield from session_faults(parts, source, walk, list(_metres_between(walk, spots)))


# Private


def _spot(parts: Parts, stop: Stop) -> Position | None:
    place = parts.places.value.get(stop.place or "")
    return place.position if place else stop.point


def _loose_ends(source: Source, walk: Walk, spots: list[Position | None]) -> Iterator[Problem]:
    for number, leg in enumerate(walk.legs, 1):
        for field, path in (("path", leg.path), ("step_free, path", leg.step_free.path if leg.step_free else ())):
            for stop, point in ((leg.from_, path[0]), (leg.to, path[-1])) if path else ():
                spot = spots[stop - 1] if stop <= len(spots) else None
                metres = metres_between(spot, point) if spot else 0
                if metres > NEAR_M:
                    values = {"metres": round(metres), "stop": stop, "most": NEAR_M}
                    sentence = _STARTS_AWAY if stop == leg.from_ else _ENDS_AWAY
                    yield Problem(source.path, f"tronçon n° {number}, champ {field}", sentence, values)


def _metres_between(walk: Walk, spots: list[Position | None]) -> Iterator[float]:
    """Yield about how long each leg is: streets are not asked here, so the line is straight where none is drawn."""
    for number, (start, end) in enumerate(pairwise(spots), 2):
        leg = walk.leg_to(number)
        if leg and leg.path:
            yield sum(metres_between(a, b) for a, b in pairwise(leg.path))
        else:
            yield DETOUR * metres_between(start, end) if start and end else 0


_LONG = N_(
    "la balade dure environ {minutes} min avec les haltes\u00a0: au-delà de {longest}, les enfants se lassent. "
    "Raccourcissez-la."
)
_STARTS_AWAY = N_("le tracé commence à {metres} m de l’arrêt n° {stop} : {most} m au plus.")
_ENDS_AWAY = N_("le tracé finit à {metres} m de l’arrêt n° {stop} : {most} m au plus.")
