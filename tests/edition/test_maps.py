"""The maps of an edition: made once, and again only when what lies under a territory changes."""

from dataclasses import replace
from datetime import date

from app.domain.content import Content
from app.domain.plan import Way
from app.edition.edition import plan_edition
from app.edition.leaf import Leaf

from .press import SITE, edit, read_tiny

DAY = date(2026, 11, 18)


def maps_of(content: Content) -> dict[str, Leaf]:
    """Return the maps of the edition by their path."""
    return {leaf.path: leaf for leaf in plan_edition(content, SITE, DAY) if leaf.path.startswith("maps/")}


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
