"""Checks that a text is an opening-hours expression in OSM syntax that every evaluation here can read."""

from functools import lru_cache

from opening_hours import validate
from pydantic_core import PydanticCustomError

from ..text import N_
from .expansion import NEVER, Holidays, expand
from .spelling import respell_hours

SUGGESTED = N_("Ces horaires ne sont pas lisibles : « {text} ». Écrivez plutôt « {suggestion} ».")
REFUSED = N_(
    "Ces horaires ne sont pas lisibles : « {text} ». "
    "Écrivez-les à la façon d’OpenStreetMap, par exemple « {suggestion} »."
)
EXAMPLE = "Mo-Fr 09:00-17:00; PH off"

_ALWAYS: Holidays = {"PH": None, "SH": None}


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
    """Tell whether the text, and what its holidays become, can be evaluated."""
    return validate(text) and all(
        validate(expression) for holidays in (NEVER, _ALWAYS) for expression in expand(text, holidays)
    )
