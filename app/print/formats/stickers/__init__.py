"""Labels for a sheet of 24 (70 × 37 mm, no gutters): one each of several subjects, or a whole sheet of one."""

from ....domain.problem import Problem
from ....domain.subject import PLACE, TERRITORY, WALK
from ....domain.text import N_
from ...brief import brief
from ...format import Format, Words
from ...order import Order
from ...refusal import PosterRefused
from ...words import frame_words

A_PAGE = 24

_START = N_("La première étiquette est de 1 à {most}.")


def words_of(order: Order) -> Words:
    """Return the labels in order, each as often as asked; one subject alone fills the rest of its page."""
    options = order.options
    if not 1 <= options.start <= A_PAGE:
        raise PosterRefused([Problem("", "", _START, {"most": A_PAGE})])
    rest = A_PAGE + 1 - options.start
    copies = options.count or (rest if len(order.subjects) == 1 else 1)
    calibration = options.calibration
    return {
        **frame_words(order, "Étiquettes", order.first.code or ""),
        "labels": [brief(order, subject) for subject in order.subjects],
        "copies": copies,
        "start": options.start,
        "shift": [calibration.dx, calibration.dy],
        "scale": [calibration.sx, calibration.sy],
        "ruled": options.test_sheet,
        "help": "Imprimez à 100 %, sans ajuster à la page. La règle doit mesurer 100 mm : sinon, --scale. "
        "Les croix doivent tomber aux coins des étiquettes 1 et 24 : sinon, --shift.",
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
)
