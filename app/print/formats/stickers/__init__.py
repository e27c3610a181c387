"""Labels for a sheet of 24 (70 × 37 mm, no gutters): one each of several subjects, or a whole sheet of one."""

from ....domain.problem import Problem
from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_
from ...brief import brief
from ...calibration import CROSS_MM
from ...format import Format, Words
from ...order import Order
from ...refusal import PosterRefused
from ...words import calibration_words, frame_words

A_PAGE = 24

_START = N_("La première étiquette est de 1 à {most}.")


def words_of(order: Order) -> Words:
    """Return the labels in order, each as often as asked; one subject alone fills the rest of its page."""
    options = order.options
    if not 1 <= options.start <= A_PAGE:
        raise PosterRefused([Problem("", "", _START, {"most": A_PAGE})])
    rest = A_PAGE + 1 - options.start
    copies = options.count or (rest if len(order.subjects) == 1 else 1)
    return {
        **frame_words(order, "Étiquettes", order.first.code or ""),
        "labels": [brief(order, subject) for subject in order.subjects],
        "copies": copies,
        "start": options.start,
        **calibration_words(order),
        "cross": [*CROSS_MM],
        "ruled": options.test_sheet,
        "help": "Imprimez à 100 %, sans ajuster à la page, puis posez la feuille sur une planche, devant une fenêtre. "
        "Mesurez les deux règles (100 mm), et de combien la croix manque le coin de l’étiquette 1. "
        "Écrivez ces nombres dans l’atelier : il corrige.",
    }


FORMAT = Format(
    title=N_("24 étiquettes de 70 × 37 mm"),
    about=N_("Une planche à coller : sur un cahier, une porte, un carnet."),
    prints=(PLACE.name, WALK.name, TERRITORY.name),
    page_mm=(210, 297),
    words_of=words_of,
    code_mm=20,
    gathers=True,
    is_read=False,
    is_numbered=True,
    is_calibrated=True,
)
