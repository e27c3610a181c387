"""How far a territory reaches: what lies a little beyond its outline is its own too."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.domain.content import Content
from app.domain.geometry import DEGREE_M, Position, metres_between
from app.domain.public import public_content

from ..cast.content import read_tiny
from ..cast.printed import edit, rendered

HOME, SQUARE = "les-tilleuls", "square-des-tilleuls"


def reaching(metres: int, **facts: Any) -> Content:
    """Return the tiny content with a reach, its square 300 m north of the outline."""
    content = edit(read_tiny(), SQUARE, **{"position": beyond(300)} | facts)
    home = content.territories[HOME].model_copy(update={"reach_m": metres})
    return replace(content, territories={HOME: type(home).model_validate(home.model_dump(by_alias=True))})


def beyond(metres: float) -> Position:
    bounds = read_tiny().territories[HOME].bounds
    return ((bounds.west + bounds.east) / 2, bounds.north + metres / DEGREE_M)


def test_it_reaches_as_many_metres_on_every_side() -> None:
    home = reaching(400).territories[HOME]
    box, middle = home.bounds, beyond(0)[0]
    east = (box.east, (box.south + box.north) / 2)
    for start, (lon, lat) in (((middle, box.north), (0.0, 1e-6)), (east, (1e-6, 0.0))):
        near = next(n for n in range(0, 20_000, 10) if not home.holds((start[0] + n * lon, start[1] + n * lat)))
        edge = (start[0] + near * lon, start[1] + near * lat)
        assert metres_between(start, edge) == pytest.approx(400, abs=4)


@pytest.mark.parametrize(("metres", "listed"), [(0, False), (290, False), (310, True)])
def test_what_lies_within_its_reach_is_its_own(metres: int, listed: bool) -> None:
    content = public_content(reaching(metres))
    assert (SQUARE in [place.id for place in content.public_places(HOME)]) is listed


def test_a_territory_that_reaches_less_far_is_asked_anew() -> None:
    for metres in (400, 0, 400):
        home = reaching(metres).territories[HOME]
        assert [home.is_further(beyond(300)) for _ in range(2)] == [metres > 0] * 2
        assert not home.is_further(beyond(-50))


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "Un peu plus loin"), ("en", "A little further"), ("ar", "أبعد قليلًا")]
)
def test_lists_say_that_it_is_a_little_further(lang: str, words: str) -> None:
    shown = {
        metres: cards(rendered(reaching(400, position=beyond(metres)), f"{lang}/{HOME}/")) for metres in (300, -50)
    }
    assert (
        f'data-slot="further">{words}' in shown[300][SQUARE],
        f'data-slot="further" hidden>{words}' in shown[-50][SQUARE],
    ) == (
        True,
        True,
    )


def test_a_place_is_at_home_where_an_outline_holds_it() -> None:
    content = reaching(400)
    home = content.territories[HOME]
    ring = tuple((lon, lat + 300 / DEGREE_M) for lon, lat in home.outline[0])
    north = type(home).model_validate(home.model_dump(by_alias=True) | {"id": "nord", "outline": (ring,), "code": None})
    both = replace(content, territories={HOME: home, "nord": north})
    assert [territory.id for territory in both.territories_of(both.places[SQUARE])] == ["nord", HOME]


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_a_door_that_is_kept_is_not_told_apart(visibility: str) -> None:
    page = cards(rendered(reaching(400, address_visibility=visibility), f"fr/{HOME}/"))
    assert 'data-slot="further" hidden' in page[SQUARE]


def cards(page: str) -> Mapping[str, str]:
    """Return each card of a list by the id of its place."""
    parts = page.split('<li class="card" data-place-id="')[1:]
    return {part.split('"', 1)[0]: part.split("</li>", 1)[0] for part in parts}
