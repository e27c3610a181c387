"""What can be said of a place's hours without knowing the date: the words pages carry before any script."""

from ..place import Place
from .asked import hours_of
from .days import is_appointment
from .rules import read_rules
from .zone import is_round_the_clock


def summary_of(place: Place) -> str:
    """Return `closed_for_good`, `closed_temporarily`, `call`, `no_hours`, `round_the_clock`, `appointment` or
    `see_hours`."""
    asked = hours_of(place)
    if asked.closure:
        return str(asked.closure)
    if not asked.is_told or asked.expression is None:
        return "call" if asked.known == "call" else "no_hours"
    if asked.by_appointment or _is_by_appointment(asked.expression):
        return "appointment"
    if is_round_the_clock(asked.expression) and not asked.exceptions:
        return "round_the_clock"
    return "see_hours"


def _is_by_appointment(expression: str) -> bool:
    return all(is_appointment(rule.comment) for rule in read_rules(expression) if not rule.is_off)
