"""When a fact was made sure of, and how: of a whole place (`verified`), and fact by fact (`checks`)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator

from .block import Block, Shared


class FactKind(StrEnum):
    """A fact that somebody can check at a door or on the telephone, each by itself."""

    EXISTENCE = "existence"
    HOURS = "hours"
    PHONES = "phones"
    ENTRANCE = "entrance"
    ACCESSIBILITY = "accessibility"


class Verified(Block):
    """Who last made sure that this is true, how, and until when it may be trusted."""

    on: date
    how: Literal["visit", "phone", "mail", "web", "feed"]
    due: date | None = None


class CheckedFacts(Block):
    """The last check of each fact of a place or of a service; of one that was never checked by itself, none."""

    existence: Shared[Verified] | None = None
    hours: Shared[Verified] | None = None
    phones: Shared[Verified] | None = None
    entrance: Shared[Verified] | None = None
    accessibility: Shared[Verified] | None = None

    def of(self, kind: FactKind) -> Verified | None:
        """Return the last check of one fact."""
        found: Verified | None = getattr(self, kind.value)
        return found

    @property
    def all(self) -> Iterator[Verified]:
        """All there are."""
        yield from (check for kind in FactKind if (check := self.of(kind)))


# A block whose last check was taken back says what one that never had any does.
Checks = Annotated[CheckedFacts | None, AfterValidator(lambda checks: checks if checks and any(checks.all) else None)]


def newest(*checks: Verified | None) -> Verified | None:
    """Return the last of several checks; of two on one day the later in the row."""
    known = [check for check in checks if check is not None]
    return max(reversed(known), key=lambda check: check.on, default=None)
