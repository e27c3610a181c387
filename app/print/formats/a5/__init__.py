"""The A5 sheet for a counter, read at arm's length: one place, walk or quarter, with its map."""

from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_
from ...format import Format
from ...words import sheet_words

FORMAT = Format(
    title=N_("Feuille A5 pour un comptoir"),
    about=N_("Pour un comptoir, avec le plan ; deux tiennent sur une feuille A4."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(148, 210),
    words_of=sheet_words,
    code_mm=45,
)
