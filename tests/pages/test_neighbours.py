"""Which places a page names as its neighbours."""

import pytest

from app.domain.content import Content
from app.domain.geometry import DEGREE_M
from app.domain.public import public_content
from app.pages.neighbours import Neighbours

from ..cast.printed import edit

LIBRARY = "bibliotheque-des-tilleuls"
OTHER = "college-des-tilleuls"
AT_LIBRARY = {"street": "12 rue de l’Église", "postcode": "75018", "city": "Paris"}


@pytest.mark.parametrize(
    ("north_m", "address", "are_neighbours"),
    [
        (50, {}, True),
        (70, {}, False),
        (70, AT_LIBRARY, True),
        (250, AT_LIBRARY, True),
        (350, AT_LIBRARY, False),
        (250, AT_LIBRARY | {"postcode": "75019"}, False),
    ],
)
def test_neighbours_are_near_or_at_one_address(
    content: Content, north_m: float, address: dict[str, str], are_neighbours: bool
) -> None:
    lon, lat = content.places[LIBRARY].position
    there = {"position": (lon, lat + north_m / DEGREE_M), **({"address": address} if address else {})}
    moved = edit(edit(content, LIBRARY, address=AT_LIBRARY), OTHER, **there)
    neighbours = Neighbours(public_content(moved))
    found = [place.id for place in neighbours.of(moved.places[LIBRARY])]
    assert (OTHER in found) is are_neighbours
    assert (LIBRARY in [place.id for place in neighbours.of(moved.places[OTHER])]) is are_neighbours
