"""A correction of a place: what somebody at the desk typed, as fields that a file could write.

Nothing is guessed: hours that are not readable are a question, with the spelling that was probably meant.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from .forms.sections import version_of as version_of_fields
from .hours.expression import EXAMPLE, is_readable
from .hours.spelling import respell_hours
from .place import Place, Status, dialled
from .sourcing import DESK_AFTER_A_MESSAGE, sourced_by_desk
from .text import N_, plain_text
from .verified import FactKind


class Topic(StrEnum):
    """What of a place the desk corrects on one form."""

    HOURS = "hours"
    PHONE = "phone"
    HINT = "hint"
    STATUS = "status"
    EXCEPTION = "exception"


FIELDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.HOURS: ("hours", "hours_known"),
    Topic.PHONE: ("contact",),
    Topic.HINT: ("access_hint",),
    Topic.STATUS: ("status",),
    Topic.EXCEPTION: ("exceptions",),
}
"""The fields of a place that each form may change."""

CHECKED: Mapping[Topic, FactKind] = {
    Topic.HOURS: FactKind.HOURS,
    Topic.PHONE: FactKind.PHONES,
    Topic.HINT: FactKind.ENTRANCE,
    Topic.STATUS: FactKind.EXISTENCE,
}
"""The fact that each form lets one say was made sure of; days that differ are dated by themselves."""

WAYS = {
    "visit": N_("vu sur place"),
    "phone": N_("au téléphone"),
    "mail": N_("par écrit"),
    "web": N_("sur leur site"),
}
"""How a fact was made sure of, as `Verified.how` says it."""

_SOURCED = (Topic.HOURS, Topic.PHONE, Topic.HINT)
_GIVEN_STATUS = (Status.PUBLISHED, Status.CLOSED_TEMPORARILY, Status.CLOSED_FOR_GOOD)


@dataclass(frozen=True)
class Correction:
    """The fields to change; or the sentence that says why not, with `instead`, a spelling to propose."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    refusal: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    instead: str = ""


def read_correction(place: Place, topic: Topic, typed: Mapping[str, str], today: date) -> Correction:
    """Return what a form says of a place; `how` among what was typed tells that it was made sure of today."""
    plain = {name: plain_text(text).strip() for name, text in typed.items()}
    found = _READERS[topic](place, plain)
    if found.refusal:
        return found
    how, fact = plain.get("how", ""), CHECKED.get(topic)
    checked = checks_on(place, [fact.value], today, how) if fact and how in WAYS else {}
    is_new = any(_written(place).get(name) != value for name, value in found.fields.items())
    if is_new and topic in _SOURCED:
        sources = _written(place).get("sources", [])
        said = {"sources": sourced_by_desk(sources, FIELDS[topic], today, DESK_AFTER_A_MESSAGE)}
        return Correction({**found.fields, **said, **checked})
    return Correction({**found.fields, **checked})


def checks_on(place: Place, paths: Iterable[str], day: date, how: str) -> dict[str, Any]:
    """Return the fields that say that facts were made sure of on a day: of these alone, whatever stands beside them."""
    written = _written(place)
    checks, services = {**written.get("checks", {})}, deepcopy(written.get("services", []))
    for path in paths:
        *of, kind = path.split("/")
        inside = next((each for each in services if of[1:] == [each["id"]]), None)
        held = checks if inside is None else inside.setdefault("checks", {})
        held[FactKind(kind).value] = {"on": day.isoformat(), "how": how}
    return {name: value for name, value in (("checks", checks), ("services", services)) if value}


def version_of(place: Place, topic: Topic) -> str:
    """Return what tells whether the fields of a form still say what they did when it was shown."""
    return version_of_fields(place, FIELDS[topic])


# Private


def _hours(place: Place, typed: Mapping[str, str]) -> Correction:
    text = typed.get("hours", "")
    if not text:
        return Correction(refusal=_NO_HOURS, values={"example": EXAMPLE})
    if not is_readable(text):
        likely = respell_hours(text)
        if likely and is_readable(likely):
            return Correction(refusal=_MEANT, instead=likely)
        return Correction(refusal=_UNREADABLE, values={"text": text, "example": EXAMPLE})
    return Correction({"hours": text, "hours_known": "yes" if place.hours_known == "unknown" else place.hours_known})


def _phone(place: Place, typed: Mapping[str, str]) -> Correction:
    text = typed.get("phone", "")
    number = dialled(text, "FR")
    if number is None:
        return Correction(refusal=_NO_PHONE, values={"text": text})
    contact = _written(place).get("contact", {})
    phones = [*contact.get("phones", [])]
    former = next((n for n, phone in enumerate(phones) if phone["number"] == typed.get("replaces")), None)
    if former is None:
        phones.append({"number": number})
    else:
        phones[former] = phones[former] | {"number": number}
    return Correction({"contact": {**contact, "phones": phones}})


def _hint(_place: Place, typed: Mapping[str, str]) -> Correction:
    return Correction({"access_hint": typed.get("hint") or None})


def _status(_place: Place, typed: Mapping[str, str]) -> Correction:
    wanted = typed.get("status", "")
    return Correction({"status": wanted}) if wanted in _GIVEN_STATUS else Correction(refusal=_NO_STATUS)


def _exception(place: Place, typed: Mapping[str, str]) -> Correction:
    try:
        first = date.fromisoformat(typed.get("from", ""))
        last = date.fromisoformat(typed.get("to") or typed.get("from", ""))
    except ValueError:
        return Correction(refusal=_NO_DAYS)
    if last < first:
        return Correction(refusal=_BACKWARDS)
    kind, reason = typed.get("kind", "message"), typed.get("reason", "")
    if kind not in ("closed", "message") or (kind == "message" and not reason):
        return Correction(refusal=_NO_MESSAGE)
    new = {"from": first.isoformat(), "to": last.isoformat(), "kind": kind} | ({"reason": reason} if reason else {})
    held = _written(place).get("exceptions", [])
    return Correction({"exceptions": held if new in held else [*held, new]})


_READERS = {
    Topic.HOURS: _hours,
    Topic.PHONE: _phone,
    Topic.HINT: _hint,
    Topic.STATUS: _status,
    Topic.EXCEPTION: _exception,
}


def _written(place: Place) -> dict[str, Any]:
    return place.model_dump(mode="json", by_alias=True, exclude_defaults=True)


_NO_HOURS = N_("Écrivez les horaires, par exemple « %(example)s » ou « lundi-vendredi 9h-17h ».")
_MEANT = N_("Est-ce bien cela ? Relisez les horaires en toutes lettres, puis acceptez.")
_UNREADABLE = N_("Ces horaires ne sont pas lisibles : « %(text)s ». Écrivez par exemple « %(example)s ».")
_NO_PHONE = N_("« %(text)s » n’est pas un numéro que l’on peut composer : écrivez par exemple 01 44 55 66 77.")
_NO_STATUS = N_("Choisissez : ouvert de nouveau, fermé pour un temps, ou fermé pour de bon.")
_NO_DAYS = N_("Écrivez le premier et le dernier jour, comme 2026-11-18.")
_BACKWARDS = N_("Le dernier jour vient avant le premier : échangez-les.")
_NO_MESSAGE = N_("Écrivez le message que les familles liront ces jours-là.")
