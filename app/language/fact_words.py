"""What the facts of a place that one can check are called, and what was found of them."""

from collections.abc import Mapping

from ..domain.due import Fact
from ..domain.place import Place
from ..domain.record import Answer, Told
from ..domain.text import N_
from ..domain.verified import FactKind
from .language import Language

FACTS: Mapping[FactKind, str] = {
    FactKind.EXISTENCE: N_("Toujours là"),
    FactKind.HOURS: N_("Horaires"),
    FactKind.PHONES: N_("Téléphone"),
    FactKind.ENTRANCE: N_("Pour trouver l’entrée"),
    FactKind.ACCESSIBILITY: N_("Accès en fauteuil ou poussette"),
}

ANSWERS: Mapping[Answer, str] = {
    Answer.TRUE: N_("encore juste"),
    Answer.CHANGED: N_("a changé"),
    Answer.NOT_POSTED: N_("pas affiché"),
    Answer.CANNOT: N_("pas pu voir"),
    Answer.PHOTO: N_("en photo, à taper"),
    Answer.CLOSED_UNTIL: N_("fermé jusqu’au jour dit"),
    Answer.MOVED: N_("a déménagé"),
    Answer.GONE: N_("n’existe plus"),
}


def path_words(path: str, language: Language) -> str:
    """Return what a fact is called by its path; of a service with its id."""
    *of, kind = path.split("/")
    words = language.say(FACTS[FactKind(kind)])
    return f"{of[1]} – {words}" if of else words


def told_words(told: Told, language: Language) -> str:
    """Return what was found of a fact, with what is wanted instead as it was typed."""
    found = language.say(ANSWERS[told.answer])
    words = language.say("%(fact)s : %(day)s", fact=path_words(told.path, language), day=found)
    return f"{words} · {told.wanted}" if told.wanted else words


def fact_words(fact: Fact, place: Place, language: Language) -> str:
    """Return what a fact is called; of a service with its name, which is in French."""
    words = language.say(FACTS[fact.kind])
    name = next((service.name for service in place.services if service.id == fact.service), "")
    return f"{name} – {words}" if name else words
