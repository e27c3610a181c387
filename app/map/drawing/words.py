"""Kinds of names on a map and how wide words are, without a font at hand."""

from functools import lru_cache

import numpy as np

KINDS = ("water", "major", "park", "minor", "square", "path")
"""What has a name, the main kinds first; arrays hold a kind as its number here."""

SIZES_PX = np.array([11.5, 12.0, 11.5, 11.0, 11.0, 10.5])
"""Font sizes of the kinds; `components/map-drawing.css` says the same."""

_AIR_PX = 6
_NARROW = frozenset("ijlft.'’’-I ,r()")
_WIDE = frozenset("mwMWŒœÆ")


def width_px(words: str, kind: int) -> float:
    """Return about how wide a name is in a plain sans serif, with a little air."""
    return line_px(words, float(SIZES_PX[kind]))


def line_px(words: str, size_px: float) -> float:
    """Return about how wide words are at a size, with a little air."""
    return _width_em(words) * size_px + _AIR_PX


@lru_cache(maxsize=8192)
def _width_em(words: str) -> float:
    return sum(0.3 if c in _NARROW else 0.87 if c in _WIDE else 0.67 if c.isupper() else 0.55 for c in words)
