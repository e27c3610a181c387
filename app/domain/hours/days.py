"""What each day is, minute by minute, in the local time of the neighbourhood.

Everything is naive local time: a day is minutes 0 to 1440, so the night when clocks change has no hole
and no double hour in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import opening_hours
from opening_hours import OpeningHours

from ..geometry import Position

DAY_MIN = 1440


class State(StrEnum):
    """The four answers; a place that nobody knows about is never closed."""

    OPEN = "open"
    CLOSED = "closed"
    APPOINTMENT = "appointment"
    UNKNOWN = "unknown"


class Because(StrEnum):
    """Why: what decided the state."""

    HOURS = "hours"
    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    EXCEPTION = "exception"
    CLOSED_TEMPORARILY = "closed_temporarily"
    CLOSED_FOR_GOOD = "closed_for_good"
    NO_HOURS = "no_hours"
    CALL = "call"
    COMMENT = "comment"
    CALENDAR_TOO_SHORT = "calendar_too_short"
    DATA_TOO_OLD = "data_too_old"
    """Said by phones only: the edition that they hold ends before today."""


@dataclass(frozen=True)
class Reason:
    """What decided, and its French name (`Armistice 1918`) with the key of its translations."""

    because: Because = Because.HOURS
    words: str = ""
    key: str = ""


USUAL = Reason()


@dataclass(frozen=True)
class Span:
    """Minutes of a day, `end` not included, in one state for one reason."""

    start: int
    end: int
    state: State
    reason: Reason = USUAL
    comment: str = ""


@dataclass(frozen=True)
class Day:
    """Segments that fill a day without a gap, and a message for it."""

    segments: tuple[Span, ...]
    message: str = ""

    @classmethod
    def whole(cls, state: State, reason: Reason = USUAL) -> "Day":
        """Return a day in one state from midnight to midnight."""
        return cls((Span(0, DAY_MIN, state, reason),))

    @cached_property
    def is_closed(self) -> bool:
        """Tell whether nothing happens all day."""
        return all(s.state is State.CLOSED for s in self.segments)

    def explained(self, reason: Reason) -> "Day":
        """Return the same day with another reason where the usual hours were it."""
        changed = (replace(s, reason=reason) if s.reason == USUAL else s for s in self.segments)
        return replace(self, segments=tuple(changed))

    def at(self, minute: int) -> Span:
        """Return the segment that holds a minute."""
        return next(s for s in self.segments if s.start <= minute < s.end)


@dataclass(frozen=True)
class Sun:
    """Where sunrise and sunset are looked up, for the expressions that speak of them."""

    position: Position
    timezone: str


def read_days(expressions: Sequence[str], first: date, count: int, sun: Sun | None = None) -> tuple[Day, ...]:
    """Evaluate expanded expressions over days: a later one fills in where those before are closed."""
    # From the day before: what happens at 00:00 may have begun then.
    eve = first - timedelta(days=1)
    layers = [_layer(expression, eve, count + 1, sun)[1:] for expression in expressions]
    days = layers[0]
    for below in layers[1:]:
        days = [_filled(above, under) for above, under in zip(days, below, strict=True)]
    return tuple(map(_day, map(tuple, days)))


def opens_on(expressions: Sequence[str], day: date, sun: Sun | None = None) -> bool:
    """Tell whether anything but closed happens on a day."""
    start = datetime.combine(day, time())
    return any(
        state != opening_hours.State.CLOSED
        for expression in expressions
        for _, _, state, _ in _evaluator(expression, sun).intervals(start, start + timedelta(days=1))
    )


# Private

_Piece = tuple[int, int, State, str]
_APPOINTMENT = re.compile(r"rendez[- ]?vous|\br\.?d\.?v\b|appointment", re.IGNORECASE)
_NO_APPOINTMENT = re.compile(r"\b(sans|without|no|pas de)\b", re.IGNORECASE)
_SUN = re.compile(r"\b(sunrise|sunset|dawn|dusk)\b")
_RANGE = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


def speaks_of_sun(text: str) -> bool:
    """Tell whether an expression depends on sunrise or sunset."""
    return _SUN.search(text) is not None


def _layer(expression: str, first: date, count: int, sun: Sun | None) -> list[list[_Piece]]:
    days: list[list[_Piece]] = [[] for _ in range(count)]
    for start, end, state, comment in _spans(expression, first, count, sun):
        _lay(days, (start, end, _state(state, comment), comment))
    return days


def _lay(days: list[list[_Piece]], piece: _Piece) -> None:
    start, end, state, comment = piece
    while start < end:
        index, minute = divmod(start, DAY_MIN)
        until = min(end, (index + 1) * DAY_MIN)
        days[index].append((minute, until - index * DAY_MIN, state, comment))
        start = until


def _state(state: opening_hours.State, comment: str) -> State:
    if state == opening_hours.State.OPEN:
        return State.OPEN
    if state == opening_hours.State.CLOSED:
        return State.CLOSED
    return State.APPOINTMENT if is_appointment(comment) else State.UNKNOWN


def is_appointment(comment: str) -> bool:
    """Tell whether a comment says that one comes by appointment."""
    return bool(_APPOINTMENT.search(comment)) and not _NO_APPOINTMENT.search(comment)


def _spans(
    expression: str, first: date, count: int, sun: Sun | None
) -> Iterator[tuple[int, int, opening_hours.State, str]]:
    """Yield the evaluator's intervals in minutes from the first midnight, those of the night before included."""
    origin = datetime.combine(first, time())
    spans = _evaluator(expression, sun).intervals(origin, origin + timedelta(days=count))
    drop_night = _forgets_closed_nights(expression)
    was_closed = False
    for start, end, state, comment in spans:
        begin = _minutes(start, origin)
        is_ghost = drop_night and was_closed and begin % DAY_MIN == 0 and state != opening_hours.State.CLOSED
        was_closed = is_ghost or state == opening_hours.State.CLOSED
        yield begin, _minutes(end, origin), opening_hours.State.CLOSED if is_ghost else state, comment


