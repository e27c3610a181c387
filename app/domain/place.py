"""A resource place. `None` means "we do not know" for every field but id, name and position.

Field names and their crosswalks to OSM, data.inclusion, HSDS and Soliguide: `docs/content-model.md`.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import phonenumbers
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .block import Block, Shared
from .geometry import Position
from .hours.expression import check_hours
from .verified import Checks, Verified, newest


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text):
        raise PydanticCustomError("web_address", "not a web address")
    return text


def _phone_number(text: str) -> str:
    if text == dialled(text):
        return text
    suggestion = dialled(text, "FR") or _NUMBER
    raise PydanticCustomError("phone_number", "not a number that one can dial", {"suggestion": suggestion})


_NUMBER = "+33144556677"


def dialled(text: str, region: str | None = None) -> str | None:
    """Return a number as it is kept: in E.164 form, or a short one bare; `region` is where it may be dialled from."""
    short = "".join(text.split()) if region else text
    if is_short_number(short):
        return short
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    is_possible = phonenumbers.is_possible_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if is_possible else None


def is_short_number(text: str) -> bool:
    """Tell whether a text is a short number of France (`15`, `3919`), which no code of a country goes before."""
    if not re.fullmatch("[0-9]{2,6}", text):
        return False
    return phonenumbers.is_possible_short_number_for_region(phonenumbers.parse(text, "FR"), "FR")


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Term = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
WebAddress = Annotated[str, StringConstraints(max_length=500), AfterValidator(_web_address)]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200)]
PhoneNumber = Annotated[str, AfterValidator(_phone_number)]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
HoursText = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(check_hours)]
Degree = Literal["yes", "limited", "no"]


class Status(StrEnum):
    """Where a place stands between the desk and the families."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED_TEMPORARILY = "closed_temporarily"
    CLOSED_FOR_GOOD = "closed_for_good"


class Address(Block):
    """A postal address; `insee` is the code of the municipality."""

    street: Sentence | None = None
    extra: Sentence | None = None
    postcode: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = None
    city: Sentence | None = None
    insee: Annotated[str, StringConstraints(pattern=r"^(\d{5}|2[AB]\d{3})$")] | None = None

    @property
    def town(self) -> str:
        """Return `75018 Paris`, or as much of it as is known."""
        return " ".join(part for part in (self.postcode, self.city) if part)

    @property
    def line(self) -> str:
        """Return the street and the town, as one line."""
        return ", ".join(part for part in (self.street, self.town) if part)


class HoursException(Block):
    """A dated closure, other hours, or a message; both days are included."""

    from_: Annotated[date, Field(alias="from")]
    to: date
    kind: Literal["closed", "hours", "message"]
    hours: HoursText | None = None
    reason: Sentence | None = None

    model_config = ConfigDict(populate_by_name=True)


class Ages(Block):
    """The ages a place is for, in months; the upper one is included."""

    min_months: Annotated[int, Field(ge=0, le=1500)] | None = None
    max_months: Annotated[int, Field(ge=0, le=1500)] | None = None


class Cost(Block):
    """What it costs."""

    kind: Literal["free", "sliding", "paid", "donation"]
    details: Sentence | None = None


class Access(Block):
    """What one must do before coming."""

    appointment: Literal["no", "possible", "required"] | None = None
    registration: bool | None = None
    referral: bool | None = None
    drop_in: bool | None = None


class Spoken(Block):
    """A language spoken at a place, and by whom."""

    code: LanguageTag
    by: Literal["staff", "volunteer", "interpreter", "phone", "relay"] | None = None
    hours: HoursText | None = None


class Accessibility(Block):
    """Can I get in, and be at ease there? A missing fact is an unknown one."""

    wheelchair: Degree | None = None
    stroller: Degree | None = None
    steps: Annotated[int, Field(ge=0, le=500)] | None = None
    door_cm: Annotated[int, Field(ge=30, le=1000)] | None = None
    changing_table: Degree | None = None
    toilets: Degree | None = None
    hearing_loop: Degree | None = None
    lsf: Degree | None = None
    quiet: Degree | None = None


