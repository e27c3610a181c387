"""The days of one place: its expression, then its dated exceptions, then its closures."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ..place import HoursException
from .asked import Asked
from .days import Because, Day, Reason, Segment, State, Sun, speaks_of_sun
from .zone import Question, Zone, zone_days

_Key = tuple[str, Sun | None, bool, date, int]


@dataclass(eq=False)
class Schedules:
    """Days of many places in one zone: an expression that several places share is evaluated once."""

    zone: Zone
    _known: dict[_Key, tuple[Day, ...]] = field(default_factory=dict)

    def days(self, asked: Asked, first: date, count: int) -> tuple[Day, ...]:
        """Return what each day is from `first` on."""
        if asked.closure:
            return (Day.whole(State.CLOSED, Reason(asked.closure)),) * count
        days = list(self._usual(asked, first, count))
        for exception in asked.exceptions:
            self._except(days, asked, exception, first)
        return tuple(map(_by_appointment, days)) if asked.by_appointment else tuple(days)

    def _usual(self, asked: Asked, first: date, count: int) -> tuple[Day, ...]:
        if not asked.is_told or asked.expression is None:
            because = Because.CALL if asked.known == "call" else Because.NO_HOURS
            return (Day.whole(State.UNKNOWN, Reason(because)),) * count
        return self._read(asked.expression, asked, first, count)

    def _read(self, text: str, asked: Asked, first: date, count: int, *, is_sure: bool = False) -> tuple[Day, ...]:
        sun = _sun(asked, self.zone) if speaks_of_sun(text) else None
        key = (text, sun, is_sure, first, count)
        if key not in self._known:
            self._known[key] = zone_days(Question(text, sun, is_sure), self.zone, first, count)
        return self._known[key]

    def _except(self, days: list[Day], asked: Asked, exception: HoursException, first: date) -> None:
        start = max(0, (exception.from_ - first).days)
        end = min(len(days), (exception.to - first).days + 1)
        if start >= end:
            return
        change = self._change(asked, exception, first + timedelta(days=start), end - start)
        days[start:end] = [change(n, day) for n, day in enumerate(days[start:end])]

    def _change(self, asked: Asked, exception: HoursException, first: date, count: int) -> Callable[[int, Day], Day]:
        reason = Reason(Because.EXCEPTION, exception.reason or "")
        if exception.kind == "message":
            return lambda _, day: replace(day, message=exception.reason or "")
        if exception.kind == "closed":
            return lambda _, day: Day.whole(State.CLOSED, reason)
        if exception.hours is None:
            return lambda _, day: Day.whole(State.UNKNOWN, reason)
        # Hours given for one day are meant for that day, even on a public holiday.
        is_sure = exception.from_ == exception.to
        other = self._read(exception.hours, asked, first, count, is_sure=is_sure)
        return lambda n, day: replace(other[n].explained(reason), message=day.message)


def _sun(asked: Asked, zone: Zone) -> Sun:
    lon, lat = asked.position
    # A tenth of a degree moves the sun by half a minute: places of a neighbourhood share their evaluation.
    return Sun((round(lon, 1), round(lat, 1)), zone.calendar.timezone)


def _by_appointment(day: Day) -> Day:
    return replace(day, segments=tuple(map(_asking_first, day.segments)))


def _asking_first(segment: Segment) -> Segment:
    return replace(segment, state=State.APPOINTMENT) if segment.state is State.OPEN else segment
