"""A suggestion as the desk reads it: what was sent, what its place says now, what was decided and answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ...domain.geometry import Position
from ...domain.place import Place
from ...domain.record import Told
from ...domain.suggestion import DECIDED, UNDECIDED, Came, Kind, Seen, SuggestionState
from .since import SenderView

STATES = (*UNDECIDED, *DECIDED)
"""The states that the queue shows, one at a time; the first is the one that it opens with."""


@dataclass(frozen=True)
class Sent:
    """A suggestion as the desk shows it; `name` is that of its subject in French, empty when it is gone."""

    id: int
    kind: Kind
    subject: str
    name: str
    text: str
    lang: str | None
    received: datetime
    typed: datetime | None
    state: SuggestionState
    seen: Seen | None
    """What a leader saw, at stop number `stop` of `walk`."""

    walk: str | None
    stop: int | None
    came: Came | None
    facts: tuple[Told, ...]
    """Of a record: what was found at the door, `on_site` or not."""

    on_site: bool | None
    is_asked: bool
    """Whether the place itself says it, by the link it was given."""

    quarantine: str
    """Why only a coordinator judges it: sent when its round was over, or under a key that another one had."""

    photo: str
    """The key that its photo lies under; empty without one."""

    twin_of: int | None
    """The one that had come before under the same key: a phone sent both."""

    has_ticket: bool
    """Whether its sender can be asked something."""

    edition: int | None
    """The edition that its sender was reading."""

    spot: Position | None
    """Where the place is that it tells of, picked on the map."""

    others: int = 0
    """How many others in the same state are about the same place."""


@dataclass(frozen=True)
class Decision:
    """What was decided on a suggestion, by which role."""

    at: datetime
    role: str
    outcome: str
    reason: str | None
    words: str


@dataclass(frozen=True)
class Answer:
    """What the sender answered to a question."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Case:
    """One suggestion with what its place says now, if it is of a place that is there."""

    sent: Sent
    place: Place | None
    decisions: Sequence[Decision]
    answers: Sequence[Answer]
    view: SenderView | None
    """What the place said to its sender, and says no more; None when nobody knows."""

    others: Sequence[Sent]
    """Others to be read about the same place, the oldest first."""

    next: int | None
    """The next one that waits."""
