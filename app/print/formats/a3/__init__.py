"""The A3 poster for a wall, read from two metres: a place, a walk or a quarter, its code in the middle."""

from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_
from ...format import Format
from ...words import sheet_words

FORMAT = Format(
    title=N_("Affiche A3 pour un mur, lue de loin"),
    about=N_("Pour un hall ou une vitrine : se lit à deux mètres."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(297, 420),
    words_of=sheet_words,
    code_mm=150,
)
