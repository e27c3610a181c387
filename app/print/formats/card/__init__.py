"""The card for a pocket (86 × 54 mm): in front the code, the name and the telephone, behind what it is and what is
spoken there, in each language."""

from collections.abc import Iterable, Mapping
from typing import Any

from ....domain.place import Place
from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_, P_
from ....language.names import name_of
from ...brief import titles
from ...format import Format, Words
from ...order import Order
from ...words import calibration_words, sheet_words

_SPOKEN = P_("Ici, on parle :")


def words_of(order: Order) -> Words:
    """Return what a poster says, and the languages that are spoken, each by its own name."""
    kind, _ = order.subjects[0]
    spoken = list(dict.fromkeys(name_of(lang) for lang in _LANGUAGES[kind](order.first)))
    return {
        **sheet_words(order),
        **calibration_words(order),
        "spoken": [{"lang": "fr", "title": name} for name in spoken],
        "speaks": titles(order, _SPOKEN) if spoken else [],
    }


# Private


def _at_place(place: Place) -> Iterable[str]:
    return (spoken.code for spoken in place.languages)


_LANGUAGES: Mapping[str, Any] = {
    PLACE.name: _at_place,
    WALK.name: lambda walk: walk.languages,
    TERRITORY.name: lambda territory: territory.languages,
}

FORMAT = Format(
    title=N_("Carte de poche"),
    about=N_("Deux faces, à couper et à garder dans un portefeuille."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(86, 54),
    words_of=words_of,
    code_mm=32.5,
    is_calibrated=True,
    sides="DuplexFlipShortEdge",
)
