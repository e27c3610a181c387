"""What somebody tells us from a page: something has changed, a place is missing, a need finds no answer."""

from collections.abc import Callable
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

from .place import Block, LanguageTag, Slug
from .text import plain_text

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
    OTHER = "other"


SAYS_ENOUGH = frozenset({Kind.HOURS, Kind.PHONE, Kind.CLOSED, Kind.MOVED})
"""Kinds that are worth a walk to the door without a word beside them."""


def _plain(value: Any) -> Any:
    return plain_text(value) if isinstance(value, str) else value


def _moment_or_none(value: Any, read: Callable[[Any], datetime]) -> datetime | None:
    """A phone without a clock still has something to say."""
    try:
        return read(value)
    except ValidationError:
        return None


Words = Annotated[str, BeforeValidator(_plain), StringConstraints(max_length=MOST_CHARACTERS)]
Path = Annotated[str, BeforeValidator(_plain), StringConstraints(max_length=300)]
Moment = Annotated[datetime | None, WrapValidator(_moment_or_none)]


class Suggestion(Block):
    """A suggestion as a phone sends it; nothing in it says who wrote."""

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

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and self.kind not in SAYS_ENOUGH:
            raise PydanticCustomError("says_nothing", "says nothing")
        return self
