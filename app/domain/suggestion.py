"""What somebody tells us from a page: something has changed, a place is missing, a need finds no answer.

Who leads a walk tells what was seen at its doors (an observation), and at its end how many came (a debrief).
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from .block import Block
from .geometry import Position
from .place import LanguageTag, Slug
from .text import plain_text
from .walk import StopNumber

MOST_CHARACTERS = 2_000
"""A page of handwriting; who has more to say meets us at the kiosk."""


class Kind(StrEnum):
    """What a suggestion is about."""

    CORRECTION = "correction"
    HOURS = "hours"
    PHONE = "phone"
    CLOSED = "closed"
    MOVED = "moved"
    NEW_PLACE = "new_place"
    NEED = "need"
    OBSERVATION = "observation"
    DEBRIEF = "debrief"
    ROUND = "round"
    """What somebody found at a door, fact by fact: a record (`record.py`), which nobody sends without a round."""

    OTHER = "other"


SAYS_ENOUGH = frozenset({Kind.HOURS, Kind.PHONE, Kind.CLOSED, Kind.MOVED})
"""Kinds that are worth a walk to the door without a word beside them."""


PLACED = frozenset({Kind.NEW_PLACE, Kind.NEED, Kind.MOVED})
"""Kinds that may say where: of the place they tell of, never of the phone. Of others a position is dropped unread."""


class SuggestionState(StrEnum):
    """What became of a suggestion, in the order in which the desk shows them."""

    NEW = "new"
    LATER = "later"
    """Somebody has read it, and has to make sure."""

    ASKED = "asked"
    """Its sender was asked something, and has not answered."""

    DOUBTFUL = "doubtful"
    """To be looked at apart: it came too fast, or looks as if a program had sent it."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """Typed from a slip and taken back at once: nobody has to read it."""


WAITING = (SuggestionState.NEW, SuggestionState.LATER, SuggestionState.DOUBTFUL)
"""What waits for somebody at the desk."""

UNDECIDED = (SuggestionState.NEW, SuggestionState.LATER, SuggestionState.ASKED, SuggestionState.DOUBTFUL)
"""What may be decided on: what waits, and what waits for its sender."""

DECIDED = (SuggestionState.ACCEPTED, SuggestionState.REFUSED)


class Seen(StrEnum):
    """What a leader saw at a stop, on the day."""

    OPEN = "open"
    HOURS_CHANGED = "hours_changed"
    CLOSED = "closed"
    OBSTACLE = "obstacle"


def _plain(value: Any) -> Any:
    return plain_text(value) if isinstance(value, str) else value


def _moment_or_none(value: Any, read: Callable[[Any], datetime]) -> datetime | None:
    """A phone without a clock still has something to say."""
    try:
        return read(value)
    except ValidationError:
        return None


def _degrees_or_none(value: Any, read: Callable[[Any], float]) -> float | None:
    """What cannot be a place on the map costs its position, not its words."""
    try:
        found = round(read(value), _DECIMALS)
    except (ValidationError, TypeError):
        return None
    return found if -180 <= found <= 180 else None


_DECIMALS = 5
"""Of degrees: a metre."""

Degrees = Annotated[float | None, WrapValidator(_degrees_or_none)]
Words = Annotated[str, BeforeValidator(_plain), StringConstraints(max_length=MOST_CHARACTERS)]
Path = Annotated[str, BeforeValidator(_plain), StringConstraints(max_length=300)]
Moment = Annotated[datetime | None, WrapValidator(_moment_or_none)]


People = Annotated[int, Field(ge=0, le=500)]


class Came(Block):
    """A walk in numbers, once it is over; what nobody counted is not there, and is not none."""

    adults: People | None = None
    children: People | None = None
    pushchairs: People | None = None
    stops: Annotated[int, Field(ge=0, le=200)] | None = None
    """How many of its stops they came to."""
    minutes: Annotated[int, Field(ge=0, le=1440)] | None = None


class Suggestion(Block):
    """A suggestion as a phone sends it; nothing in it says who wrote, or where the phone was."""

    # A page of a later release may say more than this one reads: its message must not be lost for that.
    model_config = ConfigDict(extra="ignore")

    kind: Kind = Kind.OTHER
    place: Slug | None = None
    walk: Slug | None = None
    territory: Slug | None = None
    lang: LanguageTag | None = None
    text: Words = ""
    edition: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    path: Path = ""
    typed: Moment = None
    seen: Seen | None = None
    """Of an observation, which is of a place, or of a stop in the street: then `walk` and `stop` say which."""
    stop: StopNumber | None = None
    came: Came | None = None
    """Of a debrief, which is of a walk."""

    lon: Degrees = None
    lat: Degrees = None
    """Where the place is that this tells of, picked on the map by who wrote."""

    @property
    def spot(self) -> Position | None:
        """Where the place is, when somebody picked it."""
        return None if self.lon is None or self.lat is None else (self.lon, self.lat)

    @model_validator(mode="before")
    @classmethod
    def _is_placed_by_kind(cls, fields: Any) -> Any:
        if not isinstance(fields, Mapping) or fields.get("kind") in PLACED:
            return fields
        return {name: value for name, value in fields.items() if name not in ("lon", "lat")}

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.kind in _LED:
            self._require_led()
        elif not self.text and self.kind not in SAYS_ENOUGH:
            raise PydanticCustomError("says_nothing", "says nothing")
        return self

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> Self:
        if self.kind is Kind.ROUND:
            raise PydanticCustomError("other_kind", "not of this kind", {"field": "kind"})
        for field, kind in (("seen", Kind.OBSERVATION), ("came", Kind.DEBRIEF)):
            if getattr(self, field) is not None and self.kind is not kind:
                raise PydanticCustomError("other_kind", "not of this kind", {"field": field})
        return self

    def _require_led(self) -> None:
        is_observation = self.kind is Kind.OBSERVATION
        is_placed = self.walk and (not is_observation or self.place or self.stop)
        told = self.seen if is_observation else self.came
        if told is None or not is_placed:
            raise PydanticCustomError("tells_nothing", "tells nothing", {"kind": self.kind.value})


def looks_sent_by_a_program(suggestion: Suggestion) -> bool:
    """Tell whether a text is stuffed with links or written for a program to read: somebody is to look at it apart."""
    return len(_LINK.findall(suggestion.text)) >= MOST_LINKS or _MARKUP.search(suggestion.text) is not None


MOST_LINKS = 3
"""A family names the site of a place, and perhaps its page elsewhere."""

_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_MARKUP = re.compile(r"<a\s[^>]*href|\[url\b|\[link\b", re.IGNORECASE)

_LED = frozenset({Kind.OBSERVATION, Kind.DEBRIEF})
"""Kinds that only who leads a walk sends; they say it by what was tapped, not by words."""
