"""A guided urban walk: ordered stops that refer to living places."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .geometry import Position
from .place import Block, LanguageTag, Paragraph, Sentence, Slug


class WalkStatus(StrEnum):
    """Where a walk stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class Checked(Block):
    """When a walk was last walked or proof-read, and by which role."""

    on: date
    by: Sentence


class Meeting(Block):
    """Where a walk starts: a place, or a point with a name."""

    place: Slug | None = None
    point: Position | None = None
    name: Sentence | None = None
    text: Paragraph | None = None
    transit: Sentence | None = None


class Stop(Block):
    """One stop: a `place`, or a `point` with a `name`; `text` is read by participants."""

    place: Slug | None = None
    point: Position | None = None
    name: Sentence | None = None
    stay_min: Annotated[int, Field(ge=0, le=480)] = 10
    optional: bool = False
    indoor: bool = False
    text: Paragraph | None = None


class Walk(Block):
    """A walk, as written in `walks/<slug>.toml`."""

    format: Literal[1]
    id: Slug
    status: WalkStatus
    title: Sentence
    summary: Paragraph | None = None
    advice: Paragraph | None = None
    territory: Slug
    code: str | None = None
    languages: tuple[LanguageTag, ...] = ("fr",)
    shape: Literal["loop", "oneway"] = "oneway"
    producer: Sentence | None = None
    themes: tuple[Slug, ...] = ()
    audience: tuple[Slug, ...] = ()
    difficulty: Literal["easy", "medium", "hard"] | None = None
    checked: Checked | None = None
    valid_until: date | None = None
    meeting: Meeting | None = None
    stops: Annotated[tuple[Stop, ...], Field(alias="stop", min_length=1)]