class Comfort(Block):
    """What one finds there besides the service itself."""

    heated: Degree | None = None
    cooled: Degree | None = None
    water: Degree | None = None
    wifi: Degree | None = None
    sockets: Degree | None = None
    breastfeeding: Degree | None = None
    play_area: Degree | None = None


class Phone(Block):
    """A telephone number in E.164 form, or a short one of France as it is dialled."""

    number: PhoneNumber
    label: Sentence | None = None
    sms: bool | None = None
    whatsapp: bool | None = None
    languages: tuple[LanguageTag, ...] = ()


class Contact(Block):
    """How to reach a place."""

    phones: tuple[Phone, ...] = ()
    email: Email | None = None
    website: WebAddress | None = None


class Busy(Block):
    """How crowded a place is, as seen on a day."""

    level: Literal["low", "moderate", "high"]
    on: date


class FirstVisit(Block):
    """What somebody who has never been there wants to know."""

    welcome: Sentence | None = None
    just_look: Sentence | None = None
    alone_from_age: Annotated[int, Field(ge=0, le=18)] | None = None
    accompany: Sentence | None = None


class PlacePhoto(Block):
    """A photo of a place, by the name of its file in `data/photos/`.

    `consent`: `nobody` can be recognised on it, or whoever can has `agreed`.
    """

    file: Annotated[
        str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(?i:jpe?g|png|webp)$", max_length=120)
    ]
    alt: Sentence
    credit: Sentence | None = None
    consent: Literal["nobody", "agreed"]


class Source(Block):
    """Where facts come from; `ref` is the record's id there."""

    name: Sentence
    ref: Sentence | None = None
    url: WebAddress | None = None
    licence: Sentence | None = None
    on: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$")] | None = None
    fields: tuple[str, ...] = ()


class Service(Block):
    """Something offered at a place; a block overrides the place's own only where it is present."""

    id: Slug
    name: Sentence
    purpose: Sentence | None = None
    categories: tuple[Slug, ...] = ()
    hours: HoursText | None = None
    hours_known: Literal["yes", "unknown", "call"] | None = None
    exceptions: tuple[HoursException, ...] = ()
    audience: tuple[Slug, ...] = ()
    ages: Shared[Ages] | None = None
    cost: Shared[Cost] | None = None
    access: Access | None = None
    languages: tuple[Spoken, ...] = ()
    contact: Contact | None = None
    verified: Shared[Verified] | None = None
    checks: Checks = None


class Place(Block):
    """A resource place; its position is the entrance."""

    id: Slug
    name: Sentence
    position: Position
    status: Status = Status.DRAFT
    code: str | None = None
    purpose: Sentence | None = None
    description: Paragraph | None = None
    categories: tuple[Slug, ...] = ()
    address: Address | None = None
    access_hint: Sentence | None = None
    address_visibility: Literal["full", "area", "hidden"] = "full"
    hours: HoursText | None = None
    hours_known: Literal["yes", "unknown", "call"] | None = None
    exceptions: tuple[HoursException, ...] = ()
    audience: tuple[Slug, ...] = ()
    audience_mode: Literal["open", "priority", "exclusive"] | None = None
    ages: Shared[Ages] | None = None
    cost: Shared[Cost] | None = None
    access: Access | None = None
    bring: tuple[Term, ...] | None = None
    french_level: Literal["none", "alpha", "A1", "A2", "B1", "B2", "C1", "C2"] | None = None
    languages: tuple[Spoken, ...] = ()
    accessibility: Shared[Accessibility] | None = None
    comfort: Comfort | None = None
    contact: Contact | None = None
    busy: Busy | None = None
    first_visit: FirstVisit | None = None
    photos: tuple[PlacePhoto, ...] = ()
    verified: Shared[Verified] | None = None
    checks: Checks = None
    sources: tuple[Source, ...] = ()
    services: tuple[Service, ...] = ()
    note: Paragraph | None = None

    @property
    def is_public(self) -> bool:
        """Tell whether families may see it: a place closed for a time or for good still says so."""
        return self.status is not Status.DRAFT

    @property
    def last_checked(self) -> Verified | None:
        """The last time that anything of it was made sure of."""
        return newest(self.verified, *(self.checks.all if self.checks else ()))

    @property
    def shows_address(self) -> bool:
        """Tell whether families may know where its door is."""
        return self.address_visibility == "full"
