"""The facts a phone filters by, read from a place: each is a yes, a limited yes, a no, or unknown."""

from collections.abc import Callable, Iterable
from enum import IntEnum

from ..cache import once_each
from ..domain.place import Accessibility, Ages, Place, Service


class Fact(IntEnum):
    """An answer on two bits; unknown is never a no."""

    UNKNOWN = 0
    NO = 1
    YES = 2
    LIMITED = 3


@once_each
def pack_facts(place: Place) -> int:
    """Return the answers of a place to the questions of `QUESTIONS`, two bits each, the first one lowest."""
    return sum(_answer(place, question) << (2 * n) for n, question in enumerate(QUESTIONS.values()))


@once_each
def is_plain(place: Place) -> bool:
    """Tell whether somebody can act on what is known of a place: call it, go in its hours, or know its terms."""
    return bool((place.contact and place.contact.phones) or place.hours or pack_facts(place))


@once_each
def ages_of(place: Place) -> tuple[int, int] | None:
    """Return the ages in months that a place or one of its services is for, the upper one included."""
    known = [block.ages for block in _blocks(place) if block.ages is not None]
    if not known:
        return None
    return min(_youngest(a) for a in known), max(_oldest(a) for a in known)


def spoken_at(place: Place) -> frozenset[str]:
    """Return the primary subtags of the languages spoken at a place; none when nobody has told us."""
    return frozenset(spoken.code.split("-")[0] for block in _blocks(place) for spoken in block.languages)


# Private

OLDEST_MONTHS = 1500


def _free(block: Place | Service) -> Fact:
    if block.cost is None:
        return Fact.UNKNOWN
    return Fact.YES if block.cost.kind in ("free", "donation") else Fact.NO


def _no_appointment(block: Place | Service) -> Fact:
    access = block.access
    if access is None:
        return Fact.UNKNOWN
    if access.appointment is None:
        return Fact.YES if access.drop_in else Fact.UNKNOWN
    return Fact.NO if access.appointment == "required" else Fact.YES


def _no_papers(block: Place | Service) -> Fact:
    if not isinstance(block, Place) or not block.bring:
        return Fact.UNKNOWN
    return Fact.YES if block.bring == ("none",) else Fact.NO


def _drop_in(block: Place | Service) -> Fact:
    known = block.access.drop_in if block.access else None
    return {True: Fact.YES, False: Fact.NO, None: Fact.UNKNOWN}[known]


def _access(field: str) -> Callable[[Place | Service], Fact]:
    def read(block: Place | Service) -> Fact:
        known = block.accessibility if isinstance(block, Place) else None
        return _DEGREES[getattr(known or Accessibility(), field)]

    return read


_DEGREES = {"yes": Fact.YES, "limited": Fact.LIMITED, "no": Fact.NO, None: Fact.UNKNOWN}

QUESTIONS: dict[str, Callable[[Place | Service], Fact]] = {
    "free": _free,
    "no_appointment": _no_appointment,
    "no_papers": _no_papers,
    "drop_in": _drop_in,
    "wheelchair": _access("wheelchair"),
    "stroller": _access("stroller"),
}
"""Question → how a place or a service answers it. The order is part of the format of `words.json`."""


def _answer(place: Place, question: Callable[[Place | Service], Fact]) -> Fact:
    """One service that says yes is enough to come for; only the place itself says no."""
    answers = [question(block) for block in _blocks(place)]
    return Fact.YES if Fact.YES in answers else answers[0]


def _blocks(place: Place) -> Iterable[Place | Service]:
    return (place, *place.services)


def _youngest(ages: Ages) -> int:
    return ages.min_months or 0


def _oldest(ages: Ages) -> int:
    return OLDEST_MONTHS if ages.max_months is None else ages.max_months