@lru_cache(maxsize=512)
def _evaluator(expression: str, sun: Sun | None) -> OpeningHours:
    if sun is None or not speaks_of_sun(expression):
        return OpeningHours(expression)
    lon, lat = sun.position
    return OpeningHours(expression, timezone=ZoneInfo(sun.timezone), coords=(lat, lon))


def _minutes(moment: datetime, origin: datetime) -> int:
    since = (moment.replace(tzinfo=None) if moment.tzinfo else moment) - origin
    return since.days * DAY_MIN + since.seconds // 60


def _forgets_closed_nights(expression: str) -> bool:
    """Tell whether the evaluator would open 00:00-02:00 after a Friday that a later rule closed.

    It keeps the end of `Fr 22:00-02:00` although `… off` took its beginning away.
    """
    ranges = [tuple(map(int, found)) for found in _RANGE.findall(expression)]
    passes_midnight = any((h2, m2) <= (h1, m1) or (h2, m2) > (24, 0) for h1, m1, h2, m2 in ranges)
    begins_at_midnight = any((h1, m1) == (0, 0) for h1, m1, _, _ in ranges)
    return passes_midnight and not begins_at_midnight and "off" in expression.lower()


def _filled(above: list[_Piece], below: list[_Piece]) -> list[_Piece]:
    filled: list[_Piece] = []
    for piece in above:
        if piece[2] is not State.CLOSED:
            filled.append(piece)
            continue
        start, end = piece[:2]
        filled += [(max(start, s), min(end, e), state, c) for s, e, state, c in below if s < end and e > start]
    return filled


@lru_cache(maxsize=8192)
def _day(pieces: tuple[_Piece, ...]) -> Day:
    segments: list[Span] = []
    for start, end, state, comment in pieces:
        last = segments[-1] if segments else None
        if last and (last.state, last.comment) == (state, comment):
            segments[-1] = replace(last, end=end)
        else:
            segments.append(Span(start, end, state, _reason(state), comment))
    return Day(tuple(segments))


def _reason(state: State) -> Reason:
    return Reason(Because.COMMENT) if state is State.UNKNOWN else USUAL
