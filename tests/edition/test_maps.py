"""The maps of an edition: made once, and again only when what lies under a territory changes."""

from dataclasses import replace
from datetime import date

from app.domain.content import Content
from app.domain.paths.codec import decode
from app.domain.plan import Way
from app.edition.compress import compress
from app.edition.edition import plan_edition
from app.edition.leaf import Leaf

from .press import SITE, edit, read_tiny

DAY = date(2026, 11, 18)


def maps_of(content: Content, folder: str = "maps/") -> dict[str, Leaf]:
    """Return the maps, or the paths, of the edition by their path."""
    return {leaf.path: leaf for leaf in plan_edition(content, SITE, DAY) if leaf.path.startswith(folder)}


def test_every_territory_has_its_map() -> None:
    content = read_tiny()
    maps = maps_of(content)
    assert maps.keys() == {f"maps/{territory}.pmtiles" for territory in content.territories}
    assert {leaf.media_type for leaf in maps.values()} == {"application/vnd.pmtiles"}
    assert all(leaf.make().startswith(b"PMTiles\x03") for leaf in maps.values())


def test_an_edit_of_a_place_makes_no_map_again() -> None:
    content = read_tiny()
    after = edit(content, next(iter(content.places)), purpose="Se reposer après une correction.")
    assert maps_of(after) == maps_of(content)


def test_another_street_makes_the_maps_again() -> None:
    content = read_tiny()
    street = Way("street", ((2.36, 48.89), (2.37, 48.89)), "Rue Nouvelle")
    after = replace(content, plan=replace(content.plan, ways=(*content.plan.ways, street)))
    assert {leaf.fingerprint for leaf in maps_of(after).values()}.isdisjoint(
        leaf.fingerprint for leaf in maps_of(content).values()
    )


def test_every_territory_has_its_paths() -> None:
    content = read_tiny()
    paths = maps_of(content, "paths/")
    assert paths.keys() == {f"paths/{territory}.bin" for territory in content.territories}
    graphs = [decode(leaf.make()) for leaf in paths.values()]
    assert all(graph.tails and not graph.knows_steps for graph in graphs)


def test_an_edit_of_a_place_makes_no_paths_again() -> None:
    content = read_tiny()
    after = edit(content, next(iter(content.places)), purpose="Se reposer après une correction.")
    assert maps_of(after, "paths/") == maps_of(content, "paths/")


def test_paths_travel_compressed() -> None:
    leaf = next(iter(maps_of(read_tiny(), "paths/").values()))
    data = leaf.make() * 4  # the tiny plan itself gains nothing
    assert compress(data, leaf.media_type, shared=True).keys() == {"br", "gzip"}
