"""When a group is where: the minutes from the start of a walk to each of its stops, at the pace of families."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..domain.duration import minutes_walking, total_minutes
from ..domain.public import PublicContent
from ..domain.walk import Session, Walk
from .basemap import Basemap
from .legs import leg_between, legs_of, stops_drawn


@dataclass(frozen=True)
class Arrival:
    """A stop that a group comes to: its number, the minutes since the start, walking and staying, and its stay."""

    number: int
    after_min: int
    stay_min: int


def course_of(
    content: PublicContent, walk: Walk, basemap: Basemap, dropped: Collection[int] = ()
) -> tuple[Arrival, ...]:
    """Return the stops of a walk with when a group comes to each, without those that it leaves out.

    The way to a stop whose door is not shown takes no time: nobody may know how long it is.
    """
    return tuple(_course(content, walk, basemap, dropped))


def minutes_of(course: tuple[Arrival, ...]) -> int:
    """Return how long a course takes in all, to the next five minutes."""
    return total_minutes(course[-1].after_min, course[-1].stay_min) if course else 0


def end_of(session: Session, course: tuple[Arrival, ...]) -> datetime:
    """Return when a session is over whose group goes a course, as predicted, in the time of Paris."""
    # By the wall clock: no walk goes on while clocks change.
    return session.starts_at + timedelta(minutes=minutes_of(course))


# Private


def _course(content: PublicContent, walk: Walk, basemap: Basemap, dropped: Collection[int]) -> Iterator[Arrival]:
    drawn, legs = stops_drawn(content, walk), legs_of(content, walk, basemap)
    before, metres, stays_min = 0, 0.0, 0
    for number, stop in enumerate(walk.stops, 1):
        if number in dropped:
            continue
        if number in drawn:
            is_next = not any(before < passed < number for passed in drawn)
            if before:
                way = legs[number] if is_next else leg_between(basemap, drawn[before], drawn[number])
                metres += way.metres
            before = number
        yield Arrival(number, minutes_walking(metres) + stays_min, stop.stay_min)
        stays_min += stop.stay_min
