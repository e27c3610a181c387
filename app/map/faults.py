"""Why no map can be made, each as a sentence in French with its values.

MapFault
├── SourceUnusable     a file or an address that gives no map: cut short, of another kind, about another place
├── ArchiveBroken      an archive of tiles that cannot be read: a part of a sentence, said with its name
└── MapDamaged         a file that a build left is not what it left any more
"""

from ..domain.fault import Fault


class MapFault(Fault):
    """No map can be made, or read."""


class SourceUnusable(MapFault):
    """No map comes out of what was given; the map that there was is kept."""


class ArchiveBroken(MapFault):
    """An archive is cut, of another kind or version, or damaged."""


class MapDamaged(MapFault):
    """A built map cannot be used; the street plan stands in for it."""
