"""What must stay hidden is removed from the content itself: one rule a test."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain import public
from app.domain.content import Content
from app.domain.geometry import Position
from app.domain.leg import Leg
from app.domain.public import BLOCK, PublicContent, public_content
from app.domain.territory import Territory
from app.domain.text import Texts, Translation
from app.domain.walk import Meeting, Session, WalkStatus

from ..cast.printed import edit, read_tiny

LIBRARY, SQUARE, SCHOOL = "bibliotheque-des-tilleuls", "square-des-tilleuls", "college-des-tilleuls"
HOME = "les-tilleuls"
DRAFT = {"status": "draft"}
WALK = "du-college-au-square"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_tiny()


def shown(content: Content, **facts: Any) -> Any:
    """What may be shown of the library once it has these facts."""
    return public_content(edit(content, LIBRARY, **facts)).places[LIBRARY]


def moved(content: Content, lon: float, lat: float) -> Position:
    return content.places[LIBRARY].position[0] + lon, content.places[LIBRARY].position[1] + lat


def beside(content: Content, *, shared: float) -> Content:
    """The content with a second territory, east of the first, that begins `shared` degrees inside of it."""
    box = content.territories[HOME].bounds
    west, east = box.east - shared, box.east + 0.01
    ring = ((west, box.south), (east, box.south), (east, box.north), (west, box.north), (west, box.south))
    return replace(
        content, territories={**content.territories, "est": Territory(id="est", name="Est", outline=(ring,))}
    )


def homes(content: Content, id: str = LIBRARY) -> list[str]:
    return [territory.id for territory in content.territories_of(content.places[id])]


def test_what_has_nothing_to_hide_is_the_same_object(content: Content) -> None:
    plain = edit(content, LIBRARY, note=None)
    assert public_content(plain).places[LIBRARY] is plain.places[LIBRARY]


def test_it_is_done_once(content: Content) -> None:
    public = public_content(content)
    assert isinstance(public, PublicContent) and public_content(public) is public


@pytest.mark.parametrize("facts", [{"note": "À revoir."}, {"address_visibility": "area"}, DRAFT])
def test_an_edit_elsewhere_leaves_a_place_the_same_object(content: Content, facts: dict[str, Any]) -> None:
    before = edit(content, LIBRARY, **facts)
    after = edit(before, SQUARE, purpose="Jouer.")
    assert public_content(before).places[LIBRARY] is public_content(after).places[LIBRARY]


def test_other_outlines_are_not_taken_for_the_same(content: Content) -> None:
    before = edit(content, LIBRARY, address_visibility="hidden")
    after = beside(before, shared=0.004)
    assert homes(public_content(before)) == homes(public_content(after)) == [HOME]
    assert public_content(before).places[LIBRARY] is not public_content(after).places[LIBRARY]


@pytest.mark.parametrize("visibility", ["full", "area", "hidden"])
def test_the_note_of_the_desk_is_nowhere(content: Content, visibility: str) -> None:
    assert shown(content, note="Code de la porte : 12A", address_visibility=visibility).note is None


def test_a_full_address_keeps_all_else(content: Content) -> None:
    place = edit(content, LIBRARY, note="À revoir.").places[LIBRARY]
    assert shown(content, note="À revoir.") == place.model_copy(update={"note": None})


def test_an_area_is_a_block_with_its_postcode_and_town(content: Content) -> None:
    place = shown(content, address_visibility="area")
    assert all(abs(a - b) <= BLOCK / 2 for a, b in zip(place.position, content.places[LIBRARY].position, strict=True))
    assert place.address.model_dump(exclude_none=True).keys() == {"postcode", "city", "insee"}


def test_a_hidden_place_keeps_its_town_only(content: Content) -> None:
    assert shown(content, address_visibility="hidden").address.model_dump(exclude_none=True) == {"city": "Paris"}


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_what_leads_to_the_door_is_left_out(content: Content, visibility: str) -> None:
    photo = {"file": "porte.jpg", "alt": "La porte verte du 11", "consent": "nobody"}
    source = {"name": "Annuaire", "ref": "node/12", "url": "https://annuaire.example/12", "on": "2024-04"}
    place = shown(content, address_visibility=visibility, access_hint="Au fond.", photos=[photo], sources=[source])
    assert (place.access_hint, place.photos) == (None, ())
    assert [each.model_dump(exclude_defaults=True) for each in place.sources] == [{"name": "Annuaire", "on": "2024-04"}]


def test_how_to_find_the_door_is_left_out_in_every_language(content: Content) -> None:
    key = f"place:{LIBRARY}/access_hint"
    texts = Texts({"ar": {key: Translation(key, "Au fond de la cour.", "في آخر الساحة")}})
    hidden = replace(edit(content, LIBRARY, address_visibility="hidden"), texts=texts)
    assert public_content(hidden).texts == Texts({"ar": {}})
    assert public_content(replace(content, texts=texts)).texts is texts


@pytest.mark.parametrize("lon, lat", [(0.0004, 0), (-0.0004, 0.0001), (0.002, -0.001)])
def test_a_hidden_place_is_shown_the_same_wherever_it_is(content: Content, lon: float, lat: float) -> None:
    here, there = shown(content, address_visibility="hidden"), moved(content, lon, lat)
    assert shown(content, address_visibility="hidden", position=there) == here


def test_a_place_is_shown_the_same_all_over_its_block(content: Content) -> None:
    lon, lat = shown(content, address_visibility="area").position
    corners = [(lon + x * BLOCK * 0.49, lat + y * BLOCK * 0.49) for x in (-1, 1) for y in (-1, 1)]
    assert {shown(content, address_visibility="area", position=each).position for each in corners} == {(lon, lat)}


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_a_place_at_the_very_edge_stays_in_its_territory(content: Content, visibility: str) -> None:
    box = content.territories[HOME].bounds
    for position in ((box.west, box.south), (box.east, box.north), (box.east, box.south)):
        public = public_content(edit(content, LIBRARY, address_visibility=visibility, position=position))
        assert homes(public) == [HOME]
        assert public.places[LIBRARY] in public.public_places(HOME)


def test_a_hidden_place_is_in_one_quarter_even_where_two_meet(content: Content) -> None:
    box = content.territories[HOME].bounds
    both = beside(content, shared=0.001)
    here = edit(both, LIBRARY, position=(box.east - 0.0005, box.south + 0.001))
    assert homes(here) == [HOME, "est"]
    assert homes(public_content(edit(here, LIBRARY, address_visibility="hidden"))) == [HOME]


def test_a_block_says_nothing_of_the_side_of_an_outline(content: Content) -> None:
    both = edit(beside(content, shared=0), LIBRARY, address_visibility="area")
    edge, lat = content.territories[HOME].bounds.east, content.places[LIBRARY].position[1]
    sides = [public_content(edit(both, LIBRARY, position=(edge + step, lat))) for step in (-1e-5, 1e-5)]
    assert sides[0].places[LIBRARY].position == sides[1].places[LIBRARY].position


def test_of_a_draft_remains_what_lets_a_neighbour_go_and_look(content: Content) -> None:
    draft = shown(content, **DRAFT, purpose="Lire.", note="Au 3e étage.")
    kept = draft.model_dump(exclude_defaults=True, exclude={"position"}).keys()
    assert kept == {"id", "name", "code", "categories", "verified", "address"}
    assert draft.address.model_dump(exclude_none=True).keys() == {"street"}


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_a_draft_whose_door_is_kept_is_there_to_be_counted_only(content: Content, visibility: str) -> None:
    draft = shown(content, **DRAFT, purpose="Lire.", address_visibility=visibility)
    kept = draft.model_dump(exclude_defaults=True, exclude={"position"}).keys()
    assert kept == {"id", "name", "code", "categories", "verified", "address_visibility"}
    beside = shown(content, **DRAFT, position=moved(content, 0.0004, 0), address_visibility=visibility)
    assert beside.position == draft.position


def test_a_draft_is_counted_in_all_the_territories_that_hold_it(content: Content) -> None:
    edge, lat = content.territories[HOME].bounds.east, content.places[LIBRARY].position[1]
    both = edit(beside(content, shared=0.001), LIBRARY, **DRAFT)
    at = {
        step: homes(public_content(edit(both, LIBRARY, position=(edge + step, lat)))) for step in (-0.003, -5e-4, 1e-3)
    }
    assert list(at.values()) == [[HOME], [HOME, "est"], ["est"]]


@pytest.mark.parametrize("facts", [DRAFT, {"address_visibility": "area"}, {"address_visibility": "hidden"}])
def test_distances_are_not_counted_from_a_school_whose_door_is_not_shown(
    content: Content, facts: dict[str, Any]
) -> None:
    public = public_content(edit(content, SCHOOL, **facts))
    home = public.territories[HOME]
    assert public.anchor_of(home) is None
    assert public.metres_from_school(home, public.places[SQUARE]) is None


def test_a_walk_keeps_no_point_beside_a_place_that_is_not_shown(content: Content) -> None:
    walk = content.walks[WALK]
    stops = tuple(stop.model_copy(update={"point": (2.36, 48.89)}) for stop in walk.stops)
    meeting = Meeting(place=LIBRARY, point=(2.36, 48.89), text="Devant.")
    pointed = walk.model_copy(update={"stops": stops, "meeting": meeting})
    hidden = edit(replace(content, walks={WALK: pointed}), LIBRARY, address_visibility="hidden")
    found = public_content(hidden).walks[WALK]
    assert {stop.place: stop.point for stop in found.stops}[LIBRARY] is None
    assert found.meeting == Meeting(place=LIBRARY, text="Devant.")
    assert {stop.point for stop in found.stops if stop.place != LIBRARY} == {(2.36, 48.89)}


def test_no_leg_leads_to_a_door_that_is_not_shown(content: Content) -> None:
    legs = (Leg(from_=1, to=2, way="Par la porte bleue."), Leg(from_=2, to=3, way="Par la rue."))
    written = content.walks[WALK].model_copy(update={"legs": legs})
    hidden = edit(replace(content, walks={WALK: written}), LIBRARY, address_visibility="hidden")
    assert public_content(hidden).walks[WALK].legs == legs[1:]


def test_what_the_leader_reads_is_left_out_of_every_block(content: Content) -> None:
    walk = content.walks[WALK]
    stops = (walk.stops[0].model_copy(update={"leader": "Sonner.", "host": "La gardienne"}), *walk.stops[1:])
    led = walk.model_copy(update={"leader": "Le sac rouge.", "stops": stops})
    public = public_content(replace(content, walks={WALK: led}))
    assert public.walks[WALK] == walk
    assert public_content(content).walks[WALK] is walk


def test_a_draft_keeps_neither_way_nor_day(content: Content) -> None:
    session = Session(id="essai", start="2027-01-13 14:00")
    draft = content.walks[WALK].model_copy(
        update={"status": WalkStatus.DRAFT, "sessions": (session,), "legs": (Leg(from_=1, to=2, way="Par là."),)}
    )
    bare = public_content(replace(content, walks={WALK: draft})).walks[WALK]
    assert (bare.sessions, bare.legs, bare.summary, len(bare.stops)) == ((), (), None, 3)


def test_a_walk_through_a_draft_says_nothing_but_its_name(content: Content) -> None:
    bare = public_content(edit(content, LIBRARY, **DRAFT)).walks[WALK]
    assert (bare.title, bare.status) == (content.walks[WALK].title, content.walks[WALK].status)
    assert not any((bare.summary, bare.advice, bare.meeting, *(stop.text for stop in bare.stops)))


def test_a_walk_with_nothing_to_hide_is_the_same_object(content: Content) -> None:
    assert public_content(content).walks[WALK] is content.walks[WALK]


def test_nothing_else_calls_a_content_public() -> None:
    """The type is a promise: whoever takes a `PublicContent` was given one by `public_content`."""
    modules = Path(public.__file__).parents[1].rglob("*.py")
    makers = [module.name for module in modules if re.search(r"(?<!class )PublicContent\(", module.read_text("utf-8"))]
    assert makers == ["public.py"]
