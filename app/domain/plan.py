"""The street plan of a territory: what one recognises one's street by, before a real map is built."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from pydantic_core import to_json

from .geometry import Position

PARK_RADIUS_M = 42
"""The plan knows where a park is, not how far it goes: it is drawn as this much of green."""


@dataclass(frozen=True)
class Way:
    """A piece of street, water's edge or railway. `guessed` links join the graph but are not drawn solid."""

    kind: str
    line: tuple[Position, ...]
    name: str = ""
    rank: str = "minor"
    guessed: bool = False


@dataclass(frozen=True)
class Label:
    """A named point: a square or a park."""

    kind: str
    name: str
    position: Position


@dataclass(frozen=True)
class Plan:
    """Streets (`kind` street or motorway; `rank` major, minor or path), water, named points, and parks.

    The outline of a park is in `greens` where the source knows it; else its label is all there is.
    """

    ways: Sequence[Way] = ()
    waters: Sequence[tuple[Position, ...]] = ()
    labels: Sequence[Label] = ()
    notice: str = ""
    greens: Sequence[tuple[Position, ...]] = ()

    @cached_property
    def digest(self) -> str:
        """A digest of all of it, computed once: pages, maps and paths are made again when it changes."""
        return sha256(to_json((self.ways, self.waters, self.labels, self.notice, self.greens))).hexdigest()[:32]
