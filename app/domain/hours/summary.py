"""What can be said of a place's hours without knowing the date: the words pages carry before any script."""

from ..place import Place
from .asked import hours_of
from .week import week_table


def summary_of(place: Place) -> str:
    """Return `closed_for_good`, `closed_temporarily`, `call`, `no_hours`, `closed`, `round_the_clock`, `appointment`
    or `see_hours`: what the table of the week says of every day alike."""
    asked = hours_of(place)
    if asked.closure:
        return str(asked.closure)
    table = week_table(asked)
    if table is None or not asked.is_told:
        return "call" if asked.known == "call" else "no_hours"
    if asked.by_appointment or table.is_by_appointment:
        return "appointment"
    if asked.exceptions:
        return "see_hours"
    return "round_the_clock" if table.is_round_the_clock else "closed" if table.is_closed else "see_hours"
