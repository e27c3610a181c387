"""The status of a place at an instant: open, closed, by appointment or unknown, why, and until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from ..content import Content
from ..place import Place, Service
from .asked import hours_of
from .days import DAY_MIN, Because, Day, Reason, Span, State
from .freshness import Freshness, freshness_of
from .schedule import Schedules
from .zone import Zone

__all__ = ["FROM_HOURS", "Answer", "Because", "Reason", "State", "status_at", "zone_of"]

_WINDOWS = (8, 64, 400)
"""Days looked at for the next change: most answers are in the first week, the last window passes a summer."""

FROM_HOURS = frozenset({Because.HOURS, Because.PUBLIC_HOLIDAY, Because.SCHOOL_HOLIDAY, Because.COMMENT})
"""Reasons that rest on the usual hours, and grow old with them; a dated notice does not."""

_COMING = (State.OPEN, State.APPOINTMENT)


@dataclass(frozen=True)
class Answer:
    """What is known at an instant, in the local time of the neighbourhood (naive).

    `until` is when the state ends and `next_opening` when somebody next is there (both `None` when nothing
    changes within a year); `next_state` says whether one then comes freely or by appointment. `verified_on`
    is the age of the information; when `stale`, the state is hearsay and must be said with that age.
    """

    state: State
    reason: Reason
    until: datetime | None = None
    next_opening: datetime | None = None
    next_state: State | None = None
    stale: bool = False
    freshness: Freshness | None = None
    comment: str = ""
    message: str = ""

    @property
    def verified_on(self) -> date | None:
        """The day somebody last knew."""
        return self.freshness.on if self.freshness else None


def status_at(place: Place, content: Content, at: datetime, *, service: Service | None = None) -> Answer:
    """Return the status of a place, or of one of its services, at an instant.

    A naive instant is local time, and may fall in the hour that the clocks skip.
    """
    zone = zone_of(place, content)
    moment = _local(at, zone)
    asked = hours_of(place, service)
    for window in _WINDOWS:
        answer = _answer(Schedules(zone, moment.date(), window).days(asked), moment)
        if answer.until and answer.next_opening:
            break
    return _dated(answer, freshness_of(asked, content.categories), moment.date())


def zone_of(place: Place, content: Content) -> Zone:
    """Return the school zone of the territory that holds a place."""
    territories = content.territories_of(place)
    return Zone(content.calendar, territories[0].holiday_zone if territories else "C")


# Private


def _local(at: datetime, zone: Zone) -> datetime:
    if at.tzinfo is None:
        return at
    return at.astimezone(ZoneInfo(zone.calendar.timezone)).replace(tzinfo=None, fold=0)


def _answer(days: Sequence[Day], moment: datetime) -> Answer:
    today = moment.date()
    minute = moment.hour * 60 + moment.minute
    found = days[0].at(minute)
    segments = [(n * DAY_MIN, s) for n, day in enumerate(days) for s in day.segments]
    changes = [(start, s) for start, s in _changes(segments) if start > minute]
    coming = next(((start, s) for start, s in changes if s.state in _COMING), None)
    return Answer(
        state=found.state,
        reason=found.reason,
        until=_moment(today, changes[0][0]) if changes else None,
        next_opening=_moment(today, coming[0]) if coming else None,
        next_state=coming[1].state if coming else None,
        comment=found.comment,
        message=days[0].message,
    )


def _changes(segments: list[tuple[int, Span]]) -> Iterator[tuple[int, Span]]:
    """Yield the minute of each change of state with the segment that begins there."""
    for (_, before), (midnight, after) in pairwise(segments):
        if before.state is not after.state:
            yield midnight + after.start, after


def _moment(today: date, minutes: int) -> datetime:
    return datetime.combine(today, time()) + timedelta(minutes=minutes)


def _dated(answer: Answer, freshness: Freshness | None, today: date) -> Answer:
    if freshness is None:
        return answer
    is_hearsay = answer.reason.because in FROM_HOURS and today > freshness.due
    return replace(answer, freshness=freshness, stale=is_hearsay)
