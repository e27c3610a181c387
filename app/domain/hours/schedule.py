"""The days of one place: its expression, then its dated exceptions and closures, then the nights that go on."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ..place import HoursException
from .asked import Asked
from .days import Because, Day, Reason, Span, State, Sun, settled, speaks_of_sun
from .zone import Question, Zone, zone_days


@dataclass(eq=False)
class Schedules:
    """Days of many places in one zone and window: what several places share is evaluated once."""

    zone: Zone
    first: date
    count: int
    _places: dict[tuple[object, ...], tuple[Day, ...]] = field(default_factory=dict)
    _read: dict[Question, tuple[Day, ...]] = field(default_factory=dict)

    def days(self, asked: Asked) -> tuple[Day, ...]:
        """Return what each day of the window is; the same object for places asked the same."""
        sun = self._sun(asked) if speaks_of_sun(asked.expression or "") else None
        key = (asked.expression, asked.known, asked.exceptions, asked.closure, asked.by_appointment, sun)
        if key not in self._places:
            self._places[key] = self._days(asked)
        return self._places[key]

    @property
    def _eve(self) -> date:
        """The day before the window: its night is in the window."""
        return self.first - timedelta(days=1)

    def _days(self, asked: Asked) -> tuple[Day, ...]:
        if asked.closure:
            return (Day.whole(State.CLOSED, Reason(asked.closure)),) * self.count
        days = list(self._usual(asked))
        for exception in asked.exceptions:
            self._except(days, asked, exception)
        return settled([day.changed(_asking_first) for day in days] if asked.by_appointment else days)

    def _usual(self, asked: Asked) -> tuple[Day, ...]:
        if asked.is_told and asked.expression is not None:
            return self._evaluated(asked.expression, asked)
        because = Because.CALL if asked.known == "call" else Because.NO_HOURS
        return (Day.whole(State.UNKNOWN, Reason(because)),) * (self.count + 1)

    def _evaluated(self, text: str, asked: Asked, *, is_sure: bool = False) -> tuple[Day, ...]:
        question = Question(text, self._sun(asked) if speaks_of_sun(text) else None, is_sure)
        if question not in self._read:
            self._read[question] = zone_days(question, self.zone, self._eve, self.count + 1)
        return self._read[question]

    def _except(self, days: list[Day], asked: Asked, exception: HoursException) -> None:
        start = max(0, (exception.from_ - self._eve).days)
        end = min(len(days), (exception.to - self._eve).days + 1)
        if start < end:
            change = self._change(asked, exception)
            days[start:end] = [change(n, days[n]) for n in range(start, end)]

    def _change(self, asked: Asked, exception: HoursException) -> Callable[[int, Day], Day]:
        reason = Reason(Because.EXCEPTION, exception.reason or "")
        if exception.kind == "message":
            return lambda _, day: replace(day, message=exception.reason or "")
        if exception.kind == "closed":
            return lambda _, day: Day.whole(State.CLOSED, reason)
        if exception.hours is None:
            return lambda _, day: Day.whole(State.UNKNOWN, reason)
        # Hours given for one day are meant for that day, even on a public holiday.
        is_sure = exception.from_ == exception.to
        other = self._evaluated(exception.hours, asked, is_sure=is_sure)
        return lambda n, day: replace(other[n].explained(reason), message=day.message)

    def _sun(self, asked: Asked) -> Sun:
        lon, lat = asked.position
        # A tenth of a degree moves the sun by half a minute: a neighbourhood shares its evaluations.
        return Sun((round(lon, 1), round(lat, 1)), self.zone.calendar.timezone)


def _asking_first(segment: Span) -> Span:
    return replace(segment, state=State.APPOINTMENT) if segment.state is State.OPEN else segment
