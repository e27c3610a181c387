"""Places that wait for a check: named with their street for neighbours who can go and look, never as places to go."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.place import Place


@dataclass(frozen=True)
class Waiting:
    """What a list says of a place that nobody checked yet."""

    name: str
    street: str


def waiting_among(drafts: Iterable[Place]) -> tuple[Waiting, ...]:
    """Return those of the drafts that may be named: not the ones whose address is kept."""
    named = (Waiting(draft.name, _street(draft)) for draft in drafts if draft.shows_address)
    return tuple(dict.fromkeys(named))


# Private


def _street(draft: Place) -> str:
    return draft.address.street or "" if draft.address else ""
