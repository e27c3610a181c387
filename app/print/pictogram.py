"""A pictogram of the sprite as a drawing of its own, in one colour: paper has no `currentColor`."""

import re
from functools import lru_cache
from pathlib import Path

SPRITE = Path(__file__).parents[1] / "static" / "gen" / "pictograms.svg"
LOGO = Path(__file__).parents[1] / "static" / "img" / "logo.svg"

_SYMBOL = re.compile(r'<symbol id="([^"]+)" ([^>]*)>(.*?)</symbol>')


class SpriteMissing(RuntimeError):
    """The sprite was not built, or lacks a pictogram; the message says which."""


def pictogram_svg(name: str, colour: str) -> str:
    """Return a pictogram as an SVG document."""
    symbols = _symbols()
    if name not in symbols:
        raise SpriteMissing(f"Il n’y a pas de pictogramme « {name} » dans {SPRITE}.")
    return symbols[name].replace("currentColor", colour)


def pictogram_or_pin(name: str, colour: str) -> str:
    """Return a pictogram, or a pin where there is none of this name: a sheet is worth more than its ornament."""
    return pictogram_svg(name if name in _symbols() else "pin", colour)


@lru_cache(maxsize=1)
def logo_svg() -> str:
    """Return the mark."""
    return LOGO.read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _symbols() -> dict[str, str]:
    if not SPRITE.exists():
        raise SpriteMissing("Les pictogrammes manquent : lancez « adeuxpas assets ».")
    found = _SYMBOL.findall(SPRITE.read_text(encoding="utf-8"))
    return {name: f'<svg xmlns="http://www.w3.org/2000/svg" {look}>{drawn}</svg>' for name, look, drawn in found}
