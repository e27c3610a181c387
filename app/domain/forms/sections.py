"""The sections of a place, a service and a territory: small forms, each saved on its own: little can be lost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, get_args

from ..block import Block
from ..place import Accessibility, Comfort, Service, Status
from .field import Field, Kind

SPOKEN = (
    *("fr", "ar", "bm", "bn", "de", "en", "es", "fa", "ff", "hi", "ht", "it", "kab", "ku", "ln", "pa", "pl", "ps"),
    *("pt", "ro", "ru", "shi", "si", "snk", "so", "sq", "sr", "ta", "ti", "tr", "uk", "ur", "vi", "wo", "zh"),
)
"""Languages that are heard in the neighbourhoods; any other stays as a file wrote it."""

_DEGREE = ("yes", "limited", "no")
_HOURS = (Field("hours", Kind.HOURS), Field("hours_known", Kind.CHOICE, ("yes", "unknown", "call")))


@dataclass(frozen=True)
class Section:
    """A part of a subject on one form. `is_sourced`: what it says must come from somewhere.

    `beside` are fields that it does not change and speaks of: a form made before they changed is shown again.
    """

    name: str
    fields: tuple[Field, ...]
    is_sourced: bool = True
    beside: tuple[str, ...] = ()

    @property
    def tops(self) -> tuple[str, ...]:
        """The fields of the subject that it may change, and those that it speaks of."""
        return tuple(dict.fromkeys((*(field.top for field in self.fields), *self.beside)))

    def of(self, model: type[Block]) -> "Section":
        """Return what of it a kind of block has."""
        kept = tuple(field for field in self.fields if field.top in model.model_fields)
        return Section(self.name, kept, self.is_sourced)


def document_of(block: Block) -> dict[str, Any]:
    """Return a block as a form knows it: nested, without what goes without saying."""
    return block.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def version_of(block: Block, fields: Sequence[str]) -> str:
    """Return what tells whether some fields still say what they did when a form was shown."""
    document = document_of(block)
    said = json.dumps([document.get(name) for name in fields])
    return sha256(said.encode()).hexdigest()[:16]


# Private


def _degrees(block: type[Block], name: str) -> tuple[Field, ...]:
    """Return a field for each thing of a block that is there, is not, or partly."""
    asked = (each for each, field in block.model_fields.items() if str in map(type, _words(field.annotation)))
    return tuple(Field(f"{name}.{each}", Kind.CHOICE, _DEGREE) for each in asked)


def _words(annotation: object) -> tuple[object, ...]:
    return tuple(word for each in get_args(annotation) for word in get_args(each))


def _choice(name: str, *choices: str) -> Field:
    return Field(name, Kind.CHOICE, choices)


_EXCEPTION = (
    Field("from", Kind.DAY),
    Field("to", Kind.DAY),
    _choice("kind", "closed", "message", "hours"),
    Field("reason"),
    Field("hours", Kind.HOURS),
)
_PHONE = (
    Field("number", Kind.PHONE),
    Field("label"),
    Field("sms", Kind.FLAG),
    Field("whatsapp", Kind.FLAG),
    Field("languages", Kind.TAGS),
)
_SPEAKER = (
    Field("code", Kind.CHOICE, SPOKEN),
    _choice("by", "staff", "volunteer", "interpreter", "phone", "relay"),
    Field("hours", Kind.HOURS),
)
_SOURCE = (Field("name"), Field("on"), Field("url"), Field("ref"), Field("licence"), Field("fields", Kind.TAGS))

PAPERS = (
    *("none", "id", "residence_proof", "income_proof", "caf_number", "health_book", "vitale_card", "family_book"),
    *("photo", "library_card", "swimming_cap", "swimsuit"),
)
PEOPLE = (
    *("tous-publics", "familles", "femmes", "jeunes", "seniors", "actifs", "demandeurs-emploi", "etudiants"),
    *("beneficiaires-des-minimas-sociaux", "residents-qpv-frr", "personnes-exilees"),
    *("personnes-en-situation-de-handicap", "personnes-en-situation-durgence"),
    "personnes-en-situation-juridique-specifique",
)

WHAT = Section(
    "what",
    (
        Field("name"),
        Field("purpose", Kind.TEXT),
        Field("description", Kind.TEXT, longest=4000),
        Field("categories", Kind.RANKED),
    ),
    is_sourced=False,
)
WHERE = Section(
    "where",
    (
        Field("address.street"),
        Field("address.extra"),
        Field("address.postcode", longest=5),
        Field("address.city"),
        Field("position", Kind.POSITION),
        Field("access_hint", Kind.TEXT),
        Field("address_visibility", Kind.CHOICE, ("full", "area", "hidden"), default="full"),
    ),
)
HOURS = Section("hours", _HOURS)
DAYS = Section("days", (Field("exceptions", Kind.ROWS, rows=_EXCEPTION),), is_sourced=False)
CONTACT = Section(
    "contact",
    (
        Field("contact.phones", Kind.ROWS, rows=_PHONE),
        Field("contact.email"),
        Field("contact.website", longest=500),
    ),
)
COMING = Section(
    "coming",
    (
        _choice("cost.kind", "free", "sliding", "paid", "donation"),
        Field("cost.details"),
        _choice("access.appointment", "no", "possible", "required"),
        Field("access.drop_in", Kind.FLAG),
        Field("access.registration", Kind.FLAG),
        Field("access.referral", Kind.FLAG),
        Field("bring", Kind.MANY, PAPERS),
    ),
)
PUBLIC = Section(
    "public",
    (
        Field("audience", Kind.MANY, PEOPLE),
        _choice("audience_mode", "open", "priority", "exclusive"),
        Field("ages.min_months", Kind.MONTHS),
        Field("ages.max_months", Kind.MONTHS),
        _choice("french_level", "none", "alpha", "A1", "A2", "B1", "B2", "C1", "C2"),
        Field("languages", Kind.ROWS, rows=_SPEAKER),
    ),
)
INSIDE = Section(
    "inside",
    (
        *_degrees(Accessibility, "accessibility"),
        Field("accessibility.steps", Kind.NUMBER),
        Field("accessibility.door_cm", Kind.NUMBER),
        *_degrees(Comfort, "comfort"),
        _choice("busy.level", "low", "moderate", "high"),
        Field("busy.on", Kind.DAY),
    ),
)
FIRST = Section(
    "first",
    (
        Field("first_visit.welcome", Kind.TEXT),
        Field("first_visit.just_look", Kind.TEXT),
        Field("first_visit.accompany", Kind.TEXT),
        Field("first_visit.alone_from_age", Kind.NUMBER),
    ),
    is_sourced=False,
)
TRUTH = Section(
    "truth",
    (
        Field("verified.on", Kind.DAY),
        _choice("verified.how", "visit", "phone", "mail", "web", "feed"),
        Field("verified.due", Kind.DAY),
        Field("sources", Kind.ROWS, rows=_SOURCE),
        Field("note", Kind.TEXT, longest=4000),
    ),
    is_sourced=False,
)
STATUS = Section(
    "status",
    (Field("status", Kind.CHOICE, tuple(status.value for status in Status), default=Status.DRAFT.value),),
    is_sourced=False,
)

NEW_PLACE = Section(
    "new",
    (
        Field("name"),
        Field("categories", Kind.RANKED),
        Field("purpose", Kind.TEXT),
        Field("address.street"),
        Field("address.postcode", longest=5),
        Field("address.city"),
        Field("position", Kind.POSITION),
        Field("contact.phones", Kind.ROWS, rows=_PHONE[:2]),
        *_HOURS,
    ),
)
"""What a new place begins with; the rest is told on its page."""

PLACE_SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (WHAT, WHERE, HOURS, DAYS, CONTACT, COMING, PUBLIC, INSIDE, FIRST, TRUTH, STATUS)
}
"""The sections of a place by name, in the order of its page."""

SERVICE_SECTIONS: Mapping[str, Section] = {
    section.name: section.of(Service) for section in (WHAT, HOURS, DAYS, CONTACT, COMING, PUBLIC)
} | {"truth": Section("truth", TRUTH.fields[:3], is_sourced=False)}
"""Those of a service; what one of them leaves empty is as at its place."""

TERRITORY_SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section(
            "what",
            (
                Field("name"),
                Field("short_name"),
                Field("city"),
                Field("languages", Kind.TAGS),
                Field("reach_m", Kind.NUMBER),
                Field("contact"),
            ),
            is_sourced=False,
        ),
        Section(
            "kiosk",
            (Field("kiosk.greeting"), Field("kiosk.telephone", Kind.PHONE)),
            is_sourced=False,
        ),
    )
}
"""Those of a territory; its outline is drawn elsewhere."""
