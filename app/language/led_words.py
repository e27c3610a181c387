"""What a leader tapped, in words: what was seen at which stop of which walk, or how many came."""

from collections.abc import Iterator

from ..domain.suggestion import Came, Seen
from ..domain.text import N_, NN_
from .language import Language

SEEN = {
    Seen.OPEN: N_("Vu ouvert"),
    Seen.HOURS_CHANGED: N_("Les horaires ont changé"),
    Seen.CLOSED: N_("Vu fermé"),
    Seen.OBSTACLE: N_("Obstacle sur le chemin"),
}

CAME = {
    "adults": NN_("%(num)s adulte", "%(num)s adultes"),
    "children": NN_("%(num)s enfant", "%(num)s enfants"),
    "pushchairs": NN_("%(num)s poussette", "%(num)s poussettes"),
    "stops": NN_("%(num)s étape faite", "%(num)s étapes faites"),
    "minutes": NN_("%(num)s minute", "%(num)s minutes"),
}


def seen_words(seen: Seen, walk: str | None, stop: int | None, language: Language) -> str:
    """Return what was seen, and at which stop of which walk; `stop` counts from 1."""
    where = language.say(_STOP, walk=walk, number=stop) if stop else walk
    return " · ".join(part for part in (language.say(SEEN[seen]), where) if part)


def came_words(came: Came, language: Language) -> str:
    """Return how many came, of what was counted."""
    return " · ".join(_counted(came, language)) or language.say("personne n’a été compté")


# Private

_STOP = N_("balade %(walk)s, étape %(number)s")


def _counted(came: Came, language: Language) -> Iterator[str]:
    for field, words in CAME.items():
        number = getattr(came, field)
        if number is not None:
            yield language.say_count(*words, number)
