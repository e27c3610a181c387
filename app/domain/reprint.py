"""Since when a sheet on a wall may say something else than we know: of what its page tells who comes from one."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from .content import Content, Reprint
from .subject import PLACE, TERRITORY, WALK, Subject, kind_of
from .text import N_

_NAME, WHERE, _HOURS = N_("le nom"), N_("l’adresse"), N_("les horaires")

PRINTED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        PLACE.name: {
            "name": _NAME,
            "address": WHERE,
            "position": WHERE,
            "hours": _HOURS,
            "hours_known": _HOURS,
            "contact/phones": N_("le téléphone"),
            "purpose": N_("ce qu’on y trouve"),
            "categories": N_("ce qu’on y trouve"),
            "cost/kind": N_("le prix"),
            "access/appointment": N_("le rendez-vous"),
            "languages": N_("les langues parlées"),
        },
        WALK.name: {
            "title": _NAME,
            "stop": N_("le parcours"),
            "leg": N_("le parcours"),
            "meeting": N_("le départ"),
            "valid_until": N_("jusqu’à quand elle est valable"),
        },
        TERRITORY.name: {"name": _NAME, "kiosk": N_("à qui demander")},
    }
)
"""By kind and by path of the history, what of a subject stands on sheets, as it is called. A day that is an exception
stands on none but the list of its own week."""


def reprint_of(content: Content, subject: Subject) -> Reprint:
    """Return what may be wrong on the sheets of a subject, which show its places too; nothing when nothing changed."""
    if not content.reprints:
        return ()
    kind = kind_of(subject)
    keys = [kind.key(subject.id), *(PLACE.key(place.id) for place in kind.places(content, subject))]
    last: dict[str, date] = {}
    for key in dict.fromkeys(keys):
        for topic, day in content.reprints.get(key, ()):
            last[topic] = max(day, last.get(topic, day))
    return tuple(sorted(last.items(), key=lambda found: found[1], reverse=True))
