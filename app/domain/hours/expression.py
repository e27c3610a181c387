"""Checks that a text is an opening-hours expression in OSM syntax that every evaluation here can read."""

from datetime import date
from functools import lru_cache
from itertools import chain

from opening_hours import validate
from pydantic_core import PydanticCustomError

from ..text import N_
from .every_year import every_year
from .expansion import NEVER, Holidays, expand_rules
from .nights import evening_of, night_of
from .rules import read_rules
from .spelling import respell_hours

SUGGESTED = N_("Ces horaires ne sont pas lisibles : « {text} ». Écrivez plutôt « {suggestion} ».")
REFUSED = N_(
    "Ces horaires ne sont pas lisibles : « {text} ». "
    "Écrivez-les à la façon d’OpenStreetMap, par exemple « {suggestion} »."
)
EXAMPLE = "Mo-Fr 09:00-17:00; PH off"

_ALWAYS: Holidays = {"PH": None, "SH": None}
_SUMMER = (date(2027, 7, 3), date(2027, 8, 31))
_SOMETIMES: Holidays = {"PH": [(date(2027, 7, 14), date(2027, 7, 14))], "SH": [_SUMMER]}


def check_hours(text: str) -> str:
    """Return the expression unchanged, or raise `PydanticCustomError("hours", …)` with a way to write it."""
    if is_readable(text):
        return text
    suggestion = respell_hours(text)
    if suggestion and is_readable(suggestion):
        raise PydanticCustomError("hours", SUGGESTED, {"text": text, "suggestion": suggestion})
    raise PydanticCustomError("hours", REFUSED, {"text": text, "suggestion": EXAMPLE})


@lru_cache(maxsize=4096)
def is_readable(text: str) -> bool:
    """Tell whether the text, what its holidays become, and all that a table of weeks asks of it can be evaluated."""
    if not validate(text):
        return False
    rules = read_rules(text)
    written = ((rules, holidays) for holidays in (NEVER, _ALWAYS, _SOMETIMES))
    readings = chain(written, every_year(rules).readings())
    return all(rule.is_whole for rule in rules) and all(
        _can_be_read(expression) for read, holidays in readings for expression in expand_rules(read, holidays)
    )


def _can_be_read(expression: str) -> bool:
    night = night_of(expression)
    return validate(expression) and validate(evening_of(expression)) and (night is None or validate(night))
