"""The poster of what is around the school of a quarter: the nearest places, and how long it takes to walk there."""

from ....domain.geometry import minutes_on_foot
from ....domain.place import Place
from ....domain.problem import Problem
from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.language import Language
from ...format import Format, Words
from ...gathering import Gathering, chosen_places, gathered_words, printable_places
from ...order import Order
from ...refusal import PosterRefused

_TITLE = P_("Autour de l’école")
_ON_FOOT = P_("%(time)s à pied de l’école")
_NO_SCHOOL = N_("Ce quartier n’a pas d’école dont l’adresse puisse être montrée.")

_NEAR = 18
"""Among so many of the nearest, one of each theme comes first."""


def words_of(order: Order) -> Words:
    """Return the nearest places, a place of each theme first."""
    quarter, content = order.quarter, order.content
    school = content.anchor_of(quarter)
    if school is None:
        raise PosterRefused([Problem("", quarter.id, _NO_SCHOOL)])
    near = [place for place in printable_places(order) if place.id != school.id]

    def on_foot(place: Place, voice: Language) -> str:
        metres = content.metres_from_school(quarter, place) or 0
        return voice.say(_ON_FOOT, time=voice.formats.minutes(minutes_on_foot(metres)))

    gathering = Gathering(
        title=lambda voice: voice.say(_TITLE),
        line=f"{school.name} · {quarter.name}",
        icon="school",
        places=chosen_places(order, near[:_NEAR]),
        of=len(near),
        detail=on_foot,
        nothing=_NO_SCHOOL,
    )
    return gathered_words(order, gathering)


FORMAT = Format(
    title=N_("Affiche « autour de l’école »"),
    about=N_("Ce qui est tout près de l’école."),
    prints=(TERRITORY.name,),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
)
