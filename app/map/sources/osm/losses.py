"""What an extract has and a map cannot show: counted and named, so that nothing is dropped in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ....domain.text import N_, NN_

Why = str

INCOMPLETE, OPEN, POINTLESS, COAST = "incomplete", "open", "pointless", "coast"
"""A relation without all of its ways, an outline that does not close, a way without all of its points, a coast that
ends in the middle of the frame."""


@dataclass(frozen=True)
class Loss:
    """Something that is not on the map, or not whole: why, the layer it belongs to, its name or number."""

    why: Why
    layer: str
    name: str


@dataclass(frozen=True)
class LossCount:
    """How many things of a layer are lost for one reason, and one of them by name."""

    why: Why
    layer: str
    count: int
    example: str


def counted(losses: Iterable[Loss]) -> Iterator[LossCount]:
    """Yield what is lost by reason and layer; the example is the first that has a name."""

    def sort(loss: Loss) -> tuple[Why, str]:
        return loss.why, loss.layer

    for (why, layer), each in groupby(sorted(losses, key=sort), key=sort):
        found: Sequence[Loss] = list(each)
        named = [loss.name for loss in found if not loss.name[-1:].isdecimal()]
        yield LossCount(why, layer, len(found), [*named, found[0].name][0])


SENTENCES: Mapping[Why, tuple[str, str]] = {
    INCOMPLETE: NN_(
        "%(num)s surface (%(kind)s) n’est pas sur la carte, il lui manque des morceaux\u00a0: %(name)s. "
        "« osmium extract --strategy smart » la garde entière.",
        "%(num)s surfaces (%(kind)s) ne sont pas sur la carte, il leur manque des morceaux\u00a0: %(name)s… "
        "« osmium extract --strategy smart » les garde entières.",
    ),
    OPEN: NN_(
        "%(num)s surface (%(kind)s) n’est pas sur la carte, son contour ne se ferme pas\u00a0: %(name)s.",
        "%(num)s surfaces (%(kind)s) ne sont pas sur la carte, leur contour ne se ferme pas\u00a0: %(name)s…",
    ),
    POINTLESS: NN_(
        "%(num)s ligne (%(kind)s) est coupée, il lui manque des points\u00a0: %(name)s. "
        "« osmium extract --strategy complete_ways » la garde entière.",
        "%(num)s lignes (%(kind)s) sont coupées, il leur manque des points\u00a0: %(name)s… "
        "« osmium extract --strategy complete_ways » les garde entières.",
    ),
    COAST: NN_(
        "%(num)s côte s’arrête au milieu de la carte\u00a0: la mer n’y est pas dessinée.",
        "%(num)s côtes s’arrêtent au milieu de la carte\u00a0: la mer n’y est pas dessinée.",
    ),
}

LAYERS: Mapping[str, str] = {
    "boundaries": N_("limites"),
    "buildings": N_("maisons"),
    "landuse": N_("parcs et places"),
    "roads": N_("rues et rails"),
    "water": N_("eau"),
}
"""What the layers of a map hold, in plain words."""
