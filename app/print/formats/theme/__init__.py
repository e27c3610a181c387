"""The poster of a theme: places of a quarter that are of it, where and how to reach them."""

from ....domain.place import Place
from ....domain.subject import TERRITORY
from ....domain.text import N_, P_
from ....language.language import Language
from ...format import Format, Words
from ...gathering import Gathering, chosen_places, gathered_words, hours_with_age, printable_places
from ...order import Order
from ...told import hours_told, whom_to_ask

_PLACES = P_("Des lieux utiles et des balades, tout près d’ici")
_NOTHING = N_("Aucun lieu public de ce quartier n’est de ce thème.")


def words_of(order: Order) -> Words:
    """Return the places of the order's theme, nearest to the school first."""
    quarter, content = order.quarter, order.content
    theme = content.categories.all[order.options.theme]
    found = [place for place in printable_places(order) if _is_of(order, place)]

    def title(voice: Language) -> str:
        label = content.texts.of(f"category:{theme.id}/label", theme.label, voice.code)
        return label.words if label.lang == voice.code else voice.say(_PLACES)

    def told(place: Place, voice: Language) -> str:
        hours = hours_told(place, quarter, voice)
        return hours if hours == whom_to_ask(place, quarter, voice) else hours_with_age(order, place, hours, voice)

    gathering = Gathering(
        title=title,
        line=" · ".join(part for part in (quarter.name, quarter.city) if part),
        icon=content.categories.pictogram_of(theme.id),
        places=chosen_places(order, found),
        of=len(found),
        detail=told,
        nothing=_NOTHING,
    )
    return gathered_words(order, gathering)


# Private


def _is_of(order: Order, place: Place) -> bool:
    categories = order.content.categories
    return any(categories.theme_of(category).id == order.options.theme for category in place.categories)


FORMAT = Format(
    title=N_("Affiche d’un thème"),
    about=N_("Les lieux d’un thème, avec leurs horaires."),
    prints=(TERRITORY.name,),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=75,
    takes_themes=True,
)
