"""The A4 poster for a wall, read from a metre: a place, a walk or a quarter in up to four languages."""

from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_
from ...format import Format
from ...words import sheet_words

FORMAT = Format(
    title=N_("Affiche A4 pour un mur"),
    about=N_("Pour un mur ou une porte : se lit à un mètre."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(210, 297),
    words_of=sheet_words,
    code_mm=75,
)
