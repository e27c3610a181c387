"""What `adeuxpas map info` says of a map: its frame, its tiles, its layers, its paths, its sources."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import click

from ..domain.content import Content
from ..domain.geometry import metres_between
from ..domain.routing.codec import encode
from ..domain.routing.graph import PathGraph
from ..domain.routing.way import FootWay
from ..domain.territory import Territory
from ..domain.text import N_
from ..map.basemap import basemap_of
from ..map.faults import ArchiveBroken
from ..map.sources.osm.losses import LAYERS, SENTENCES, Loss, counted
from ..map.tiles.archive import OURS
from ..map.tiles.inventory import Inventory, take_inventory
from .progress import Refusal
from .telling import here, say, say_count, say_fault

_ORIGINS = {
    "plan": N_("le plan des rues fourni avec le projet"),
    "osm": N_("un extrait OpenStreetMap"),
    "protomaps": N_("une archive Protomaps"),
}


def tell_territory(content: Content, home: Territory, folder: Path) -> None:
    """Print what the map of a territory holds."""
    basemap = basemap_of(content, home, folder)
    click.echo(f"{home.name} ({home.id})")
    tell_archive(basemap.tiles())
    _tell_ways(basemap.ways(), knows_steps=basemap.knows_steps)
    _tell_graph(basemap.paths)


def bytes_told(size: int) -> str:
    """Return a number of bytes as the terminal says it."""
    return say_count("%(num)s octet", "%(num)s octets", size)


def tell_archive(archive: bytes) -> None:
    """Print what an archive of tiles holds."""
    try:
        found = take_inventory(archive)
    except ArchiveBroken as fault:
        raise Refusal(say("Ce fichier ne se lit pas : %(reason)s.", reason=say_fault(fault))) from fault
    _tell_whole(found, len(archive))
    _tell_zooms(found)
    _tell_layers(found)


def tell_losses(losses: Iterable[Loss], *, has_day: bool) -> None:
    """Say what an extract has and its map does not show, and what it does not say of itself."""
    for lost in counted(losses):
        named = {"kind": say(LAYERS[lost.layer]), "name": lost.example}
        click.echo(say_count(*SENTENCES[lost.why], lost.count, **named), err=True)
    if not has_day:
        click.echo(say("Cet extrait ne dit pas de quand il est : la carte nomme sa source sans date."), err=True)


# Private


def _tell_whole(found: Inventory, size: int) -> None:
    ours = found.metadata.get(OURS)
    origin = _ORIGINS.get(ours.get("source", "")) if isinstance(ours, dict) else None
    if origin:
        _line(N_("Construite depuis %(source)s"), source=say(origin))
    _line(N_("Cadre : %(bounds)s"), bounds=found.bounds.told)
    tiles = say_count("%(num)s tuile", "%(num)s tuiles", found.tiles.total())
    _line(N_("%(tiles)s, %(size)s"), tiles=tiles, size=bytes_told(size))
    _line(N_("Sources : %(notice)s"), notice=found.metadata.get("attribution") or say("non dites"))


def _tell_zooms(found: Inventory) -> None:
    for zoom, count in sorted(found.tiles.items()):
        tiles = say_count("%(num)s tuile", "%(num)s tuiles", count)
        _line(N_("Zoom %(zoom)s : %(tiles)s, %(size)s"), zoom=zoom, tiles=tiles, size=bytes_told(found.sizes[zoom]))


def _tell_layers(found: Inventory) -> None:
    """Bytes of a layer are those before compression, over all zooms: compression mixes them."""
    for layer, size in found.layers.most_common():
        shapes = say_count("%(num)s objet", "%(num)s objets", found.features[layer])
        _line(N_("Couche %(layer)s : %(shapes)s, %(size)s avant compression"), layer=layer, shapes=shapes,
              size=bytes_told(size))  # fmt: skip


def _tell_ways(ways: Sequence[FootWay], *, knows_steps: bool) -> None:
    metres = sum(metres_between(*pair) for way in ways for pair in pairwise(way.line))
    kinds = Counter(way.tags.get("highway", "") for way in ways)
    told = say_count("%(num)s tronçon", "%(num)s tronçons", len(ways))
    _line(N_("Chemins : %(ways)s, %(length)s"), ways=told, length=here().formats.distance(metres))
    if knows_steps:
        _line(N_("Escaliers : %(stairs)s"), stairs=kinds["steps"])
    else:
        _line(N_("Cette source ne dit pas où il y a des marches."))


def _tell_graph(graph: PathGraph) -> None:
    nodes = say_count("%(num)s carrefour", "%(num)s carrefours", len(graph.xs))
    _line(N_("Graphe des chemins : %(nodes)s, %(size)s"), nodes=nodes, size=bytes_told(len(encode(graph))))


def _line(sentence: str, **values: object) -> None:
    click.echo(f"  {say(sentence, **values)}")
