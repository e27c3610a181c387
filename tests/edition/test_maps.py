"""The maps of an edition: made once, and again only when what lies under a territory changes."""

from dataclasses import replace
from datetime import date

from app.domain.content import Content
from app.domain.plan import Way
from app.domain.routing.codec import decode
from app.edition.compress import compress
from app.edition.file import PlannedFile
from app.publish.plan import plan_edition

from ..cast.printed import SITE, edit, read_tiny

DAY = date(2026, 11, 18)


def maps_of(content: Content, folder: str = "maps/") -> dict[str, PlannedFile]:
    """Return the maps, or the paths, of the edition by their path."""
    return {
        planned_file.path: planned_file
        for planned_file in plan_edition(content, SITE, DAY)
        if planned_file.path.startswith(folder)
    }


def test_every_territory_has_its_map() -> None:
    content = read_tiny()
    maps = maps_of(content)
    assert maps.keys() == {f"maps/{territory}.pmtiles" for territory in content.territories}
    assert {planned_file.media_type for planned_file in maps.values()} == {"application/vnd.pmtiles"}
    assert all(planned_file.make().startswith(b"PMTiles\x03") for planned_file in maps.values())


def test_an_edit_of_a_place_makes_no_map_again() -> None:
    content = read_tiny()
    after = edit(content, next(iter(content.places)), purpose="Se reposer après une correction.")
    assert maps_of(after) == maps_of(content)


def test_another_street_makes_the_maps_again() -> None:
    content = read_tiny()
    street = Way("street", ((2.36, 48.89), (2.37, 48.89)), "Rue Nouvelle")
    after = replace(content, plan=replace(content.plan, ways=(*content.plan.ways, street)))
    assert {planned_file.fingerprint for planned_file in maps_of(after).values()}.isdisjoint(
        planned_file.fingerprint for planned_file in maps_of(content).values()
    )


def test_every_territory_has_its_paths() -> None:
    content = read_tiny()
    paths = maps_of(content, "paths/")
    assert paths.keys() == {f"paths/{territory}.bin" for territory in content.territories}
    graphs = [decode(planned_file.make()) for planned_file in paths.values()]
    assert all(graph.tails and not graph.knows_steps for graph in graphs)


def test_an_edit_of_a_place_makes_no_paths_again() -> None:
    content = read_tiny()
    after = edit(content, next(iter(content.places)), purpose="Se reposer après une correction.")
    assert maps_of(after, "paths/") == maps_of(content, "paths/")


def test_paths_travel_compressed() -> None:
    planned_file = next(iter(maps_of(read_tiny(), "paths/").values()))
    data = planned_file.make() * 4  # the tiny plan itself gains nothing
    assert compress(data, planned_file.media_type, shared=True).keys() == {"br", "gzip"}
