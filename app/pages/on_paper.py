"""What paper says of a place in a list, where nothing can be tapped: where it is, whom to call, when to come."""

from dataclasses import dataclass

from ..domain.hours.asked import hours_of
from ..domain.hours.week import week_table
from ..domain.place import Place, Status
from ..language.week_words import say_week
from .context import PageContext


@dataclass(frozen=True)
class OnPaper:
    """The facts of a place on a printed list; empty where nobody told us."""

    address: str
    phone: str
    hours: tuple[str, ...]
    dated: str


def on_paper(context: PageContext, place: Place) -> OnPaper:
    """Return what a printed list says of a place."""
    formats = context.language.formats
    phones = place.contact.phones if place.contact else ()
    asked = hours_of(place)
    table, checked = None if place.status is Status.CLOSED_FOR_GOOD else week_table(asked), asked.verified
    return OnPaper(
        address=place.address.line if place.address and place.shows_address else "",
        phone=formats.phone(phones[0].number) if phones else "",
        hours=say_week(table, context.language) if table else (),
        dated=formats.month(checked.on) if checked else "",
    )
