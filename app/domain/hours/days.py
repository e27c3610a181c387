"""What each day is, minute by minute, in the local time of the neighbourhood.

Everything is naive local time: a day is minutes 0 to 1440, so the night when clocks change has no hole
and no double hour in it. What passes midnight belongs to the evening it begins in (`Day.night`) until `settled`
lays it over the next day: a closure or other hours of a Friday take the Friday to its end, and nothing else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import opening_hours
from opening_hours import OpeningHours

from ..geometry import Position
from .nights import evening_of, night_of

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
    """Segments that fill a day without a gap, a message for it, and what goes on after its midnight."""

    segments: tuple[Span, ...]
    message: str = ""
    night: tuple[Span, ...] = ()
    """Without what is closed; minutes from the midnight that ends the day."""

    @classmethod
    def whole(cls, state: State, reason: Reason = USUAL) -> "Day":
        """Return a day in one state from midnight to midnight."""
        return cls((Span(0, DAY_MIN, state, reason),))

    @cached_property
    def is_closed(self) -> bool:
        """Tell whether nothing happens all day."""
        return not self.night and all(s.state is State.CLOSED for s in self.segments)

    def explained(self, reason: Reason) -> "Day":
        """Return the same day with another reason where the usual hours were it."""
        return self.changed(lambda span: replace(span, reason=reason) if span.reason == USUAL else span)

    def changed(self, change: Callable[[Span], Span]) -> "Day":
        """Return the day with each span changed."""
        return replace(self, segments=tuple(map(change, self.segments)), night=tuple(map(change, self.night)))

    def at(self, minute: int) -> Span:
        """Return the segment that holds a minute."""
        return next(s for s in self.segments if s.start <= minute < s.end)


@dataclass(frozen=True)
class Sun:
    """Where sunrise and sunset are looked up, for the expressions that speak of them."""

    position: Position
    timezone: str


def read_days(expressions: Sequence[str], first: date, count: int, sun: Sun | None = None) -> tuple[Day, ...]:
    """Evaluate expanded expressions over days: a later one fills in where those before are closed.

    Each day is its own: what the evening before left open is not in it (`settled` brings it there).
    """
    evenings = _layers([evening_of(expression) for expression in expressions], first, count, sun)
    nights = [night_of(expression) for expression in expressions]
    if not any(nights):
        return tuple(_day(tuple(evening), ()) for evening in evenings)
    small_hours = _layers([night or "off" for night in nights], first, count, sun)
    return tuple(_day(tuple(e), tuple(n)) for e, n in zip(evenings, small_hours, strict=True))


def opens_on(expressions: Sequence[str], day: date, sun: Sun | None = None) -> bool:
    """Tell whether anything but closed happens on a day."""
    return not read_days(expressions, day, 1, sun)[0].is_closed


def settled(days: Sequence[Day]) -> tuple[Day, ...]:
    """Return days, but the first, with the nights of the evenings before them laid over."""
    return tuple(_overlaid(eve.night, day) for eve, day in pairwise(days))


# Private

_Piece = tuple[int, int, State, str]
_APPOINTMENT = re.compile(r"rendez[- ]?vous|\br\.?d\.?v\b|appointment", re.IGNORECASE)
_NO_APPOINTMENT = re.compile(r"\b(sans|without|no|pas de)\b", re.IGNORECASE)
_SUN = re.compile(r"\b(sunrise|sunset|dawn|dusk)\b")


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


def _layers(expressions: Sequence[str], first: date, count: int, sun: Sun | None) -> list[list[_Piece]]:
    layers = [_layer(expression, first, count, sun) for expression in expressions]
    days = layers[0]
    for below in layers[1:]:
        days = [_filled(above, under) for above, under in zip(days, below, strict=True)]
    return days


def _spans(
    expression: str, first: date, count: int, sun: Sun | None
) -> Iterator[tuple[int, int, opening_hours.State, str]]:
    """Yield the evaluator's intervals in minutes from the first midnight."""
    origin = datetime.combine(first, time())
    for start, end, state, comment in _evaluator(expression, sun).intervals(origin, origin + timedelta(days=count)):
        yield _minutes(start, origin), _minutes(end, origin), state, comment


@lru_cache(maxsize=512)
def _evaluator(expression: str, sun: Sun | None) -> OpeningHours:
    if sun is None or not speaks_of_sun(expression):
        return OpeningHours(expression)
    lon, lat = sun.position
    return OpeningHours(expression, timezone=ZoneInfo(sun.timezone), coords=(lat, lon))


def _minutes(moment: datetime, origin: datetime) -> int:
    since = (moment.replace(tzinfo=None) if moment.tzinfo else moment) - origin
    return since.days * DAY_MIN + since.seconds // 60


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
def _day(evening: tuple[_Piece, ...], night: tuple[_Piece, ...]) -> Day:
    return Day(_told(evening), night=tuple(span for span in _told(night) if span.state is not State.CLOSED))


def _told(pieces: tuple[_Piece, ...]) -> tuple[Span, ...]:
    return _joined(Span(start, end, state, _reason(state), comment) for start, end, state, comment in pieces)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans that follow each other, those that say the same as one."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and replace(last, start=span.start, end=span.end) == span:
            joined[-1] = replace(last, end=span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _overlaid(night: tuple[Span, ...], day: Day) -> Day:
    if not night:
        return replace(day, night=()) if day.night else day
    ends = sorted({0, DAY_MIN, *(min(m, DAY_MIN) for s in (*night, *day.segments) for m in (s.start, s.end))})
    spans = (replace(_at(start, night, day), start=start, end=end) for start, end in pairwise(ends))
    return replace(day, segments=_joined(spans), night=())


def _at(minute: int, night: tuple[Span, ...], day: Day) -> Span:
    """Return what is on: an evening that goes on is surer than "closed", and than "nobody knows"."""
    span = day.at(minute)
    late = next((s for s in night if s.start <= minute < s.end), span)
    is_surer = span.state is State.CLOSED or (span.state is State.UNKNOWN and late.state is not State.UNKNOWN)
    return late if is_surer else span


def _reason(state: State) -> Reason:
    return Reason(Because.COMMENT) if state is State.UNKNOWN else USUAL
