"""How the site is used, in numbers: what kind of page was handed out, of which quarter, in which language, on a day.

No number is of a person: who reads a kept quarter asks the server for nothing, and one phone may ask many times. So
that no number tells of one, small ones are not shown, the others are rounded, and sums are made of rounded numbers.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .subject import PLACE, WALK
from .text import N_

KINDS = {
    "home": N_("Accueil"),
    "list": N_("Listes de lieux"),
    "map": N_("Cartes"),
    PLACE.name: N_("Lieux"),
    "walks": N_("Listes de balades"),
    WALK.name: N_("Balades"),
    "lead": N_("Balades menées"),
    "page": N_("Autres pages"),
    "pack": N_("Quartiers gardés, demandés"),
}
"""What is counted, as it is called."""

LEAST = 5
"""A smaller number is not shown, nor the difference between it and none."""

KEPT_MONTHS = 25


@dataclass(frozen=True)
class Use:
    """What was handed out; `territory` is empty where the address does not say it, `lang` of what has none."""

    kind: str
    territory: str = ""
    lang: str = ""


def use_of(path: str, languages: Collection[str], territories: Collection[str]) -> Use | None:
    """Return what a path of an edition is counted as; None for what is no page and no pack."""
    first, _, rest = path.partition("/")
    if first == "packs" and rest.endswith(".json"):
        return Use("pack", rest.removesuffix(".json"))
    if first not in languages or "." in rest:
        return None
    if not rest:
        return Use("home", lang=first)
    name, _, more = rest.partition("/")
    if name in territories:
        kind = {"map": "map", "walks/": "walks"}.get(more, "list" if _is_list(more) else "page")
        return Use(kind, name, first)
    if name == "walks" and more.endswith("/lead"):
        return Use("lead", lang=first)
    return Use({"places": PLACE.name, "walks": WALK.name}.get(name, "page"), lang=first)


def rounded(count: int) -> int | None:
    """Return a number as it may be shown, to the next five; None for one too small."""
    return None if count < LEAST else LEAST * round(count / LEAST)


def total_of(counts: Iterable[int]) -> int | None:
    """Return a sum of numbers as they are shown: one made of the true ones would tell what is hidden."""
    return sum(rounded(count) or 0 for count in counts) or None


# Private


def _is_list(more: str) -> bool:
    return more == "" or more.startswith(("t/", "page/"))
