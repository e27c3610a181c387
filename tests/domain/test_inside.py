"""Which places belong to which territories: told once, and of what an edit left alone by the very same objects."""

from dataclasses import replace

from app.domain.content import Content
from app.domain.inside import inside_of, places_inside
from app.domain.place import Status
from app.domain.territory import Territory

from ..cast.content import read_tiny
from ..cast.printed import edit

HOME, SQUARE = "les-tilleuls", "square-des-tilleuls"


def side_by_side() -> Content:
    """The tiny content with a territory more, that lies elsewhere and holds one place."""
    content = read_tiny()
    home, square = content.territories[HOME], content.places[SQUARE]
    ring = tuple((lon + 1, lat) for lon, lat in home.outline[0])
    told = home.model_dump(by_alias=True) | {"id": "loin", "outline": (ring,), "code": None, "school": None}
    far = square.model_copy(update={"id": "la-bas", "position": (square.position[0] + 1, square.position[1])})
    territories = {HOME: home, "loin": Territory.model_validate(told)}
    return replace(content, territories=territories, places={**content.places, far.id: far})


def test_an_edit_leaves_other_territories_their_very_places() -> None:
    content = side_by_side()
    before = content.inside
    after = edit(content, "la-bas", name="Un autre nom").inside
    assert after.public[HOME] is before.public[HOME] and after.at_home[HOME] is before.at_home[HOME]
    assert [place.name for place in after.public["loin"]] == ["Un autre nom"]


def test_a_place_that_is_a_draft_waits_and_is_at_home_nowhere() -> None:
    inside = edit(side_by_side(), "la-bas", status=Status.DRAFT).inside
    assert (inside.public["loin"], inside.at_home["loin"]) == ((), ())
    assert [place.id for place in inside.drafts["loin"]] == ["la-bas"]


def test_a_place_outside_of_all_is_at_home_under_no_name() -> None:
    content = side_by_side()
    inside = edit(content, "la-bas", position=(0.0, 0.0)).inside
    assert [place.id for place in inside.at_home[""]] == ["la-bas"] and not inside.public["loin"]


def test_it_says_what_is_said_of_each_territory_alone() -> None:
    content = side_by_side()
    alone = places_inside([*content.territories.values()], [p for p in content.places.values() if p.is_public])
    assert {id: tuple(places) for id, places in alone.items()} == content.public_inside
    assert inside_of(content.territories, content.places) is content.inside
