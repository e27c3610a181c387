"""What is due: the facts of a place, each with what it says, when it was last made sure of, and until when it holds.

How long a fact holds is a table of two lines: by kind of fact here, by kind of place in `data/categories.toml`
(`stale_after_months`), which rules the hours and lengthens how long a place may be trusted to be there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .category import Categories
from .content import Content
from .hours.asked import checked_in, months_of_trust, tells_hours
from .hours.freshness import Freshness, age_of
from .once import once_each
from .place import Place, Service
from .verified import FactKind

MONTHS: Mapping[FactKind, int] = {
    FactKind.EXISTENCE: 12,
    FactKind.HOURS: 6,
    FactKind.PHONES: 6,
    FactKind.ENTRANCE: 12,
    FactKind.ACCESSIBILITY: 24,
}
"""How many months each fact holds, where the kind of place says nothing longer."""

SERVICE_MONTHS = 6
"""A service comes and goes sooner than its place."""

STEP_FREE_MONTHS = 48
"""Steps may be taken away, and are asked about again; a door that one can pass seldom gets some."""

_FIELDS: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.EXISTENCE: ("name", "position", "address"),
    FactKind.HOURS: ("hours",),
    FactKind.PHONES: ("contact",),
    FactKind.ENTRANCE: ("access_hint",),
    FactKind.ACCESSIBILITY: ("accessibility",),
}
"""The fields that each fact stands in, as sources list them."""


@dataclass(frozen=True)
class Fact:
    """A fact of a place, or of its service of that id; `value` is what it says as one text, empty if unknown."""

    kind: FactKind
    service: str
    value: str
    age: Freshness | None
    """None for what has no date: it is due."""

    @property
    def path(self) -> str:
        """How the history names it: `hours`, `services/ludotheque/hours`."""
        return f"services/{self.service}/{self.kind}" if self.service else self.kind.value

    def is_due(self, today: date) -> bool:
        """Tell whether it is to be checked."""
        return self.age is None or self.age.due < today


def facts_of(place: Place, categories: Categories) -> Iterator[Fact]:
    """Yield what can be checked of a place: that it is there and its hours always, the rest where it says something."""
    for service in (None, *place.services):
        trusted = months_of_trust(categories, (service.categories if service else ()) or place.categories)
        for kind in FactKind:
            value = value_of(place, service, kind)
            if value or _is_asked(kind, service, place, categories):
                yield Fact(kind, service.id if service else "", value, _age(place, service, kind, trusted))


def find_fact(place: Place, path: str, categories: Categories) -> Fact | None:
    """Return a fact by its path; None for one that is no fact of this place."""
    return next((fact for fact in facts_of(place, categories) if fact.path == path), None)


def value_of(place: Place, service: Service | None, kind: FactKind) -> str:
    """Return what a fact says, as one text."""
    block = place if service is None else service
    match kind:
        case FactKind.EXISTENCE:
            return place.status.value if service is None else service.name
        case FactKind.HOURS:
            return block.hours or ""
        case FactKind.PHONES:
            return ", ".join(phone.number for phone in block.contact.phones) if block.contact else ""
        case FactKind.ENTRANCE:
            return (place.access_hint or "") if service is None else ""
        case FactKind.ACCESSIBILITY:
            known = place.accessibility.model_dump(exclude_none=True) if place.accessibility else {}
            return ", ".join(f"{name}: {value}" for name, value in known.items()) if service is None else ""


@dataclass(frozen=True)
class Due:
    """A place of which something is to be checked; `since` is the day after which the oldest of it no longer holds."""

    place: Place
    facts: tuple[Fact, ...]
    since: date | None
    """None where nothing of it was ever dated."""


@once_each
def facts_by_place(content: Content) -> Mapping[str, Sequence[Fact]]:
    """Return what can be checked of each place of a content, by its id."""
    return {id: (*facts_of(place, content.categories),) for id, place in content.places.items()}


def due_among(content: Content, places: Iterable[Place], today: date) -> list[Due]:
    """Return the places of a content of which something is due, the oldest first; one that nobody ever dated comes
    before all."""
    known, found = facts_by_place(content), []
    for place in places:
        facts = tuple(fact for fact in known[place.id] if fact.is_due(today))
        dated = [fact.age.due for fact in facts if fact.age]
        if facts:
            found.append(Due(place, facts, min(dated, default=None)))
    return sorted(found, key=lambda due: (due.since or _first_day(due), due.place.name, due.place.id))


# Private


def _first_day(due: Due) -> date:
    """Hours that nobody knows wait behind what was true once; a place without any date goes first."""
    is_dated = all(fact.kind is FactKind.HOURS for fact in due.facts)
    return date.max if is_dated else date.min


def _is_asked(kind: FactKind, service: Service | None, place: Place, categories: Categories) -> bool:
    """Tell whether a fact is asked for where nobody knows it: hours, but those of a fountain or a bench."""
    if kind is not FactKind.HOURS or service is not None:
        return False
    return not all(categories.theme_of(id).practical for id in place.categories if id in categories.all)


def _age(place: Place, service: Service | None, kind: FactKind, trusted: int) -> Freshness | None:
    if kind is FactKind.HOURS and not tells_hours(service or place):
        return None
    months = _months(place, service, kind, trusted)
    return age_of(checked_in(place, service, kind), place.sources, _FIELDS[kind], months)


def _months(place: Place, service: Service | None, kind: FactKind, trusted: int) -> int:
    if kind is FactKind.HOURS:
        return trusted
    if service is not None:
        return SERVICE_MONTHS
    if kind is FactKind.EXISTENCE:
        return max(MONTHS[kind], trusted)
    return STEP_FREE_MONTHS if kind is FactKind.ACCESSIBILITY and _is_step_free(place) else MONTHS[kind]


def _is_step_free(place: Place) -> bool:
    known = place.accessibility.model_dump(exclude_none=True).values() if place.accessibility else ()
    return not {"no", "limited"}.intersection(map(str, known))
