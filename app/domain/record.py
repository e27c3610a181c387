"""A record: what was found at one door, fact by fact, against what was shown there; and what it makes of its place."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from .block import Block
from .correction import Correction, Topic, checks_on, read_correction
from .due import value_of
from .hours.expression import is_readable
from .hours.spelling import respell_hours
from .place import LanguageTag, Place, Service, Slug, Status
from .suggestion import Moment, Path, Words
from .text import plain_text
from .verified import FactKind

MOST_FACTS = 40


class Answer(StrEnum):
    """What was found of a fact; from `CLOSED_UNTIL` on, of the place as a whole."""

    TRUE = "true"
    CHANGED = "changed"
    NOT_POSTED = "not_posted"
    CANNOT = "cannot"
    PHOTO = "photo"
    CLOSED_UNTIL = "closed_until"
    MOVED = "moved"
    GONE = "gone"


QUIET = frozenset({Answer.TRUE, Answer.CANNOT})
"""What asks nothing of anybody: a fact that nobody could check stays due."""

FactPath = Annotated[
    str, StringConstraints(pattern=r"^(services/[a-z0-9-]{1,80}/)?(existence|hours|phones|entrance|accessibility)$")
]
Value = Annotated[str, BeforeValidator(lambda text: plain_text(text) if isinstance(text, str) else text)]


class Told(Block):
    """One fact: the value that the card showed, what was found, and the value that is wanted instead."""

    path: FactPath
    answer: Answer
    seen: Annotated[Value, StringConstraints(max_length=2_000)] = ""
    wanted: Annotated[Value, StringConstraints(max_length=500)] = ""


class Record(Block):
    """What somebody tells of one place; nothing in it says where the phone was, only whether that was at the door."""

    model_config = ConfigDict(extra="ignore")

    place: Slug
    facts: Annotated[tuple[Told, ...], Field(min_length=1, max_length=MOST_FACTS)]
    token: Annotated[str, StringConstraints(max_length=100)] = ""
    """Which part of which round the phone carries."""

    text: Words = ""
    lang: LanguageTag | None = None
    edition: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    path: Path = ""
    typed: Moment = None
    on_site: bool | None = None

    @model_validator(mode="after")
    def _says_each_fact_once(self) -> Self:
        if len({told.path for told in self.facts}) < len(self.facts):
            raise PydanticCustomError("twice", "a fact twice")
        for told in self.facts:
            if told.answer is Answer.CLOSED_UNTIL and _day(told.wanted) is None:
                raise PydanticCustomError("no_day", "no day")
            if told.answer is Answer.CHANGED and not (told.wanted or self.text):
                raise PydanticCustomError("says_nothing", "says nothing")
        return self


def value_at_path(place: Place, path: str) -> str | None:
    """Return what a place says of a fact now; None where it has no such service."""
    *of, kind = path.split("/")
    service = _service(place, of[1]) if of else None
    return None if of and service is None else value_of(place, service, FactKind(kind))


def has_moved(place: Place, told: Told) -> bool:
    """Tell whether a fact says something else now than the card did."""
    return value_at_path(place, told.path) != told.seen


def corrected(place: Place, facts: tuple[Told, ...], day: date, how: str) -> Correction:
    """Return what a record makes of a place: each value that is wanted, and a check of what was looked at."""
    now, fields = place, dict[str, Any]()
    for told in facts:
        found = _corrected(now, told, day, how)
        if found.refusal:
            return found
        fields |= found.fields
        now = _with(place, fields)
    return Correction(fields)


def is_said(place: Place, told: Told, day: date) -> bool:
    """Tell whether a place says already what a fact is wanted to say."""
    if told.answer is Answer.CHANGED and value_at_path(place, told.path) == told.wanted:
        return True
    if told.answer not in (Answer.CHANGED, Answer.CLOSED_UNTIL, Answer.GONE):
        return False
    found = _corrected(place, told, day, "")
    return not found.refusal and bool(found.fields) and _with(place, found.fields) == place


def waits(place: Place, facts: tuple[Told, ...], day: date) -> bool:
    """Tell whether somebody has to look at a record: all is true and none has moved since, or it is said already."""
    return any(
        has_moved(place, told)
        if told.answer is Answer.TRUE
        else told.answer not in QUIET and not is_said(place, told, day)
        for told in facts
    )


def version_of_facts(place: Place, facts: tuple[Told, ...]) -> str:
    """Return what tells whether the facts of a record still say what they did when it was looked at."""
    now = "\n".join(f"{told.path} {value_at_path(place, told.path)}" for told in facts)
    return sha256(f"{place.status}\n{now}".encode()).hexdigest()[:16]


def written_hours(text: str) -> str:
    """Return hours as a file writes them; as they were typed where they cannot be read."""
    likely = text if is_readable(text) else respell_hours(text)
    return likely if likely and is_readable(likely) else text


# Private


def _corrected(place: Place, told: Told, day: date, how: str) -> Correction:
    *of, kind = told.path.split("/")
    if told.answer is Answer.TRUE:
        return Correction(checks_on(place, [told.path], day, how))
    if told.answer is Answer.GONE and not of:
        return read_correction(place, Topic.STATUS, {"status": Status.CLOSED_FOR_GOOD.value, "how": how}, day)
    if told.answer is Answer.CLOSED_UNTIL:
        typed = {"from": day.isoformat(), "to": told.wanted, "kind": "closed"}
        return read_correction(place, Topic.EXCEPTION, typed, day)
    if told.answer is not Answer.CHANGED or not told.wanted:
        return Correction()
    if of:
        return _service_corrected(place, of[1], told, day, how) if kind == FactKind.HOURS else Correction()
    return _TYPED[FactKind(kind)](place, told.wanted, day, how)


def _hours(place: Place, wanted: str, day: date, how: str) -> Correction:
    return read_correction(place, Topic.HOURS, {"hours": written_hours(wanted), "how": how}, day)


def _phones(place: Place, wanted: str, day: date, how: str) -> Correction:
    """A number takes the place of the only one there is; beside several it is added, for nobody says which."""
    known = place.contact.phones if place.contact else ()
    replaced = {"replaces": known[0].number} if len(known) == 1 else {}
    return read_correction(place, Topic.PHONE, {"phone": wanted, "how": how} | replaced, day)


def _entrance(place: Place, wanted: str, day: date, how: str) -> Correction:
    return read_correction(place, Topic.HINT, {"hint": wanted, "how": how}, day)


def _nothing(*_: object) -> Correction:
    return Correction()


_TYPED: Mapping[FactKind, Callable[[Place, str, date, str], Correction]] = {
    FactKind.HOURS: _hours,
    FactKind.PHONES: _phones,
    FactKind.ENTRANCE: _entrance,
    FactKind.EXISTENCE: _nothing,
    FactKind.ACCESSIBILITY: _nothing,
}
"""What is wanted in words of a fact that is none, somebody types at the desk."""


def _service_corrected(place: Place, id: str, told: Told, day: date, how: str) -> Correction:
    """The hours of a service are read as those of a place are."""
    service = _service(place, id)
    if service is None:
        return Correction()
    read = read_correction(place, Topic.HOURS, {"hours": written_hours(told.wanted)}, day)
    if read.refusal:
        return read
    checked = _with(place, checks_on(place, [told.path], day, how)) if how else place
    services = list(_services(checked, {id: {"hours": read.fields["hours"]}}))
    return Correction({"services": services})


def _services(place: Place, changed: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in _written(place).get("services", []):
        yield {**each, **changed.get(each["id"], {})}


def _service(place: Place, id: str) -> Service | None:
    return next((each for each in place.services if each.id == id), None)


def _written(place: Place) -> dict[str, Any]:
    return place.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _with(place: Place, fields: Mapping[str, Any]) -> Place:
    return Place.model_validate(_written(place) | dict(fields))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
