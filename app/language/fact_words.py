"""What the facts of a place that one can check are called."""

from collections.abc import Mapping

from ..domain.due import Fact
from ..domain.place import Place
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


def fact_words(fact: Fact, place: Place, language: Language) -> str:
    """Return what a fact is called; of a service with its name, which is in French."""
    words = language.say(FACTS[fact.kind])
    name = next((service.name for service in place.services if service.id == fact.service), "")
    return f"{name} – {words}" if name else words
