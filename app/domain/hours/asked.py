"""What is asked of a place or of one of its services: its hours, and everything that bends them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..category import Categories
from ..geometry import Position
from ..place import HoursException, Place, Service, Source, Status
from ..verified import FactKind, Verified, newest
from .days import Because

_CLOSURES = {
    Status.CLOSED_TEMPORARILY: Because.CLOSED_TEMPORARILY,
    Status.CLOSED_FOR_GOOD: Because.CLOSED_FOR_GOOD,
}


@dataclass(frozen=True)
class Asked:
    """Hours as they stand in the file. `closure` says that the whole place is closed, `by_appointment` that
    nobody may come without one."""

    expression: str | None
    known: str | None = None
    exceptions: tuple[HoursException, ...] = ()
    closure: Because | None = None
    by_appointment: bool = False
    position: Position = (0.0, 0.0)
    verified: Verified | None = None
    sources: tuple[Source, ...] = ()
    categories: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Tell whether there are hours that one may rely on."""
        return _is_told(self.expression, self.known)


def tells_hours(block: Place | Service) -> bool:
    """Tell whether a place or a service says hours that one may rely on."""
    return _is_told(block.hours, block.hours_known)


def hours_of(place: Place, service: Service | None = None) -> Asked:
    """Return what is asked of a place, or of a service with its own hours.

    A service takes nothing from the hours of its place, only the place's closures: the library may be open
    when its digital help is not.
    """
    block = place if service is None else service
    access = block.access or place.access
    asked = Asked(
        expression=block.hours,
        known=block.hours_known,
        exceptions=_exceptions(place, service),
        closure=_CLOSURES.get(place.status),
        by_appointment=access is not None and access.appointment == "required",
        position=place.position,
        sources=place.sources,
        categories=block.categories or place.categories,
    )
    # Where no hours are told, what is as old as something is that the place is there at all.
    kind = FactKind.HOURS if asked.is_told else FactKind.EXISTENCE
    return replace(asked, verified=checked_in(place, service, kind))


def checked_in(place: Place, service: Service | None, kind: FactKind) -> Verified | None:
    """Return when a fact of a place, or of one of its services, was last made sure of."""
    block = place if service is None else service
    return newest(block.verified or place.verified, block.checks.of(kind) if block.checks else None)


def months_of_trust(categories: Categories, ids: Sequence[str]) -> int:
    """Return how many months hours may be trusted: the shortest time among the categories of a place."""
    known = [categories.all[c] for c in ids if c in categories.all]
    months = (c.stale_after_months or categories.theme_of(c.id).stale_after_months for c in known)
    return min((m for m in months if m), default=6)


# Private


def _is_told(expression: str | None, known: str | None) -> bool:
    return expression is not None and known in (None, "yes")


def _exceptions(place: Place, service: Service | None) -> tuple[HoursException, ...]:
    if service is None:
        return place.exceptions
    return tuple(e for e in place.exceptions if e.kind != "hours") + service.exceptions
