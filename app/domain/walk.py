"""A guided urban walk: ordered stops that refer to living places.

A field called `leader` or `host` is for who leads: `public.py` takes it out before anything is made.
"""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .block import Block
from .calendar import PARIS
from .geometry import Position
from .leg import Checked, Leg
from .place import LanguageTag, Paragraph, Sentence, Slug

LEADER_FIELDS = ("leader", "host")
"""What the fields are called, in whatever block, that only who leads a walk may read."""

ARRIVAL_M = 25
"""How near a stop one has arrived, where its `radius_m` says nothing."""


def _start(text: str) -> str:
    try:
        fine = re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", text) and datetime.fromisoformat(text)
    except ValueError:
        fine = None
    if not fine:
        raise PydanticCustomError("start", "not a day and an hour")
    return text


StopNumber = Annotated[int, Field(ge=1, le=200)]
StartText = Annotated[str, AfterValidator(_start)]
"""A day and an hour in Paris, as text: TOML's own would want seconds, and people forget them."""


class WalkStatus(StrEnum):
    """Where a walk stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class Photo(Block):
    """A picture with the words for those who do not see it."""

    file: Annotated[str, StringConstraints(pattern=r"^[\w./-]+\.(jpe?g|png|webp|avif)$")]
    alt: Sentence
    credit: Sentence | None = None
    consent: bool


class Meeting(Block):
    """Where a walk starts: a place, or a point with a name."""

    place: Slug | None = None
    point: Position | None = None
    name: Sentence | None = None
    text: Paragraph | None = None
    transit: Sentence | None = None


class Emergency(Block):
    """Where a group takes shelter, and what to do if something happens."""

    place: Slug | None = None
    text: Paragraph | None = None
    leader: Paragraph | None = None


class Question(Block):
    """A question for children; `answer` is the number of the right one among `options`, if it has some."""

    question: Sentence
    options: Annotated[tuple[Sentence, ...], Field(max_length=6)] = ()
    answer: Annotated[int, Field(ge=1, le=6)] | None = None
    hint: Sentence | None = None


class Stop(Block):
    """One stop: a `place`, or a `point` with a `name`; `text` is read by participants.

    `sense` is one thing to look at, touch, smell or hear; `transcript` says what `audio` does.
    """

    place: Slug | None = None
    point: Position | None = None
    name: Sentence | None = None
    stay_min: Annotated[int, Field(ge=0, le=480)] = 10
    radius_m: Annotated[int, Field(ge=5, le=200)] | None = None
    optional: bool = False
    indoor: bool = False
    text: Paragraph | None = None
    sense: Sentence | None = None
    leader: Paragraph | None = None
    host: Sentence | None = None
    audio: Annotated[str, StringConstraints(pattern=r"^[\w./-]+\.(mp3|ogg|opus|m4a)$")] | None = None
    transcript: Paragraph | None = None
    questions: Annotated[tuple[Question, ...], Field(alias="quiz")] = ()
    photos: Annotated[tuple[Photo, ...], Field(alias="photo")] = ()

    model_config = ConfigDict(populate_by_name=True)


class WayService(Block):
    """What helps on the way, near stop number `stop`: a `place`, or a `point`."""

    kind: Literal["toilets", "water", "bench", "shade", "shelter", "changing_table", "breastfeeding"]
    stop: StopNumber | None = None
    place: Slug | None = None
    point: Position | None = None
    text: Sentence | None = None


class Notice(Block):
    """What is otherwise for some days, both included: works, a closure; `stops` are those it touches."""

    from_: Annotated[date, Field(alias="from")]
    to: date
    severity: Literal["info", "detour", "closed"] = "info"
    stops: tuple[StopNumber, ...] = ()
    text: Sentence

    model_config = ConfigDict(populate_by_name=True)


class Variant(Block):
    """A shorter walk for rain, heat or tired legs: the stops that it drops, by number."""

    id: Slug
    when: Literal["rain", "heat", "tired"]
    drop: Annotated[tuple[StopNumber, ...], Field(min_length=1)]
    text: Sentence | None = None


class Session(Block):
    """A day on which the walk is led. An `example` is not announced: it shows how a session is written.

    `sequence` counts the changes of a session that was announced; `cancelled` says why there will be none.
    """

    id: Slug
    start: StartText
    example: bool = False
    languages: tuple[LanguageTag, ...] = ()
    capacity: Annotated[int, Field(ge=1, le=500)] | None = None
    variant: Slug | None = None
    register_: Annotated[Sentence | None, Field(alias="register")] = None
    cancelled: Sentence | None = None
    sequence: Annotated[int, Field(ge=0, le=1000)] = 0
    leader: Paragraph | None = None

    model_config = ConfigDict(populate_by_name=True)

    @property
    def starts_at(self) -> datetime:
        """When it starts, in the time of Paris."""
        return datetime.fromisoformat(self.start).replace(tzinfo=PARIS)


class Walk(Block):
    """A walk, as written in `walks/<slug>.toml`."""

    format: Literal[1]
    id: Slug
    status: WalkStatus
    title: Sentence
    summary: Paragraph | None = None
    advice: Paragraph | None = None
    leader: Paragraph | None = None
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
    emergency: Emergency | None = None
    stops: Annotated[tuple[Stop, ...], Field(alias="stop", min_length=1)]
    legs: Annotated[tuple[Leg, ...], Field(alias="leg")] = ()
    variants: Annotated[tuple[Variant, ...], Field(alias="variant")] = ()
    services: Annotated[tuple[WayService, ...], Field(alias="service")] = ()
    notices: Annotated[tuple[Notice, ...], Field(alias="notice")] = ()
    sessions: Annotated[tuple[Session, ...], Field(alias="session")] = ()

    def leg_to(self, number: int) -> Leg | None:
        """Return what the file says of the leg that leads to a stop, by its number."""
        return next((leg for leg in self.legs if leg.to == number), None)

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of every place that the walk names, each once."""
        blocks = (self.meeting, self.emergency, *self.stops, *self.services)
        return tuple(dict.fromkeys(block.place for block in blocks if block is not None and block.place))
